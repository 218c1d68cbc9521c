import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import type { InviteId } from '@holdfast/protocol';
import { ServerSession } from '@holdfast/sync';
import { EvilServer } from '@holdfast/testing/evil-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import type { AccountVault, StatementBody } from '@holdfast/vault';
import {
  createGenesis,
  createTicket,
  guestKeys,
  openAnswer,
  openCompletion,
  openOffer,
  readChain,
  readTicket,
  sealAnswer,
  sealCompletion,
  sealOffer,
  signStatement,
  writeTicket,
} from '@holdfast/vault';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './client.ts';

/** An invite brings a chain, and whoever once had somebody's root seed can make one in their name. */
const DAY = '2026-11-21';
const p = fakePrimitives(seededRandom(61));
let clock: TestClock;
let evil: EvilServer;
let sam: Phone;
let ana: Phone;
/** What a thief took from Ana's phone before she shut it out, and what Sam knows of her since. */
let stolen: AccountVault;
let known: readonly Uint8Array[];

const buy = (): Phone => phone({ primitives: p, transport: evil.transportFor(), clock });
const accountOf = (one: Phone) => accountBehind(one.api)!;
const idOf = (one: Phone) => accountOf(one).accountId;
const anaOf = (one: Phone) => accountOf(one).accountOf(idOf(ana))!;
const rounds = async (...phones: Phone[]): Promise<void> => {
  for (const one of [...phones, ...phones]) unwrap(await one.api.sync());
};
const talk = () => new ServerSession({ transport: evil.transportFor(), primitives: p, clock });

beforeEach(async () => {
  clock = new TestClock();
  const { sha256, verify } = p;
  evil = new EvilServer(new FakeServer({ random: seededRandom(99), clock, sha256, verify }));
  sam = buy();
  const lost = buy();
  unwrap(await sam.api.start('own', DAY));
  unwrap(await lost.api.start('supporter', DAY));
  const { id, ticket } = unwrap(await sam.api.invite({ name: 'Ana', how: 'qr', language: 'en' }));
  unwrap(await lost.api.acceptInvite(ticket, 'Ana'));
  unwrap(await sam.api.sync());
  unwrap(await sam.api.confirmInvite(id));
  unwrap(await sam.api.share(idOf(lost), 'today', 30));
  const card = unwrap(await lost.api.makeCard());
  await rounds(sam, lost);
  stolen = accountOf(lost).vault;
  ana = buy();
  unwrap(await ana.api.recover(card.qr));
  unwrap(await ana.api.shutOut(accountOf(lost).deviceId));
  await rounds(ana, sam);
  known = accountOf(ana).vault.chain;
  expect(anaOf(sam).statements).toHaveLength(known.length);
  expect(known.length - stolen.chain.length).toBe(4);
});

/** Another past for Ana, from where the thief took her keys: with a key of the thief's own. */
function forked(): readonly Uint8Array[] {
  const root = p.signKeys(stolen.rootSeed);
  const bodies: StatementBody[] = [
    { type: 'addDevice', deviceKey: p.signKeys(p.random(32)).publicKey },
    { type: 'rotateEncryptionKey', version: 2, encryptionKey: p.kemPublicKey(p.random(32)) },
  ];
  return bodies.reduce<readonly Uint8Array[]>(
    (chain, body) => [...chain, signStatement(p, root, unwrap(readChain(p, chain)), body)],
    stolen.chain,
  );
}
/** Ana's own chain, gone on with by her since. */
async function newer(): Promise<readonly Uint8Array[]> {
  unwrap(await ana.api.makeCard());
  unwrap(await ana.api.makeCard());
  return accountOf(ana).vault.chain;
}

/** Sends Sam a link in Ana's name, and lets him in. */
async function inviteSam(chain: readonly Uint8Array[]): Promise<void> {
  const session = talk();
  const ticket = createTicket(p);
  const owner = p.signKeys(p.random(32));
  const { spaceId, genesis } = createGenesis(p, 'pair', idOf(ana), 'pair');
  const offer = sealOffer(p, ticket, {
    chain: [...chain],
    name: 'Ana',
    categories: ['today'],
    spaceId,
    genesis,
    language: 'en',
  });
  const { inviteId } = ticket;
  const guestKey = guestKeys(p, ticket).publicKey;
  const expiresAt = clock.now() + 3_600_000;
  unwrap(
    await session.call('invite.create', { inviteId, ownerKey: owner.publicKey, guestKey, offer, expiresAt }, [
      owner,
    ]),
  );
  unwrap(await sam.api.acceptInvite(writeTicket(ticket), 'Sam'));
  const { answer } = unwrap(await session.call('invite.read', { inviteId }, [owner]));
  const { rootKey } = anaOf(sam);
  const opened = unwrap(openAnswer(p, ticket, { rootKey, sealedOffer: offer }, answer!));
  const completion = sealCompletion(p, ticket, opened, {
    epoch: 1,
    key: p.random(32),
    control: p.random(32),
    seq: 1,
    adminSeed: p.random(32),
  })!;
  unwrap(await session.call('invite.complete', { inviteId, completion }, [owner]));
  await sam.api.sync();
}

