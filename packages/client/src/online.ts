import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { InviteId, ServerFrame } from '@holdfast/protocol';
import type { LiveChannel } from '@holdfast/sync';
import { guestKeys } from '@holdfast/vault';
import type { Account } from './account.ts';
import type { StepError } from './env.ts';
import { leaveServer } from './leaving.ts';
import { readRecords } from './records.ts';
import { Round } from './round.ts';

/** Between rounds when nothing was heard: short without a live channel, long with one. Ms. */
const POLL = 20_000;
const POLL_LIVE = 5 * 60_000;
/** First and longest wait after a failure, ms. */
const RETRY = 2_000;
const RETRY_MAX = 60_000;
/** Writes within this time go out in one round, ms. */
const GATHER = 60;

/** Keeps an account in step with its server: one round at a time, by hint when live, by poll when not. */
export class Online {
  readonly #account: Account;
  readonly #round: Round;
  #running: Promise<Result<void, StepError>> | undefined;
  #again = false;
  #started = false;
  #failures = 0;
  #live: LiveChannel | undefined;
  #cancelTimer: (() => void) | undefined;
  #onLeft: (() => void) | undefined;
  connected = false;

  constructor(account: Account) {
    this.#account = account;
    this.#round = new Round(account);
  }

  /** One full round that starts after this call, the account's own copy included. Rounds never overlap. */
  sync(): Promise<Result<void, StepError>> {
    this.#round.accountChanged();
    return this.#sync();
  }

  async #sync(): Promise<Result<void, StepError>> {
    if (this.#running) {
      this.#again = true;
      await this.#running;
      return this.#running ?? this.#sync();
    }
    this.#again = false;
    this.#running = this.#round.run();
    try {
      const done = await this.#running;
      this.#connected(done.ok);
      return done;
    } finally {
      this.#running = undefined;
    }
  }

  /** Removes the account from the server, after whatever runs now. From then on nothing else is sent. */
  async leave(): Promise<Result<void, StepError>> {
    this.stop();
    await this.#running;
    return leaveServer(this.#account, this.#round.exchange);
  }

  /** `onLeft` is called when the account is gone from the server, because somebody said so. */
  start(onLeft?: () => void): void {
    if (this.#started) return;
    this.#started = true;
    this.#onLeft = onLeft;
    this.#next(0);
  }

  stop(): void {
    this.#started = false;
    this.#cancelTimer?.();
    this.#live?.close();
    this.#live = undefined;
  }

  /** Something was written or asked for here: go soon. */
  wake(): void {
    if (this.#started) this.#next(GATHER);
  }

  #next(ms: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#account.env.timers.after(ms, () => void this.#turn().catch(this.#goOn));
  }

  /** A bug in one round is said as one, and must not be the end of all rounds: what is written here has to go out. */
  readonly #goOn = (bug: unknown): never => {
    if (this.#started) this.#next(RETRY_MAX);
    throw bug;
  };

  async #turn(): Promise<void> {
    const done = await this.#sync();
    if (!this.#started) return;
    if (done.ok && this.#account.device.leaving) return this.#onLeft?.();
    if (done.ok) {
      this.#failures = 0;
      await this.#watch();
    } else this.#failures += 1;
    if (!this.#started) return;
    if (this.#again || (done.ok && this.#round.hasMore)) return this.#next(0);
    // What is missing is asked for again soon, and said when it does not come.
    const wait = done.ok
      ? this.#live && !this.#account.hasGaps
        ? POLL_LIVE
        : POLL
      : Math.min(RETRY * 2 ** (this.#failures - 1), RETRY_MAX);
    this.#next(wait);
  }

  /** Opens the live channel when there is none, and tells it everything worth a hint. */
  async #watch(): Promise<void> {
    const account = this.#account;
    const p = account.env.primitives;
    const spaces = account
      .replicas()
      .flatMap((replica) => account.readKeys(replica).map((key) => ({ spaceId: replica.spaceId, key })));
    const open = readRecords('invite', account.home.store.list('invite')).filter(
      ({ state }) => state === 'open',
    );
    const waiting = readRecords('invitation', account.home.store.list('invitation')).filter(
      ({ state }) => state === 'waiting',
    );
    const keys = [
      account.login,
      ...spaces.map(({ key }) => key),
      ...open.map(({ ownerSeed }) => p.signKeys(ownerSeed)),
      ...waiting.map(({ id, secret }) => guestKeys(p, { inviteId: id as InviteId, secret })),
    ];
    const proved = await account.session.prove(keys);
    if (!proved.ok) return;
    if (!this.#live) {
      const opened = await account.session.live(
        [],
        (frame) => this.#hint(frame),
        () => this.#closed(),
      );
      if (!opened.ok) return;
      this.#live = opened.value;
    }
    this.#live.watch({
      type: 'watch',
      spaces: spaces.map(({ spaceId, key }) => ({ spaceId, readKey: key.publicKey })),
      invites: [...open, ...waiting].map(({ id }) => id as InviteId),
      account: account.accountId,
    });
  }

  #hint(frame: ServerFrame): void {
    if (frame.type === 'ready') return;
    if (frame.type === 'over') {
      this.#account.session.forget();
      this.#round.accountChanged();
    }
    if (frame.type === 'account') this.#round.accountChanged();
    if (frame.type === 'space' && !this.#running) return void this.#pullOne(frame);
    this.#again = true;
    this.#next(0);
  }

  /** A reader's hint needs one request, not a round: a new line is there within a moment. */
  async #pullOne(frame: Extract<ServerFrame, { type: 'space' }>): Promise<void> {
    const replica = this.#account.replicas().find(({ spaceId }) => spaceId === frame.spaceId);
    if (!replica || replica.cursor >= frame.seq) return;
    const pulling = this.#round.pullOne(frame.spaceId);
    this.#running = pulling.then((done) => (done.ok ? ok(undefined) : err(done.error)));
    const done = await pulling;
    this.#running = undefined;
    if (!done.ok || !done.value || this.#again) this.#next(0);
  }

  #closed(): void {
    this.#live = undefined;
    if (this.#started) this.#next(RETRY);
  }

  #connected(yes: boolean): void {
    if (this.connected === yes) return;
    this.connected = yes;
    this.#account.env.onChange?.();
  }
}
