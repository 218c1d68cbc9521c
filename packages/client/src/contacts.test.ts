import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import type { Primitives } from '@holdfast/vault';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './client.ts';

const DAY = '2026-11-21';
const HELD = { ok: false, error: { code: 'held' } };
const NEEDS = { ok: false, error: { code: 'needs-words' } };
let clock: TestClock;
let buy: () => Phone;

function world(p: Primitives): void {
  clock = new TestClock();
  const { sha256, verify } = p;
  const server = new FakeServer({ random: seededRandom(99), clock, sha256, verify });
  buy = () => phone({ primitives: p, transport: server.transportFor(), clock });
}
beforeEach(() => world(fakePrimitives(seededRandom(15))));

const accountOf = (one: Phone) => accountBehind(one.api)!;
const idOf = (one: Phone) => accountOf(one).accountId;
const rounds = async (...phones: Phone[]): Promise<void> => {
  for (const one of [...phones, ...phones]) unwrap(await one.api.sync());
};
const begin = async (name: string, purpose: 'own' | 'supporter' = 'own'): Promise<Phone> => {
  const one = buy();
  unwrap(await one.api.start(purpose, DAY));
  unwrap(await one.api.setName(name));
  return one;
};
/** `owner` invites `guest` and lets them in. */
async function meet(owner: Phone, guest: Phone, name: string, how: 'qr' | 'link' = 'link') {
  const { id, ticket } = unwrap(await owner.api.invite({ name, how, language: 'en' }));
  unwrap(await guest.api.acceptInvite(ticket, name));
  unwrap(await owner.api.sync());
  unwrap(await owner.api.confirmInvite(id));
  await rounds(owner, guest);
  return idOf(guest);
}
const lineSeenBy = async (one: Phone, of: Phone): Promise<string | undefined> =>
  (await one.api.sharedWithMe()).find(({ contactId }) => contactId === idOf(of))?.line;
const readersIn = (one: Phone, category: string): string[] => {
  const account = accountOf(one);
  const spaceId = account.ownSpaces(category)[0]!.spaceId;
  return (account.keyRecords(spaceId).at(-1)?.roster ?? []).map((member) => member.account);
};

