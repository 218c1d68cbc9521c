import { idBytes, seededRandom, unwrap } from '@holdfast/base';
import type { AccountId, CborValue } from '@holdfast/protocol';
import { encodeCbor, writerIdOf } from '@holdfast/protocol';
import type { EvilHousehold } from '@holdfast/testing/evil-household';
import { evilHousehold, lineSeenBy, todaySpace } from '@holdfast/testing/evil-household';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import type { Phone } from '@holdfast/testing/household';
import {
  epochKeys,
  extendChain,
  guestKeys,
  openOffer,
  readTicket,
  sealAnswer,
  sealEnvelope,
  signStatement,
} from '@holdfast/vault';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from './account.ts';
import { accountBehind } from './inspect.ts';

const DAY = '2026-11-21';
const p = fakePrimitives(seededRandom(78));
const accountOf = (one: Phone): Account => accountBehind(one.api)!;

let home: EvilHousehold;
let sam: Phone;
let ana: Phone;
beforeEach(async () => {
  home = await evilHousehold(p);
  ({ sam, ana } = home);
});

/** A chain with a root key that nobody has to do with. Anybody can make one. */
function strangeChain(): Uint8Array[] {
  const root = p.signKeys(p.random(32));
  const encryptionKey = p.kemPublicKey(p.random(32));
  return [signStatement(p, root, undefined, { type: 'genesis', rootKey: root.publicKey, encryptionKey })];
}

/** A chain of an account that is valid and that long, bytes. */
function chainOf(account: Account, bytes: number): Uint8Array[] {
  let view = account.own;
  for (let size = 0; size < bytes;) {
    const { publicKey } = p.signKeys(p.random(32));
    const next = signStatement(p, account.root, view, { type: 'addDevice', deviceKey: publicKey });
    view = unwrap(extendChain(p, view, [...view.statements, next]));
    size = view.statements.reduce((sum, one) => sum + one.length, 0);
  }
  return [...view.statements];
}

/** Ana's app, altered, writes to the pair: in whose name, with which ops, and what it says it saw. */
async function anaWrites(
  ops: readonly CborValue[],
  as: { accountId?: AccountId; seen?: 'something else' } = {},
): Promise<void> {
  const account = accountOf(ana);
  const pair = [...account.spaces.values()].find(({ record }) => record.role === 'peer')!.replica;
  const { keys, writerId } = pair.writer;
  const next = pair.log.next(writerId);
  const seen = as.seen ? next.seen.map((one) => ({ ...one, envelopeId: p.random(32) as never })) : next.seen;
  const first: CborValue[] =
    next.wseq === 1 ? [{ op: 'announce', key: keys.publicKey, chain: [...account.vault.chain] }] : [];
  const { bytes } = sealEnvelope(p, pair.currentKeys()!, account.deviceKeys, {
    kind: 'data',
    spaceId: pair.spaceId,
    writerId,
    ...next,
    seen,
    accountId: as.accountId ?? account.accountId,
    deviceId: account.deviceId,
    controlHead: pair.log.controlHead,
    wallMs: 0,
    ops: encodeCbor([...first, ...ops]),
  });
  const request = { spaceId: pair.spaceId, envelopes: [bytes] };
  unwrap(await account.session.call('space.append', request, [keys]));
}
/** Somebody else whom Sam shares with, and who must not lose anything by what Ana does. */
async function befriend(name: string): Promise<Phone> {
  const friend = home.buy();
  const { id, ticket } = unwrap(await sam.api.invite({ name, how: 'qr', language: 'en' }));
  unwrap(await friend.api.start('supporter', DAY));
  unwrap(await friend.api.acceptInvite(ticket, name));
  unwrap(await sam.api.sync());
  const { contactId } = unwrap(await sam.api.confirmInvite(id));
  unwrap(await sam.api.share(contactId, 'today', 30));
  for (const one of [sam, friend, sam, friend]) unwrap(await one.api.sync());
  return friend;
}
/** What goes to others goes on, over a restart too. */
async function sharesOn(friend: Phone): Promise<void> {
  unwrap(await sam.api.sync());
  sam = sam.reopen();
  unwrap(await sam.api.unlock());
  expect((await sam.api.status()).alarm).toBe('none');
  unwrap(await sam.api.setTodayLine('Later.'));
  for (const one of [sam, friend]) unwrap(await one.api.sync());
  expect(await lineSeenBy(friend)).toBe('Later.');
}

