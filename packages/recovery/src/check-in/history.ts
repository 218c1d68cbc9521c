import type { FieldsOf } from '../record-type.ts';
import type { CHECK_IN } from './check-in.ts';

export type CheckIn = FieldsOf<typeof CHECK_IN> & { readonly id: string };

export interface HistoryDay {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly checkIns: readonly CheckIn[];
}

/** Check-ins by day, newest first. Days without one are not there: a gap is not a finding. */
export function historyOf(checkIns: readonly CheckIn[]): HistoryDay[] {
  const days = new Map<string, CheckIn[]>();
  const newestFirst = checkIns.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  for (const checkIn of newestFirst) days.set(checkIn.day, [...(days.get(checkIn.day) ?? []), checkIn]);
  return [...days]
    .map(([day, list]) => ({ day, checkIns: list }))
    .toSorted((a, b) => (a.day < b.day ? 1 : -1));
}

/** The latest check-in of a day, if there is one. */
export const latestOn = (checkIns: readonly CheckIn[], day: string): CheckIn | undefined =>
  historyOf(checkIns).find((entry) => entry.day === day)?.checkIns[0];
