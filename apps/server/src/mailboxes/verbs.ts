import type { Clock, Random } from '@holdfast/base';
import { equalBytes, ok } from '@holdfast/base';
import type { MailboxId } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { deleteMailbox, insertMailbox, readDueAsks, readMailbox, takeAsks } from '../db/queries/mailboxes.ts';
import { dropSlot, putSlot, readSlots } from '../db/queries/push.ts';
import type { Database } from '../db/schema.ts';
import type { PushIdentity } from '../push/identity.ts';
import { sealSubscription } from '../push/seal.ts';
import type { Session } from '../session/session.ts';
import { dayOf } from '../time.ts';
import type { Handlers } from '../verbs.ts';
import { refuse } from '../verbs.ts';

export interface MailboxParts {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly random: Random;
  readonly pushKey: Uint8Array;
  readonly identity: PushIdentity;
  /** Ms to add to the database's clock; 0 but in tests. */
  readonly ahead: () => number;
}

type MailboxVerb =
  | 'mailbox.open'
  | 'mailbox.read'
  | 'mailbox.take'
  | 'mailbox.close'
  | 'push.key'
  | 'push.set'
  | 'push.remove';

export const mailboxVerbs = (parts: MailboxParts): Handlers<MailboxVerb> => {
  const { db, clock, random, pushKey, identity, ahead } = parts;

  /** [MBX-1] */
  async function owns(session: Session, mailboxId: MailboxId): Promise<boolean> {
    const mailbox = await readMailbox(db, mailboxId);
    return mailbox !== undefined && session.holds(mailbox.owner_key);
  }

  return {
    'mailbox.open': async ({ session }, { mailboxId, ownerKey, postKey }) => {
      if (!session.holds(ownerKey)) return refuse('forbidden');
      await insertMailbox(db, {
        mailbox_id: mailboxId,
        owner_key: ownerKey,
        post_key: postKey,
        created_day: dayOf(clock),
      });
      const stored = await readMailbox(db, mailboxId);
      if (stored === undefined || !session.holds(stored.owner_key)) return refuse('forbidden');
      return equalBytes(stored.post_key, postKey) ? ok({}) : refuse('conflict');
    },

    'mailbox.read': async ({ session }, { mailboxId }) =>
      (await owns(session, mailboxId))
        ? ok({ items: await readDueAsks(db, mailboxId, ahead()) })
        : refuse('forbidden'),

    'mailbox.take': async ({ session }, { mailboxId, itemIds }) => {
      if (!(await owns(session, mailboxId))) return refuse('forbidden');
      if (itemIds.length > 0) await takeAsks(db, mailboxId, itemIds);
      return ok({});
    },

    'mailbox.close': async ({ session }, { mailboxId, ownerKey }) => {
      if (!session.holds(ownerKey)) return refuse('forbidden');
      await deleteMailbox(db, mailboxId, ownerKey);
      return ok({});
    },

    'push.key': () => ok({ publicKey: identity.publicKey }),

    'push.set': async ({ session }, { mailboxId, slotId, ...subscription }) => {
      if (!(await owns(session, mailboxId))) return refuse('forbidden');
      const slots = await readSlots(db, [mailboxId]);
      const isNew = slots.every((slot) => slot.slot_id !== slotId);
      if (isNew && slots.length >= LIMITS.pushSlots) return refuse('too-large');
      const sealed = sealSubscription(random, pushKey, { mailboxId, slotId }, subscription);
      await putSlot(db, { mailbox_id: mailboxId, slot_id: slotId, sealed });
      return ok({});
    },

    'push.remove': async ({ session }, { mailboxId, slotId }) => {
      if (!(await owns(session, mailboxId))) return refuse('forbidden');
      await dropSlot(db, mailboxId, slotId);
      return ok({});
    },
  };
};
