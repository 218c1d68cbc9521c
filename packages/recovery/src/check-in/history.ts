import type { FieldsOf } from '../record-type.ts';
import type { CHECK_IN } from './check-in.ts';

export type CheckIn = FieldsOf<typeof CHECK_IN> & { readonly id: string };

export interface HistoryDay {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly checkIns: readonly CheckIn[];
}

const isLater = (a: CheckIn, b: CheckIn): boolean => a.at > b.at || (a.at === b.at && a.id > b.id);

/** Check-ins by day, newest first. Days without one are not there: a gap is not a finding. */
export function historyOf(checkIns: readonly CheckIn[]): HistoryDay[] {
  const days = new Map<string, CheckIn[]>();
  for (const checkIn of checkIns.toSorted((a, b) => (isLater(a, b) ? -1 : 1))) {
    const held = days.get(checkIn.day);
    if (held) held.push(checkIn);
    else days.set(checkIn.day, [checkIn]);
  }
  return [...days]
    .map(([day, list]) => ({ day, checkIns: list }))
    .toSorted((a, b) => (a.day < b.day ? 1 : -1));
}

/** The latest check-in of a day, if there is one. */
export function latestOn(checkIns: readonly CheckIn[], day: string): CheckIn | undefined {
  let latest: CheckIn | undefined;
  for (const one of checkIns) if (one.day === day && (!latest || isLater(one, latest))) latest = one;
  return latest;
}
