import { toHex } from '@holdfast/base';
import type { AccountId, Locator, RecoveryId, Request, Verb } from '@holdfast/protocol';
import type { Primitives } from '@holdfast/vault';
import { requestTranscript, sixWords } from '@holdfast/vault';
import { WORD_LISTS } from '@holdfast/vault/words';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** When everyone says yes, and that is three at least, nothing holds longer than this. Ms. */
const EVERYONE = 30 * DAY;

/** What an account told the server of its people. */
export interface Armed {
  readonly accountId: AccountId;
  readonly locator: Locator;
  readonly half: Uint8Array;
  readonly needed: number;
  readonly waitHours: number;
  readonly approvers: ReadonlySet<string>;
}

type Event = { readonly at: number } & (
  | { readonly what: 'arm'; readonly accountId: AccountId; readonly armed: Armed | undefined }
  | { readonly what: 'ask'; readonly requestId: RecoveryId; readonly locator: Locator }
  | { readonly what: 'yes'; readonly requestId: RecoveryId; readonly approver: string }
  | { readonly what: 'there' | 'mine' | 'out' | 'taken back'; readonly requestId: RecoveryId }
  | { readonly what: 'away'; readonly since: number }
  | { readonly what: 'back' }
  | { readonly what: 'veto'; readonly accountId: AccountId }
);

/**
 * What reached the server about people who let somebody back in, in order. Whether the server may give its half out is
 * worked out from that alone, in ms and without the rules that client and server share.
 */
export class TrustedLog {
  readonly #p: Primitives;
  #events: Event[] = [];
  /** Everything that was ever armed, whatever a restore undid. */
  readonly everArmed: Armed[] = [];
  /** The six words of each request. */
  readonly #words = new Map<RecoveryId, string>();

  constructor(p: Primitives) {
    this.#p = p;
  }

  /** The arrangement that the server holds for an account. */
  armedBy(accountId: AccountId): Armed | undefined {
    const last = this.#events.findLast((one) => one.what === 'arm' && one.accountId === accountId);
    return last?.what === 'arm' ? last.armed : undefined;
  }

  /** A call that the server carried out at this time. Answers what must not have happened. */
  note(verb: Verb, request: object, at: number, readOut: ReadonlySet<string>): string | undefined {
    switch (verb) {
      case 'recovery.arm': {
        const { accountId, approvers, ...rest } = request as Request<'recovery.arm'>;
        const armed = { ...rest, accountId, approvers: new Set(approvers.map(toHex)) };
        if (sameHalf(this.armedBy(accountId), armed)) return undefined;
        this.everArmed.push(armed);
        this.#events.push({ at, what: 'arm', accountId, armed });
        return undefined;
      }
      case 'recovery.disarm': {
        const { accountId } = request as Request<'recovery.disarm'>;
        this.#events.push({ at, what: 'arm', accountId, armed: undefined });
        return undefined;
      }
      case 'recovery.request': {
        const { requestId, locator, sealKey } = request as Request<'recovery.request'>;
        if (this.#asked(requestId)) return undefined;
        this.#events.push({ at, what: 'ask', requestId, locator });
        const account = this.#arrangementOf(requestId)?.accountId;
        if (!account) return `[SIM-11] a request was taken under a code of no account`;
        const transcript = requestTranscript(this.#p, account, { requestId, sealKey });
        this.#words.set(requestId, sixWords(transcript, WORD_LISTS.en).join(' '));
        return undefined;
      }
      case 'recovery.approve': {
        const { requestId, approverKey } = request as Request<'recovery.approve'>;
        this.#events.push({ at, what: 'yes', requestId, approver: toHex(approverKey) });
        const heard = readOut.has(this.#words.get(requestId) ?? '');
        return heard ? undefined : `[SIM-11] a share went to a phone whose words nobody read out`;
      }
      case 'recovery.present': {
        const { requestId, mine } = request as Request<'recovery.present'>;
        this.#events.push({ at, what: mine ? 'mine' : 'there', requestId });
        return undefined;
      }
      case 'recovery.cancel': {
        const { requestId } = request as Request<'recovery.cancel'>;
        this.#events.push({ at, what: 'taken back', requestId });
        return undefined;
      }
      case 'recovery.veto':
        this.#events.push({ at, what: 'veto', accountId: (request as Request<'recovery.veto'>).accountId });
        return undefined;
      case 'recovery.release': {
        const { requestId } = request as Request<'recovery.release'>;
        const why = this.#mayNot(requestId, at);
        this.#events.push({ at, what: 'out', requestId });
        return why && `[SIM-11] the server gave its half out ${why}`;
      }
      default:
        return undefined;
    }
  }

  /** The server was away until now. */
  away(since: number, at: number): void {
    this.#events.push({ at, what: 'away', since });
  }
  /** The server went back to what it held then: what passed since is a time in which it was away. */
  restored(to: number, at: number): void {
    this.#events = this.#events.filter((event) => event.at < to);
    this.#events.push({ at, what: 'away', since: to }, { at, what: 'back' });
  }

  #asked(requestId: RecoveryId): (Event & { what: 'ask' }) | undefined {
    return this.#events.find(
      (one): one is Event & { what: 'ask' } => one.what === 'ask' && one.requestId === requestId,
    );
  }
  /** Under what it was asked. */
  #arrangementOf(requestId: RecoveryId): Armed | undefined {
    const locator = this.#asked(requestId)?.locator;
    return this.everArmed.find((armed) => armed.locator === locator);
  }

