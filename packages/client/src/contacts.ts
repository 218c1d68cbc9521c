import type { Result } from '@holdfast/base';
import { equalBytes, err, ok } from '@holdfast/base';
import type { AccountId } from '@holdfast/protocol';
import type { Assurance, Category, Checked, Grant } from '@holdfast/recovery';
import { grantIsActive, isChecked, mayShare } from '@holdfast/recovery';
import { readSquare, safetyNumber, sixWords, squareHash, writeSquare } from '@holdfast/vault';
import type { Account, BookedSpace } from './account.ts';
import type { CheckFailure, ContactCheck, Failure } from './api.ts';
import type { StepError } from './env.ts';
import { written } from './env.ts';
import { grantsOf } from './grants.ts';
import type { Put, RecordOf } from './records.ts';
import { put, readRecord, readRecords } from './records.ts';

/**
 * [Note: A check belongs to a root key]
 * What a person made sure of is written in the private space, signed by the device they did it on, with the root key
 * it was about. A contact's id is the hash of that key, so a device, a name or an encryption key may change and the
 * check stands; another root key is another account and was never checked.
 */
export const contactOf = (account: Account, id: string): RecordOf<'contact'> | undefined =>
  readRecord('contact', account.home.store.get('contact', id));

/** How far a contact is known to be who they say. */
export function assuranceOf(account: Account, id: string): Assurance {
  const verified = readRecord('verified', account.home.store.get('verified', id));
  const root = verified && account.accountOf(id as AccountId)?.rootKey;
  if (verified?.how && root && equalBytes(verified.root, root)) return verified.how;
  return contactOf(account, id)?.assurance ?? 'link';
}

/** Whether nothing may go to a contact until they are made sure of. */
export const isHeld = (account: Account, id: string): boolean =>
  account.holding.has(id as AccountId) || Boolean(contactOf(account, id)?.held);

export const heldContacts = (account: Account): { id: string; name: string }[] =>
  readRecords('contact', account.home.store.list('contact'))
    .filter(({ id, replacedBy }) => isHeld(account, id) && !replacedBy)
    .map(({ id, name }) => ({ id, name }));

/** Whether what a grant says may go to this contact as things stand. */
export const mayReceive = (account: Account, id: string, category: Category): boolean =>
  !isHeld(account, id) && mayShare(category, assuranceOf(account, id));

/** Pair spaces with a contact: more than one where the two invited each other, or met again. */
export const pairsWith = (account: Account, id: string): BookedSpace[] =>
  [...account.spaces.values()].filter(({ record }) => record.role === 'peer' && record.contact === id);

const numbers = new WeakMap<Account, Map<string, readonly string[]>>();

/** What both sides compare. The numbers cost 10,400 hashes and are worked out once. */
export function checkOf(account: Account, id: string): ContactCheck | undefined {
  const contact = contactOf(account, id);
  const other = account.accountOf(id as AccountId);
  if (!contact || !other) return undefined;
  const { primitives: p } = account.env;
  const known = numbers.get(account) ?? new Map<string, readonly string[]>();
  numbers.set(account, known);
  const number = known.get(id) ?? safetyNumber(p, account.own, other);
  known.set(id, number);
  const { name, held, replacedBy } = contact;
  return {
    name,
    assurance: assuranceOf(account, id),
    numbers: number,
    square: writeSquare(squareHash(p, account.own, other)),
    ...(held ? { held } : {}),
    ...(replacedBy ? { replaced: true } : {}),
  };
}

export async function wordsOf(account: Account, id: string): Promise<readonly string[]> {
  const contact = contactOf(account, id);
  if (!contact) return [];
  const { WORD_LISTS } = await import('@holdfast/vault/words');
  return sixWords(contact.transcript, WORD_LISTS[contact.language]);
}

/**
 * Writes down that the other side had the same, and of which root key. It lifts what held them back. Six words come
 * from the invite, and a key that came later in somebody's name is not in them.
 */
export async function noteChecked(
  account: Account,
  id: string,
  how: Checked,
): Promise<Result<void, CheckFailure>> {
  const contact = contactOf(account, id);
  const root = account.accountOf(id as AccountId)?.rootKey;
  if (!contact || !root) return err({ code: 'unknown' });
  if (how === 'six-words' && isHeld(account, id)) return err({ code: 'held' });
  account.holding.delete(id as AccountId);
  const saved = await account.writeHome(
    put('verified', id, { root, how, at: Math.round(account.now()) }),
    ...(contact.held ? [put('contact', id, { held: null })] : []),
  );
  return saved.ok ? ok(undefined) : err(saved.error as Failure);
}

/** Compares what was read from the other phone's screen with what it must show. */
export async function noteSquare(
  account: Account,
  id: string,
  text: string,
): Promise<Result<void, CheckFailure>> {
  const other = account.accountOf(id as AccountId);
  if (!contactOf(account, id) || !other) return err({ code: 'unknown' });
  const read = readSquare(text);
  const expected = squareHash(account.env.primitives, other, account.own);
  if (!read.ok || !equalBytes(read.value, expected)) return err({ code: 'mismatch' });
  return noteChecked(account, id, 'square');
}

