import type { Result } from '@holdfast/base';
import { err, ok, toBase64Url, Turns } from '@holdfast/base';
import type { AccountId, InviteId } from '@holdfast/protocol';
import type { BlobRef, Home, RecordTypeName, StoredRecord } from '@holdfast/recovery';
import { PROFILE_ID, TODAY_ID } from '@holdfast/recovery';
import { ServerSession } from '@holdfast/sync';
import type { StorageFailure } from '@holdfast/sync';
import { readLink, readTicket, writeLink } from '@holdfast/vault';
import * as v from 'valibot';
import { Account } from './account.ts';
import type { Card, Change, Failure, HoldfastApi, SaveFailure, Status, UnlockFailure } from './api.ts';
import type { DeviceFile } from './device-file.ts';
import { accountWrites, readAccount } from './device-file.ts';
import type { ClientEnv, StepError } from './env.ts';
import { dayOf, serverError, toFailure } from './env.ts';
import { askBack, backInOf, comeBack, dropBackIn, isWaiting } from './back-in.ts';
import { evidenceOf } from './evidence.ts';
import { answerShare, approveRecovery, heldSharesOf } from './held-shares.ts';
import {
  checkOf,
  contactOf,
  goQuietOps,
  heldContacts,
  holdContact,
  noteChecked,
  noteSquare,
  putInPlaceOf,
  wordsOf,
} from './contacts.ts';
import { createIdentity } from './identity.ts';
import { answerInvite, cancelInvite, confirmInvite, createInvite, fetchOffer } from './invites.ts';
import type { WaitingPhone } from './linking.ts';
import { letIn, lookForAnswer, waitToBeLetIn } from './linking.ts';
import { Online } from './online.ts';
import { listOwn, removeExpired, removeHome, saveOwn } from './own-records.ts';
import { put, readRecord, readRecords, RECORDS } from './records.ts';
import {
  cancelCards,
  cardMethod,
  isCurrentCode,
  makeCard,
  openAccount,
  recoverAccount,
  shutOutDevice,
} from './recovery.ts';
import { joinRoom, makeRoom, roomsOf, saidIn, sayInRoom, setInRoom } from './rooms.ts';
import { PhoneLock } from './phone-lock.ts';
import type { WaysBack } from './ways-back.ts';
import { isBackedUp } from './ways-back.ts';
import { circleOf, ledgerOf, sharedWith, shareWith, stopSharing } from './sharing.ts';

const NOT_OPEN = err({ code: 'not-open' } as const);

const opened = new WeakMap<HoldfastApi, () => Account | undefined>();

/** A person's own account on this device. See `HoldfastApi` for what each call means. */
export function createClient(env: ClientEnv): HoldfastApi {
  return new Client(env);
}

/** The account behind a client while it is open. For tests only: see `inspect.ts`. */
export const accountBehind = (api: HoldfastApi): Account | undefined => opened.get(api)?.();

class Client implements HoldfastApi {
  readonly #env: ClientEnv;
  readonly #phoneLock: PhoneLock;
  #account: Account | undefined;
  #online: Online | undefined;
  #lost = false;
  #storage: 'ok' | StorageFailure = 'ok';
  /** While this phone waits to be let in by another one: its keys, in memory only. */
  #waiting: WaitingPhone | undefined;
  #session: ServerSession | undefined;
  /** Ways to open an account, one after the other: opened twice at once it writes over its own words. */
  readonly #opening = new Turns();
  /** Secret of a card made while this page was open: for the check, never stored. */
  #cardSecret: Card | undefined;

