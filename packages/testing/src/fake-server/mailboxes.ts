import { equalBytes, ok, toId } from '@holdfast/base';
import type { DueGroupId, DueItem, MailboxId } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import type { FakeItem, FakeMailbox, Handlers, Holder, World } from './state.ts';
import { refuse } from './state.ts';

type MailboxVerb =
  | 'mailbox.open'
  | 'mailbox.read'
  | 'mailbox.take'
  | 'mailbox.close'
  | 'due.set'
  | 'due.cancel'
  | 'push.key'
  | 'push.set'
  | 'push.remove';

const DAY = 86_400_000;
const STALE = 10 * 60_000;
/** A point that stands for the server's push key. Nothing is ever pushed from here. */
const PUSH_KEY = Uint8Array.from({ length: 65 }, (_, i) => (i === 0 ? 4 : i));

/** Here an item is released at the moment it is due: there is no time in which a push is under way. */
export const mailboxVerbs = ({ state, now, random }: World): Handlers<MailboxVerb> => {
  const { mailboxes, groups } = state;
  const isDue = (item: FakeItem): boolean => item.releaseAt <= now();

  function owned(session: Holder, mailboxId: MailboxId): FakeMailbox | undefined {
    const mailbox = mailboxes.get(mailboxId);
    return mailbox !== undefined && session.holds(mailbox.ownerKey) ? mailbox : undefined;
  }
  const itemsIn = (mailboxId: MailboxId): FakeItem[] =>
    [...groups.values()].flatMap(({ items }) => items.filter((item) => item.mailboxId === mailboxId));
  const waitingElsewhere = (mailboxId: MailboxId, except: DueGroupId): number =>
    [...groups]
      .filter(([id]) => id !== except)
      .reduce(
        (sum, [, group]) =>
          sum + group.items.filter((item) => item.mailboxId === mailboxId && !isDue(item)).length,
        0,
      );
  const drop = (gone: (item: FakeItem) => boolean): void => {
    for (const group of groups.values()) group.items = group.items.filter((item) => !gone(item));
  };

  return {
    'mailbox.open': (session, { mailboxId, ownerKey, postKey }) => {
      if (!session.holds(ownerKey)) return refuse('forbidden');
      const stored = mailboxes.get(mailboxId) ?? { ownerKey, postKey, slots: new Map() };
      mailboxes.set(mailboxId, stored);
      if (!session.holds(stored.ownerKey)) return refuse('forbidden');
      return equalBytes(stored.postKey, postKey) ? ok({}) : refuse('conflict');
    },

    'mailbox.read': (session, { mailboxId }) => {
      if (!owned(session, mailboxId)) return refuse('forbidden');
      const items = itemsIn(mailboxId)
        .filter((item) => isDue(item) && item.sealed !== undefined)
        .toSorted((a, b) => a.at - b.at || (a.itemId < b.itemId ? -1 : 1))
        .slice(0, LIMITS.mailboxPage)
        .map(({ itemId, at, sealed }) => ({ itemId, at, sealed: sealed! }));
      return ok({ items });
    },

    'mailbox.take': (session, { mailboxId, itemIds }) => {
      if (!owned(session, mailboxId)) return refuse('forbidden');
      for (const item of itemsIn(mailboxId)) if (itemIds.includes(item.itemId)) item.sealed = undefined;
      return ok({});
    },

    'mailbox.close': (session, { mailboxId, ownerKey }) => {
      if (!session.holds(ownerKey)) return refuse('forbidden');
      const mailbox = mailboxes.get(mailboxId);
      if (mailbox !== undefined && equalBytes(mailbox.ownerKey, ownerKey)) {
        mailboxes.delete(mailboxId);
        drop((item) => item.mailboxId === mailboxId);
      }
      return ok({});
    },

    'due.set': (session, { groupId, cancelKey, posts }) => {
      if (!session.holds(cancelKey) || !posts.every((post) => session.holds(post.postKey)))
        return refuse('forbidden');
      if (new Set(posts.map((post) => post.mailboxId)).size < posts.length) return refuse('invalid');
      for (const { mailboxId, postKey } of posts) {
        const stored = mailboxes.get(mailboxId)?.postKey;
        if (stored === undefined || !equalBytes(stored, postKey)) return refuse('forbidden');
      }
      const group = groups.get(groupId) ?? { cancelKey, cancelled: false, items: [] };
      if (!equalBytes(group.cancelKey, cancelKey)) return refuse('forbidden');
      if (group.cancelled) return refuse('cancelled');
      const kept = group.items.filter(isDue);
      const added: FakeItem[] = [];
      for (const { mailboxId, items } of posts) {
        if (new Set(items.map(({ at }) => at)).size < items.length) return refuse('invalid');
        if (items.some(({ at }) => at > now() + LIMITS.dueDays * DAY)) return refuse('invalid');
        const fresh = items.filter(({ kind, at }) => kind !== 'reminder' || at > now() - STALE);
        if (waitingElsewhere(mailboxId, groupId) + fresh.length > LIMITS.mailboxItems)
          return refuse('too-large');
        added.push(...fresh.map((item) => made(mailboxId, item)));
      }
      const places = new Set(kept.map(({ mailboxId, at }) => `${mailboxId} ${at}`));
      const fresh = added.filter(({ mailboxId, at }) => !places.has(`${mailboxId} ${at}`));
      for (const item of fresh) {
        const before = group.items.find((old) => old.mailboxId === item.mailboxId && old.at === item.at);
        const isSame = before?.sealed && item.sealed && equalBytes(before.sealed, item.sealed);
        if (isSame) item.releaseAt = before.releaseAt;
      }
      group.items = [...kept, ...fresh];
      groups.set(groupId, group);
      return ok({});
    },

    'due.cancel': (session, { groupId }) => {
      const group = groups.get(groupId);
      if (group === undefined || !session.holds(group.cancelKey)) return refuse('forbidden');
      const gone = group.items.filter(isDue);
      const stopped = group.items.length - gone.length;
      Object.assign(group, { cancelled: true, items: gone });
      return ok({ stopped, gone: gone.length });
    },

    'push.key': () => ok({ publicKey: PUSH_KEY }),

    'push.set': (session, { mailboxId, slotId, endpoint }) => {
      const slots = owned(session, mailboxId)?.slots;
      if (slots === undefined) return refuse('forbidden');
      if (!slots.has(slotId) && slots.size >= LIMITS.pushSlots) return refuse('too-large');
      slots.set(slotId, endpoint);
      return ok({});
    },

    'push.remove': (session, { mailboxId, slotId }) => {
      const slots = owned(session, mailboxId)?.slots;
      if (slots === undefined) return refuse('forbidden');
      slots.delete(slotId);
      if (slots.size === 0)
        drop((item) => item.mailboxId === mailboxId && item.kind === 'reminder' && !isDue(item));
      return ok({});
    },
  };

  function made(mailboxId: MailboxId, item: DueItem): FakeItem {
    const { kind, at } = item;
    const sealed = kind === 'reminder' ? undefined : item.sealed;
    return { itemId: toId(random(16)), mailboxId, kind, at, releaseAt: at, sealed };
  }
};
