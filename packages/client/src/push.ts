import type { Result } from '@holdfast/base';
import { concat, equalBytes, err, ok, toBase64Url, toId } from '@holdfast/base';
import type { MailboxId } from '@holdfast/protocol';
import { bytesSchema, decodeCbor, encodeCbor, idSchema, LIMITS } from '@holdfast/protocol';
import type { StorageFailure } from '@holdfast/sync';
import { openLocal, sealLocal } from '@holdfast/vault';
import { REMIND_AHEAD } from '@holdfast/recovery';
import * as v from 'valibot';
import type { Account } from './account.ts';
import type { PushSubscriptionKeys } from './api.ts';
import type { StepError } from './env.ts';
import { isRefusal, serverError, storageError, written } from './env.ts';
import type { RecordOf } from './records.ts';
import { put, readRecord } from './records.ts';
import { timesToRing } from './reminders.ts';

const WEEK = 7 * 86_400_000;
/** While the server knows at least this much of what is to come, time alone is no reason to tell it again. Ms. */
const KNOWN_AHEAD = 13 * 86_400_000;

const KEY = 'push';
const RECORD_ID = 'own';

/** What this phone keeps of being told, sealed under the local key. */
const fileSchema = v.object({
  slot: idSchema<'push-slot'>(),
  /** Null when it is not to be told. */
  subscription: v.nullable(
    v.object({ endpoint: v.string(), p256dh: bytesSchema(65), auth: bytesSchema(16) }),
  ),
  /** Times at which it is to ring, ms since 1970, in order. */
  reminders: v.array(v.number()),
  /** Up to when they were worked out. */
  through: v.optional(v.number(), 0),
  /** The mailbox that this phone put its slot into. */
  box: v.nullable(v.object({ id: idSchema<'mailbox'>(), owner: bytesSchema(32) })),
  /** A hash of all that the server was told; empty when it has to be told. */
  told: v.string(),
});
type PushFile = v.InferOutput<typeof fileSchema>;
type Box = RecordOf<'mailbox'>['keys'];

/** Whether what the server was told of two weeks still holds for those of them that are left. */
function holds({ reminders, through }: PushFile, wanted: readonly number[], now: number): boolean {
  const left = reminders.filter((at) => at > now);
  const same = wanted.filter((at) => at <= through);
  return (
    through >= now + KNOWN_AHEAD && left.length === same.length && left.every((at, nth) => at === same[nth])
  );
}

/**
 * Being told of what is due: where this phone can be pushed to, and when. The server learns times and nothing else. The
 * mailbox is one for all phones of the account; its keys stand in the private space.
 */
export class Push {
  readonly #account: Account;
  #file: PushFile | undefined;

  constructor(account: Account) {
    this.#account = account;
  }

  /** Whether this phone is to be told. */
  async isOn(): Promise<boolean> {
    const file = await this.#load();
    return file.ok && file.value.subscription !== null;
  }

  /** Where this phone is pushed to, or that it is not any more. Durable; the server hears of it in the next round. */
  async set(subscription: PushSubscriptionKeys | undefined): Promise<Result<void, StorageFailure>> {
    const file = await this.#load();
    if (!file.ok) return file;
    return this.#keep({ ...file.value, subscription: subscription ?? null });
  }

  /** This phone's slot, and where it is pushed to. */
  async where(): Promise<Result<Pick<PushFile, 'slot' | 'subscription'>, StorageFailure>> {
    return this.#load();
  }

  /** Brings the server in line with what is wanted here. What it refuses is tried again in the next round. */
  async send(): Promise<Result<void, StepError>> {
    const sent = await this.#send();
    return sent.ok || !isRefusal(sent.error) ? sent : ok(undefined);
  }

  // ---- inside

  async #send(): Promise<Result<void, StepError>> {
    const file = await this.#load();
    if (!file.ok) return err(storageError(file.error));
    const { subscription, box: known } = file.value;
    const planned = subscription === null ? ok(undefined) : await this.#plan(file.value);
    if (!planned.ok) return planned;
    const box = await this.#box(subscription !== null);
    if (!box.ok) return box;
    const left = known !== null && known.id !== box.value?.id ? known : undefined;
    if (left) {
      // Another phone of this account made the mailbox that counts, or the keys were renewed.
      const closed = await this.#close(left);
      if (!closed.ok) return closed;
    }
    if (box.value === undefined) return left ? this.#note({ box: null, told: '' }) : ok(undefined);
    const closed = await this.#closeOld(box.value);
    if (!closed.ok) return closed;
    if (subscription === null) return this.#leave(box.value);
    const told = this.#fingerprint(box.value, this.#file!);
    if (told === this.#file!.told) return ok(undefined);
    return this.#tell(box.value, subscription, told);
  }

  /** Works out anew when to ring. Where that changes nothing, what was told stands, and nothing is sent. */
  async #plan(file: PushFile): Promise<Result<void, StepError>> {
    const now = this.#account.now();
    const wanted = timesToRing(this.#account).slice(0, LIMITS.dueItems);
    if (holds(file, wanted, now)) return ok(undefined);
    return this.#note({ reminders: wanted, through: now + REMIND_AHEAD });
  }

