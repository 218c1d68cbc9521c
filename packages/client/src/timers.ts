import type { Id, Result } from '@holdfast/base';
import { err, ok, toId } from '@holdfast/base';
import type { AccountId, DueGroupId } from '@holdfast/protocol';
import { bytesSchema, idSchema, REMINDER_GRID } from '@holdfast/protocol';
import type { SpaceReplica } from '@holdfast/sync';
import { openNotice, sealNotice } from '@holdfast/vault';
import * as v from 'valibot';
import type { Account } from './account.ts';
import type { Failure, NoticeView, SaveFailure, TimerFailure, TimerView } from './api.ts';
import { contactOf, isHeld, pairsWith } from './contacts.ts';
import type { StepError } from './env.ts';
import { isRefusal, serverError, storageError, toFailure, written } from './env.ts';
import type { RecordOf } from './records.ts';
import { put, readRecord, readRecords } from './records.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The person is told before a timer runs out. Ms. */
const WARNINGS = [60 * MINUTE, 15 * MINUTE];
/** A shorter timer could not be warned of. Ms. */
const SHORTEST = 20 * MINUTE;
const LONGEST = 14 * DAY;
/** How much earlier than it says a notice is believed: clocks of phones differ. Ms. */
const EARLY = 10 * MINUTE;
/** How far a phone's clock may be off while a time on it is still the one that is meant. Ms. */
const CLOCK = 5 * MINUTE;
/** Mailboxes are looked into this often at most. Ms. */
const LOOK = MINUTE;
/** How long a timer that is over is remembered, so that a restored server is told again. Ms. */
const KEPT = 30 * DAY;

/**
 * What two people tell each other about timers, in their pair space. Id: the account that wrote it. `asked`: would you be
 * told? `door`: yes, here. `over`: all my timers up to this count are settled, whatever a server delivers later.
 */
const talkSchema = v.object({
  asked: v.optional(v.boolean()),
  over: v.optional(v.number()),
  door: v.optional(
    v.object({ mailbox: idSchema<'mailbox'>(), post: bytesSchema(32), seal: bytesSchema(32) }),
  ),
});
type Talk = v.InferOutput<typeof talkSchema>;
type Timer = RecordOf<'timer'> & { readonly id: string };

/**
 * The safety timer, of both sides. Armed for one occasion, to one person; stopped by whoever armed it. The server holds
 * it sealed and lets it go by its own clock (server SPEC [TMR-1]), so arming needs the server and stopping wants it.
 */
export class Timers {
  readonly #account: Account;
  /** What this opening of the app has told the server already. */
  #told = new Map<string, string>();
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(account: Account) {
    this.#account = account;
  }

  // ---- whoever arms

  /** Asks somebody whether they would be told. */
  async ask(contact: AccountId): Promise<Result<void, Failure>> {
    const pair = this.#pair(contact);
    return pair ? this.#say(pair, { asked: true }) : err({ code: 'unknown' });
  }

  /** Whether somebody said yes and can still be told. */
  isReady(contact: AccountId): boolean {
    const account = this.#account;
    const gone = account.accountOf(contact)?.closed || contactOf(account, contact)?.replacedBy;
    return !gone && !isHeld(account, contact) && this.#heard(contact)?.door !== undefined;
  }

