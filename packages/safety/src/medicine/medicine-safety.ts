import type { CalendarDate } from '../calendar-date.ts';
import type { LocalText } from '../local-text.ts';
import type { TextBlock } from '../text-block.ts';
import type { MedicineSourceId } from './sources.ts';

/*
 * What to know of a medicine when a dose was not taken. One file holds one kind, with its Spanish beside it; the rules
 * are [MED-…] in SPEC.md. No text names an amount or a time to take anything.
 */

/** The texts of one kind of medicine, from the mildest case to the one that needs the most care. */
export type MedicineText = {
  /** What it is, in a line or two. */
  readonly about: TextBlock;
  /** One dose was late, or was not taken. */
  readonly one: TextBlock;
  /** Two days without: ring today. For an injection: it may be wearing off. */
  readonly card: TextBlock;
  /** Three days without, or an injection later than labels allow: not again without the prescriber. */
  readonly restart: TextBlock;
  /** Thinking of stopping, or stopped. */
  readonly stopping: TextBlock;
  readonly sources: readonly MedicineSourceId[];
};

/** The parts of a text that a page shows one at a time. */
export const MEDICINE_PARTS = ['about', 'one', 'card', 'restart', 'stopping'] as const;
export type MedicinePart = (typeof MEDICINE_PARTS)[number];

export const MEDICINE_WRITTEN_ON: CalendarDate = '2026-11-25';
/** 90 days, as for the overdose card. */
export const MEDICINE_REVIEW_BY: CalendarDate = '2027-02-23';
/** Who reviewed these texts. No clinician has. */
export const MEDICINE_REVIEWED_BY: string | null = null;

/** What is shown while nobody has reviewed them. */
export const NOT_REVIEWED: LocalText = {
  en: 'Not yet reviewed by a clinician. Written {date}.',
  es: 'Aún sin revisión clínica. Escrito el {date}.',
};
