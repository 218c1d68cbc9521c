import type { FieldsOf } from '../record-type.ts';
import type { CHECK_IN } from './check-in.ts';
import type { DayNote } from './day-note.ts';

export type CheckIn = FieldsOf<typeof CHECK_IN> & { readonly id: string };

export interface HistoryDay {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly checkIns: readonly CheckIn[];
  /** Answers of the morning and the evening, the later first. */
  readonly notes: readonly DayNote[];
}

interface Written {
  readonly at: number;
  readonly id: string;
}
const isLater = (a: Written, b: Written): boolean => a.at > b.at || (a.at === b.at && a.id > b.id);
const newestFirst = <T extends Written>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (isLater(a, b) ? -1 : 1));

/** What was written, by day, newest first. Days without anything are not there: a gap is not a finding. */
export function historyOf(checkIns: readonly CheckIn[], notes: readonly DayNote[] = []): HistoryDay[] {
  const days = new Map<string, { checkIns: CheckIn[]; notes: DayNote[] }>();
  const on = (day: string) => {
    const held = days.get(day) ?? { checkIns: [], notes: [] };
    days.set(day, held);
    return held;
  };
  for (const checkIn of newestFirst(checkIns)) on(checkIn.day).checkIns.push(checkIn);
  for (const note of newestFirst(notes)) on(note.day).notes.push(note);
  return [...days].map(([day, held]) => ({ day, ...held })).toSorted((a, b) => (a.day < b.day ? 1 : -1));
}

/** The latest check-in of a day, if there is one. */
export function latestOn(checkIns: readonly CheckIn[], day: string): CheckIn | undefined {
  let latest: CheckIn | undefined;
  for (const one of checkIns) if (one.day === day && (!latest || isLater(one, latest))) latest = one;
  return latest;
}
