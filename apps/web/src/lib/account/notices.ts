import type { Status } from '@holdfast/client';

export const VISITS_KEY = 'hf.visits';
export const CARD_LATER_KEY = 'hf.card-later';
/** How long a slow connection has, ms, before what waits to be sent is said. */
export const SETTLED_MS = 6000;
/** The visit from which the recovery card is offered, if it was not asked for before. */
export const CARD_VISIT = 3;

/** What Today has to say. Having no signal is normal and is no notice; things that wait to be sent are. */
export interface Notices {
  readonly storage?: Exclude<Status['storage'], 'ok'>;
  readonly alarm?: true;
  /** Something that others name does not come. */
  readonly heldBack?: true;
  /** The server had less than before. */
  readonly setBack?: true;
  /** Somebody asks to be let in with trusted people; `mine` once the person said that it is them. */
  readonly asked?: { readonly readyAt: number; readonly mine: boolean };
  /** Somebody to whom nothing goes until they are made sure of. */
  readonly held?: { readonly id: string; readonly name: string };
  /** The id of a device that was added elsewhere. */
  readonly newDevice?: string;
  /** Whole hours by which this phone's clock is off. */
  readonly clockHours?: number;
  /** Writes that wait for signal. */
  readonly onlyHere?: number;
  readonly card?: true;
}

export function noticesFor(
  status: Status,
  {
    visits,
    later,
    settled,
  }: {
    readonly visits: number;
    readonly later: boolean;
    /** The page has been open for a while: a connection that takes a second is no notice. */
    readonly settled: boolean;
  },
): Notices {
  const { storage, alarm, held, heldBack, setBack, newDevices, clockOff, onlyHere, online, recoveryAsked } =
    status;
  const newDevice = newDevices.find((device) => !device.revoked)?.id;
  return {
    ...(storage === 'ok' ? {} : { storage }),
    ...(alarm === 'none' ? {} : { alarm: true }),
    ...(heldBack ? { heldBack: true } : {}),
    ...(setBack ? { setBack: true } : {}),
    ...(recoveryAsked ? { asked: { readyAt: recoveryAsked.readyAt, mine: recoveryAsked.mine } } : {}),
    ...(held[0] ? { held: held[0] } : {}),
    ...(newDevice === undefined ? {} : { newDevice }),
    ...(clockOff === 0 ? {} : { clockHours: Math.round(Math.abs(clockOff) / 3_600_000) }),
    // While connected they are on their way.
    ...(online || onlyHere === 0 || storage === 'denied' || !settled ? {} : { onlyHere }),
    ...(status.waysBack.card === 'none' && visits >= CARD_VISIT && !later ? { card: true } : {}),
  };
}

/** Visits are counted by day, so that looking twice is one visit. */
export function countVisit(stored: string | null, day: string): { visits: number; text: string } {
  const [count = '0', last = ''] = (stored ?? '').split(' ');
  const before = /^\d{1,4}$/.test(count) ? Number(count) : 0;
  const visits = last === day ? before : before + 1;
  return { visits, text: `${visits} ${day}` };
}
