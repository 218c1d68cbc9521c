import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Clock, Random } from '@holdfast/base';
import type { Verb } from '@holdfast/protocol';

/** A bucket that holds `burst` tokens and regains `perSecond` of them. One call takes one, and of `append` one for each KiB. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}
export type LimitName =
  | 'open'
  | 'prove'
  | 'find'
  | 'create'
  | 'invite'
  | 'space'
  | 'append'
  | 'blob'
  | 'due'
  | 'recovery'
  | 'ask'
  | 'live'
  | 'session';
export type Limits = { readonly [Name in LimitName]: Limit };

/**
 * [OPS-4] Generous enough for a family, or a clinic's waiting room, behind one address. `session` counts every
 * call of one session; the others count calls of one network.
 */
export const DEFAULT_LIMITS: Limits = {
  open: { burst: 120, perSecond: 2 },
  prove: { burst: 240, perSecond: 4 },
  find: { burst: 30, perSecond: 0.2 },
  create: { burst: 60, perSecond: 0.1 },
  invite: { burst: 240, perSecond: 2 },
  // A phone with a hundred contacts brings all its spaces back to a server that lost them.
  space: { burst: 1200, perSecond: 4 },
  // Twenty phones that each send ten thousand entries again at once, then 64 KiB a second.
  append: { burst: 128 * 1024, perSecond: 64 },
  // Three of the largest photos at once, then 256 KiB a second.
  blob: { burst: 256, perSecond: 4 },
  due: { burst: 240, perSecond: 2 },
  recovery: { burst: 60, perSecond: 0.2 },
  // Asking to be let back in: each may put another request out of its place.
  ask: { burst: 12, perSecond: 1 / 600 },
  live: { burst: 120, perSecond: 2 },
  session: { burst: 600, perSecond: 30 },
};

/** Verbs whose bytes are counted per network: what they store is kept until its owner removes it. */
export const STORING: ReadonlySet<Verb> = new Set<Verb>(['space.append', 'space.epoch']);

/** The limit per network that a verb falls under, if any. */
export function networkLimitOf(verb: Verb): Exclude<LimitName, 'session' | 'live' | 'append'> | undefined {
  if (verb === 'session.open') return 'open';
  if (verb === 'session.prove') return 'prove';
  if (verb === 'account.find') return 'find';
  if (verb === 'account.create') return 'create';
  if (verb === 'space.create' || verb === 'space.addWriter') return 'space';
  if (verb === 'space.putChunk' || verb === 'space.removeBlob') return 'blob';
  if (/^(mailbox|due|push)\./.test(verb)) return 'due';
  // Devices of an account ask in every round; the others meet a code that was read out.
  if (verb === 'recovery.request') return 'ask';
  if (/^recovery\.(cancel|look|approve|read|release)$/.test(verb)) return 'recovery';
  return verb.startsWith('invite.') ? 'invite' : undefined;
}

interface Bucket {
  tokens: number;
  at: number;
}
const DAY = 86_400_000;

export class RateLimits {
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #networks = new Map<string, Bucket>();
  #sessions = new WeakMap<object, Bucket>();
  #day = -1;
  #dayKey: Uint8Array = new Uint8Array(0);

  constructor(limits: Limits, clock: Clock, random: Random) {
    this.#limits = limits;
    this.#clock = clock;
    this.#random = random;
  }

  /** Takes tokens. Answers 0, or the whole seconds until there are as many; then it takes none. */
  ofNetwork(name: LimitName, address: string, tokens = 1): number {
    const key = `${name} ${this.#pseudonym(address)}`;
    let bucket = this.#networks.get(key);
    if (bucket === undefined) this.#networks.set(key, (bucket = this.#full(name)));
    return this.#take(name, bucket, tokens);
  }

  ofSession(session: object): number {
    let bucket = this.#sessions.get(session);
    if (bucket === undefined) this.#sessions.set(session, (bucket = this.#full('session')));
    return this.#take('session', bucket, 1);
  }

  /** Forgets buckets that have refilled: they say nothing any more. */
  sweep(): void {
    const now = this.#clock.now();
    for (const [key, bucket] of this.#networks) {
      const { burst, perSecond } = this.#limits[key.slice(0, key.indexOf(' ')) as LimitName];
      if (bucket.tokens + ((now - bucket.at) / 1000) * perSecond >= burst) this.#networks.delete(key);
    }
  }

  #full(name: LimitName): Bucket {
    return { tokens: this.#limits[name].burst, at: this.#clock.now() };
  }

  #take(name: LimitName, bucket: Bucket, tokens: number): number {
    const { burst, perSecond } = this.#limits[name];
    const now = this.#clock.now();
    // A clock set back must not drain the bucket.
    const elapsed = Math.max(0, now - bucket.at) / 1000;
    bucket.tokens = Math.min(burst, bucket.tokens + elapsed * perSecond);
    bucket.at = now;
    if (bucket.tokens >= tokens) {
      bucket.tokens -= tokens;
      return 0;
    }
    return Math.max(1, Math.ceil((tokens - bucket.tokens) / perSecond));
  }

  /** A network under a key that lives for one day, so that no address is kept and days cannot be joined. */
  #pseudonym(address: string): string {
    const day = Math.floor(this.#clock.now() / DAY);
    if (day !== this.#day) {
      this.#day = day;
      this.#dayKey = this.#random.bytes(32);
      this.#networks.clear();
    }
    return createHmac('sha256', this.#dayKey).update(networkOf(address)).digest('base64url');
  }
}

/** The /24 of an IPv4 address or the /48 of an IPv6 one, as text. Anything else is one network. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (/^\d+\.\d+\.\d+\.\d+$/.test(mapped)) return mapped.slice(0, mapped.lastIndexOf('.'));
  if (!isIPv6(address)) return 'unknown';
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...gap, ...right]
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