describe('making sure of a person', () => {
  it('[SAF-1] both sides have the same numbers, and a new phone or a shut-out changes nothing', async () => {
    const [sam, ana] = [await begin('Sam'), await begin('Ana', 'supporter')];
    const contactId = await meet(sam, ana, 'Ana');
    const before = (await sam.api.contactCheck(contactId))!;
    expect(before).toMatchObject({ name: 'Ana', assurance: 'link' });
    expect((await ana.api.contactCheck(idOf(sam)))!.numbers).toEqual(before.numbers);
    unwrap(await sam.api.confirmNumbers(contactId));
    const card = unwrap(await sam.api.makeCard());
    await rounds(sam);
    const next = buy();
    unwrap(await next.api.recover(card.qr));
    const [lost] = (await next.api.devices()).filter(({ own }) => !own);
    unwrap(await next.api.shutOut(lost!.id));
    await rounds(next, ana);
    expect(await next.api.contactCheck(contactId)).toEqual({ ...before, assurance: 'numbers' });
    expect((await ana.api.contactCheck(idOf(next)))!.numbers).toEqual(before.numbers);
    expect(await sam.api.contactCheck('nobody')).toBeUndefined();
  });

  it.each(['link', 'qr'] as const)(
    '[SAF-3] a sensitive category needs a check by both sides: after an invite by %s it is refused',
    async (how) => {
      const [sam, ana] = [await begin('Sam'), await begin('Ana', 'supporter')];
      const contactId = await meet(sam, ana, 'Ana', how);
      expect(await sam.api.share(contactId, 'plan', 30)).toEqual(NEEDS);
      unwrap(await sam.api.share(contactId, 'today', 30));
      unwrap(await sam.api.confirmWords(contactId));
      unwrap(await sam.api.share(contactId, 'plan', 30));
      await rounds(sam, ana);
      expect(readersIn(sam, 'plan')).toEqual([contactId]);
      const again = sam.reopen();
      unwrap(await again.api.unlock());
      expect(await again.api.circle()).toMatchObject([{ id: contactId, assurance: 'six-words' }]);
    },
  );

  it('[SAF-2] each reads the other’s square; one’s own, a cut one and another person’s are refused', async () => {
    const [sam, ana, eve] = [await begin('Sam'), await begin('Ana', 'supporter'), await begin('Eve')];
    const [anaId, eveId] = [await meet(sam, ana, 'Ana', 'qr'), await meet(sam, eve, 'Eve')];
    const own = (await sam.api.contactCheck(anaId))!.square;
    const theirs = (await ana.api.contactCheck(idOf(sam)))!.square;
    const others = (await eve.api.contactCheck(idOf(sam)))!.square;
    for (const text of [own, others, theirs.slice(0, -2), '', 'https://elsewhere.example'])
      expect(await sam.api.confirmSquare(anaId, text)).toEqual({ ok: false, error: { code: 'mismatch' } });
    expect(await sam.api.confirmSquare(eveId, theirs)).toMatchObject({ ok: false });
    expect(await sam.api.confirmSquare('nobody', theirs)).toMatchObject({ error: { code: 'unknown' } });
    expect((await sam.api.contactCheck(anaId))!.assurance).toBe('in-person');
    unwrap(await sam.api.confirmSquare(anaId, theirs));
    unwrap(await ana.api.confirmSquare(idOf(sam), own));
    expect((await sam.api.contactCheck(anaId))!.assurance).toBe('square');
    expect((await ana.api.contactCheck(idOf(sam)))!.assurance).toBe('square');
  });

  it('[SAF-4] other numbers stop what goes to that person, on every phone, and only a check starts it again', async () => {
    const [sam, ana, bea] = [
      await begin('Sam'),
      await begin('Ana', 'supporter'),
      await begin('Bea', 'supporter'),
    ];
    const [anaId, beaId] = [await meet(sam, ana, 'Ana'), await meet(sam, bea, 'Bea')];
    unwrap(await sam.api.setTodayLine('Before.'));
    unwrap(await sam.api.confirmWords(anaId));
    for (const id of [anaId, beaId]) unwrap(await sam.api.share(id, 'today', 30));
    unwrap(await sam.api.share(anaId, 'plan', 30));
    await rounds(sam, ana, bea);
    unwrap(await sam.api.holdContact(anaId));
    unwrap(await sam.api.setTodayLine('After.'));
    await rounds(sam, ana, bea);
    expect([await lineSeenBy(ana, sam), await lineSeenBy(bea, sam)]).toEqual(['Before.', 'After.']);
    expect(readersIn(sam, 'plan')).toEqual([]);
    expect(await sam.api.status()).toMatchObject({ alarm: 'none', held: [{ id: anaId, name: 'Ana' }] });
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    expect(await again.api.share(anaId, 'today', 7)).toEqual(HELD);
    expect(await again.api.confirmWords(anaId)).toEqual(HELD);
    expect(await again.api.circle()).toMatchObject([{ held: true, assurance: 'link' }, { name: 'Bea' }]);
    unwrap(await again.api.confirmNumbers(anaId));
    await rounds(again, ana);
    expect(await lineSeenBy(ana, again)).toBe('After.');
    expect(readersIn(again, 'plan')).toEqual([anaId]);
    expect(await again.api.status()).toMatchObject({ held: [] });
    expect(await again.api.holdContact('nobody')).toMatchObject({ error: { code: 'unknown' } });
  });

  it('[SAF-4] ATK-1 another root key in somebody’s name is never taken: nothing more goes to them, others go on', async () => {
    world(await sodiumPrimitives(seededRandom(16)));
    const [sam, ana, bea] = [
      await begin('Sam'),
      await begin('Ana', 'supporter'),
      await begin('Bea', 'supporter'),
    ];
    const eve = await begin('Eve');
    const [anaId, beaId] = [await meet(sam, ana, 'Ana'), await meet(sam, bea, 'Bea')];
    unwrap(await sam.api.setTodayLine('Before.'));
    for (const id of [anaId, beaId]) unwrap(await sam.api.share(id, 'today', 30));
    await rounds(sam, ana, bea);
    // An altered app on Ana's phone puts Eve's chain where Ana's belongs.
    const pair = [...accountOf(ana).spaces.values()].find(({ record }) => record.role === 'peer')!.replica;
    const news = { op: 'chain', chain: [...accountOf(eve).vault.chain] };
    const { spaceId, writer } = pair;
    const envelope = pair.seal('data', [news] as never)!;
    unwrap(
      await accountOf(ana).session.call('space.append', { spaceId, envelopes: [envelope] }, [writer.keys]),
    );
    unwrap(await sam.api.sync());
    expect(await sam.api.status()).toMatchObject({ alarm: 'none', held: [{ id: anaId }] });
    expect((await sam.api.contactCheck(anaId))!.held).toBe('key');
    unwrap(await sam.api.setTodayLine('After.'));
    unwrap(await sam.api.sync());
    unwrap(await bea.api.sync());
    await ana.api.sync();
    expect([await lineSeenBy(ana, sam), await lineSeenBy(bea, sam)]).toEqual(['Before.', 'After.']);
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    expect(await again.api.status()).toMatchObject({ held: [{ id: anaId }] });
    expect(await again.api.share(anaId, 'today', 7)).toEqual(HELD);
    expect(accountOf(again).accountOf(anaId)!.rootKey).toEqual(accountOf(ana).own.rootKey);
  });
});

