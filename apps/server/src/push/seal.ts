import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '@holdfast/base';
import { concat, idBytes } from '@holdfast/base';
import type { MailboxId, PushSlotId } from '@holdfast/protocol';
import { bytesSchema, decodeCbor, encodeCbor } from '@holdfast/protocol';
import * as v from 'valibot';

const subscriptionSchema = v.strictObject({
  endpoint: v.string(),
  p256dh: bytesSchema(65),
  auth: bytesSchema(16),
});
/** Where a device is told, and the keys its messages are encrypted to (RFC 8291). */
export type Subscription = v.InferOutput<typeof subscriptionSchema>;

export interface SlotName {
  readonly mailboxId: MailboxId;
  readonly slotId: PushSlotId;
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const adOf = ({ mailboxId, slotId }: SlotName): Uint8Array => concat(idBytes(mailboxId), idBytes(slotId));

/** [PSH-4] A subscription under the server's key (32 bytes), bound to its mailbox and slot. */
export function sealSubscription(
  random: Random,
  key: Uint8Array,
  name: SlotName,
  subscription: Subscription,
): Uint8Array {
  const nonce = random.bytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(adOf(name));
  return concat(nonce, cipher.update(encodeCbor(subscription)), cipher.final(), cipher.getAuthTag());
}

/** Undefined when the key is another: the data folder was lost, or the row came from elsewhere. */
export function openSubscription(
  key: Uint8Array,
  name: SlotName,
  sealed: Uint8Array,
): Subscription | undefined {
  if (sealed.length < NONCE + TAG) return undefined;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(adOf(name))
    .setAuthTag(sealed.subarray(-TAG));
  try {
    const bytes = concat(decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final());
    const value = decodeCbor(bytes);
    const parsed = value.ok ? v.safeParse(subscriptionSchema, value.value) : undefined;
    return parsed?.success ? parsed.output : undefined;
  } catch {
    // Node says by throwing that the tag does not fit; there is one thing to do about it.
    return undefined;
  }
}