  /** Arms a timer and answers once the server has it. Any other timer is over with that. `at`: ms since 1970. */
  async arm(contact: AccountId, at: number): Promise<Result<{ id: string }, TimerFailure>> {
    const account = this.#account;
    if (account.alarm) return err({ code: 'refused' });
    // A phone whose clock is far off knows the time from the server alone, and would let a note go at once.
    const asked = await account.session.prove([]);
    if (!asked.ok) return err(toFailure(serverError(asked.error)));
    const ahead = Math.abs(account.session.ahead);
    if (ahead > CLOCK && account.clockOff() === 0) return err({ code: 'clock' });
    const now = account.now();
    if (!this.isReady(contact)) return err({ code: 'not-ready' });
    if (at < now + SHORTEST || at > now + LONGEST) return err({ code: 'time' });
    const ended = await this.#end(this.#active());
    if (!ended.ok) return err(toFailure(ended.error));
    const { primitives } = account.env;
    const id = toId<'due-group'>(primitives.random(16));
    const counter = 1 + Math.max(0, ...this.#all().map((timer) => timer.counter));
    const fields = {
      contact,
      at: Math.ceil(at / 1000) * 1000,
      counter,
      cancel: primitives.random(32),
      over: false,
    };
    const noted = written(await account.writeHome(put('timer', id, fields)));
    if (!noted.ok) return err(toFailure(noted.error));
    const sent = await this.#tell();
    if (sent.ok && this.#isTold(id)) {
      // Warnings go with the other reminders; the next round tries again what did not work now.
      await account.push.send();
      return ok({ id });
    }
    // Nobody may think that it runs. Should the server have it all the same, it hears in the next round that it is over.
    // So does whoever would be told: a note that went out all the same is settled for them.
    await this.#end(this.#all().filter((timer) => timer.id === id));
    return err(sent.ok ? { code: 'refused' } : toFailure(sent.error));
  }

  /** Ends every timer. `went`: it had gone out, or was just going; the other side then sees that it is settled. */
  async cancel(): Promise<Result<{ went: boolean }, Failure>> {
    const active = this.#active();
    const ended = await this.#end(active);
    if (!ended.ok) return err(toFailure(ended.error));
    let went = false;
    for (const timer of active) {
      const stopped = await this.#stop(timer);
      if (!stopped.ok) return err(toFailure(stopped.error));
      went ||= stopped.value;
    }
    return ok({ went });
  }

  /** The timer that was armed and not ended. */
  current(): TimerView | undefined {
    const [timer] = this.#active();
    if (!timer) return undefined;
    const { id, contact, at } = timer;
    const state = at <= this.#account.now() ? 'due' : this.#isTold(id) ? 'armed' : 'unsure';
    return { id, contactId: contact, name: this.#name(contact), at, state };
  }

  /** When the person is to be told that a timer is about to run out. Ms since 1970, on the grid of reminders. */
  warnings(): number[] {
    return this.#active().flatMap(({ at }) =>
      WARNINGS.map((before) => Math.floor((at - before) / REMINDER_GRID) * REMINDER_GRID),
    );
  }

  // ---- whoever would be told

  /** People who asked to have this person told, and have no answer yet. */
  asks(): { contactId: string; name: string }[] {
    return this.#contacts()
      .filter(({ id }) => this.#heard(id)?.asked === true && !this.#door(id))
      .map(({ id, name }) => ({ contactId: id, name }));
  }

  /** Says yes: opens a mailbox for that person's notices. Durable; the server hears of it in the next round. */
  async agree(contact: AccountId): Promise<Result<void, Failure>> {
    const opened = await this.#open(contact);
    return opened.ok ? opened : err(opened.error as Failure);
  }

  /** Says where that person's notices come in: a mailbox this account has for them, or a new one. */
  async #open(contact: AccountId): Promise<Result<void, SaveFailure>> {
    const pairs = pairsWith(this.#account, contact);
    if (pairs.length === 0) return err({ code: 'unknown' });
    const random = (length: number) => this.#account.env.primitives.random(length);
    const keys = this.#door(contact) ?? {
      id: toId<'mailbox'>(random(16)),
      owner: random(32),
      post: random(32),
      seal: random(32),
    };
    const door = { mailbox: keys.id, post: keys.post, seal: keys.seal };
    return this.#account.write([
      { replica: this.#account.home, ops: [put('door', keys.id, { contact, keys })] },
      ...pairs.map(({ replica }) => ({
        replica,
        ops: [put('timer', this.#account.accountId, { door })],
      })),
    ]);
  }

  /** What came and was not put away, newest first. `settled`: the person has checked in since, whatever came. */
  notices(): NoticeView[] {
    return readRecords('notice', this.#account.home.store.list('notice'))
      .filter(({ away }) => !away)
      .map(({ id, contact, at, counter }) => {
        const settled = (this.#heard(contact)?.over ?? 0) >= counter;
        return { id, contactId: contact, name: this.#name(contact), at, settled };
      })
      .toSorted((a, b) => b.at - a.at);
  }

  async putAway(id: string): Promise<Result<void, Failure>> {
    const done = await this.#account.writeHome(put('notice', id, { away: true }));
    return done.ok ? ok(undefined) : err(done.error as Failure);
  }

  // ---- the round

  /**
   * Brings the server in line with what is wanted here, and fetches notices. What it refuses is tried again later, and
   * keeps nothing else waiting: one contact must not shut the doors of the others.
   */
  async send(): Promise<Result<void, StepError>> {
    for (const step of [() => this.#tell(), () => this.#openDoors(), () => this.#look()]) {
      const done = await step();
      if (!done.ok && !isRefusal(done.error)) return done;
    }
    return ok(undefined);
  }

  async #tell(): Promise<Result<void, StepError>> {
    const now = this.#account.now();
    for (const timer of this.#all()) {
      if (this.#isTold(timer.id)) continue;
      if (timer.over) {
        if (timer.at + KEPT < now) continue;
        const stopped = await this.#stop(timer);
        if (!stopped.ok && !isRefusal(stopped.error)) return stopped;
      } else if (timer.at > now) {
        const armed = await this.#arm(timer);
        if (!armed.ok && !isRefusal(armed.error)) return armed;
      }
    }
    return ok(undefined);
  }

  async #arm(timer: Timer): Promise<Result<void, StepError>> {
    const { env, session } = this.#account;
    const p = env.primitives;
    const door = this.#heard(timer.contact)?.door;
    if (!door) return ok(undefined);
    const generation = session.generation ?? '';
    // Equal bytes are a repeat; other bytes arm anew, which is wanted once after a restore ([TMR-3]).
    const isRepeat = timer.sealed && timer.generation === generation && timer.mailbox === door.mailbox;
    const sealed = isRepeat
      ? timer.sealed!
      : sealNotice(p, door.seal, door.mailbox, { counter: timer.counter, at: timer.at });
    const [post, cancel] = [p.signKeys(door.post), p.signKeys(timer.cancel)];
    const items = [{ kind: 'timer' as const, at: timer.at, sealed }];
    const request = {
      groupId: timer.id as DueGroupId,
      cancelKey: cancel.publicKey,
      posts: [{ mailboxId: door.mailbox, postKey: post.publicKey, items }],
    };
    const set = await session.call('due.set', request, [post, cancel]);
    if (!set.ok) return err(serverError(set.error));
    this.#told.set(timer.id, this.#state(timer));
    const now = session.generation ?? '';
    const mailbox = door.mailbox;
    if (isRepeat && now === generation) return ok(undefined);
    return written(
      await this.#account.writeHome(put('timer', timer.id, { sealed, generation: now, mailbox })),
    );
  }

  /** Whether it had gone out. */
  async #stop(timer: Timer): Promise<Result<boolean, StepError>> {
    const cancel = this.#account.env.primitives.signKeys(timer.cancel);
    const request = { groupId: timer.id as DueGroupId };
    const stopped = await this.#account.session.call('due.cancel', request, [cancel]);
    // The server never had it, or has forgotten it.
    if (!stopped.ok && stopped.error.error !== 'forbidden') return err(serverError(stopped.error));
    this.#told.set(timer.id, this.#state({ ...timer, over: true }));
    return ok(stopped.ok && stopped.value.gone > 0);
  }

  /** Before the account is removed: nothing goes out in its name any more, and nothing comes in. */
  async leave(): Promise<Result<void, StepError>> {
    const active = this.#active();
    const ended = await this.#end(active);
    if (!ended.ok) return ended;
    for (const timer of active) {
      const stopped = await this.#stop(timer);
      if (!stopped.ok) return stopped;
    }
    const { session, env } = this.#account;
    for (const { keys } of this.#doors()) {
      const owner = env.primitives.signKeys(keys.owner);
      const request = { mailboxId: keys.id, ownerKey: owner.publicKey };
      const closed = await session.call('mailbox.close', request, [owner]);
      if (!closed.ok && !isRefusal(serverError(closed.error))) return err(serverError(closed.error));
    }
    return ok(undefined);
  }

  /** Marks timers as over, here and for whoever would be told. */
  async #end(timers: readonly Timer[]): Promise<Result<void, StepError>> {
    if (timers.length === 0) return ok(undefined);
    const changes: { replica: SpaceReplica; ops: object[] }[] = [
      { replica: this.#account.home, ops: timers.map(({ id }) => put('timer', id, { over: true })) },
    ];
    for (const contact of new Set(timers.map((timer) => timer.contact))) {
      const over = Math.max(
        ...timers.filter((timer) => timer.contact === contact).map(({ counter }) => counter),
      );
      for (const { replica } of pairsWith(this.#account, contact))
        changes.push({ replica, ops: [put('timer', this.#account.accountId, { over })] });
    }
    return written(await this.#account.write(changes));
  }

  async #openDoors(): Promise<Result<void, StepError>> {
    const { session, env, push } = this.#account;
    const place = await push.where();
    if (!place.ok) return err(storageError(place.error));
    const { slot: slotId, subscription } = place.value;
    for (const { id } of this.#contacts()) {
      const lost = this.#said(id).some(
        ({ door }) => door && !this.#doorsOf(id).some((own) => own.id === door.mailbox),
      );
      const opened = lost ? written(await this.#open(id)) : ok(undefined);
      if (!opened.ok) return opened;
    }
    for (const { keys } of this.#doors()) {
      const state = `${this.#account.generation ?? ''} ${subscription?.endpoint ?? ''}`;
      if (this.#told.get(keys.id) === state) continue;
      const [owner, post] = [env.primitives.signKeys(keys.owner), env.primitives.signKeys(keys.post)];
      const open = { mailboxId: keys.id, ownerKey: owner.publicKey, postKey: post.publicKey };
      const opened = await session.call('mailbox.open', open, [owner]);
      if (!opened.ok) {
        if (!isRefusal(serverError(opened.error))) return err(serverError(opened.error));
        continue;
      }
      const at = { mailboxId: keys.id, slotId };
      const told = subscription
        ? await session.call('push.set', { ...at, ...subscription }, [owner])
        : await session.call('push.remove', at, [owner]);
      if (!told.ok && !isRefusal(serverError(told.error))) return err(serverError(told.error));
      if (told.ok) this.#told.set(keys.id, state);
    }
    return ok(undefined);
  }

  async #look(): Promise<Result<void, StepError>> {
    const { session, env, home } = this.#account;
    const elapsed = env.clock.now() - this.#lookedAt;
    if (elapsed >= 0 && elapsed < LOOK) return ok(undefined);
    for (const { contact, keys } of this.#doors()) {
      const owner = env.primitives.signKeys(keys.owner);
      const read = await session.call('mailbox.read', { mailboxId: keys.id }, [owner]);
      if (!read.ok) {
        if (!isRefusal(serverError(read.error))) return err(serverError(read.error));
        continue;
      }
      const taken: Id<'due-item'>[] = [];
      for (const { itemId, sealed } of read.value.items) {
        const notice = openNotice(env.primitives, keys.seal, keys.id, sealed);
        // What came before its time is not believed. It stays where it is, and is looked at again when it is due.
        if (!notice || notice.at > this.#account.now() + EARLY) continue;
        if (!home.store.get('notice', itemId)) {
          const noted = written(
            await this.#account.writeHome(put('notice', itemId, { contact, ...notice, away: false })),
          );
          if (!noted.ok) return noted;
        }
        taken.push(itemId);
      }
      if (taken.length === 0) continue;
      const gone = await session.call('mailbox.take', { mailboxId: keys.id, itemIds: taken }, [owner]);
      if (!gone.ok) return err(serverError(gone.error));
    }
    this.#lookedAt = env.clock.now();
    return ok(undefined);
  }

  // ---- what is stored

  #all(): Timer[] {
    return readRecords('timer', this.#account.home.store.list('timer'));
  }
  #active(): Timer[] {
    return this.#all()
      .filter(({ over }) => !over)
      .toSorted((a, b) => a.at - b.at);
  }
  #state(timer: Timer): string {
    const door = timer.over ? '' : (this.#heard(timer.contact)?.door?.mailbox ?? '');
    return `${timer.over} ${this.#account.generation ?? ''} ${door}`;
  }
  #isTold(id: string): boolean {
    const timer = this.#all().find((one) => one.id === id);
    return timer !== undefined && this.#told.get(id) === this.#state(timer);
  }

  #doors(): (RecordOf<'door'> & { readonly id: string })[] {
    return readRecords('door', this.#account.home.store.list('door'));
  }
  #doorsOf(contact: string): RecordOf<'door'>['keys'][] {
    return this.#doors().flatMap((door) => (door.contact === contact ? [door.keys] : []));
  }
  #door(contact: string): RecordOf<'door'>['keys'] | undefined {
    return this.#doorsOf(contact)[0];
  }
  #contacts() {
    return readRecords('contact', this.#account.home.store.list('contact')).map(({ id, name }) => ({
      id: id as AccountId,
      name,
    }));
  }
  #name(contact: string): string {
    return readRecord('contact', this.#account.home.store.get('contact', contact))?.name ?? '';
  }

  #pair(contact: string): SpaceReplica | undefined {
    return [...this.#account.spaces.values()].find(
      ({ record }) => record.role === 'peer' && record.contact === contact,
    )?.replica;
  }
  /** What a contact said about timers. Two who invited each other twice have two pair spaces: all of it counts. */
  #heard(contact: string): Talk | undefined {
    const said = this.#talk(contact, contact);
    if (said.length === 0) return undefined;
    const over = Math.max(0, ...said.map((one) => one.over ?? 0));
    return Object.assign({}, ...(said as [Talk]), { over });
  }
  /** What this account said to a contact. */
  #said(contact: string): Talk[] {
    return this.#talk(contact, this.#account.accountId);
  }
  #talk(contact: string, by: string): Talk[] {
    return pairsWith(this.#account, contact).flatMap(({ replica }) => {
      const parsed = v.safeParse(talkSchema, replica.store.get('timer', by)?.fields);
      return parsed.success ? [parsed.output] : [];
    });
  }
  async #say(
    pair: SpaceReplica,
    fields: { readonly [field: string]: unknown },
  ): Promise<Result<void, Failure>> {
    const said = await this.#account.write([
      { replica: pair, ops: [put('timer', this.#account.accountId, fields)] },
    ]);
    return said.ok ? ok(undefined) : err(said.error as Failure);
  }
}
