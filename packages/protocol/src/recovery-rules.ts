import { LIMITS } from './limits.ts';

/** The rules by which a request to be let back in is released, in whole hours since 1970 by the server's database. */
const HOUR = 3_600_000;
const DAY = 24;

/** [RCV-4] After a veto, no new request for so many hours. */
export const VETO_LOCK = 24;
/** [RCV-5] So many vetoes within so many hours, and no request is taken any more. */
export const VETOES = { count: 3, within: 30 * DAY } as const;
/** [RCV-6] When everyone says yes, neither a veto nor a device in use holds longer than this, hours. */
const EVERYONE = 30 * DAY;
/** [RCV-6] Fewer people than this are never everyone: two can be a couple, or a partner and a parent. */
const EVERYONE_FROM = 3;
/** [RCV-9] A request and what became of it are forgotten after so many hours. */
export const REQUEST_KEPT = 60 * DAY;
/** [RCV-9] One that nobody said yes to, and that was not stopped for good, is forgotten after so many hours. */
export const REQUEST_KEPT_ALONE = 7 * DAY;
/** [RCV-10] After a restore a request waits so many hours at least. */
const AFTER_RESTORE = 24;

/** What was agreed when the method was set up. */
export interface RecoveryTerms {
  readonly waitHours: number;
  readonly needed: number;
  readonly people: number;
}

/** One request. Hours since 1970; null for what did not happen. */
export interface RecoveryCase {
  readonly begunHour: number;
  readonly stoppedHour: number | null;
  /** The person said on one of their devices that it is them. */
  readonly owned: boolean;
  readonly vetoedHour: number | null;
  readonly releasedHour: number | null;
}

export interface RecoveryStanding {
  readonly state: 'open' | 'stopped' | 'vetoed' | 'released';
  readonly enough: boolean;
  /** Ms since 1970. */
  readonly begunAt: number;
  /** Ms since 1970: when its time is over as it stands; where it was stopped, when everyone could overrule that. */
  readonly readyAt: number;
  /** Whether it may be released now. */
  readonly ready: boolean;
}

/** [RCV-2] A request begins on the next full hour, so that no finer time is stored. */
export const beginning = (now: number): RecoveryCase => ({
  begunHour: Math.ceil(now / HOUR),
  stoppedHour: null,
  owned: false,
  vetoedHour: null,
  releasedHour: null,
});

/** [RCV-2] [RCV-3] [RCV-6] Where a request stands at a time, ms since 1970. */
export function standingOf(
  request: RecoveryCase,
  { waitHours, needed, people }: RecoveryTerms,
  approvals: number,
  now: number,
): RecoveryStanding {
  const { begunHour, stoppedHour, vetoedHour, releasedHour } = request;
  const state =
    releasedHour !== null
      ? 'released'
      : vetoedHour !== null
        ? 'vetoed'
        : stoppedHour !== null
          ? 'stopped'
          : 'open';
  const held = state === 'vetoed' || state === 'stopped';
  const readyAt = (begunHour + (held ? EVERYONE : waitHours)) * HOUR;
  const enough = held ? people >= EVERYONE_FROM && approvals >= people : approvals >= needed;
  const ready = state === 'released' || (enough && now >= readyAt);
  return { state, enough: approvals >= needed, begunAt: begunHour * HOUR, readyAt, ready };
}

/** [RCV-3] A device of the account is in use. Once the person said that it is them, that stops nothing. */
export function inUse(request: RecoveryCase, now: number): RecoveryCase {
  const isOver = request.owned || request.vetoedHour !== null || request.releasedHour !== null;
  return isOver || request.stoppedHour !== null
    ? request
    : { ...request, stoppedHour: Math.max(Math.floor(now / HOUR), request.begunHour) };
}

