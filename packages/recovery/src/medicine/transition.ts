import * as v from 'valibot';
import type { FieldsOf, RecordType } from '../record-type.ts';
import type { HardTime } from '../signs/settings.ts';
import { addDays, day, daysFrom, moment } from './calendar.ts';
import type { Dose } from './dose.ts';
import { injectionState, injectionTime } from './injection.ts';
import type { Medicine } from './medicine.ts';
import { formOf, isCurrent } from './medicine.ts';
import { missedSince, ringFirst } from './missed.ts';
import { dayIn } from './wall-clock.ts';

/** Changes after which a body takes less than before. The person tells of the first six; the app sees the others. */
export const TOLD_CHANGES = ['detox', 'rehab', 'hospital', 'release', 'stopped', 'break'] as const;
export const CHANGES = [...TOLD_CHANGES, 'missed', 'injection'] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** A change after which the tolerance card is due, and when it was read. It can be given to nobody. */
export const TRANSITION = {
  type: 'transition',
  home: 'private',
  schema: v.object({
    what: v.picklist(CHANGES),
    /** The day of the change. */
    day,
    /** The medicine it is about; null where it is about none. */
    medicine: v.nullable(v.pipe(v.string(), v.maxLength(64))),
    /** When the card was read, ms since 1970; null until then. */
    seen: v.nullable(moment),
  }),
} as const satisfies RecordType<v.GenericSchema>;

export type Transition = FieldsOf<typeof TRANSITION> & { readonly id: string };

/** A reason to show the card. `id` is the record to mark as seen; without one a new record is kept. */
export interface CardReason {
  readonly what: ChangeKind;
  readonly day: string;
  readonly medicine: string | null;
  readonly id: string | undefined;
}

/** Days after a change in which the card is still brought up. It can be read at any time. */
const CARD_DAYS = 90;

export interface CardFacts {
  readonly transitions: readonly Transition[];
  readonly medicines: readonly Medicine[];
  readonly doses: readonly Dose[];
  /** Dates told of among the early signs: some are such a change too. */
  readonly hardTimes: readonly Pick<HardTime, 'kind' | 'day'>[];
}

/** Changes that can also be told of as a hard time, and as which. */
export const LEAVING: Partial<Record<ChangeKind, HardTime['kind']>> = {
  detox: 'treatment',
  rehab: 'treatment',
  hospital: 'treatment',
  release: 'release',
};

/** Days by which two tellings of one leaving may differ: people count from the last dose, the door or the way home. */
const SAME_LEAVING = 7;
const near = (one: { readonly day: string }, other: { readonly day: string }): boolean =>
  Math.abs(daysFrom(one.day, other.day)) <= SAME_LEAVING;

/** Hard times after which a body takes less than before, as the change that each is. */
const LEFT: Partial<Record<HardTime['kind'], ChangeKind>> = { release: 'release', treatment: 'break' };

/**
 * Why the tolerance card should be shown now, if it should: a change the person told of, here or as a hard time, two
 * or more days without a methadone or buprenorphine dose, or an injection that may be wearing off. Once for each, and
 * never again after it was read. Who told of one leaving twice, also with days that differ a little, reads it once.
 * @param now ms since 1970
 * @param zone the phone's zone
 */
export function toleranceCardDue(facts: CardFacts, now: number, zone: string): CardReason | undefined {
  const { transitions, medicines } = facts;
  const today = dayIn(now, zone);
  const seen = (what: ChangeKind, medicine: string | null, from: string): boolean =>
    transitions.some(
      (one) =>
        one.what === what && one.medicine === medicine && one.seen !== null && dayIn(one.seen, zone) >= from,
    );
  const read = transitions.filter((one) => one.seen !== null);
  /** A leaving that was read of already: told of here twice, or first as a hard time. */
  const readAs = (one: Transition): boolean =>
    LEAVING[one.what] !== undefined &&
    (read.some((other) => other.what === one.what && near(other, one)) ||
      facts.hardTimes.some(
        (time) =>
          time.kind === LEAVING[one.what] &&
          near(time, one) &&
          read.some((other) => other.what === LEFT[time.kind] && other.day === time.day),
      ));
  const told = transitions
    .filter((one) => one.seen === null && !readAs(one))
    .map(({ what, day: date, medicine, id }): CardReason => ({ what, day: date, medicine, id }));
  const readSince = (date: string): boolean =>
    transitions.some(({ seen: at, medicine }) => at !== null && medicine === null && dayIn(at, zone) >= date);
  const left = facts.hardTimes.flatMap(({ kind, day: date }): CardReason[] => {
    const what = LEFT[kind];
    const here = transitions.some(
      (one) =>
        LEAVING[one.what] === kind && near(one, { day: date }) && (one.seen !== null || one.day <= today),
    );
    return what && !here && !readSince(date) ? [{ what, day: date, medicine: null, id: undefined }] : [];
  });
  const found = medicines
    // An injection holds on after the person has stopped it, and its end comes all the same.
    .filter((one) => formOf(one.kind) === 'injection' || isCurrent(one, today))
    .flatMap((medicine) => changeOf(medicine, facts.doses, now, zone) ?? [])
    .filter(({ what, day: date, medicine }) => !seen(what, medicine, date));
  return [...told, ...left, ...found]
    .filter(({ day: date }) => date <= today && date > addDays(today, -CARD_DAYS))
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))[0];
}

function changeOf(
  medicine: Medicine,
  doses: readonly Dose[],
  now: number,
  zone: string,
): CardReason | undefined {
  const { id, kind } = medicine;
  if (formOf(kind) === 'injection') {
    const time = injectionTime(medicine, doses);
    const state = time && injectionState(time, dayIn(now, zone));
    return time && (state === 'wearing' || state === 'over')
      ? { what: 'injection', day: time.wearingFrom, medicine: id, id: undefined }
      : undefined;
  }
  if (kind !== 'methadone' && kind !== 'buprenorphine' && kind !== 'naltrexone') return undefined;
  const { advice, since } = missedSince(medicine, doses, now, zone);
  return since !== undefined && ringFirst(advice)
    ? { what: 'missed', day: since, medicine: id, id: undefined }
    : undefined;
}