describe('going quiet with somebody', () => {
  it('leaves them one line, stops the rest, and their page looks as before; a new share ends it', async () => {
    const [sam, ana, bea] = [
      await begin('Sam'),
      await begin('Ana', 'supporter'),
      await begin('Bea', 'supporter'),
    ];
    const [anaId, beaId] = [await meet(sam, ana, 'Ana'), await meet(sam, bea, 'Bea')];
    unwrap(await sam.api.setTodayLine('Walked by the sea.'));
    for (const id of [anaId, beaId]) unwrap(await sam.api.share(id, 'today', 30));
    unwrap(await sam.api.share(anaId, 'goals', 30));
    await rounds(sam, ana, bea);
    const before = (await ana.api.sharedWithMe())[0]!;
    unwrap(await sam.api.goQuiet(anaId, 'All right here.'));
    unwrap(await sam.api.setTodayLine('A hard day.'));
    await rounds(sam, ana, bea);
    const after = (await ana.api.sharedWithMe())[0]!;
    expect(after).toEqual({ ...before, line: 'All right here.' });
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(await lineSeenBy(bea, sam)).toBe('A hard day.');
    expect((await ana.api.status()).alarm).toBe('none');
    expect([readersIn(sam, 'today'), readersIn(sam, 'goals')]).toEqual([[beaId], []]);
    expect((await sam.api.circle())[0]).toMatchObject({ quiet: 'All right here.', shares: [] });
    unwrap(await sam.api.goQuiet(anaId, 'Still all right.'));
    await rounds(sam, ana);
    expect(await lineSeenBy(ana, sam)).toBe('Still all right.');
    unwrap(await sam.api.pauseAll());
    await rounds(sam, ana);
    expect(await lineSeenBy(ana, sam)).toBe('Still all right.');
    unwrap(await sam.api.share(anaId, 'today', 7));
    await rounds(sam, ana);
    expect(await lineSeenBy(ana, sam)).toBe('A hard day.');
    expect((await sam.api.circle())[0]).not.toHaveProperty('quiet');
  });

  it('takes one line of the usual length, for somebody who is there', async () => {
    const [sam, ana] = [await begin('Sam'), await begin('Ana', 'supporter')];
    const anaId = await meet(sam, ana, 'Ana');
    expect(await sam.api.goQuiet(anaId, 'x'.repeat(5_000))).toMatchObject({ error: { code: 'invalid' } });
    expect(await sam.api.goQuiet('nobody', 'x')).toMatchObject({ error: { code: 'unknown' } });
  });

  it('keeps the line here while the pair’s keys are being renewed: a phone that was shut out cannot read it', async () => {
    const [sam, ana] = [await begin('Sam'), await begin('Ana', 'supporter')];
    const anaId = await meet(sam, ana, 'Ana');
    const card = unwrap(await sam.api.makeCard());
    await rounds(sam, ana);
    const thief = buy();
    unwrap(await thief.api.recover(card.qr));
    await rounds(sam);
    const [stranger] = (await sam.api.status()).newDevices;
    const held = accountOf(thief).keyRecords(
      accountOf(thief).home.store.list('contact')[0]!.fields['pair'] as never,
    );
    unwrap(await sam.api.goQuiet(anaId, 'All right here.'));
    unwrap(await sam.api.shutOut(stranger!.id));
    await rounds(sam, ana);
    expect(await lineSeenBy(ana, sam)).toBe('All right here.');
    const pair = [...accountOf(sam).spaces.values()].find(({ record }) => record.role === 'peer')!.replica;
    expect(pair.log.epoch).toBeGreaterThan(Math.max(...held.map(({ epoch }) => epoch)));
    expect(pair.log.writer(pair.writer.writerId)!.epoch).toBe(pair.log.epoch);
  });
});

