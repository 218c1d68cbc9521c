import { RIGHT_NOW, emergencyNumber, overdoseCard, withNumber } from '@holdfast/safety';
import type { CardStep, CountryPack, Line, StepId } from '@holdfast/safety';
import { lineTitle } from '#lib/now/lines.ts';
import type { Words } from '#lib/words.ts';

/** What a poster or a card says, in one language and for one country. */
export interface PrintContent {
  readonly title: string;
  /** "Call 112". */
  readonly call: string;
  readonly steps: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** One line to ring: its name with the number, and what it costs. */
  readonly line: { readonly title: string; readonly note: string } | undefined;
  /** When it was written and checked, and by whom: a paper outlives its page. */
  readonly dates: readonly string[];
  /** The address as people type it, without the scheme. */
  readonly address: string;
  /** The address as a QR code holds it. */
  readonly url: string;
}

/**
 * Lines of a step, counted from 0, that a short version cannot do without, beside those to read first: to say where
 * one is, the first 2 breaths, to repeat the dose, that naloxone wears off.
 */
const ALSO: Partial<Readonly<Record<StepId, number>>> = { call: 2, breathe: 2, 'second-dose': 2, stay: 2 };

/** A step in short. */
export const shortLines = (step: CardStep): string[] =>
  step.lines.filter(({ strong }, index) => strong || index === ALSO[step.id]).map(({ text }) => text);

/** Lines that fit a paper: people answer them, and they are rung. */
export const linesToPrint = (pack: CountryPack, local: readonly Line[] = []): Line[] =>
  [...pack.lines, ...local].filter(
    ({ kind, channels }) => kind !== 'emergency' && kind !== 'medical' && channels[0]?.type === 'call',
  );

/**
 * The overdose steps in short, in the words of the card and nothing that is not on it.
 * @param origin of this instance, `https://holdfast.example`
 */
export function printContent(
  pack: CountryPack,
  line: Line | undefined,
  { locale, public: w, path, date }: Pick<Words, 'locale' | 'public' | 'path' | 'date'>,
  origin: string,
): PrintContent {
  const card = overdoseCard(locale);
  const number = emergencyNumber(pack);
  const say = (text: string): string => withNumber(text, number);
  const [emergency] = pack.lines;
  const checked = emergency?.verification === 'transcribed' ? RIGHT_NOW.transcribed : RIGHT_NOW.checked;
  const url = origin + path('/now');
  return {
    title: card.title,
    call: w.call(number),
    steps: card.steps.map((step) => ({
      title: say(step.title),
      lines: shortLines(step).map(say),
    })),
    line: line && {
      title: lineTitle(line, locale, w),
      note: `${line.cost[locale]} · ${line.hours.text[locale]}`,
    },
    dates: [
      w.cardDates(date(card.writtenOn), date(card.reviewBy), card.reviewedBy),
      `${number}: ${checked[locale].replace('{date}', date(emergency?.verifiedOn ?? pack.updatedOn))}`,
    ],
    address: url.replace(/^https?:\/\//, ''),
    url,
  };
}