  constructor(env: ClientEnv) {
    this.#env = env;
    this.#phoneLock = new PhoneLock(env);
    opened.set(this, () => this.#account);
  }

  // ---- this device

  async status(): Promise<Status> {
    const account = this.#account;
    const lock = await this.#phoneLock.state();
    if (!lock.ok) this.#storage = lock.error;
    const stored = lock.ok ? lock.value : 'none';
    const lost = this.#lost || stored === 'lost';
    const asked = account?.trusted.asked();
    const copyAtServer = (account?.device.version ?? 0) > 0;
    const waysBack = account
      ? this.#waysBack(account)
      : { card: 'none' as const, phone: false, people: false };
    const phase = account?.shutOut
      ? 'shut-out'
      : account
        ? 'open'
        : lost
          ? 'lost'
          : stored === 'none'
            ? 'empty'
            : 'locked';
    return {
      phase,
      protection: stored === 'pin' ? 'pin' : 'phone',
      pinWait: await this.#phoneLock.wait(),
      online: this.#online?.connected ?? false,
      copyAtServer,
      waysBack,
      backedUp: copyAtServer && isBackedUp(waysBack),
      onlyHere: account ? (await account.blobs.waiting()) + waitingWrites(account) : 0,
      storage: this.#storage,
      ...(asked ? { recoveryAsked: asked } : {}),
      backIn: await isWaiting(this.#env),
      clockOff: account?.clockOff() ?? 0,
      newDevices: account ? newDevices(account) : [],
      alarm: account?.alarm ? 'chain' : 'none',
      held: account ? heldContacts(account) : [],
      heldBack: account ? account.overdue.length > 0 : false,
      setBack: account?.wasSetBack ?? false,
      leaving: account?.device.leaving ?? false,
    };
  }

  start(purpose: 'own' | 'supporter', today: string): Promise<Result<void, Failure>> {
    return this.#opening.take(() => this.#start(purpose, today));
  }
  async #start(purpose: 'own' | 'supporter', today: string): Promise<Result<void, Failure>> {
    if (this.#account) return ok(undefined);
    const have = await this.#phoneLock.state();
    if (!have.ok) return this.#noted(have);
    if (have.value !== 'none') return err({ code: 'refused' });
    const p = this.#env.primitives;
    const { vault, device } = createIdentity(p, dayOf(this.#env.clock.now()));
    const opened = await this.#adopt(device, vault);
    if (!opened.ok) return opened;
    const profile = { name: '', begun: today, seed: toBase64Url(p.random(9)), purpose };
    const written = await this.#account!.writeHome(put('profile', PROFILE_ID, profile));
    return written.ok ? written : err(written.error as Failure);
  }

  unlock(pin?: string): Promise<Result<void, UnlockFailure>> {
    return this.#opening.take(() => this.#unlock(pin));
  }
  async #unlock(pin?: string): Promise<Result<void, UnlockFailure>> {
    if (this.#account) return ok(undefined);
    const opened = this.#heard(await this.#phoneLock.open(pin));
    if (!opened.ok) return opened.error.code === 'lost' ? this.#keyLost() : opened;
    const read = await readAccount(this.#env.primitives, opened.value, this.#env.storage);
    if (!read.ok) return read.error === 'gone' ? this.#keyLost() : this.#noted(read);
    const loaded = await this.#open(
      new Account(this.#env, opened.value, read.value.device, read.value.vault),
    );
    if (!loaded.ok) return loaded;
    await this.#phoneLock.forgetTries();
    return ok(undefined);
  }

  async lock(): Promise<void> {
    this.#online?.stop();
    this.#online = undefined;
    this.#account?.close();
    this.#account = undefined;
    this.#cardSecret = undefined;
    this.#env.onChange?.();
  }

  async setPin(pin: string | undefined): Promise<Result<void, Failure>> {
    if (!this.#account) return NOT_OPEN;
    return this.#noted(await this.#phoneLock.set(this.#account.localKey, pin));
  }

  async forgetDevice(): Promise<Result<void, Failure>> {
    await this.lock();
    this.#lost = false;
    return this.#noted(await this.#env.storage.clear());
  }

  async confirmPin(pin: string): Promise<Result<void, UnlockFailure>> {
    if (!this.#account) return NOT_OPEN;
    const opened = this.#heard(await this.#phoneLock.open(pin));
    if (!opened.ok) return opened;
    return this.#noted(await this.#phoneLock.forgetTries());
  }

  async removeHome(home: Home): Promise<Result<void, SaveFailure>> {
    return this.#saved(this.#account ? await removeHome(this.#account, home) : NOT_OPEN);
  }

  async deleteAccount(): Promise<Result<void, Failure>> {
    const account = this.#account;
    if (!account) return NOT_OPEN;
    if (account.device.version > 0) {
      this.#online ??= new Online(account);
      const left = await this.#online.leave();
      if (!left.ok) return this.#failed(left.error);
    }
    return this.forgetDevice();
  }

  async saveCopy(): ReturnType<HoldfastApi['saveCopy']> {
    if (!this.#account) return NOT_OPEN;
    const { makeCopy } = await import('./copy.ts');
    return makeCopy(this.#account);
  }

  async lookAtCopy(...args: Parameters<HoldfastApi['lookAtCopy']>): ReturnType<HoldfastApi['lookAtCopy']> {
    if (!this.#account) return NOT_OPEN;
    const { lookAtCopy } = await import('./copy.ts');
    return lookAtCopy(this.#account, ...args);
  }

  async bringBack(...args: Parameters<HoldfastApi['bringBack']>): ReturnType<HoldfastApi['bringBack']> {
    if (!this.#account) return NOT_OPEN;
    const { bringBack } = await import('./copy.ts');
    const back = await bringBack(this.#account, ...args);
    if (back.ok) this.#saved(back);
    return back;
  }

  // ---- records

  async records<N extends RecordTypeName>(type: N): Promise<readonly StoredRecord<N>[]> {
    return this.#account ? listOwn(this.#account, type) : [];
  }

  async save(...[type, fields, id]: Parameters<HoldfastApi['save']>): ReturnType<HoldfastApi['save']> {
    const change = { type, fields, ...(id === undefined ? {} : { id }) } as Change;
    const saved = await this.saveAll([change]);
    return saved.ok ? ok({ id: saved.value.ids[0]! }) : saved;
  }

  async remove(type: RecordTypeName, id: string): Promise<Result<void, SaveFailure>> {
    const removed = await this.saveAll([{ type, id, remove: true }]);
    return removed.ok ? ok(undefined) : removed;
  }

  async saveAll(changes: readonly Change[]): ReturnType<HoldfastApi['saveAll']> {
    if (!this.#account) return NOT_OPEN;
    this.#account.trusted.used();
    const saved = this.#saved(await saveOwn(this.#account, changes));
    // A choice to keep something for a time holds at once.
    if (saved.ok && changes.some(({ type }) => type === 'keeping'))
      this.#saved(await removeExpired(this.#account));
    return saved;
  }

  async checkIn(...[fields, line]: Parameters<HoldfastApi['checkIn']>): ReturnType<HoldfastApi['checkIn']> {
    if (!this.#account) return NOT_OPEN;
    const checkIn = { type: 'check-in', fields: { ...fields, at: Math.round(this.#account.now()) } } as const;
    const saved = await this.saveAll(line === undefined ? [checkIn] : [checkIn, lineChange(line)]);
    return saved.ok ? ok({ id: saved.value.ids[0]! }) : saved;
  }

  async todayLine(): Promise<string> {
    const line = this.#account && listOwn(this.#account, 'today').find(({ id }) => id === TODAY_ID);
    return line?.line ?? '';
  }

  async setTodayLine(line: string): Promise<Result<void, SaveFailure>> {
    const saved = await this.saveAll([lineChange(line)]);
    return saved.ok ? ok(undefined) : saved;
  }

  async draft(...[name]: Parameters<HoldfastApi['draft']>): ReturnType<HoldfastApi['draft']> {
    return coded(this.#account ? await this.#account.drafts.read(name) : err('not-open'));
  }

  async keepDraft(...args: Parameters<HoldfastApi['keepDraft']>): ReturnType<HoldfastApi['keepDraft']> {
    return coded(this.#account ? await this.#account.drafts.keep(...args) : err('not-open'));
  }

  async forgetDraft(
    ...[name]: Parameters<HoldfastApi['forgetDraft']>
  ): ReturnType<HoldfastApi['forgetDraft']> {
    return coded(this.#account ? await this.#account.drafts.forget(name) : err('not-open'));
  }

  async profile(): ReturnType<HoldfastApi['profile']> {
    return this.#account && listOwn(this.#account, 'profile').find(({ id }) => id === PROFILE_ID);
  }

  async setName(name: string): Promise<Result<void, SaveFailure>> {
    const saved = await this.saveAll([{ type: 'profile', id: PROFILE_ID, fields: { name } }]);
    return saved.ok ? ok(undefined) : saved;
  }

  // ---- recovery and devices

  async makeCard(): Promise<Result<Card, Failure>> {
    if (!this.#account) return NOT_OPEN;
    await this.#learnWays(this.#account);
    const made = await makeCard(this.#account);
    if (!made.ok) return this.#failed(made.error);
    this.#cardSecret = made.value.card;
    this.#env.onChange?.();
    return ok(made.value.card);
  }

  /**
   * A phone that came new may not have read yet that the arrangement with trusted people is the person's own. What it does
   * not know of ends with a change of the card, so it looks first; out of reach the change fails too.
   */
  async #learnWays({ vault, trusted }: Account): Promise<void> {
    const unknown = trusted.methodId === undefined && vault.methods.some(({ type }) => type === 'trusted');
    if (unknown) await this.sync();
  }

  async checkCard(group: number, typed: string): ReturnType<HoldfastApi['checkCard']> {
    const account = this.#account;
    const method = account && cardMethod(account);
    if (!account || !method) return err(account ? 'unknown' : 'not-open');
    const letters = typed
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1');
    const wanted = this.#cardSecret?.groups[group];
    const same =
      wanted !== undefined && letters.length === 4 ? letters === wanted : isCurrentCode(account, typed);
    if (!same) return err('different');
    const written = await account.writeHome(put('card', method, { checked: true }));
    return written.ok ? ok(undefined) : err('refused');
  }

  async cancelCard(): Promise<Result<void, Failure>> {
    if (!this.#account) return NOT_OPEN;
    await this.#learnWays(this.#account);
    const cancelled = await cancelCards(this.#account);
    this.#cardSecret = undefined;
    return cancelled.ok ? ok(undefined) : this.#failed(cancelled.error);
  }

  recover(typed: string): ReturnType<HoldfastApi['recover']> {
    return this.#opening.take(() => this.#recover(typed));
  }
  async #recover(typed: string): ReturnType<HoldfastApi['recover']> {
    if (this.#account) return err({ code: 'refused' });
    const session = new ServerSession(this.#env);
    const day = dayOf(this.#env.clock.now());
    const recovered = await recoverAccount(this.#env.primitives, session, typed, day);
    return recovered.ok ? this.#takeOver(recovered.value) : recovered;
  }

  /** This device was added to an account: keeps it here and fetches what it holds. */
  async #takeOver({ device, vault }: { device: DeviceFile; vault: Account['vault'] }) {
    this.#waiting = undefined;
    const adopted = await this.#adopt(device, vault);
    return adopted.ok ? this.sync() : adopted;
  }

  // ---- trusted people

  async trusted(): ReturnType<HoldfastApi['trusted']> {
    return (
      this.#account?.trusted.view() ?? {
        people: [],
        needed: 0,
        waitHours: 48,
        ready: false,
        off: false,
        possible: [],
      }
    );
  }

  async chooseTrusted(
    ...[choice]: Parameters<HoldfastApi['chooseTrusted']>
  ): ReturnType<HoldfastApi['chooseTrusted']> {
    if (!this.#account) return NOT_OPEN;
    const chosen = await this.#account.trusted.choose(choice);
    return chosen.ok ? this.sync() : chosen;
  }

  async stopTrusted(): ReturnType<HoldfastApi['stopTrusted']> {
    return this.#account ? this.#saved(await this.#account.trusted.stop()) : NOT_OPEN;
  }

  async answerRecovery(
    ...[mine, id]: Parameters<HoldfastApi['answerRecovery']>
  ): ReturnType<HoldfastApi['answerRecovery']> {
    return this.#account ? this.#account.trusted.answer(mine, id) : NOT_OPEN;
  }

  async heldShares(): ReturnType<HoldfastApi['heldShares']> {
    return this.#account ? heldSharesOf(this.#account) : [];
  }

  async answerShare(id: string, yes: boolean): ReturnType<HoldfastApi['answerShare']> {
    return this.#account ? this.#saved(await answerShare(this.#account, id, yes)) : NOT_OPEN;
  }

  async approveRecovery(contactId: string, words: string): ReturnType<HoldfastApi['approveRecovery']> {
    return this.#account ? approveRecovery(this.#account, contactId as AccountId, words) : NOT_OPEN;
  }

  askBack(code: string, language: 'en' | 'es'): ReturnType<HoldfastApi['askBack']> {
    return this.#opening.take(async () => {
      if (this.#account) return err({ code: 'refused' });
      const asked = await askBack(this.#env, code, language);
      if (asked.ok) this.#env.onChange?.();
      return asked;
    });
  }

  async backIn(): ReturnType<HoldfastApi['backIn']> {
    return backInOf(this.#env);
  }

  comeBack(): ReturnType<HoldfastApi['comeBack']> {
    return this.#opening.take(() => this.#comeBack());
  }
  async #comeBack(): ReturnType<HoldfastApi['comeBack']> {
    if (this.#account) return err({ code: 'refused' });
    const opened = await comeBack(this.#env);
    if (!opened.ok) return opened;
    const taken = await this.#takeOver(opened.value);
    const account = this.#account as Account | undefined;
    if (!account) return taken;
    await account.trusted.disarm();
    const dropped = await dropBackIn(this.#env);
    return taken.ok ? dropped : taken;
  }

  async dropBackIn(): ReturnType<HoldfastApi['dropBackIn']> {
    const dropped = await dropBackIn(this.#env);
    this.#env.onChange?.();
    return dropped;
  }

  async devices(): ReturnType<HoldfastApi['devices']> {
    return this.#account ? devicesOf(this.#account) : [];
  }

  async nameDevice(deviceId: string, name: string): Promise<Result<void, SaveFailure>> {
    if (!this.#account) return NOT_OPEN;
    const fields = v.safeParse(RECORDS.device, { name: name.trim() });
    if (!fields.success) return err({ code: 'invalid', field: 'name' });
    return this.#saved(await this.#account.writeHome(put('device', deviceId, fields.output)));
  }

  async waitToBeLetIn(language: 'en' | 'es'): ReturnType<HoldfastApi['waitToBeLetIn']> {
    if (this.#account) return err({ code: 'refused' });
    this.#session = new ServerSession(this.#env);
    const { primitives, clock } = this.#env;
    const waiting = await waitToBeLetIn(primitives, this.#session, clock.now(), language);
    if (!waiting.ok) return waiting;
    this.#waiting = waiting.value;
    return ok({ ticket: writeLink(waiting.value.phone.ticket) });
  }

  async letInWords(): ReturnType<HoldfastApi['letInWords']> {
    const answer = await this.#linkAnswer();
    return answer.ok ? ok(answer.value?.words) : answer;
  }

  async #linkAnswer(): ReturnType<typeof lookForAnswer> {
    if (!this.#waiting || !this.#session) return err({ code: 'unknown' });
    return lookForAnswer(this.#env.primitives, this.#session, this.#waiting);
  }

  comeIn(): ReturnType<HoldfastApi['comeIn']> {
    return this.#opening.take(() => this.#comeIn());
  }
  async #comeIn(): ReturnType<HoldfastApi['comeIn']> {
    const answer = await this.#linkAnswer();
    if (!answer.ok || !answer.value) return err({ code: 'unknown' });
    const { secret, accountId } = answer.value;
    const { deviceSeed } = this.#waiting!.phone;
    const day = dayOf(this.#env.clock.now());
    const way = { secret, day, expect: accountId, how: 'linked', deviceSeed } as const;
    const opened = await openAccount(this.#env.primitives, this.#session!, way);
    return opened.ok ? this.#takeOver(opened.value) : opened;
  }

  async letIn(ticket: string): ReturnType<HoldfastApi['letIn']> {
    const read = readLink(ticket);
    if (!read.ok) return err({ code: read.error });
    return this.#account ? letIn(this.#account, read.value) : NOT_OPEN;
  }

  async acknowledgeDevice(deviceId: string): Promise<Result<void, Failure>> {
    if (!this.#account) return NOT_OPEN;
    const { device } = this.#account;
    return this.#noted(
      await this.#account.keep({ device: { acknowledged: [...device.acknowledged, deviceId] } }),
    );
  }

  async shutOut(deviceId: string): Promise<Result<void, Failure>> {
    if (!this.#account) return NOT_OPEN;
    const done = await shutOutDevice(this.#account, deviceId);
    if (!done.ok) return this.#failed(done.error);
    this.#cardSecret = undefined;
    await this.#account.trusted.disarm();
    return this.sync();
  }

  // ---- invites

  async invite(...[request]: Parameters<HoldfastApi['invite']>): ReturnType<HoldfastApi['invite']> {
    if (!this.#account) return NOT_OPEN;
    const shownAs = (await this.profile())?.name ?? '';
    const made = await createInvite(this.#account, { ...request, shownAs });
    this.#online?.wake();
    return made;
  }

  async invites(): ReturnType<HoldfastApi['invites']> {
    if (!this.#account) return [];
    return readRecords('invite', this.#account.home.store.list('invite'))
      .map(({ id, name, how, state, expiresAt, answeredAs, contact }) => ({
        id,
        name,
        how,
        state: state === 'open' && this.#account!.now() > expiresAt ? ('expired' as const) : state,
        expiresAt,
        ...(answeredAs === undefined ? {} : { answeredAs }),
        ...(contact === undefined ? {} : { contactId: contact }),
      }))
      .toSorted((a, b) => b.expiresAt - a.expiresAt);
  }

  async confirmInvite(id: string): ReturnType<HoldfastApi['confirmInvite']> {
    if (!this.#account) return NOT_OPEN;
    const confirmed = await confirmInvite(this.#account, id as InviteId);
    if (confirmed.ok) this.#online?.wake();
    return confirmed;
  }

  async cancelInvite(id: string): Promise<Result<void, Failure>> {
    return this.#account ? cancelInvite(this.#account, id as InviteId) : NOT_OPEN;
  }

  async peekInvite(ticket: string): ReturnType<HoldfastApi['peekInvite']> {
    const read = readTicket(ticket);
    if (!read.ok) return err({ code: read.error });
    const session = this.#account?.session ?? new ServerSession(this.#env);
    const offer = await fetchOffer({ session, env: this.#env }, read.value);
    if (!offer.ok) return offer;
    if (offer.value.inviter.accountId === this.#account?.accountId) return err({ code: 'self' });
    return ok({ name: offer.value.offer.name, categories: offer.value.offer.categories });
  }

  async acceptInvite(ticket: string, name: string): ReturnType<HoldfastApi['acceptInvite']> {
    const read = readTicket(ticket);
    if (!read.ok) return err({ code: read.error });
    if (!this.#account) return NOT_OPEN;
    const answered = await answerInvite(this.#account, read.value, name);
    if (answered.ok) this.#online?.wake();
    return answered;
  }

  // ---- circle and sharing

  async circle(): ReturnType<HoldfastApi['circle']> {
    return this.#account ? circleOf(this.#account) : [];
  }

  async sixWords(contactId: string): Promise<readonly string[]> {
    return this.#account ? wordsOf(this.#account, contactId) : [];
  }

  async confirmWords(contactId: string): ReturnType<HoldfastApi['confirmWords']> {
    return this.#woken(this.#account ? await noteChecked(this.#account, contactId, 'six-words') : NOT_OPEN);
  }

  async contactCheck(contactId: string): ReturnType<HoldfastApi['contactCheck']> {
    return this.#account && checkOf(this.#account, contactId);
  }

  async confirmNumbers(contactId: string): ReturnType<HoldfastApi['confirmNumbers']> {
    return this.#woken(this.#account ? await noteChecked(this.#account, contactId, 'numbers') : NOT_OPEN);
  }

  async confirmSquare(contactId: string, text: string): ReturnType<HoldfastApi['confirmSquare']> {
    return this.#woken(this.#account ? await noteSquare(this.#account, contactId, text) : NOT_OPEN);
  }

  async holdContact(contactId: string): Promise<Result<void, Failure>> {
    return this.#woken(this.#account ? await holdContact(this.#account, contactId, 'differs') : NOT_OPEN);
  }

  async putInPlaceOf(contactId: string, before: string): ReturnType<HoldfastApi['putInPlaceOf']> {
    return this.#woken(this.#account ? await putInPlaceOf(this.#account, contactId, before) : NOT_OPEN);
  }

  async goQuiet(contactId: string, line: string): ReturnType<HoldfastApi['goQuiet']> {
    if (!this.#account) return NOT_OPEN;
    if (!contactOf(this.#account, contactId)) return err({ code: 'unknown' });
    if (!v.is(RECORDS.quiet, { line })) return err({ code: 'invalid', field: 'line' });
    return this.#saved(await this.#account.writeHome(...goQuietOps(this.#account, contactId, line)));
  }

  async share(
    ...[contactId, category, days]: Parameters<HoldfastApi['share']>
  ): ReturnType<HoldfastApi['share']> {
    if (!this.#account) return NOT_OPEN;
    const shared = await shareWith(this.#account, contactId as AccountId, category, days);
    if (shared.ok) this.#online?.wake();
    return shared;
  }

  async stop(...[contactId, category]: Parameters<HoldfastApi['stop']>): Promise<Result<void, Failure>> {
    return this.#stop((grant) => grant.contact === contactId && grant.category === category);
  }

  async pauseAll(): Promise<Result<void, Failure>> {
    return this.#stop(() => true);
  }

  async ledger(): ReturnType<HoldfastApi['ledger']> {
    return this.#account ? ledgerOf(this.#account) : [];
  }

  async sharedWithMe(): ReturnType<HoldfastApi['sharedWithMe']> {
    return this.#account ? sharedWith(this.#account) : [];
  }

  async makeRoom(name: string): ReturnType<HoldfastApi['makeRoom']> {
    return this.#account ? this.#saved(await makeRoom(this.#account, name)) : NOT_OPEN;
  }

  async rooms(): ReturnType<HoldfastApi['rooms']> {
    return this.#account ? roomsOf(this.#account) : [];
  }

  async joinRoom(...args: Parameters<HoldfastApi['joinRoom']>): ReturnType<HoldfastApi['joinRoom']> {
    return this.#account ? this.#saved(await joinRoom(this.#account, ...args)) : NOT_OPEN;
  }

  async setInRoom(
    ...[room, who, want]: Parameters<HoldfastApi['setInRoom']>
  ): ReturnType<HoldfastApi['setInRoom']> {
    if (!this.#account) return NOT_OPEN;
    return this.#woken(await setInRoom(this.#account, room, who as AccountId, want));
  }

  async sayInRoom(...args: Parameters<HoldfastApi['sayInRoom']>): ReturnType<HoldfastApi['sayInRoom']> {
    return this.#account ? this.#saved(await sayInRoom(this.#account, ...args)) : NOT_OPEN;
  }

  async saidInRoom(roomId: string): ReturnType<HoldfastApi['saidInRoom']> {
    return this.#account ? saidIn(this.#account, roomId) : [];
  }

  async evidence(): ReturnType<HoldfastApi['evidence']> {
    return this.#account ? this.#noted(await evidenceOf(this.#account)) : NOT_OPEN;
  }

  // ---- photos and voice notes

  async saveBlob(...args: Parameters<HoldfastApi['saveBlob']>): ReturnType<HoldfastApi['saveBlob']> {
    if (!this.#account) return NOT_OPEN;
    const saved = await this.#account.blobs.save(...args);
    if (!saved.ok && saved.error.code === 'blob-too-large') return err(saved.error);
    return this.#saved(saved as Result<{ ref: BlobRef }, SaveFailure>);
  }

  async readBlob(ref: BlobRef): ReturnType<HoldfastApi['readBlob']> {
    return this.#account ? this.#account.blobs.read(ref) : NOT_OPEN;
  }

  async removeBlob(ref: BlobRef): ReturnType<HoldfastApi['removeBlob']> {
    return this.#account ? this.#saved(await this.#account.blobs.remove(ref)) : NOT_OPEN;
  }

  // ---- being told

  async pushKey(): ReturnType<HoldfastApi['pushKey']> {
    if (!this.#account) return NOT_OPEN;
    const answer = await this.#account.session.call('push.key', {});
    return answer.ok ? ok(answer.value.publicKey) : this.#failed(serverError(answer.error));
  }

  async isPushOn(): Promise<boolean> {
    return (await this.#account?.push.isOn()) ?? false;
  }

  async setPush(...args: Parameters<HoldfastApi['setPush']>): ReturnType<HoldfastApi['setPush']> {
    return this.#account ? this.#saved(this.#noted(await this.#account.push.set(...args))) : NOT_OPEN;
  }

  // ---- safety timer

  async askForTimer(contactId: string): ReturnType<HoldfastApi['askForTimer']> {
    return this.#account ? this.#woken(await this.#account.timers.ask(contactId as AccountId)) : NOT_OPEN;
  }

  async isTimerReady(contactId: string): Promise<boolean> {
    return this.#account?.timers.isReady(contactId as AccountId) ?? false;
  }

  async armTimer(contactId: string, at: number): ReturnType<HoldfastApi['armTimer']> {
    return this.#account ? this.#woken(await this.#account.timers.arm(contactId as AccountId, at)) : NOT_OPEN;
  }

  async cancelTimer(): ReturnType<HoldfastApi['cancelTimer']> {
    if (!this.#account) return NOT_OPEN;
    const cancelled = await this.#account.timers.cancel();
    this.#online?.wake();
    return cancelled;
  }

  async timer(): ReturnType<HoldfastApi['timer']> {
    return this.#account?.timers.current();
  }

  async timerAsks(): ReturnType<HoldfastApi['timerAsks']> {
    return this.#account?.timers.asks() ?? [];
  }

  async agreeToTimer(contactId: string): ReturnType<HoldfastApi['agreeToTimer']> {
    return this.#account ? this.#woken(await this.#account.timers.agree(contactId as AccountId)) : NOT_OPEN;
  }

  async notices(): ReturnType<HoldfastApi['notices']> {
    return this.#account?.timers.notices() ?? [];
  }

  async putAwayNotice(id: string): ReturnType<HoldfastApi['putAwayNotice']> {
    return this.#account ? this.#woken(await this.#account.timers.putAway(id)) : NOT_OPEN;
  }

  // ---- the server

  async sync(): Promise<Result<void, Failure>> {
    if (!this.#account) return NOT_OPEN;
    const account = this.#account;
    this.#online ??= new Online(account);
    const done = await this.#online.sync();
    if (done.ok) return account.device.leaving ? this.forgetDevice() : ok(undefined);
    // Locked meanwhile: its storage went away on purpose.
    return this.#account === account ? this.#failed(done.error) : NOT_OPEN;
  }

  async goOnline(): Promise<void> {
    if (!this.#account) return;
    this.#online ??= new Online(this.#account);
    this.#online.start(() => void this.forgetDevice());
  }

  // ---- inside

  /** Puts a new or recovered account on this device, protected by the phone alone until a PIN is set. */
  async #adopt(device: DeviceFile, vault: Account['vault']): Promise<Result<void, Failure>> {
    const p = this.#env.primitives;
    const localKey = p.random(32);
    const stored = await this.#env.storage.commit([
      ...(await this.#phoneLock.writes(localKey)),
      ...accountWrites(p, localKey, device, vault),
    ]);
    if (!stored.ok) return this.#noted(stored);
    return this.#open(new Account(this.#env, localKey, device, vault));
  }

  async #open(account: Account): Promise<Result<void, Failure>> {
    const loaded = await account.load();
    if (!loaded.ok) return this.#noted(loaded);
    this.#account = account;
    this.#lost = false;
    const removed = await removeExpired(account);
    // What could not be removed now is not shown either, and is removed at the next opening.
    if (!removed.ok) this.#saved(removed);
    void account.drafts.sweep();
    this.#env.onChange?.();
    return ok(undefined);
  }

  async #stop(which: Parameters<typeof stopSharing>[1]): Promise<Result<void, Failure>> {
    if (!this.#account) return NOT_OPEN;
    const stopped = await stopSharing(this.#account, which);
    if (stopped.ok) this.#online?.wake();
    return stopped;
  }

  #waysBack(account: Account): WaysBack {
    const trusted = account.trusted.view();
    return {
      card: this.#cardState(account),
      phone: account.vault.methods.filter(({ type }) => type === 'device').length > 1,
      people: trusted.ready && !trusted.off,
    };
  }

  #cardState(account: Account): WaysBack['card'] {
    const method = cardMethod(account);
    if (!method) return 'none';
    return readRecord('card', account.home.store.get('card', method))?.checked ? 'checked' : 'made';
  }

  #keyLost(): Result<never, { code: 'lost' }> {
    this.#lost = true;
    return err({ code: 'lost' });
  }

  /** Remembers what the storage last said, for the status line, and passes it on as a failure. */
  #noted<T>(result: Result<T, StorageFailure>): Result<T, Failure> {
    this.#storage = result.ok ? 'ok' : result.error;
    return result.ok ? result : err({ code: result.error });
  }

  #saved<T, E extends SaveFailure>(result: Result<T, E>): Result<T, E> {
    if (result.ok) {
      this.#storage = 'ok';
      this.#online?.wake();
    }
    return this.#heard(result);
  }

  /** Remembers that the storage failed, where it did. */
  #heard<T, E extends { readonly code: string }>(result: Result<T, E>): Result<T, E> {
    const failure = result.ok ? undefined : result.error.code;
    if (failure === 'full' || failure === 'denied' || failure === 'gone') this.#storage = failure;
    return result;
  }

  /** What was decided about a contact goes out soon. */
  #woken<T extends Result<unknown, unknown>>(result: T): T {
    if (result.ok) this.#online?.wake();
    return result;
  }

  #failed(error: StepError): Result<never, Failure> {
    if (error.from === 'storage') this.#storage = error.failure;
    return err(toFailure(error));
  }
}

/** A draft that could not be kept is no news for the status line: what is saved may still fit. */
const coded = <T, C extends string>(result: Result<T, C>): Result<T, { readonly code: C }> =>
  result.ok ? result : err({ code: result.error });

const lineChange = (line: string): Change => ({ type: 'today', id: TODAY_ID, fields: { line } });

const waitingWrites = (account: Account): number =>
  account.replicas().reduce((sum, replica) => sum + replica.waitingWords, 0);

function devicesOf(account: Account) {
  return [...account.own.devices].map(([id, { revokedAt }]) => ({
    id,
    own: id === account.deviceId,
    revoked: revokedAt !== undefined,
    name: readRecord('device', account.home.store.get('device', id))?.name ?? '',
  }));
}

function newDevices(account: Account) {
  const known = new Set(account.device.acknowledged);
  return devicesOf(account).filter(({ id, own, revoked }) => !own && !revoked && !known.has(id));
}