describe('nobody ends a person’s sharing by what they write', () => {
  it('[CHA-3] ATK-3 in the person’s own name, with another root key', async () => {
    const bea = await befriend('Bea');
    await anaWrites([{ op: 'chain', chain: strangeChain() }], { accountId: accountOf(sam).accountId });
    await sharesOn(bea);
    expect((await sam.api.status()).held).toEqual([]);
  });

  it('[CHA-3] ATK-3 in their own name, with another root key: they are held, and nobody else', async () => {
    const bea = await befriend('Bea');
    await anaWrites([{ op: 'chain', chain: strangeChain() }]);
    await sharesOn(bea);
    expect((await sam.api.status()).held).toMatchObject([{ name: 'Ana' }]);
    expect(await lineSeenBy(ana)).not.toBe('Later.');
  });

  it('[ACC-11] ATK-14 saying that they saw something else: they are held, and nobody else', async () => {
    const bea = await befriend('Bea');
    await anaWrites([], { seen: 'something else' });
    await sharesOn(bea);
    expect((await sam.api.status()).held).toMatchObject([{ name: 'Ana' }]);
  });

  it('[CHA-3] with a chain so long that no phone can keep it: they are held, and every round ends', async () => {
    const bea = await befriend('Bea');
    await anaWrites([{ op: 'chain', chain: chainOf(accountOf(ana), 130 * 1024) }]);
    await sharesOn(bea);
    expect((await sam.api.status()).held).toMatchObject([{ name: 'Ana' }]);
  });

  it('with an answer to an invite that no phone can keep: the server does not take it', async () => {
    const bea = await befriend('Bea');
    const { id, ticket } = unwrap(await sam.api.invite({ name: 'X', how: 'link', language: 'en' }));
    const guest = home.buy();
    unwrap(await guest.api.start('supporter', DAY));
    const { root, session } = accountOf(guest);
    const read = unwrap(readTicket(ticket));
    const keys = [guestKeys(p, read)];
    const { offer } = unwrap(await session.call('invite.open', { inviteId: read.inviteId }, keys));
    const answer = (bytes: number) =>
      sealAnswer(p, read, unwrap(openOffer(p, read, offer)), {
        root,
        chain: chainOf(accountOf(guest), bytes),
        name: 'X',
        writerKey: p.signKeys(p.random(32)).publicKey,
      }).sealed;
    const post = (sealed: Uint8Array) =>
      session.call('invite.answer', { inviteId: read.inviteId, answer: sealed }, keys);
    expect((await post(answer(122 * 1024))).ok).toBe(false);
    unwrap(await post(answer(100 * 1024)));
    await sharesOn(bea);
    expect((await sam.api.invites()).find((one) => one.id === id)).toMatchObject({ state: 'answered' });
    unwrap(await sam.api.confirmInvite(id));
    await sharesOn(bea);
  });

  it('[CHA-3] ATK-2 ATK-3 with a server that lets a reader write in what they only read', async () => {
    const bea = await befriend('Bea');
    unwrap(await ana.api.sync());
    const { spaceId, log } = todaySpace(sam);
    const { key } = accountOf(ana)
      .heldKeys(spaceId)
      .find(({ epoch }) => epoch === log.epoch)!;
    const stranger = p.signKeys(p.random(32));
    const writerId = writerIdOf(p.sha256, stranger.publicKey);
    const seenByAna = accountOf(ana).spaces.get(spaceId)!.replica.log;
    const { bytes } = sealEnvelope(p, epochKeys(p, idBytes(spaceId), log.epoch, key), stranger, {
      kind: 'data',
      spaceId,
      writerId,
      ...seenByAna.next(writerId),
      accountId: accountOf(sam).accountId,
      deviceId: accountOf(sam).deviceId,
      controlHead: seenByAna.controlHead,
      wallMs: 0,
      ops: encodeCbor([{ op: 'announce', key: stranger.publicKey, chain: strangeChain() }]),
    });
    home.evil.server.state.spaces.get(spaceId)!.log.push(bytes);
    await sharesOn(bea);
    // Nor do other readers hold anything against Sam.
    expect(await bea.api.status()).toMatchObject({ alarm: 'none', held: [] });
  });
});
