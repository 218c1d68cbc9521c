import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { AccountId } from '@holdfast/protocol';
import type { Category, GrantDays } from '@holdfast/recovery';
import { grantUntil, mayShare } from '@holdfast/recovery';
import type { Account } from './account.ts';
import type { ContactView, Failure, LedgerLine, SharedView } from './api.ts';
import type { StepError } from './env.ts';
import { storageError, written } from './env.ts';
import { assuranceOf, contactOf, isHeld, pairsWith, quietLine } from './contacts.ts';
import { put, readRecord, readRecords } from './records.ts';
import { peersOf } from './trusted.ts';

const grantId = (contact: string, category: Category): string => `${contact}.${category}`;

/** Writes a grant into the ledger. The space's epoch follows in the next round, before anything else is written. */
export async function shareWith(
  account: Account,
  contactId: AccountId,
  category: Category,
  days: GrantDays,
): Promise<Result<void, Failure | { code: 'needs-words' } | { code: 'held' }>> {
  const contact = contactOf(account, contactId);
  if (!contact || contact.replacedBy || account.alarm) return err({ code: 'refused' });
  if (isHeld(account, contactId)) return err({ code: 'held' });
  if (!mayShare(category, assuranceOf(account, contactId))) return err({ code: 'needs-words' });
  const space = await account.categorySpace(category);
  if (!space.ok) return err(space.error as Failure);
  const from = account.now();
  const written = await account.writeHome(
    put('grant', grantId(contactId, category), {
      contact: contactId,
      category,
      from,
      until: grantUntil(from, days),
      ended: null,
    }),
    ...(quietLine(account, contactId) === undefined ? [] : [put('quiet', contactId, { line: null })]),
  );
  return written.ok ? ok(undefined) : err(written.error as Failure);
}

/** Ends grants: one, or every one that holds. The past of the ledger stays. */
export async function stopSharing(
  account: Account,
  which: (grant: { contact: string; category: Category }) => boolean,
): Promise<Result<void, Failure>> {
  const now = account.now();
  const ops = readRecords('grant', account.home.store.list('grant'))
    .filter((grant) => which(grant) && !grant.ended && now < grant.until)
    .map((grant) => put('grant', grant.id, { ended: now }));
  if (ops.length === 0) return ok(undefined);
  const written = await account.writeHome(...ops);
  return written.ok ? ok(undefined) : err(written.error as Failure);
}

export function ledgerOf(account: Account): LedgerLine[] {
  return readRecords('grant', account.home.store.list('grant'))
    .map(({ contact, category, from, until, ended }) => ({
      contactId: contact,
      name: contactName(account, contact),
      category,
      from,
      until,
      ...(ended ? { ended } : {}),
    }))
    .toSorted((a, b) => b.from - a.from);
}

/** Tells everyone in the circle on which day trusted people let this person back in. Answers whether there was need. */
export async function sayCameBack(account: Account): Promise<Result<boolean, StepError>> {
  if (!account.device.cameBack) return ok(false);
  const op = put('came-back', account.accountId, { day: account.today() });
  const peers = [...account.spaces.values()].filter(({ record }) => record.role === 'peer');
  const told = written(await account.write(peers.map(({ replica }) => ({ replica, ops: [op] }))));
  if (!told.ok) return told;
  const kept = await account.keep({ device: { cameBack: false } });
  return kept.ok ? ok(true) : err(storageError(kept.error));
}

function cameBack(account: Account, contact: AccountId): { cameBack?: number } {
  const days = peersOf(account, contact).flatMap(
    ({ store }) => readRecord('came-back', store.get('came-back', contact))?.day ?? [],
  );
  return days.length > 0 ? { cameBack: Math.max(...days) } : {};
}

const contactName = (account: Account, id: string): string =>
  readRecord('contact', account.home.store.get('contact', id))?.name ?? '';

/** People this account invited, with what each of them is given now. */
export function circleOf(account: Account): ContactView[] {
  const now = account.now();
  const active = ledgerOf(account).filter((line) => line.ended === undefined && now < line.until);
  return readRecords('contact', account.home.store.list('contact'))
    .filter((contact) => (contact.invitedBy === 'me' || contact.both) && !contact.replacedBy)
    .map(({ id, name }) => {
      const quiet = quietLine(account, id);
      return {
        id,
        name,
        assurance: assuranceOf(account, id),
        closed: account.accountOf(id as AccountId)?.closed ?? false,
        shares: active
          .filter((line) => line.contactId === id)
          .map(({ category, until }) => ({ category, until })),
        ...(quiet === undefined ? {} : { quiet }),
        ...(isHeld(account, id) ? { held: true as const } : {}),
        ...cameBack(account, id as AccountId),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/**
 * What others put here. Someone who shares nothing, someone who stopped and someone who has written nothing yet look
 * the same: a name. A line that was given stays until another takes its place.
 */
export function sharedWith(account: Account): SharedView[] {
  const { store } = account.home;
  const waiting = readRecords('invitation', store.list('invitation'))
    .filter((invitation) => invitation.state !== 'joined')
    .map(({ contact, name, state }): SharedView => ({ contactId: contact, name, state }));
  const joined = readRecords('contact', store.list('contact'))
    .filter((contact) => contact.invitedBy === 'them' || contact.both || gives(account, contact.id))
    .filter((contact) => !contact.replacedBy)
    .map(({ id, name }): SharedView => {
      if (account.accountOf(id as AccountId)?.closed) return { contactId: id, name, state: 'closed' };
      const line = currentLine(account, id);
      return {
        contactId: id,
        name,
        state: 'joined',
        ...(line ? { line } : {}),
        ...cameBack(account, id as AccountId),
      };
    });
  const known = new Set(joined.map((view) => view.contactId));
  return [...joined, ...waiting.filter((view) => !known.has(view.contactId))];
}

/** Whether somebody this account invited has ever put something here. */
const gives = (account: Account, contact: string): boolean =>
  [...account.spaces.values()].some(({ record }) => record.role === 'reader' && record.contact === contact) ||
  pairsWith(account, contact).some(({ replica }) => replica.store.get('line', contact));

/**
 * The line a contact shares: one that is for this account alone, else the day's. Where their devices had each begun a space while apart, they go on by the one with the
 * smallest id, and so does whoever reads.
 */
function currentLine(account: Account, contact: string): string | undefined {
  for (const { replica } of pairsWith(account, contact)) {
    const line = replica.store.get('line', contact)?.fields['line'];
    if (typeof line === 'string') return line === '' ? undefined : line;
  }
  const spaces = [...account.spaces]
    .filter(([, { record }]) => record.role === 'reader' && record.contact === contact)
    .filter(([, { record }]) => record.category === 'today')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [, { replica }] of spaces) {
    const line = replica.store.get('today', 'current')?.fields['line'];
    if (typeof line === 'string') return line === '' ? undefined : line;
  }
  return undefined;
}
