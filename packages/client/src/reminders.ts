import type { ReminderWorld } from '@holdfast/recovery';
import { ringTimes, settingsOf } from '@holdfast/recovery';
import type { Account } from './account.ts';
import { listOwn } from './own-records.ts';

/** Doses and check-ins before this change nothing that is still to come, ms. */
const RECENT = 7 * 86_400_000;

/**
 * When this phone is to ring in the next two weeks, worked out from the account's records by the clock of the zone it
 * is in, and the warnings before a safety timer runs out. Ms since 1970, on full five minutes, in order.
 */
export function timesToRing(account: Account): number[] {
  const now = account.now();
  const recent = ({ at }: { readonly at: number }): boolean => at > now - RECENT;
  const medicines = listOwn(account, 'medicine');
  const injected = new Set(medicines.filter(({ times }) => times.length === 0).map(({ id }) => id));
  const world: ReminderWorld = {
    reminders: listOwn(account, 'reminder'),
    medicines,
    // The last injection may be long ago.
    doses: listOwn(account, 'dose').filter((dose) => recent(dose) || injected.has(dose.medicine)),
    visits: listOwn(account, 'appointment'),
    calls: listOwn(account, 'promised-call'),
    plans: listOwn(account, 'if-then'),
    shown: listOwn(account, 'if-then-shown'),
    checkIns: listOwn(account, 'check-in').filter(recent),
    answers: listOwn(account, 'reminder-answer'),
    settings: settingsOf(listOwn(account, 'reminder-settings')),
  };
  const times = ringTimes(world, now, account.env.zone?.() ?? 'UTC');
  // Also in the hours in which it is quiet: somebody else would be told next.
  const warnings = account.timers.warnings().filter((at) => at > now);
  return warnings.length === 0 ? times : [...new Set([...times, ...warnings])].toSorted((a, b) => a - b);
}