/** Sam sends a link, and somebody answers it in Ana's name. */
async function answerSam(chain: readonly Uint8Array[]): Promise<InviteId> {
  const { id, ticket: text } = unwrap(await sam.api.invite({ name: 'Ana', how: 'link', language: 'en' }));
  const session = talk();
  const ticket = unwrap(readTicket(text));
  const keys = [guestKeys(p, ticket)];
  const { offer } = unwrap(await session.call('invite.open', { inviteId: ticket.inviteId }, keys));
  const { sealed } = sealAnswer(p, ticket, unwrap(openOffer(p, ticket, offer)), {
    root: p.signKeys(stolen.rootSeed),
    chain,
    name: 'Ana',
    writerKey: p.signKeys(p.random(32)).publicKey,
  });
  unwrap(await session.call('invite.answer', { inviteId: ticket.inviteId, answer: sealed }, keys));
  unwrap(await sam.api.sync());
  return id as InviteId;
}

describe('[CHA-3] a chain that an invite brings of somebody who is known', () => {
  it('ATK-1 ATK-3 ATK-14 is never taken where it is another past, by whoever makes the invite', async () => {
    await inviteSam(forked());
    expect(anaOf(sam).statements).toEqual(known);
    const held = { alarm: 'none', held: [{ name: 'Ana' }] };
    expect(await sam.api.status()).toMatchObject(held);
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    expect(await again.api.status()).toMatchObject(held);
    expect(anaOf(again).statements).toEqual(known);
    expect([...accountOf(again).spaces.values()].filter(({ record }) => record.role === 'peer')).toHaveLength(
      1,
    );
  });

  it('ATK-1 ATK-3 ATK-14 nor by whoever answers one', async () => {
    const id = await answerSam(forked());
    expect(await sam.api.confirmInvite(id)).toEqual({ ok: false, error: { code: 'refused' } });
    expect(anaOf(sam).statements).toEqual(known);
    unwrap(await sam.api.sync());
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    expect(await again.api.status()).toMatchObject({ alarm: 'none', held: [{ name: 'Ana' }] });
    expect(anaOf(again).statements).toEqual(known);
  });

  it('ATK-3 ATK-13 an old copy brings no device back that was shut out', async () => {
    await inviteSam(stolen.chain);
    const id = await answerSam(stolen.chain);
    unwrap(await sam.api.confirmInvite(id));
    await rounds(sam, ana);
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    expect(anaOf(again).statements).toEqual(known);
    expect(await again.api.status()).toMatchObject({ alarm: 'none' });
    // What the yes releases is sealed to the key that Ana has now, and not to the one in the answer.
    const { answer, offer, secret } = accountOf(again).home.store.get('invite', id)!.fields as Record<
      string,
      Uint8Array
    >;
    const ticket = { inviteId: id, secret: secret! };
    const read = await talk().call('invite.read', { inviteId: id }, [guestKeys(p, ticket)]);
    const { completion } = unwrap(read);
    const { rootKey } = accountOf(again).own;
    const { transcript } = unwrap(openAnswer(p, ticket, { rootKey, sealedOffer: offer! }, answer!));
    const opens = ({ encryptionSeeds }: AccountVault): boolean =>
      encryptionSeeds.some(
        ({ seed: encryptionSeed }) =>
          openCompletion(p, ticket, { encryptionSeed, transcript }, completion!).ok,
      );
    expect([opens(stolen), opens(accountOf(ana).vault)]).toEqual([false, true]);
  });

  it('ATK-14 goes on from what is known where it does', async () => {
    const longer = await newer();
    await inviteSam(longer);
    expect(anaOf(sam).statements).toEqual(longer);
    const id = await answerSam(longer);
    unwrap(await sam.api.confirmInvite(id));
    expect(anaOf(sam).statements).toEqual(longer);
    expect(await sam.api.status()).toMatchObject({ alarm: 'none' });
  });
});
