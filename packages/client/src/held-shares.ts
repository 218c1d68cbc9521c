import type { Result } from '@holdfast/base';
import { err, fromHex, ok } from '@holdfast/base';
import type { AccountId } from '@holdfast/protocol';
import { ServerSession } from '@holdfast/sync';
import type { Share } from '@holdfast/vault';
import {
  groupCode,
  loginOf,
  openShare,
  requestTranscript,
  sealApproval,
  sixWords,
  writeCallCode,
} from '@holdfast/vault';
import type { Account } from './account.ts';
import type { ApproveFailure, Failure, HeldShareView } from './api.ts';
import type { StepError } from './env.ts';
import { serverError, toFailure, written } from './env.ts';
import type { RecordOf } from './records.ts';
import { put, readRecord, readRecords } from './records.ts';

/** The side of a trusted person: shares that others gave, and what is done with them. */

interface Given {
  readonly id: string;
  readonly owner: AccountId;
  readonly replica: Parameters<Account['write']>[0][number]['replica'];
  readonly sealed: Uint8Array;
}

/** Shares that lie in pair spaces for this account, given by the other side of each. */
function given(account: Account): Given[] {
  return [...account.spaces.values()].flatMap(({ replica, record }) =>
    record.role !== 'peer'
      ? []
      : readRecords('trusted-share', replica.store.list('trusted-share'))
          .filter(({ owner }) => owner === record.contact)
          .map(({ id, owner, sealed }) => ({ id, owner, sealed, replica })),
  );
}

const held = (account: Account) => readRecords('held-share', account.home.store.list('held-share'));

/**
 * Shares of a contact that this account keeps: the one that still lies in the pair space first, since its giver takes out
 * what it replaces, then by when they were answered, which clocks that jump can turn round.
 */
function keptOf(account: Account, owner: AccountId): (RecordOf<'held-share'> & { readonly id: string })[] {
  const lying = new Set(given(account).map(({ id }) => id));
  return held(account)
    .filter((share) => share.owner === owner && share.yes)
    .toSorted((a, b) => Number(lying.has(b.id)) - Number(lying.has(a.id)) || b.at - a.at);
}

export function heldSharesOf(account: Account): HeldShareView[] {
  const answered = new Map(held(account).map((share) => [share.id, share]));
  const nameOf = (id: AccountId) => readRecord('contact', account.home.store.get('contact', id))?.name ?? '';
  const asked = given(account).filter(({ id }) => !answered.has(id));
  const kept = [...new Set(held(account).map(({ owner }) => owner))].flatMap((owner) => {
    const [latest] = keptOf(account, owner);
    if (!latest) return [];
    const callCode = groupCode(writeCallCode(latest.callCode)).split(' ');
    return [{ id: latest.id, contactId: owner, name: nameOf(owner), state: 'kept' as const, callCode }];
  });
  return [
    ...asked.map(({ id, owner }) => ({ id, contactId: owner, name: nameOf(owner), state: 'asked' as const })),
    ...kept,
  ];
}

/** Keeps a share, or says no to it. The share stays in this account's private space, whatever becomes of its keys. */
export async function answerShare(
  account: Account,
  id: string,
  yes: boolean,
): Promise<Result<void, Failure>> {
  const one = given(account).find((share) => share.id === id);
  const share = one && open(account, one);
  if (!one || !share) return err({ code: 'unknown' });
  const kept = await account.write(saying(account, one, share, yes));
  return kept.ok ? ok(undefined) : err(kept.error as Failure);
}

const told = ({ id, replica }: Given, yes: boolean) => ({
  replica,
  ops: [put('trusted-answer', id, { yes })],
});

/** A word on a share: here, with what it holds, and in the pair. */
const saying = (account: Account, one: Given, share: Share, yes: boolean) => [
  {
    replica: account.home,
    ops: [put('held-share', one.id, { owner: one.owner, yes, at: Math.round(account.now()), ...share })],
  },
  told(one, yes),
];

function open(account: Account, { id, owner, sealed }: Given): Share | undefined {
  const of = { owner, configId: fromHex(id) };
  for (const { seed } of account.vault.encryptionSeeds) {
    const share = openShare(account.env.primitives, seed, of, sealed);
    if (share) return share;
  }
  return undefined;
}

/**
 * Whoever said yes to a person once keeps their later shares too: nothing new is asked of them. [TRU-9] And each pair
 * says what the private space says: where two phones answered apart, not the same word may be the last one in both.
 */
export async function settleShares(account: Account): Promise<Result<void, StepError>> {
  const answered = new Map(held(account).map(({ id, yes }) => [id, yes]));
  for (const one of given(account)) {
    const said = answered.get(one.id);
    const changes = said === undefined ? keepingToo(account, one) : sayingAgain(one, said);
    if (changes.length === 0) continue;
    const kept = written(await account.write(changes));
    if (!kept.ok) return kept;
  }
  return ok(undefined);
}

function keepingToo(account: Account, one: Given) {
  const share = keptOf(account, one.owner).length > 0 ? open(account, one) : undefined;
  return share ? saying(account, one, share, true) : [];
}

function sayingAgain(one: Given, yes: boolean) {
  const there = readRecord('trusted-answer', one.replica.store.get('trusted-answer', one.id));
  return there?.yes === yes ? [] : [told(one, yes)];
}

/** Letters of a typed word that count: case and accents do not. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}+/gu)
    ?.join(' ') ?? '';

/**
 * Sends a share to the phone whose six words were typed. The server is asked in a session of its own, so that it does
 * not hear in one breath who is asked for and who helps.
 */
export async function approveRecovery(
  account: Account,
  owner: AccountId,
  typed: string,
): Promise<Result<void, ApproveFailure>> {
  const p = account.env.primitives;
  const { WORD_LISTS } = await import('@holdfast/vault/words');
  let asking = false;
  for (const share of keptOf(account, owner)) {
    const session = new ServerSession(account.env);
    const approver = p.signKeys(share.approverSeed);
    const { locator } = loginOf(p, share.callCode);
    const looked = await session.call('recovery.look', { locator, approverKey: approver.publicKey }, [
      approver,
    ]);
    if (!looked.ok) {
      // An arrangement that was replaced is not told apart from one that nobody asks under.
      if (looked.error.error === 'forbidden') continue;
      return err(toFailure(serverError(looked.error)));
    }
    for (const request of looked.value.requests) {
      asking = true;
      const transcript = requestTranscript(p, owner, request);
      const same = Object.values(WORD_LISTS).some(
        (list) => plain(sixWords(transcript, list).join(' ')) === plain(typed),
      );
      const sealed = same ? sealApproval(p, owner, request, share) : undefined;
      if (!sealed) continue;
      const approval = { requestId: request.requestId, approverKey: approver.publicKey, sealed };
      const sent = await session.call('recovery.approve', approval, [approver]);
      return sent.ok ? ok(undefined) : err(toFailure(serverError(sent.error)));
    }
  }
  return err({ code: asking ? 'different' : 'nobody' });
}