  async #tell(box: Box, subscription: PushSubscriptionKeys, told: string): Promise<Result<void, StepError>> {
    const p = this.#account.env.primitives;
    const { session } = this.#account;
    const [owner, post, cancel] = [box.owner, box.post, box.cancel].map((seed) => p.signKeys(seed));
    const { slot, reminders } = this.#file!;
    const kept = await this.#note({ box: { id: box.id, owner: box.owner } });
    if (!kept.ok) return kept;
    const opened = await session.call(
      'mailbox.open',
      { mailboxId: box.id, ownerKey: owner!.publicKey, postKey: post!.publicKey },
      [owner!],
    );
    if (!opened.ok) return err(serverError(opened.error));
    const set = await session.call('push.set', { mailboxId: box.id, slotId: slot, ...subscription }, [
      owner!,
    ]);
    if (!set.ok) return err(serverError(set.error));
    // Server [ACC-8]: a new device rings the others, also a phone that is locked and closed.
    const { accountId, login } = this.#account;
    const alert = { mailboxId: box.id, postKey: post!.publicKey };
    const alerted = await session.call('account.alert', { accountId, alert }, [login, post!]);
    if (!alerted.ok) return err(serverError(alerted.error));
    const now = this.#account.now();
    const items = reminders.filter((at) => at > now).map((at) => ({ kind: 'reminder' as const, at }));
    const due = await session.call(
      'due.set',
      {
        groupId: box.group,
        cancelKey: cancel!.publicKey,
        posts: [{ mailboxId: box.id, postKey: post!.publicKey, items }],
      },
      [post!, cancel!],
    );
    if (!due.ok) return err(serverError(due.error));
    // Asked for something else meanwhile: the next round tells that.
    return this.#fingerprint(box, this.#file!) === told ? this.#note({ told }) : ok(undefined);
  }

  /** Takes this phone out of a mailbox that it was in. The server drops the reminders with the last phone. */
  async #leave(box: Box): Promise<Result<void, StepError>> {
    if (this.#file!.box === null) return ok(undefined);
    const owner = this.#account.env.primitives.signKeys(box.owner);
    const request = { mailboxId: box.id, slotId: this.#file!.slot };
    const removed = await this.#account.session.call('push.remove', request, [owner]);
    if (!removed.ok && removed.error.error !== 'forbidden') return err(serverError(removed.error));
    return this.#note({ box: null, told: '' });
  }

  /**
   * The account's own mailbox. A new one when there is none, or when a device was shut out since: that one knows the keys
   * of the old one, and is told by it.
   */
  async #box(wanted: boolean): Promise<Result<Box | undefined, StepError>> {
    const { home, own, env } = this.#account;
    const record = readRecord('mailbox', home.store.get('mailbox', RECORD_ID))?.keys;
    const version = own.encryptionVersion;
    if (record && record.version >= version) return ok(record);
    if (!record && !wanted) return ok(undefined);
    const random = (length: number) => env.primitives.random(length);
    const box: Box = {
      version,
      id: toId<'mailbox'>(random(16)),
      owner: random(32),
      post: random(32),
      group: toId<'due-group'>(random(16)),
      cancel: random(32),
      old: record ? [...record.old, { id: record.id, owner: record.owner }] : [],
    };
    const noted = written(await this.#account.writeHome(put('mailbox', RECORD_ID, { keys: box })));
    return noted.ok ? ok(box) : noted;
  }

  async #closeOld(box: Box): Promise<Result<void, StepError>> {
    if (box.old.length === 0) return ok(undefined);
    for (const old of box.old) {
      const closed = await this.#close(old);
      if (!closed.ok) return closed;
    }
    const keys = { ...box, old: [] };
    return written(await this.#account.writeHome(put('mailbox', RECORD_ID, { keys })));
  }

  async #close(box: {
    readonly id: MailboxId;
    readonly owner: Uint8Array;
  }): Promise<Result<void, StepError>> {
    const owner = this.#account.env.primitives.signKeys(box.owner);
    const request = { mailboxId: box.id, ownerKey: owner.publicKey };
    const closed = await this.#account.session.call('mailbox.close', request, [owner]);
    return closed.ok ? ok(undefined) : err(serverError(closed.error));
  }

  /**
   * Changes whenever the server has to be told again: other wishes, another mailbox, a restored server. And once a week,
   * in case the server lost the address and said nothing.
   */
  #fingerprint(box: Box, { slot, subscription, reminders }: PushFile): string {
    const account = this.#account;
    const week = Math.floor(account.now() / WEEK);
    const all = { box: box.id, slot, subscription, reminders, week };
    const generation = encodeCbor(account.generation ?? '');
    return toBase64Url(account.env.primitives.sha256(concat(encodeCbor(all), generation)).subarray(0, 16));
  }

  async #note(change: Partial<PushFile>): Promise<Result<void, StepError>> {
    const kept = await this.#keep({ ...this.#file!, ...change });
    return kept.ok ? ok(undefined) : err(storageError(kept.error));
  }

  async #keep(file: PushFile): Promise<Result<void, StorageFailure>> {
    const { env, localKey } = this.#account;
    const bytes = encodeCbor(file);
    if (this.#file && equalBytes(encodeCbor(this.#file), bytes)) return ok(undefined);
    const stored = await env.storage.commit([
      { key: KEY, value: sealLocal(env.primitives, localKey, KEY, bytes) },
    ]);
    if (!stored.ok) return stored;
    this.#file = file;
    env.onChange?.();
    return ok(undefined);
  }

  async #load(): Promise<Result<PushFile, StorageFailure>> {
    if (this.#file) return ok(this.#file);
    const { env, localKey } = this.#account;
    const stored = await env.storage.get(KEY);
    if (!stored.ok) return stored;
    const bytes = stored.value && openLocal(env.primitives, localKey, KEY, stored.value);
    const value = bytes && decodeCbor(bytes);
    const parsed = value?.ok ? v.safeParse(fileSchema, value.value) : undefined;
    const slot = toId<'push-slot'>(env.primitives.random(16));
    return ok(
      (this.#file ??= parsed?.success
        ? parsed.output
        : { slot, subscription: null, reminders: [], through: 0, box: null, told: '' }),
    );
  }
}
