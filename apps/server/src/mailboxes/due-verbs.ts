import { equalBytes, ok, toId } from '@holdfast/base';
import { LIMITS } from '@holdfast/protocol';
import type { NewItem } from '../db/queries/due.ts';
import {
  countWaiting,
  dropArmed,
  lockGroup,
  markCancelled,
  readGroup,
  readNow,
  replaceItems,
} from '../db/queries/due.ts';
import { readMailboxes } from '../db/queries/mailboxes.ts';
import { dayOf } from '../time.ts';
import type { Handlers } from '../verbs.ts';
import { refuse } from '../verbs.ts';
import type { MailboxParts } from './verbs.ts';

const DAY = 86_400_000;
/** [MBX-3] A reminder that is older than this when it comes is left out. Ms. */
const STALE = 10 * 60_000;

export const dueVerbs = ({ db, clock, random, ahead }: MailboxParts): Handlers<'due.set' | 'due.cancel'> => ({
  /** [MBX-2] [MBX-3] */
  'due.set': async ({ session }, { groupId, cancelKey, posts }) => {
    const mailboxIds = posts.map((post) => post.mailboxId);
    if (!session.holds(cancelKey) || !posts.every((post) => session.holds(post.postKey)))
      return refuse('forbidden');
    if (new Set(mailboxIds).size < mailboxIds.length) return refuse('invalid');
    return db.transaction().execute(async (tx) => {
      const now = await readNow(tx, ahead());
      const mailboxes = mailboxIds.length === 0 ? [] : await readMailboxes(tx, mailboxIds);
      const keys = new Map(mailboxes.map((row) => [row.mailbox_id, row.post_key]));
      for (const { mailboxId, postKey } of posts) {
        const stored = keys.get(mailboxId);
        if (stored === undefined || !equalBytes(stored, postKey)) return refuse('forbidden');
      }
      const before = await readGroup(tx, groupId);
      if (before !== undefined && !equalBytes(before.cancel_key, cancelKey)) return refuse('forbidden');
      if (before?.cancelled) return refuse('cancelled');

      const items = posts.flatMap(({ mailboxId, items: wanted }) =>
        wanted.map((item): NewItem => {
          const itemId = toId<'due-item'>(random.bytes(16));
          const sealed = item.kind === 'reminder' ? null : item.sealed;
          return { itemId, mailboxId, kind: item.kind, at: item.at, sealed };
        }),
      );
      const places = new Set(items.map(({ mailboxId, at }) => `${mailboxId} ${at}`));
      if (places.size < items.length) return refuse('invalid');
      if (items.some(({ at }) => at > now + LIMITS.dueDays * DAY)) return refuse('invalid');
      const fresh = items.filter(({ kind, at }) => kind !== 'reminder' || at > now - STALE);
      if (mailboxIds.length > 0) {
        const others = await countWaiting(tx, mailboxIds, groupId);
        for (const { mailbox_id: id, count } of others) {
          const own = fresh.filter(({ mailboxId }) => mailboxId === id).length;
          if (count + own > LIMITS.mailboxItems) return refuse('too-large');
        }
      }
      const group = await lockGroup(tx, { groupId, cancelKey, day: dayOf(clock) });
      // Two that began the group at one moment: the later one met the other's key, and nothing was written.
      if (!equalBytes(group.cancel_key, cancelKey)) return refuse('forbidden');
      if (group.cancelled) return refuse('cancelled');
      await replaceItems(tx, groupId, fresh);
      return ok({});
    });
  },

  /** [MBX-4] */
  'due.cancel': async ({ session }, { groupId }) =>
    db.transaction().execute(async (tx) => {
      const group = await readGroup(tx, groupId);
      if (group === undefined || !session.holds(group.cancel_key)) return refuse('forbidden');
      const dropped = await dropArmed(tx, groupId, ahead());
      await markCancelled(tx, groupId);
      return ok(dropped);
    }),
});
