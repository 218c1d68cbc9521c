import type { Clock, Random } from '@holdfast/base';
import { sha256 } from '../sha256.ts';
import { Session } from './session.ts';

const HOUR = 3_600_000;
/** [AUT-3] How long a session lives without use, and at most. Ms. */
export const IDLE_MS = HOUR;
export const LIFE_MS = 12 * HOUR;
/** Sessions kept at once; beyond it the one unused for longest ends. About 1 KB each. */
const CAPACITY = 100_000;

const nameOf = (token: Uint8Array): string => Buffer.from(sha256(token)).toString('base64url');

/** All sessions, by the hash of their token, so that a memory dump of this map logs nobody in. */
export class Sessions {
  readonly #byToken = new Map<string, Session>();
  readonly #enders = new Set<(session: Session) => void>();
  readonly #clock: Clock;
  readonly #random: Random;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  open(): { token: Uint8Array; session: Session } {
    const token = this.#random.bytes(32);
    const session = new Session(this.#random.bytes(32), this.#clock.now());
    if (this.#byToken.size >= CAPACITY) this.#endOldest();
    this.#byToken.set(nameOf(token), session);
    return { token, session };
  }

  /** The live session of a token, counted as used now. */
  find(token: Uint8Array): Session | undefined {
    const name = nameOf(token);
    const session = this.#byToken.get(name);
    if (session === undefined) return undefined;
    const now = this.#clock.now();
    if (this.#isOld(session, now)) {
      this.#end(name, session);
      return undefined;
    }
    session.usedAt = now;
    // Kept in order of use, so that the first entry is the one unused for longest.
    this.#byToken.delete(name);
    this.#byToken.set(name, session);
    return session;
  }

  /** Ends every session but `except` that holds the key: its device was removed from the account. */
  endHolding(publicKey: Uint8Array, except: Session): void {
    for (const [name, session] of this.#byToken) {
      if (session !== except && session.holds(publicKey)) this.#end(name, session);
    }
    except.remove(sha256, publicKey);
  }

  endOld(): void {
    const now = this.#clock.now();
    for (const [name, session] of this.#byToken) if (this.#isOld(session, now)) this.#end(name, session);
  }

  /** Calls `listener` whenever a session ends, whatever ended it. */
  onEnd(listener: (session: Session) => void): void {
    this.#enders.add(listener);
  }

  #isOld(session: Session, now: number): boolean {
    return now - session.usedAt >= IDLE_MS || now - session.openedAt >= LIFE_MS;
  }
  #endOldest(): void {
    const [oldest] = this.#byToken;
    if (oldest !== undefined) this.#end(...oldest);
  }
  #end(name: string, session: Session): void {
    this.#byToken.delete(name);
    session.over = true;
    for (const ender of this.#enders) ender(session);
  }
}
