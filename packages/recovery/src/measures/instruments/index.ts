import type { Instrument, InstrumentId } from '../instrument.ts';

/** Each questionnaire is a file of its own, fetched when it is opened: the account's worker never holds them. */
const LOADERS: Readonly<Record<InstrumentId, () => Promise<{ readonly instrument: Instrument }>>> = {
  'phq-2': () => import('./phq-2.ts'),
  'phq-9': () => import('./phq-9.ts'),
  'phq-8': () => import('./phq-8.ts'),
  'gad-2': () => import('./gad-2.ts'),
  'gad-7': () => import('./gad-7.ts'),
  bam: () => import('./bam.ts'),
  'bam-r': () => import('./bam-r.ts'),
  'barc-10': () => import('./barc-10.ts'),
  'craving-3': () => import('./craving-3.ts'),
  confidence: () => import('./confidence.ts'),
};

export const loadInstrument = async (id: InstrumentId): Promise<Instrument> =>
  (await LOADERS[id]()).instrument;

/** What a list of questionnaires needs before any is opened. Kept equal to the files by a test. */
export const OFFERED: readonly {
  readonly id: InstrumentId;
  readonly everyDays: number;
  readonly es: boolean;
}[] = [
  { id: 'phq-2', everyDays: 14, es: true },
  { id: 'phq-9', everyDays: 14, es: true },
  { id: 'phq-8', everyDays: 14, es: true },
  { id: 'gad-2', everyDays: 14, es: true },
  { id: 'gad-7', everyDays: 14, es: true },
  { id: 'bam', everyDays: 30, es: false },
  { id: 'barc-10', everyDays: 28, es: false },
  { id: 'craving-3', everyDays: 7, es: true },
  { id: 'confidence', everyDays: 1, es: true },
];