/** [RCV-3] The person said so on a device: the rest of the time runs. */
export function owned(request: RecoveryCase, now: number): RecoveryCase {
  if (request.vetoedHour !== null || request.releasedHour !== null) return request;
  const { stoppedHour, begunHour } = request;
  const lost = stoppedHour === null ? 0 : Math.max(0, Math.floor(now / HOUR) - stoppedHour);
  return { ...request, owned: true, stoppedHour: null, begunHour: begunHour + lost };
}

/** [RCV-4] */
export const vetoed = (request: RecoveryCase, now: number): RecoveryCase =>
  request.vetoedHour !== null || request.releasedHour !== null
    ? request
    : { ...request, vetoedHour: Math.floor(now / HOUR) };

/**
 * [RCV-10] The server was away for so long, ms, or its clock jumped by it: nobody could stop anything in that time, so
 * all of a request moves along. In whole hours, rounded up, because no finer time is stored.
 */
export function putOff(request: RecoveryCase, gap: number): RecoveryCase {
  if (request.releasedHour !== null) return request;
  const hours = Math.ceil(gap / HOUR);
  const later = (hour: number | null): number | null => (hour === null ? null : hour + hours);
  return {
    ...request,
    begunHour: request.begunHour + hours,
    stoppedHour: later(request.stoppedHour),
    vetoedHour: later(request.vetoedHour),
  };
}

/** [RCV-10] The server went back to a backup, which may not know of a veto: a day is left at least to say it again. */
export function held(
  request: RecoveryCase,
  { waitHours }: Pick<RecoveryTerms, 'waitHours'>,
  now: number,
): RecoveryCase {
  const { begunHour, stoppedHour, vetoedHour, releasedHour } = request;
  if (releasedHour !== null) return request;
  const wait = stoppedHour === null && vetoedHour === null ? waitHours : EVERYONE;
  const begun = Math.max(begunHour, Math.ceil(now / HOUR) + AFTER_RESTORE - wait);
  const stopped = stoppedHour === null ? null : Math.max(stoppedHour, begun);
  return { ...request, begunHour: begun, stoppedHour: stopped };
}

/** [RCV-9] Whether nobody said yes to a request for so long that it is forgotten. */
const isForgotten = (request: RecoveryCase, approvals: number, now: number): boolean =>
  approvals === 0 &&
  request.vetoedHour === null &&
  request.releasedHour === null &&
  now >= (request.begunHour + REQUEST_KEPT_ALONE) * HOUR;

/**
 * [RCV-2] [RCV-9] Which requests make room for a new one: those that are forgotten and, where too many wait, those that
 * the fewest said yes to, the oldest first. Whoever knows the code can fill the places, and must not shut anybody out.
 */
export function makingRoom<T extends { readonly case: RecoveryCase; readonly approvals: number }>(
  earlier: readonly T[],
  now: number,
): T[] {
  const forgotten = earlier.filter((one) => isForgotten(one.case, one.approvals, now));
  const waiting = earlier.filter(
    (one) => !forgotten.includes(one) && one.case.vetoedHour === null && one.case.releasedHour === null,
  );
  const first = waiting.toSorted((a, b) => a.approvals - b.approvals || a.case.begunHour - b.case.begunHour);
  return [...forgotten, ...first.slice(0, Math.max(0, waiting.length + 1 - LIMITS.recoveryOpen))];
}

/** [RCV-4] [RCV-5] Whether a new request is taken: 'off' for good, or after so many whole seconds. */
export function mayRequest(earlier: readonly RecoveryCase[], now: number): 'off' | number {
  const vetoes = new Set(earlier.flatMap(({ vetoedHour }) => vetoedHour ?? []));
  const recent = [...vetoes].filter((hour) => now / HOUR - hour < VETOES.within);
  if (recent.length >= VETOES.count) return 'off';
  const last = Math.max(...recent, Number.NEGATIVE_INFINITY);
  // A veto is noted with the hour that it fell into.
  return Math.max(0, Math.ceil(((last + 1 + VETO_LOCK) * HOUR - now) / 1000));
}