describe('starting light', () => {
  it('[SAF-5] a new page takes the place of the old one once it is checked; what was shared goes on to the same end', async () => {
    const [sam, ana] = [await begin('Sam'), await begin('Ana')];
    // Each has invited the other.
    const [samId, anaId] = [await meet(ana, sam, 'Sam'), await meet(sam, ana, 'Ana')];
    unwrap(await sam.api.setTodayLine('From the old page.'));
    unwrap(await sam.api.share(anaId, 'today', 30));
    unwrap(await ana.api.setTodayLine('Ana’s line.'));
    unwrap(await ana.api.confirmWords(samId));
    unwrap(await ana.api.share(samId, 'today', 30));
    unwrap(await ana.api.share(samId, 'plan', 90));
    await rounds(sam, ana);
    const until = (await ana.api.circle())[0]!.shares.find(({ category }) => category === 'plan')!.until;
    // The phone is gone, and no card was made.
    clock.advance(3_600_000);
    const fresh = await begin('Sam');
    await meet(fresh, ana, 'Ana');
    const newId = idOf(fresh);
    expect(await ana.api.putInPlaceOf(newId, samId)).toEqual(NEEDS);
    unwrap(await ana.api.confirmSquare(newId, (await fresh.api.contactCheck(anaId))!.square));
    expect(await ana.api.putInPlaceOf(newId, newId)).toMatchObject({ error: { code: 'unknown' } });
    unwrap(await ana.api.putInPlaceOf(newId, samId));
    expect(await ana.api.putInPlaceOf(newId, samId)).toMatchObject({ error: { code: 'unknown' } });
    await rounds(ana, fresh);
    expect(await ana.api.circle()).toMatchObject([{ id: newId, name: 'Sam', assurance: 'square' }]);
    expect((await ana.api.circle())[0]!.shares).toHaveLength(2);
    expect((await ana.api.circle())[0]!.shares).toContainEqual({ category: 'plan', until });
    expect(await lineSeenBy(fresh, ana)).toBe('Ana’s line.');
    // Nothing more goes to the old page, and nothing of the old page is shown any more.
    expect([readersIn(ana, 'today'), readersIn(ana, 'plan')]).toEqual([[newId], [newId]]);
    expect((await ana.api.sharedWithMe()).map(({ contactId }) => contactId)).toEqual([newId]);
    expect(await ana.api.share(samId, 'today', 7)).toMatchObject({ error: { code: 'refused' } });
    unwrap(await ana.api.setTodayLine('For the new page.'));
    await rounds(ana, fresh, sam);
    expect([await lineSeenBy(fresh, ana), await lineSeenBy(sam, ana)]).toEqual([
      'For the new page.',
      'Ana’s line.',
    ]);
    // What the old page held stays sealed: the new one has none of its keys.
    expect(await fresh.api.records('check-in')).toEqual([]);
    expect((await ana.api.ledger()).filter(({ ended }) => ended !== undefined)).toHaveLength(2);
  });

  it('[SAF-5] a supporter who comes back keeps a quiet line, and one who was replaced comes back by an invite alone', async () => {
    const [sam, ana] = [await begin('Sam'), await begin('Ana', 'supporter')];
    const anaId = await meet(sam, ana, 'Ana');
    unwrap(await sam.api.goQuiet(anaId, 'All right here.'));
    await rounds(sam, ana);
    const fresh = await begin('Ana', 'supporter');
    const newId = await meet(sam, fresh, 'Ana', 'qr');
    unwrap(await sam.api.holdContact(newId));
    expect(await sam.api.putInPlaceOf(newId, anaId)).toEqual(HELD);
    unwrap(await sam.api.confirmNumbers(newId));
    unwrap(await sam.api.putInPlaceOf(newId, anaId));
    await rounds(sam, fresh);
    expect(await lineSeenBy(fresh, sam)).toBe('All right here.');
    expect(await sam.api.circle()).toMatchObject([{ id: newId, quiet: 'All right here.' }]);
    await meet(sam, ana, 'Ana');
    expect((await sam.api.circle()).map(({ id }) => id).toSorted()).toEqual([anaId, newId].toSorted());
  });
});
