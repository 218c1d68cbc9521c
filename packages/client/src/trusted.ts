import type { Result } from '@holdfast/base';
import { err, ok, toHex } from '@holdfast/base';
import type { AccountId, RecoveryId, Response } from '@holdfast/protocol';
import { isChecked } from '@holdfast/recovery';
import { createMethod, loginOf, sealShare, setUpTrusted, TRUSTED } from '@holdfast/vault';
import type { Account } from './account.ts';
import type { Failure, RecoveryAsked, TrustedChoice, TrustedView } from './api.ts';
import { assuranceOf, contactOf, isHeld, quietLine } from './contacts.ts';
import type { StepError } from './env.ts';
import { isRefusal, serverError, toFailure, written } from './env.ts';
import type { RecordOf } from './records.ts';
import { put, readRecord, readRecords } from './records.ts';
import { withoutWay } from './recovery.ts';
import { changeVault } from './server-copy.ts';

const RECORD_ID = 'own';
/** More than a server remembers of one account. */
const STOPPED_KEPT = 64;
type Arrangement = NonNullable<RecordOf<'trusted'>['set']>;
type Asked = Response<'recovery.status'>['requests'][number];

/**
 * Getting back in with trusted people, on the side of the account: the arrangement, which stands in the private space
 * and in the vault and is brought to the server in the next round, and what this phone knows of requests.
 */
export class Trusted {
  readonly #account: Account;
  /** What the server was last told, with its generation: told again whenever it differs. */
  #told = '';
  #requests: readonly Asked[] = [];
  #off = false;
  /** When somebody last opened or used this phone, ms since 1970. */
  #usedAt: number;

  constructor(account: Account) {
    this.#account = account;
    this.#usedAt = account.env.clock.now();
  }

  /** Somebody did something here. An app that lies open says nothing. */
  used(): void {
    this.#usedAt = this.#account.env.clock.now();
  }