  /** Why the half may not be given out at this time; undefined where it may. */
  #mayNot(requestId: RecoveryId, now: number): string | undefined {
    const asked = this.#asked(requestId);
    const armed = this.#arrangementOf(requestId);
    if (!asked || !armed) return 'for a request that nobody made';
    const since = this.#events.slice(this.#events.indexOf(asked));
    const changed = since.some((one) => one.what === 'arm' && one.accountId === armed.accountId);
    if (changed || !sameHalf(this.armedBy(armed.accountId), armed)) return 'under people who were replaced';
    if (since.some((one) => one.what === 'out' && one.requestId === requestId)) return undefined;
    const said = since.flatMap((one) =>
      one.what === 'yes' && one.requestId === requestId ? one.approver : [],
    );
    const yes = new Set(said.filter((key) => armed.approvers.has(key))).size;
    if (yes < armed.needed) return `for ${yes} of ${armed.needed} people`;
    if (since.some((one) => one.what === 'taken back' && one.requestId === requestId))
      return 'after it was taken back';
    if (since.some(({ what, at }) => what === 'back' && now < at + DAY)) return 'on the day of a restore';
    const away = since.flatMap((one) => (one.what === 'away' ? [[one.since, one.at] as const] : []));
    const everyone = armed.approvers.size >= 3 && yes === armed.approvers.size;
    if (everyone && now >= asked.at + EVERYONE + outside(away)) return undefined;
    const stops = since.filter(
      (one) =>
        (one.what === 'veto' && one.accountId === armed.accountId) ||
        ((one.what === 'there' || one.what === 'mine') && one.requestId === requestId),
    );
    if (stops.some(({ what }) => what === 'veto')) return 'after a veto';
    const mine = stops.find(({ what }) => what === 'mine');
    const there = stops.find(({ what }) => what === 'there');
    const stopped = there && (!mine || there.at < mine.at) ? there : undefined;
    if (stopped && !mine) return 'while a phone of the person was in use';
    // The server counts whole hours: what was lost while it stood still may be an hour less than it took.
    const lost = stopped ? outside([...away, [stopped.at, mine!.at]]) - HOUR : outside(away);
    const waited = now - asked.at - lost;
    return waited < armed.waitHours * HOUR ? `after ${waited / HOUR} of ${armed.waitHours} hours` : undefined;
  }
}

/** How long some spans of time are together, what lies in two of them once. */
function outside(spans: readonly (readonly [number, number])[]): number {
  let [sum, reached] = [0, Number.NEGATIVE_INFINITY];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum;
}

const sameHalf = (a: Armed | undefined, b: Armed): boolean =>
  a !== undefined && a.locator === b.locator && toHex(a.half) === toHex(b.half);
