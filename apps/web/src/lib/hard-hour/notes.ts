import type { Slip, Urge } from '@holdfast/recovery';

/** A note of a hard hour. */
export type Note = ({ readonly type: 'urge' } & Urge) | ({ readonly type: 'slip' } & Slip);

/** Every note, newest first. They stand together and are not counted. */
export const notesOf = (urges: readonly Urge[], slips: readonly Slip[]): Note[] =>
  [
    ...urges.map((one) => ({ type: 'urge', ...one }) as const),
    ...slips.map((one) => ({ type: 'slip', ...one }) as const),
  ].toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
