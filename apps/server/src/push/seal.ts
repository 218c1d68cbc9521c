import type { Random } from '@holdfast/base';
import { concat, idBytes } from '@holdfast/base';
import type { MailboxId, PushSlotId } from '@holdfast/protocol';
import { bytesSchema } from '@holdfast/protocol';
import * as v from 'valibot';
import { openUnder, sealUnder } from '../sealed.ts';

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

const adOf = ({ mailboxId, slotId }: SlotName): Uint8Array => concat(idBytes(mailboxId), idBytes(slotId));

/** [PSH-4] A subscription under the server's key (32 bytes), bound to its mailbox and slot. */
export const sealSubscription = (
  random: Random,
  key: Uint8Array,
  name: SlotName,
  subscription: Subscription,
): Uint8Array => sealUnder(random, key, adOf(name), subscription);

/** Undefined when the key is another: the data folder was lost, or the row came from elsewhere. */
export const openSubscription = (
  key: Uint8Array,
  name: SlotName,
  sealed: Uint8Array,
): Subscription | undefined => openUnder(key, adOf(name), sealed, subscriptionSchema);
