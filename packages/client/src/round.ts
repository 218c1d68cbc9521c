import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { AccountId, SpaceId } from '@holdfast/protocol';
import type { SpaceReplica } from '@holdfast/sync';
import { readGenesis } from '@holdfast/vault';
import type { Account, ReceivedKeys } from './account.ts';
import { giveLines, keepHolds } from './contacts.ts';
import type { StepError } from './env.ts';
import { isRefusal, storageError, written } from './env.ts';
import { giveKeys, isCurrent, postEpoch, reconcileEpoch, settleCurrent, showCurrent } from './epochs.ts';
import { Exchange } from './exchange.ts';
import { settleShares } from './held-shares.ts';
import { settleGrants } from './grants.ts';
import { progressInvites } from './invites.ts';
import { leaveServer, removeSpace } from './leaving.ts';
import { removeExpired } from './own-records.ts';
import { put, readRecord } from './records.ts';
import { keepFrozen, mayGive, settleRoom } from './rooms.ts';
import { withoutLinks } from './recovery.ts';
import { carryOver, dropOld, isRenewalDue, renewHome } from './renewal.ts';
import { changeVault, refreshAccount } from './server-copy.ts';
import { sayCameBack } from './sharing.ts';

/** Times a round goes over the spaces again because one pass made work for the next. */
const PASSES = 6;
/** The account is fetched at least this often while rounds run, ms. */
const ACCOUNT_AGE = 5 * 60_000;
/** Entries whose time is over are removed at least this often while rounds run, ms. */
const EXPIRY = 60 * 60_000;

/**
 * One round with the server: account, private space, every other space, invites. Each step looks at what is stored
 * and does what is missing, so a round that was cut off anywhere is simply run again.
 */
export class Round {
  readonly #account: Account;
  readonly exchange: Exchange;
  #accountFresh = false;
  #sought = new Set<string>();
  #expiredAt = Number.NEGATIVE_INFINITY;
  /** Pair spaces of accounts that were closed, removed since this account was opened. */
  #ended = new Set<SpaceId>();
  #accountReadAt = Number.NEGATIVE_INFINITY;
  /** The round ended with more to send: photos go out in turns, so that words do not wait for them. */
  hasMore = false;

  constructor(account: Account) {
    this.#account = account;
    this.exchange = new Exchange(account);
  }

  /** The account's vault or keys changed at the server: fetch them in the next round. */
  accountChanged(): void {
    this.#accountFresh = false;
  }

  async run(): Promise<Result<void, StepError>> {
    const done = await this.#run();
    const kept = await this.#account.keepAlarm();
    return done.ok && !kept.ok ? err(storageError(kept.error)) : done;
  }

