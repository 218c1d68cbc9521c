import { idBytes } from '@holdfast/base';
import type { MailboxId } from '@holdfast/protocol';
import { encodePushMessage } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import type { ClaimedItem } from '../db/queries/due.ts';
import { claimDue, markReleased, readNow } from '../db/queries/due.ts';
import { dropSlot, readSlots } from '../db/queries/push.ts';
import type { Database } from '../db/schema.ts';
import type { PushIdentity } from '../push/identity.ts';
import { openSubscription } from '../push/seal.ts';
import type { PushOutcome, SendPush } from '../push/send.ts';

/** [MBX-5] How long a claim keeps others away, ms. */
export const LEASE = 60_000;
/** [PSH-7] After this time an item counts as released even if no push service took it. Ms. */
const GIVE_UP = 3_600_000;
const BATCH = 100;

export interface ReleaseParts {
  readonly db: Kysely<Database>;
  readonly pushKey: Uint8Array;
  readonly identity: PushIdentity;
  readonly send: SendPush;
  /** Ms to add to the database's clock; 0 but in tests. */
  readonly ahead: () => number;
}

/** Releases all that is due now. Answers how many items it saw to. */
export async function releaseDue(parts: ReleaseParts): Promise<number> {
  for (let seen = 0; ;) {
    const items = await claimDue(parts.db, BATCH, LEASE, parts.ahead());
    if (items.length > 0) await release(parts, items);
    seen += items.length;
    if (items.length < BATCH) return seen;
  }
}

async function release(parts: ReleaseParts, items: readonly ClaimedItem[]): Promise<void> {
  const { db } = parts;
  const slots = Map.groupBy(
    await readSlots(db, [...new Set(items.map((item) => item.mailbox_id))]),
    (slot) => slot.mailbox_id,
  );
  const now = await readNow(db, parts.ahead());
  await Promise.all(
    items.map(async (item) => {
      const outcomes = await Promise.all(
        (slots.get(item.mailbox_id) ?? []).map((slot) => push(parts, item, slot)),
      );
      const allFailed = outcomes.length > 0 && outcomes.every((outcome) => outcome === 'failed');
      // Left claimed: it comes again when the claim is over.
      if (allFailed && now - item.at < GIVE_UP) return;
      await markReleased(db, [item.item_id]);
    }),
  );
}

async function push(
  { db, pushKey, identity, send }: ReleaseParts,
  item: ClaimedItem,
  slot: Awaited<ReturnType<typeof readSlots>>[number],
): Promise<PushOutcome> {
  const name: { mailboxId: MailboxId; slotId: typeof slot.slot_id } = {
    mailboxId: slot.mailbox_id,
    slotId: slot.slot_id,
  };
  const subscription = openSubscription(pushKey, name, slot.sealed);
  const message = encodePushMessage(item.kind === 'reminder' ? 'reminder' : 'ask', idBytes(item.item_id));
  const outcome =
    subscription === undefined
      ? 'gone'
      : await send({ subscription, message, topic: item.item_id, identity });
  if (outcome === 'gone') await dropSlot(db, name.mailboxId, name.slotId);
  return outcome;
}
