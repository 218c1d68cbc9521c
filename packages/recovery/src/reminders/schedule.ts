import { dayIn, instantOf, wallClock } from '../medicine/wall-clock.ts';
import { nudges } from './nudges.ts';
import type { Occurrence, ReminderRecords } from './occurrences.ts';
import { midnight, occurrences } from './occurrences.ts';
import { isQuiet, onStep, outOfQuiet, REMINDER_STEP } from './quiet.ts';
import type { ReminderAnswer, ReminderSettings } from './reminder.ts';

/** How far ahead reminders are worked out. What comes back every week is not known further away. Ms. */
export const REMIND_AHEAD = 14 * 86_400_000;
/** How long something stands on Today after it was due, ms. */
export const REMIND_BACK = 86_400_000;
/** No zone, no quiet hours and no hour that is missing move anything further than this, ms. */
const MARGIN = 2 * 86_400_000;

/** All that reminders are made of, and what was said of them. */
export interface ReminderWorld extends ReminderRecords {
  readonly answers: readonly ReminderAnswer[];
  readonly settings: ReminderSettings;
}

/**
 * Every reminder between two moments, as it really comes: on full five minutes, outside quiet hours, what was put off
 * at its new time, and of what the app brings up by itself one a day.
 */
export function reminders(world: ReminderWorld, from: number, to: number, zone: string): Occurrence[] {
  const { settings } = world;
  const [first, last] = [from - MARGIN, to + MARGIN];
  const own = occurrences(world, first, last, zone).map((one) => ({
    ...one,
    at: outOfQuiet(onStep(one.at), zone, settings, one.over),
  }));
  const brought = (settings.nudge ? nudges(world, first, last, zone) : []).filter(
    ({ at }) => !isQuiet(wallClock(at, zone).slice(11, 16), settings),
  );
  const all = [...own, ...brought];
  return [...all, ...putOff(all, world.answers, zone)]
    .filter(({ at }) => at >= from && at <= to)
    .toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** How long a dose that was put off past the end of its day stands on Today, ms. */
const LATE_DOSE = 3_600_000;

/** When something that was put off comes, as every reminder on full five minutes, and when it is over then. */
function after({ of, over }: Occurrence, again: number, zone: string): { at: number; over?: number } {
  const at = Math.ceil(again / REMINDER_STEP) * REMINDER_STEP;
  if (over === undefined) return { at };
  // A dose that is over with its day is still to be taken by somebody who asked for it after midnight. One that is
  // over because the next one comes is not.
  const late = of.what === 'dose' && over === midnight(of.day, zone);
  return { at, over: late ? Math.max(over, at + LATE_DOSE) : over };
}

/** What was put off comes once more, unless it was done meanwhile. Asked for by hand, it comes in quiet hours too. */
function putOff(all: readonly Occurrence[], answers: readonly ReminderAnswer[], zone: string): Occurrence[] {
  return answers.flatMap(({ id, due, again }) => {
    const meant = again === null ? undefined : all.find(({ key, at }) => key === id && at === due);
    return meant ? [{ ...meant, first: meant.at, ...after(meant, again!, zone) }] : [];
  });
}

/**
 * The moments at which this phone is to ring in the next two weeks, in order, each once. This is all that is ever
 * told to anybody.
 */
export function ringTimes(world: ReminderWorld, now: number, zone: string): number[] {
  const ahead = reminders(world, now + 1, now + REMIND_AHEAD, zone);
  return [...new Set(ahead.map(({ at }) => at))];
}

/**
 * What was due in the last day and was neither done nor answered, the latest first, each thing once however often it
 * came. Where nothing rang, because the phone was off or may not ring, Today says it from this. What the app brings up
 * by itself is not in it: Today shows a plan whose time has come in any case.
 */
export function dueNow(world: ReminderWorld, now: number, zone: string): Occurrence[] {
  const seen = new Map(world.answers.map((answer) => [answer.id, answer.seen]));
  const latest = new Map<string, Occurrence>();
  for (const one of reminders(world, now - REMIND_BACK, now, zone)) {
    if (one.nudge || one.at <= (seen.get(one.key) ?? 0) || now >= (one.over ?? Infinity)) continue;
    // Put off, it does not stand in place of one that came after it: yesterday's dose, in place of today's.
    if ((one.first ?? one.at) >= (latest.get(one.key)?.at ?? 0)) latest.set(one.key, one);
  }
  return [...latest.values()].toSorted((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
}

/** Ways to put something off. */
export const SNOOZES = ['ten-minutes', 'hour', 'evening'] as const;
export type Snooze = (typeof SNOOZES)[number];

const EVENING = '19:00';

/**
 * Ways to put something off at this moment: "this evening" while it is not evening yet, and none that ends when the
 * thing is over, because it would ring and then be nowhere.
 */
export const snoozesAt = (one: Occurrence, now: number, zone: string): Snooze[] =>
  SNOOZES.filter((snooze) => {
    if (snooze === 'evening' && wallClock(now, zone).slice(11, 16) >= '18:00') return false;
    const { at, over = Infinity } = after(one, snoozedUntil(snooze, now, zone), zone);
    return at < over;
  });

/** When something that is put off comes again, ms since 1970. */
export function snoozedUntil(snooze: Snooze, now: number, zone: string): number {
  if (snooze === 'evening') return instantOf(`${dayIn(now, zone)}T${EVENING}`, zone);
  return now + (snooze === 'hour' ? 60 : 10) * 60_000;
}

/** The answer to something that was due: put away, or put off until `again`. */
export const answerTo = (one: Occurrence, now: number, again: number | null) => ({
  seen: now,
  due: one.first ?? one.at,
  again,
});
