import type { Result } from '@holdfast/base';
import type { Failure, HoldfastApi, RecoverFailure, Status, UnlockFailure } from '@holdfast/client';
import type { RecordTypeName, StoredRecord } from '@holdfast/recovery';
import { later, localDay, nowMs } from '#lib/platform/clock.ts';
import { REFLECTION_KEY } from '#lib/learn/reflection.ts';
import { readLocal, removeLocal, writeLocal } from '#lib/platform/local.ts';
import { HEARD_KEY, WAS_KEY } from '#lib/platform/keys.ts';
import type { Kept } from '#lib/platform/persist.ts';
import { askToKeep, storageKept } from '#lib/platform/persist.ts';
import { pushBrowser, unsubscribe } from '#lib/platform/push.ts';
import { startAccountWorker } from '#lib/platform/start-account.ts';
import { tabLock } from '#lib/platform/tab-lock.ts';
import { RING_KEY } from '#lib/now/ring.ts';
import { LockTimer } from './lock-timer.ts';
import { RING_SHOWN_KEY, readLockMinutes, readRingShown } from './preferences.ts';
import { keepPush } from './push-switch.ts';
import { Query } from './query.svelte.ts';
import type { Connection } from './rpc.ts';
import { connect } from './rpc.ts';

/** opening: not known yet · elsewhere: another tab has it · here: `status` says the rest · broken: the worker ended */
export type Place = 'opening' | 'elsewhere' | 'here' | 'broken';

/**
 * The account as this tab holds it: its worker, who may use it, when it locks, and what screens read from it.
 * One for each document, so that it outlives a visit to Right now.
 */
export class Session {
  place: Place = $state('opening');
  status: Status | undefined = $state.raw();
  kept: Kept = $state('unknown');
  /** Out of sight: a cover hides the page from the list of open apps. */
  covered = $state(false);

  /** Tickets of invites made in this tab: shown here, kept nowhere. */
  readonly tickets = new Map<string, string>();

  readonly #gone: (() => void)[] = [];
  readonly #lock = tabLock(() => this.#lost());
  readonly #timer = new LockTimer();
  readonly #queries = new Map<string, Query<unknown>>();
  #worker: Worker | undefined;
  #connection: Connection | undefined;
  #cancelLock = () => {};
  #begun: Promise<void> | undefined;
  #online = false;

