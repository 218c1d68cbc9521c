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
/** [PSH-7] Later than this an item counts as released without a push. Ms. */
const LATE = 3_600_000;
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
  const done = await Promise.all(
    items.map(async (item) => {
      // The server was away, or a backup came back: what was due in that time must not ring all at once.
      const isLate = now - item.release_at >= LATE;
      const told = isLate ? [] : (slots.get(item.mailbox_id) ?? []);
      const outcomes = await Promise.all(told.map((slot) => push(parts, item, slot)));
      const allFailed = outcomes.length > 0 && outcomes.every((outcome) => outcome === 'failed');
      // Left claimed, it comes again when the claim is over.
      return allFailed ? [] : [item.item_id];
    }),
  );
  if (done.some((ids) => ids.length > 0)) await markReleased(db, done.flat());
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