  async #run(): Promise<Result<void, StepError>> {
    const account = this.#account;
    if (account.device.leaving) return leaveServer(account, this.exchange);
    const age = account.env.clock.now() - this.#accountReadAt;
    // Hints get lost, and where another device renewed the keys nothing more is heard under the old ones.
    const waiting = account.replicas().some((replica) => replica.heldCount > 0);
    if (age > ACCOUNT_AGE || age < 0) this.#accountFresh = false;
    if (!this.#accountFresh) this.exchange.makeSure();
    if (waiting) this.#accountFresh = false;
    let passed: Result<void, StepError> = ok(undefined);
    for (let pass = 0; pass < PASSES; pass++) {
      const before = this.#mark();
      const current = await this.#checkServer();
      if (!current.ok) return current;
      await this.#expire();
      passed = await this.#pass();
      if (!passed.ok && !isRefusal(passed.error)) return passed;
      if (!passed.ok || this.#mark() === before) break;
    }
    // Whoever can have one space refused must not keep recovery, timers and reminders from being looked after.
    const aside = await this.#aside();
    if (!aside.ok) return aside;
    if (!passed.ok) return passed;
    if (account.receivedKeys.length > 0 || account.receivedChains.size > 0) return ok(undefined);
    for (const replica of account.replicas()) {
      const kept = await replica.snapshotIfDue();
      if (!kept.ok) return err(storageError(kept.error));
    }
    return ok(undefined);
  }

  /** Once the server has said what time it is. */
  async #expire(): Promise<void> {
    const now = this.#account.now();
    if (Math.abs(now - this.#expiredAt) <= EXPIRY) return;
    this.#expiredAt = now;
    // What there is no room for now is not shown either, and is removed the next time.
    await removeExpired(this.#account);
  }

  /** A way in that was made for adding a phone and not used is gone by the next day. */
  async #dropOldLinks(): Promise<Result<void, StepError>> {
    const today = this.#account.today();
    const old = this.#account.vault.methods.some(
      ({ type, createdDay }) => type === 'link' && createdDay < today,
    );
    return old ? changeVault(this.#account, (vault) => withoutLinks(vault, today)) : ok(undefined);
  }

  /** What is not in the spaces' logs: where this phone is told of what is due, timers, trusted people, then photos. */
  async #aside(): Promise<Result<void, StepError>> {
    const account = this.#account;
    this.hasMore = false;
    if (this.exchange.isOutdated) return ok(undefined);
    let refused: Result<void, StepError> = ok(undefined);
    const steps = [
      () => account.push.send(),
      () => account.timers.send(),
      () => this.exchange.push(account.home),
      () => account.trusted.settle(),
    ];
    for (const step of steps) {
      const done = await step();
      if (!done.ok && !isRefusal(done.error)) return done;
      if (!done.ok) refused = done;
    }
    const swept = await account.blobs.sweep();
    if (!swept.ok) return err(storageError(swept.error));
    const sent = await account.blobs.send(this.exchange);
    if (!sent.ok) return sent;
    this.hasMore = sent.value;
    return refused;
  }

  /** Fetches the account when it may have changed, and sets right what a restored server has lost. */
  async #checkServer(): Promise<Result<void, StepError>> {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (!this.#accountFresh || this.exchange.isOutdated) {
        const refreshed = await refreshAccount(this.#account);
        if (!refreshed.ok) return refreshed;
        this.#accountFresh = true;
        this.#accountReadAt = this.#account.env.clock.now();
      }
      const generation = await this.exchange.checkGeneration();
      if (!generation.ok) return generation;
      if (!generation.value) return ok(undefined);
      this.#accountFresh = false;
    }
    return ok(undefined);
  }

  async #pass(): Promise<Result<void, StepError>> {
    const account = this.#account;
    for (const replica of account.replicas()) {
      const saved = await replica.saveLeftOver();
      if (!saved.ok) return err(storageError(saved.error));
    }
    const home = await this.#settleHome();
    if (!home.ok) return home;
    const pulled = await this.exchange.pull(account.replicas());
    if (!pulled.ok) return pulled;
    account.noteGaps();
    const sought = await this.#seekMissing();
    if (!sought.ok) return sought;
    const absorbed = await this.#absorb();
    if (!absorbed.ok) return absorbed;
    const holds = await keepHolds(account);
    if (!holds.ok) return holds;
    const frozen = await keepFrozen(account);
    if (!frozen.ok) return frozen;
    // Another device may have brought the key or the chain that an envelope waits for.
    for (const replica of account.replicas()) if (replica.heldCount > 0) replica.retry();
    const links = await this.#dropOldLinks();
    if (!links.ok) return links;
    const shares = await settleShares(account);
    if (!shares.ok) return shares;
    const grants = await settleGrants(account);
    if (!grants.ok) return grants;
    const current = await settleCurrent(account);
    if (!current.ok) return current;
    // One space that the server refuses must not keep the others waiting.
    let refused: Result<void, StepError> = ok(undefined);
    for (const space of account.spaces.values()) {
      const settled = await this.#settle(space.replica.spaceId);
      if (settled.ok) continue;
      if (!isRefusal(settled.error)) return settled;
      refused = settled;
    }
    const gave = await giveKeys(account);
    if (!gave.ok) return gave;
    const lines = await giveLines(account, (space) => isCurrent(account, space));
    if (!lines.ok) return lines;
    const cameBack = this.exchange.isOutdated ? ok(false) : await sayCameBack(account);
    if (!cameBack.ok) return cameBack;
    if (gave.value || lines.value || cameBack.value)
      for (const space of account.spaces.values()) {
        if (space.record.role !== 'peer') continue;
        const sent = await this.exchange.push(space.replica);
        if (!sent.ok && !isRefusal(sent.error)) return sent;
      }
    const invites = await progressInvites(account, this.exchange);
    if (!invites.ok && !isRefusal(invites.error)) return invites;
    if (!invites.ok) refused = invites;
    const sent = await this.exchange.push(account.home);
    return sent.ok ? refused : sent;
  }

  /** Pulls one space that the server gave a hint about; true when that is all there was to do. */
  async pullOne(spaceId: SpaceId): Promise<Result<boolean, StepError>> {
    const space = this.#account.spaces.get(spaceId);
    const replica = spaceId === this.#account.home.spaceId ? this.#account.home : space?.replica;
    if (!replica) return ok(false);
    const before = replica.log.epoch;
    const pulled = await this.exchange.pull([replica]);
    if (!pulled.ok) return pulled;
    const account = this.#account;
    const quiet = account.receivedKeys.length === 0 && account.receivedChains.size === 0;
    return ok(space?.record.role === 'reader' && quiet && replica.log.epoch === before);
  }

  /** Opens the private space's epochs that the vault has and the space has not, and exchanges its records. */
  async #settleHome(): Promise<Result<void, StepError>> {
    const { home } = this.#account;
    for (let attempt = 0; attempt < 4; attempt++) {
      const pulled = await this.exchange.pull([home]);
      if (!pulled.ok) return pulled;
      if (this.exchange.isOutdated) return ok(undefined);
      const sure = await home.leaveDoubt();
      if (!sure.ok) return err(storageError(sure.error));
      const next = this.#account.vault.privateSpace.epochs.find(({ epoch }) => epoch === home.log.epoch + 1);
      if (!next) break;
      const free = await home.leaveUsed();
      if (!free.ok) return err(storageError(free.error));
      const ensured = await this.exchange.ensure(home);
      if (!ensured.ok) return ensured;
      const revoked = [...home.log.writers()].filter(
        ([, state]) => !state.removed && this.#account.own.devices.get(state.device)?.revokedAt !== undefined,
      );
      const posted = await postEpoch(
        this.#account,
        home,
        next,
        [],
        revoked.map(([id]) => id),
      );
      if (!posted.ok) return posted;
    }
    const latest = Math.max(...this.#account.vault.privateSpace.epochs.map(({ epoch }) => epoch));
    if (latest === home.log.epoch && isRenewalDue(this.#account, home)) {
      const renewed = await renewHome(this.#account);
      return renewed.ok ? this.#settleHome() : renewed;
    }
    const carried = await carryOver(this.#account, home, 'unfinished');
    if (!carried.ok) return carried;
    const pushed = await this.exchange.push(home);
    if (!pushed.ok) return pushed;
    const dropped = await dropOld(this.#account, home);
    if (!dropped.ok) return dropped;
    const opened = await this.#account.openSpaces();
    return opened.ok ? ok(undefined) : err(storageError(opened.error));
  }

  async #settle(spaceId: SpaceId): Promise<Result<void, StepError>> {
    const account = this.#account;
    const space = account.spaces.get(spaceId)!;
    if (space.record.role === 'reader') return this.#seek(space.replica);
    if (this.exchange.isOutdated) return ok(undefined);
    if (space.record.role === 'peer' && this.#account.accountOf(space.record.contact!)?.closed)
      return this.#end(space.replica);
    const sure = await space.replica.leaveDoubt();
    if (!sure.ok) return err(storageError(sure.error));
    if (space.record.role === 'room') {
      const sought = await this.#seek(space.replica);
      return sought.ok ? settleRoom(account, space, this.exchange) : sought;
    }
    const push = (replica: SpaceReplica) => this.exchange.push(replica);
    for (let attempt = 0; attempt < 4 && !this.exchange.isOutdated; attempt++) {
      const outcome = await reconcileEpoch(this.#account, space, push, this.exchange);
      if (!outcome.ok) return outcome;
      if (outcome.value === 'unchanged') {
        const carried = await carryOver(this.#account, space.replica, 'unfinished');
        if (!carried.ok) return carried;
        const shown = await showCurrent(this.#account, space);
        if (!shown.ok) return shown;
        const pushed = await this.exchange.push(space.replica);
        return pushed.ok ? dropOld(this.#account, space.replica) : pushed;
      }
      if (outcome.value === 'behind') {
        const pulled = await this.exchange.pull([space.replica]);
        if (!pulled.ok) return pulled;
      }
    }
    // Still not in line with the grants: what waits must not go out under a roster that is wrong.
    return ok(undefined);
  }

  /** The other account is closed: what was between the two is removed at the server, and nothing follows. */
  async #end(replica: SpaceReplica): Promise<Result<void, StepError>> {
    if (this.#ended.has(replica.spaceId)) return ok(undefined);
    const removed = await removeSpace(this.#account, replica.spaceId);
    if (removed.ok) this.#ended.add(replica.spaceId);
    return removed;
  }

  /**
   * Where a given epoch begins is said by its position. A server that was restored may have put it elsewhere: what
   * was not found there is looked for from the start, once.
   */
  async #seek(replica: SpaceReplica): Promise<Result<void, StepError>> {
    const given = this.#account.keyRecords(replica.spaceId).filter(({ control }) => control);
    const latest = Math.max(0, ...given.map(({ epoch }) => epoch));
    const name = `${replica.spaceId}.${latest}`;
    if (replica.log.epoch >= latest || this.#sought.has(name)) return ok(undefined);
    this.#sought.add(name);
    const rewound = await replica.rewind();
    return rewound.ok ? this.exchange.pull([replica]) : err(storageError(rewound.error));
  }

  /** What does not come for minutes is looked for once more, from the start of its space: the cursor is past it. */
  async #seekMissing(): Promise<Result<void, StepError>> {
    const account = this.#account;
    const late = account.overdue.filter((spaceId) => !this.#sought.has(spaceId));
    const replicas = account.replicas().filter(({ spaceId }) => late.includes(spaceId));
    if (replicas.length === 0) return ok(undefined);
    for (const replica of replicas) {
      this.#sought.add(replica.spaceId);
      const rewound = await replica.rewind();
      if (!rewound.ok) return err(storageError(rewound.error));
    }
    const pulled = await this.exchange.pull(replicas);
    account.noteGaps();
    return pulled;
  }

  /** Writes down keys and chains that arrived, and opens the spaces they lead to. */
  async #absorb(): Promise<Result<void, StepError>> {
    const account = this.#account;
    const keys = account.receivedKeys.length;
    if (keys > 0 || account.receivedChains.size > 0) this.exchange.readAgain();
    const unvouched: ReceivedKeys[] = [];
    for (let next = account.receivedKeys[0]; next; next = account.receivedKeys[0]) {
      const kept = await this.#keepKeys(next);
      if (!kept.ok) return kept;
      if (kept.value === 'unvouched') unvouched.push(next);
      account.receivedKeys.shift();
    }
    for (const [id, view] of account.receivedChains) {
      const type = account.home.store.get('contact', id) ? 'contact' : 'room-member';
      const noted = written(await account.writeHome(put(type, id, { chain: [...view.statements] })));
      if (!noted.ok) return noted;
      account.receivedChains.delete(id);
    }
    const opened = await account.openSpaces();
    if (!opened.ok) return err(storageError(opened.error));
    if (keys === 0) return ok(undefined);
    for (const replica of account.replicas()) replica.retry();
    const pulled = await this.exchange.pull(account.replicas());
    if (!pulled.ok) return pulled;
    // With such a key the log may have been read as far as where it says that its giver is an admin.
    for (const received of unvouched) {
      const kept = await this.#keepKeys(received);
      if (!kept.ok) return kept;
    }
    return ok(undefined);
  }

  /** 'unvouched': some of them came from somebody who is no admin of the room, as far as is known here. */
  async #keepKeys(received: ReceivedKeys): Promise<Result<'kept' | 'unvouched', StepError>> {
    const account = this.#account;
    const gifts = account.openReceived(received);
    if (!gifts.ok) return ok('kept');
    let outcome: 'kept' | 'unvouched' = 'kept';
    for (const { spaceId, epoch, key, control, seq, admin } of gifts.value) {
      if (admin) continue;
      const id = account.keyRecordId(spaceId, epoch, key);
      const space = account.spaces.get(spaceId);
      const known = space?.record;
      const adminSeed = gifts.value.find(
        (gift) => gift.admin && gift.spaceId === spaceId && gift.epoch === epoch,
      )?.key;
      const vouches = !known || mayGive(account, space, received.from);
      // Nobody gives keys to a space that is not theirs. A room's log tells which keys are its own, whoever gave them.
      if (!vouches && known.role !== 'room') continue;
      if (!vouches) outcome = 'unvouched';
      const have = readRecord('space-key', account.home.store.get('space-key', id));
      const begins = known?.role === 'room' && have?.control === undefined;
      const more = begins || (adminSeed !== undefined && have?.adminSeed === undefined);
      if (have && !(vouches && more)) continue;
      const pair = known?.role === 'peer';
      const ops: object[] = [];
      if (pair) {
        const roster = [
          { account: account.accountId, version: received.wrap.encryptionVersion },
          { account: received.from, version: account.accountOf(received.from)?.encryptionVersion ?? 1 },
        ].toSorted((a, b) => (a.account < b.account ? -1 : 1));
        ops.push(
          put('space-key', id, {
            space: spaceId,
            epoch,
            key,
            roster,
            adminSeed: account.adminSeedOf(spaceId),
          }),
        );
      } else {
        const shared = this.#sharedSpace(received.from, spaceId);
        const genesis = shared && readGenesis(account.env.primitives, spaceId, shared.genesis);
        if (!shared || !genesis?.ok) continue;
        const role = genesis.value.mode === 'room' ? 'room' : 'reader';
        ops.push(
          put('space-key', id, {
            space: spaceId,
            epoch,
            key,
            ...(vouches ? { control, seq, adminSeed: role === 'room' ? adminSeed : undefined } : {}),
          }),
        );
        if (!readRecord('space', account.home.store.get('space', spaceId)))
          ops.push(put('space', spaceId, { role, ...shared, contact: received.from }));
      }
      const noted = written(await account.writeHome(...ops));
      if (!noted.ok) return noted;
    }
    return ok(outcome);
  }

  /** What the pair space with a contact says of a space they share. */
  #sharedSpace(from: AccountId, spaceId: SpaceId): { category: string; genesis: Uint8Array } | undefined {
    // Two people who invited each other twice have two pair spaces: either may say it.
    const fields = [...this.#account.spaces.values()]
      .filter(({ record }) => record.role === 'peer' && record.contact === from)
      .map(({ replica }) => replica.store.get('shared-space', spaceId)?.fields)
      .find((found) => found !== undefined);
    const { category, genesis } = fields ?? {};
    return typeof category === 'string' && genesis instanceof Uint8Array ? { category, genesis } : undefined;
  }

  /** Changes whenever a pass did something that may make work for the next. */
  #mark(): string {
    const { spaces, receivedKeys, home } = this.#account;
    const states = this.#account.replicas().map((r) => `${r.log.epoch}.${r.cursor}.${r.waiting}`);
    const generation = this.#account.generation ?? '';
    return [generation, spaces.size, receivedKeys.length, home.waiting, ...states].join(' ');
  }
}