  /** The account's methods. Calls before `begin` or after the worker ended fail with Broken. */
  get api(): HoldfastApi {
    if (!this.#connection) throw new Error('The account is not open in this tab');
    return this.#connection.api;
  }

  get phase(): Status['phase'] | undefined {
    return this.place === 'here' ? this.status?.phase : undefined;
  }

  /** Opens the account in this tab, once; later calls wait for the same. Call after the first paint. */
  begin(): Promise<void> {
    return (this.#begun ??= this.#begin());
  }

  async #begin(): Promise<void> {
    this.#watch();
    if (await this.#lock.take()) await this.#start();
    else this.place = 'elsewhere';
  }

  /** Takes the account over from the tab that has it. */
  async useHere(): Promise<void> {
    this.place = 'opening';
    await this.#lock.takeOver();
    await this.#start();
  }

  /** A question asked of the account, shared by every screen that asks it. */
  query<M extends keyof HoldfastApi>(
    method: M,
    ...args: Parameters<HoldfastApi[M]>
  ): Query<Awaited<ReturnType<HoldfastApi[M]>>> {
    const key = JSON.stringify([method, ...args]);
    type Answer = Awaited<ReturnType<HoldfastApi[M]>>;
    let query = this.#queries.get(key) as Query<Answer> | undefined;
    if (!query) {
      const ask = () =>
        (this.api[method] as (...all: Parameters<HoldfastApi[M]>) => Promise<Answer>)(...args);
      query = new Query(ask);
      this.#queries.set(key, query as Query<unknown>);
    }
    return query;
  }

  /** Every record of a kind, kept in view. */
  records<N extends RecordTypeName>(type: N): Query<readonly StoredRecord<N>[]> {
    return this.query('records', type) as unknown as Query<readonly StoredRecord<N>[]>;
  }

  /** The time, ms since 1970: the server's where this phone's clock is far off. */
  now(): number {
    return nowMs() + (this.status?.clockOff ?? 0);
  }

  async start(purpose: 'own' | 'supporter'): Promise<Result<void, Failure>> {
    const started = await this.api.start(purpose, localDay());
    if (started.ok) this.kept = await askToKeep();
    await this.refresh();
    return started;
  }

  async unlock(pin?: string): Promise<Result<void, UnlockFailure>> {
    const opened = await (pin === undefined ? this.api.unlock() : this.api.unlock(pin));
    await this.refresh();
    return opened;
  }

  /** Opens the account of a recovery card in this browser, in place of whatever was here. */
  async recover(typed: string): Promise<Result<void, RecoverFailure>> {
    const recovered = await this.api.recover(typed);
    if (recovered.ok) this.kept = await askToKeep();
    await this.refresh();
    return recovered;
  }

  /** Opens the account of the other phone that let this one in, in place of whatever was here. */
  async comeIn(): Promise<Result<void, RecoverFailure>> {
    const opened = await this.api.comeIn();
    if (opened.ok) this.kept = await askToKeep();
    await this.refresh();
    return opened;
  }

  /** Opens the account that trusted people let this phone back into. */
  async comeBack(): Promise<Result<void, RecoverFailure>> {
    const opened = await this.api.comeBack();
    if (opened.ok) this.kept = await askToKeep();
    await this.refresh();
    return opened;
  }

  /** Forgets every key: the worker that held them ends. Without a PIN there would be nothing to keep anyone out. */
  async lock(): Promise<void> {
    if (this.phase !== 'open' || this.status?.protection !== 'pin') return;
    this.status = { ...this.status, phase: 'locked' };
    this.#forget();
    await this.#start();
  }

  /** Calls `task` when the account has left this browser: nothing of it may stay in the page either. */
  whenGone(task: () => void): void {
    this.#gone.push(task);
  }

  /** Removes everything of this account from this browser. */
  forgetDevice(): Promise<Result<void, Failure>> {
    return this.#leave(() => this.api.forgetDevice());
  }

  /** Removes the account from its server, and then everything of it from this browser. */
  deleteAccount(): Promise<Result<void, Failure>> {
    return this.#leave(() => this.api.deleteAccount());
  }

  async #leave(act: () => Promise<Result<void, Failure>>): Promise<Result<void, Failure>> {
    const gone = await act();
    if (!gone.ok) {
      await this.refresh();
      return gone;
    }
    await unsubscribe();
    for (const key of [
      RING_KEY,
      RING_SHOWN_KEY,
      HEARD_KEY,
      WAS_KEY,
      REFLECTION_KEY,
      'hf.visits',
      'hf.card-later',
    ])
      removeLocal(key);
    for (const task of this.#gone) task();
    this.#forget();
    await this.#start();
    return gone;
  }

  /** Asks for the status, and for whatever is on screen, again. */
  async refresh(): Promise<void> {
    const asked = this.#connection;
    try {
      let status = await this.api.status();
      if (status.phase === 'locked' && status.protection === 'phone') {
        await this.api.unlock();
        status = await this.api.status();
      }
      if (asked !== this.#connection) return;
      this.status = status;
      this.place = 'here';
      if (status.phase === 'open') this.#opened();
    } catch {
      // A connection that was ended on purpose fails what was still open on it.
      if (asked !== undefined && asked === this.#connection) this.place = 'broken';
    }
  }

  #opened(): void {
    if (!this.#online) {
      this.#online = true;
      void this.#quietly(this.api.goOnline());
      void storageKept().then((kept) => (this.kept = kept));
      void this.#quietly(keepPush(this.api, pushBrowser));
      void this.#quietly(
        this.api.profile().then((profile) => profile && writeLocal(WAS_KEY, profile.purpose)),
      );
    }
    void this.#quietly(this.#mirrorRing());
    for (const query of this.#queries.values()) void query.refresh();
  }

  /** Whether Right now shows people to ring before the PIN. Off removes the copy it reads. */
  async showRing(shown: boolean): Promise<void> {
    writeLocal(RING_SHOWN_KEY, shown ? 'yes' : 'no');
    if (!shown) removeLocal(RING_KEY);
    await this.#quietly(this.#mirrorRing());
  }

  /** People to ring are shown on Right now before any PIN, unless the person turned it off: that page reads this copy. */
  async #mirrorRing(): Promise<void> {
    const people = await this.api.records('person');
    if (!readRingShown(readLocal)) removeLocal(RING_KEY);
    else writeLocal(RING_KEY, JSON.stringify(people.map(({ name, number }) => ({ name, number }))));
  }

  async #quietly(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch {
      // Asked of an account that was closed meanwhile.
    }
  }

  async #start(): Promise<void> {
    const worker = startAccountWorker();
    this.#worker = worker;
    this.#connection = connect(worker, () => void this.refresh());
    worker.addEventListener('error', () => {
      if (this.#worker === worker) this.place = 'broken';
    });
    await this.refresh();
  }

  #forget(): void {
    this.#connection?.end();
    this.#worker?.terminate();
    this.#connection = undefined;
    this.#worker = undefined;
    this.#online = false;
    this.tickets.clear();
    for (const query of this.#queries.values()) query.clear();
  }

  #lost(): void {
    this.#forget();
    this.status = undefined;
    this.place = 'elsewhere';
  }

  #watch(): void {
    document.addEventListener('click', (event) => {
      if (!(event.target instanceof Element)) return;
      if (event.target.closest('a[href^="tel:"], a[href^="sms:"]')) this.#timer.dialled(nowMs());
      if (event.target.closest('input[type="file"]')) this.#timer.picking(nowMs());
    });
    document.addEventListener('visibilitychange', () => {
      const minutes = readLockMinutes(readLocal);
      this.#cancelLock();
      if (document.visibilityState === 'hidden') {
        this.covered = true;
        this.#cancelLock = later(this.#timer.hidden(nowMs(), { minutes }), () => void this.lock());
      } else {
        if (this.#timer.shown(nowMs(), { minutes })) void this.lock();
        this.covered = false;
      }
    });
  }
}

export const session = new Session();