/** Stops everything that goes to a contact until they are made sure of, and forgets an earlier check. */
export async function holdContact(
  account: Account,
  id: string,
  why: 'key' | 'differs',
): Promise<Result<void, Failure>> {
  if (!contactOf(account, id)) return err({ code: 'unknown' });
  const checked = account.home.store.get('verified', id);
  const saved = await account.writeHome(
    put('contact', id, { held: why }),
    ...(checked ? [put('verified', id, { how: null })] : []),
  );
  return saved.ok ? ok(undefined) : err(saved.error as Failure);
}

/** Writes down who was held while envelopes were read. */
export async function keepHolds(account: Account): Promise<Result<void, StepError>> {
  for (const id of account.holding) {
    const held = contactOf(account, id)?.held ? ok(undefined) : await holdContact(account, id, 'key');
    if (!held.ok && held.error.code !== 'unknown') return written(held);
    account.holding.delete(id);
  }
  return ok(undefined);
}

/** Grants that hold, and when that was: read after them, or one that began at this very moment would not be active. */
function activeGrants(account: Account): { grants: Grant[]; now: number } {
  const all = grantsOf(account);
  const now = account.now();
  return { grants: all.filter((grant) => grantIsActive(grant, now)), now };
}

/**
 * The same person goes on with another account: nothing more goes to the one before, and what it was given goes on
 * with the new one, to the same end. What the account before could open stays with its keys.
 */
export async function putInPlaceOf(
  account: Account,
  id: string,
  before: string,
): Promise<Result<void, Failure | { code: 'needs-words' } | { code: 'held' }>> {
  const [contact, old] = [contactOf(account, id), contactOf(account, before)];
  if (!contact || !old || id === before || contact.replacedBy || old.replacedBy)
    return err({ code: 'unknown' });
  if (isHeld(account, id)) return err({ code: 'held' });
  if (!isChecked(assuranceOf(account, id))) return err({ code: 'needs-words' });
  const { grants, now } = activeGrants(account);
  const ops: Put[] = grants
    .filter((grant) => grant.contact === before)
    .flatMap(({ category, until }) => {
      const have = grants.find((grant) => grant.contact === id && grant.category === category);
      const given = {
        contact: id,
        category,
        from: now,
        until: Math.max(until, have?.until ?? 0),
        ended: null,
      };
      return [
        put('grant', `${before}.${category}`, { ended: now }),
        put('grant', `${id}.${category}`, given),
      ];
    });
  const line = quietLine(account, before);
  const both = contact.both || old.both || contact.invitedBy !== old.invitedBy;
  const saved = await account.writeHome(
    put('contact', before, { replacedBy: id }),
    ...(both ? [put('contact', id, { both })] : []),
    ...(line === undefined ? [] : [put('quiet', id, { line }), put('quiet', before, { line: null })]),
    ...ops,
  );
  return saved.ok ? ok(undefined) : err(saved.error as Failure);
}

/** The one line a contact is left with; undefined where they are not kept so. */
export const quietLine = (account: Account, id: string): string | undefined =>
  readRecord('quiet', account.home.store.get('quiet', id))?.line ?? undefined;

/** Ops that leave a contact one line and end every share with them. */
export function goQuietOps(account: Account, id: string, line: string): Put[] {
  const { grants, now } = activeGrants(account);
  return [
    put('quiet', id, { line }),
    ...grants
      .filter(({ contact }) => contact === id)
      .map(({ category }) => put('grant', `${id}.${category}`, { ended: now })),
  ];
}

/**
 * Brings the line in each pair space to what it should be. Under the author's own id, so that neither side writes the
 * other's. Where a share of the day's line begins again it is taken away; where all is stopped it stays, as any line.
 */
export async function giveLines(
  account: Account,
  inLine: (space: BookedSpace) => boolean,
): Promise<Result<boolean, StepError>> {
  let gave = false;
  const today = grantsOf(account).filter(({ category, ended }) => category === 'today' && !ended);
  for (const { id } of readRecords('contact', account.home.store.list('contact'))) {
    const line = quietLine(account, id);
    for (const pair of pairsWith(account, id)) {
      if (isHeld(account, id) || pair.replica.log.epoch === 0 || !inLine(pair)) continue;
      const now = pair.replica.store.get('line', account.accountId)?.fields['line'] ?? null;
      const shares = today.some((grant) => grant.contact === id);
      const wanted = line ?? (shares ? null : now);
      if (wanted === now) continue;
      const sent = written(
        await account.write([
          { replica: pair.replica, ops: [put('line', account.accountId, { line: wanted })] },
        ]),
      );
      if (!sent.ok) return sent;
      gave = true;
    }
  }
  return ok(gave);
}