  /** The arrangement in force: the one whose method is in the vault. */
  get #set(): Arrangement | undefined {
    const { home, vault } = this.#account;
    const set = readRecord('trusted', home.store.get('trusted', RECORD_ID))?.set;
    const inForce = set && vault.methods.some(({ methodId }) => toHex(methodId) === toHex(set.methodId));
    return inForce ? set : undefined;
  }

  /** The unlock method of the arrangement in force. */
  get methodId(): Uint8Array | undefined {
    return this.#set?.methodId;
  }

  view(): TrustedView {
    const set = this.#set;
    const people = (set?.people ?? []).map(({ contact, version }) => ({
      contactId: contact,
      name: readRecord('contact', this.#account.home.store.get('contact', contact))?.name ?? '',
      answer: counts(this.#account, contact, version)
        ? this.#answerOf(contact, set!.configId)
        : ('over' as const),
    }));
    return {
      people,
      needed: set?.needed ?? 0,
      waitHours: set?.waitHours ?? 48,
      ready: set !== undefined && people.filter(({ answer }) => answer === 'yes').length >= set.needed,
      off: set !== undefined && this.#off,
      possible: this.#possible().map(({ id, name }) => ({ contactId: id, name })),
    };
  }

  #answerOf(contact: AccountId, configId: Uint8Array): 'waiting' | 'yes' | 'no' {
    for (const replica of peersOf(this.#account, contact)) {
      const answer = readRecord('trusted-answer', replica.store.get('trusted-answer', toHex(configId)));
      if (answer) return answer.yes ? 'yes' : 'no';
    }
    return 'waiting';
  }

  /** People who were made sure of: a share sealed to whoever saw a screen first would be theirs to use. */
  #possible(): { id: AccountId; name: string }[] {
    const account = this.#account;
    return readRecords('contact', account.home.store.list('contact')).flatMap(({ id, name }) =>
      isChecked(assuranceOf(account, id)) && counts(account, id as AccountId)
        ? [{ id: id as AccountId, name }]
        : [],
    );
  }

  /** Chooses people, in place of any chosen before, whose shares become useless. Needs the server. */
  async choose({ contactIds, needed, waitHours }: TrustedChoice): Promise<Result<void, Failure>> {
    const account = this.#account;
    const { primitives: p } = account.env;
    const ids = [...new Set(contactIds)] as AccountId[];
    const possible = new Set(this.#possible().map(({ id }) => id));
    const fits = ids.length >= TRUSTED.fewest && ids.length <= TRUSTED.most && needed <= ids.length;
    if (!fits || needed < TRUSTED.needed || account.alarm || !ids.every((id) => possible.has(id)))
      return err({ code: 'refused' });
    const made = await setUpTrusted(p, account.accountId, ids.length, needed);
    const { configId, half, callCode } = made;
    const method = createMethod(p, account.own, made.secret, 'trusted', account.today());
    const changed = await changeVault(account, withoutWay(account, 'trusted', method));
    if (!changed.ok) return err(toFailure(changed.error));
    const sent = ids.map((id, i) => {
      const member = account.accountOf(id);
      const sealed =
        member && sealShare(p, member.encryptionKey, { owner: account.accountId, configId }, made.shares[i]!);
      const [replica] = peersOf(account, id);
      return sealed && replica
        ? { replica, ops: [put('trusted-share', toHex(configId), { owner: account.accountId, sealed })] }
        : undefined;
    });
    // What is replaced is taken out, so that they know which code to read out. Whoever is let go notices nothing.
    const replaced = ids.flatMap((id) =>
      peersOf(account, id).map((replica) => ({
        replica,
        ops: replica.store
          .list('trusted-share')
          .filter(({ fields }) => fields['owner'] === account.accountId)
          .map((share) => ({ op: 'delete', type: share.type, id: share.id })),
      })),
    );
    if (sent.some((change) => change === undefined)) return err({ code: 'refused' });
    const people = ids.map((contact, i) => ({
      contact,
      approver: p.signKeys(made.shares[i]!.approverSeed).publicKey,
      version: account.accountOf(contact)!.encryptionVersion,
    }));
    const set: Arrangement = {
      configId,
      methodId: method.methodId,
      half,
      callCode,
      needed,
      waitHours,
      people,
    };
    // The arrangement and all shares in one commit: none without the others.
    const stored = await account.write([
      { replica: account.home, ops: [put('trusted', RECORD_ID, { set })] },
      ...replaced.filter(({ ops }) => ops.length > 0),
      ...sent.flatMap((change) => change ?? []),
    ]);
    return stored.ok ? ok(undefined) : err(stored.error as Failure);
  }

  /** Nobody is trusted with this any more. Their shares open nothing from then on. */
  async stop(): Promise<Result<void, Failure>> {
    const account = this.#account;
    const changed = await changeVault(account, withoutWay(account, 'trusted'));
    if (!changed.ok) return err(toFailure(changed.error));
    const stored = await account.writeHome(put('trusted', RECORD_ID, { set: null }));
    if (!stored.ok) return err(stored.error as Failure);
    await this.disarm();
    return ok(undefined);
  }

  /** Takes the half from the server. It opens nothing any more, so it does no harm where that fails. */
  async disarm(): Promise<void> {
    const { accountId, root, login, session } = this.#account;
    this.#told = '';
    this.#requests = [];
    await session.call('recovery.disarm', { accountId, rootKey: root.publicKey }, [root, login]);
  }

  // ---- in a round

  /** Brings the server in line with the arrangement, and asks it who wants to be let in. */
  async settle(): Promise<Result<void, StepError>> {
    const set = this.#set;
    if (!set) {
      this.#note([], false);
      return ok(undefined);
    }
    const { accountId, session, login } = this.#account;
    const { locator } = loginOf(this.#account.env.primitives, set.callCode);
    const armed = await this.#arm(set);
    if (!armed.ok) return isRefusal(armed.error) ? ok(undefined) : armed;
    let status = await session.call('recovery.status', { accountId }, [login]);
    if (status.ok && this.#runAgain(status.value.requests)) {
      const vetoed = await session.call('recovery.veto', { accountId }, [login]);
      if (!vetoed.ok) return err(serverError(vetoed.error));
      status = await session.call('recovery.status', { accountId }, [login]);
    }
    if (!status.ok) return err(serverError(status.error));
    const kept = await this.#keepStopped(status.value.requests);
    if (!kept.ok) return kept;
    if (status.value.armed !== locator) this.#told = '';
    this.#note(status.value.requests, status.value.off);
    for (const { requestId, state, owned, begunAt } of status.value.requests)
      if (state === 'open' && !owned && this.#usedAt >= begunAt - HOUR) {
        const said = await this.#present(requestId, false);
        if (!said.ok) return said;
      }
    return ok(undefined);
  }

  get #stopped(): readonly RecoveryId[] {
    return readRecord('trusted', this.#account.home.store.get('trusted', RECORD_ID))?.stopped ?? [];
  }

  /** Whether the server forgot a veto: it went back to a backup. */
  #runAgain(requests: readonly Asked[]): boolean {
    const stopped = new Set(this.#stopped);
    return requests.some(
      ({ requestId, state }) => stopped.has(requestId) && (state === 'open' || state === 'stopped'),
    );
  }

  /** Remembers which requests were stopped, on all devices of the account. */
  async #keepStopped(requests: readonly Asked[]): Promise<Result<void, StepError>> {
    const known = this.#stopped;
    const fresh = requests.flatMap(({ requestId, state }) =>
      state === 'vetoed' && !known.includes(requestId) ? [requestId] : [],
    );
    if (fresh.length === 0) return ok(undefined);
    const stopped = [...known, ...fresh].slice(-STOPPED_KEPT);
    return written(await this.#account.writeHome(put('trusted', RECORD_ID, { stopped })));
  }

  async #arm(set: Arrangement): Promise<Result<void, StepError>> {
    const { accountId, root, login, session, env, home } = this.#account;
    const p = env.primitives;
    const { locator, login: requester } = loginOf(p, set.callCode);
    const box = readRecord('mailbox', home.store.get('mailbox', 'own'))?.keys;
    const told = [toHex(set.configId), box?.id ?? '', this.#account.generation].join(' ');
    if (told === this.#told) return ok(undefined);
    const request = {
      accountId,
      rootKey: root.publicKey,
      locator,
      requestKey: requester.publicKey,
      half: set.half,
      waitHours: set.waitHours,
      needed: set.needed,
      approvers: set.people.map(({ approver }) => approver),
    };
    const post = box && p.signKeys(box.post);
    const alert = box && post ? { alert: { mailboxId: box.id, postKey: post.publicKey } } : {};
    let armed = await session.call('recovery.arm', { ...request, ...alert }, [
      root,
      login,
      ...(post ? [post] : []),
    ]);
    // The mailbox is not open yet, or not any more: nobody is pushed to, and the next round tries again.
    const without = !armed.ok && armed.error.error === 'forbidden' && box !== undefined;
    if (without) armed = await session.call('recovery.arm', request, [root, login]);
    if (!armed.ok) return err(serverError(armed.error));
    this.#told = without ? '' : told;
    return ok(undefined);
  }

  #note(requests: readonly Asked[], off: boolean): void {
    const before = JSON.stringify([this.#requests, this.#off]);
    this.#requests = requests;
    this.#off = off;
    if (JSON.stringify([requests, off]) !== before) this.#account.env.onChange?.();
  }

  // ---- on an old phone, while somebody asks

  /** The oldest request that still runs and nobody answered for, else the oldest that runs. */
  asked(): RecoveryAsked | undefined {
    const running = this.#requests.filter(({ state }) => state === 'open' || state === 'stopped');
    const one = running.find(({ owned }) => !owned) ?? running[0];
    return one && { id: one.requestId, begunAt: one.begunAt, readyAt: one.readyAt, mine: one.owned };
  }

  /**
   * "That is me", or "Not me: stop this". A yes is for the request that was shown and no other: somebody else may have
   * asked meanwhile. A no stops all of them.
   */
  async answer(mine: boolean, id: string): Promise<Result<void, Failure>> {
    const { accountId, session, login } = this.#account;
    if (mine) {
      const said = await this.#present(id as RecoveryId, true);
      if (!said.ok) return err(toFailure(said.error));
    } else {
      const vetoed = await session.call('recovery.veto', { accountId }, [login]);
      if (!vetoed.ok) return err(toFailure(serverError(vetoed.error)));
    }
    const settled = await this.settle();
    return settled.ok ? ok(undefined) : err(toFailure(settled.error));
  }

  async #present(requestId: RecoveryId, mine: boolean): Promise<Result<void, StepError>> {
    const { accountId, session, login } = this.#account;
    const said = await session.call('recovery.present', { accountId, requestId, mine }, [login]);
    return said.ok ? ok(undefined) : err(serverError(said.error));
  }
}

const HOUR = 3_600_000;

/**
 * [TRU-8] Whether a trusted person's share still counts: they are in the circle as before, and nobody who had their page
 * was shut out since, whom they would have left the share.
 */
function counts(account: Account, id: AccountId, version = Infinity): boolean {
  const contact = contactOf(account, id);
  const view = account.accountOf(id);
  if (!contact || !view || contact.replacedBy || view.closed || isHeld(account, id)) return false;
  return view.encryptionVersion <= version && quietLine(account, id) === undefined;
}

/** The pair spaces with a contact. Two people who invited each other twice have two. */
export const peersOf = (account: Account, contact: AccountId) =>
  [...account.spaces.values()]
    .filter(({ record }) => record.role === 'peer' && record.contact === contact)
    .map(({ replica }) => replica);
