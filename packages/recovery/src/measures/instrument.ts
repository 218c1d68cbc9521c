/** Languages a questionnaire may be offered in. */
export type Language = 'en' | 'es';

/** Every questionnaire the app holds, offered or not. */
export const INSTRUMENTS = [
  'phq-2',
  'phq-9',
  'phq-8',
  'gad-2',
  'gad-7',
  'bam',
  'bam-r',
  'barc-10',
  'craving-3',
  'confidence',
] as const;
export type InstrumentId = (typeof INSTRUMENTS)[number];

/** What an item may be answered with: one of a few values with their words, or a whole number between two ends. */
export type Scale = { readonly values: readonly number[] } | { readonly min: number; readonly max: number };

export interface Item {
  readonly id: string;
  /** Key into the instrument's scales. */
  readonly scale: string;
  /** Not asked, and 0, where another item was answered with 0: the skip rule printed on the form. */
  readonly zeroWith?: string;
  /** The suicide item. It is kept apart from every other answer, in a record that nobody can be given. */
  readonly apart?: true;
}

/** The words of one language, as their owner published them. */
export interface InstrumentText {
  readonly title: string;
  /** The line above the items; empty where each item stands for itself. */
  readonly stem: string;
  readonly items: Readonly<Record<string, string>>;
  /** Words of each scale: one for each value, or those of its two ends. */
  readonly scales: Readonly<Record<string, readonly string[]>>;
}

/** A questionnaire as data. Its wording belongs to its owner and is never improved. */
export interface Instrument {
  readonly id: InstrumentId;
  /** The edition the wording follows. */
  readonly version: string;
  readonly owner: string;
  /** Why it may be shown here, as its owner says it. */
  readonly permission: string;
  readonly citation: string;
  /** Independent public copies that the wording of each language was compared with. */
  readonly checkedAgainst: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** Held, and not offered: the wording or the scoring was not confirmed twice. */
  readonly offByDefault?: true;
  readonly window: 'now' | 'two-weeks' | 'thirty-days' | 'week';
  /** Days from one time to the next, at least. */
  readonly everyDays: number;
  readonly items: readonly Item[];
  readonly scales: Readonly<Record<string, Scale>>;
  readonly texts: { readonly en: InstrumentText; readonly es?: InstrumentText };
}

/** Whether a number is an answer that a scale has. */
export const fits = (scale: Scale, value: number): boolean =>
  'values' in scale
    ? scale.values.includes(value)
    : Number.isInteger(value) && value >= scale.min && value <= scale.max;

/** The language an instrument is shown in: the reader's where there are words for it, else English. */
export const languageFor = (instrument: Instrument, reader: Language): Language =>
  instrument.texts[reader] ? reader : 'en';

/** Answers by item; null and a missing item both mean that it was left out. */
export type Answers = Readonly<Record<string, number | null | undefined>>;

/** The items to ask, given what was answered so far, in order. */
export const asked = ({ items }: Instrument, answers: Answers): Item[] =>
  items.filter(({ zeroWith }) => zeroWith === undefined || answers[zeroWith] !== 0);

/** The answers with the zeros that the form's own skip rules stand for. */
export const withSkips = ({ items }: Instrument, answers: Answers): Record<string, number | null> =>
  Object.fromEntries(
    items.map(({ id, zeroWith }) => [
      id,
      zeroWith !== undefined && answers[zeroWith] === 0 ? 0 : (answers[id] ?? null),
    ]),
  );
