import type { InstrumentId, InstrumentText, Item, Scale } from '@holdfast/recovery';
import { INSTRUMENTS } from '@holdfast/recovery';
import type { ProgressWords } from '#locales/en/progress.ts';

export const isInstrument = (id: string | null): id is InstrumentId =>
  INSTRUMENTS.includes(id as InstrumentId);

/** How an answer is said: the questionnaire's own word for it, or the number. */
export function sayAnswer(scale: Scale, labels: readonly string[], value: number): string {
  return 'values' in scale ? (labels[scale.values.indexOf(value)] ?? String(value)) : String(value);
}

/** Our own note under an item, where its wording could hurt or mislead. */
export function itemNote(id: InstrumentId, item: Item, words: ProgressWords): string | undefined {
  const notes = words.measures.itemNotes as Readonly<Record<string, string>>;
  return notes[`${id}.${item.id}`] ?? notes[`${id}.scale`];
}

/** How the numbers of an instrument are to be read. */
export function readsOf(id: InstrumentId, { reads }: ProgressWords['result']): string {
  if (id === 'barc-10') return reads.barc10;
  if (id === 'bam' || id === 'bam-r') return reads.bam;
  return id === 'craving-3' || id === 'confidence' ? reads.own : reads.more;
}

/** The words above a question, when its questionnaire has any. */
export const stemOf = (text: InstrumentText): string | undefined => text.stem || undefined;
