import { seededRandom, systemRandom, TestClock, unwrap } from '@holdfast/base';
import { FakeServer } from '@holdfast/testing/fake-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import type { Primitives } from '@holdfast/vault';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { describe, expect, it } from 'vitest';

const DAY = '2026-11-21';
const CHECK_IN = { urge: 6, mood: 'low', sleep: 'badly', contact: null, words: 'Tired.', day: DAY } as const;

async function world(primitives: Primitives) {
  const clock = new TestClock();
  const server = new FakeServer({
    random: seededRandom(99),
    clock,
    sha256: primitives.sha256,
    verify: primitives.verify,
  });
  const buy = (snapshotAfter?: number) =>
    phone({
      primitives,
      transport: server.transportFor(),
      clock,
      ...(snapshotAfter === undefined ? {} : { snapshotAfter }),
    });
  return { server, buy, clock };
}

async function meet(sam: Phone, ana: Phone, how: 'qr' | 'link' = 'link') {
  unwrap(await sam.api.setName('Sam'));
  const { id, ticket } = unwrap(await sam.api.invite({ name: 'Ana', how, language: 'en' }));
  expect(unwrap(await ana.api.peekInvite(ticket))).toEqual({ name: 'Sam', categories: ['today'] });
  unwrap(await ana.api.start('supporter', DAY));
  unwrap(await ana.api.acceptInvite(ticket, 'Ana'));
  unwrap(await ana.api.sync());
  unwrap(await sam.api.sync());
  expect(await sam.api.invites()).toMatchObject([{ id, state: 'answered', answeredAs: 'Ana' }]);
  const { contactId } = unwrap(await sam.api.confirmInvite(id));
  unwrap(await sam.api.sync());
  expect(await sam.api.invites()).toMatchObject([{ id, state: 'done' }]);
  unwrap(await ana.api.sync());
  return { contactId, ticket, id };
}

const crypto = [
  ['real cryptography', () => sodiumPrimitives(systemRandom)],
  ['the fast twin', async () => fakePrimitives(seededRandom(5))],
] as const;

describe.each(crypto)('the first journey, over %s', (_, make) => {
  it('saves a check-in offline, and finds it again after a restart', async () => {
    const { buy } = await world(await make());
    const sam = buy();
    unwrap(await sam.api.start('own', DAY));
    unwrap(await sam.api.checkIn(CHECK_IN));
    expect(await sam.api.status()).toMatchObject({ phase: 'open', onlyHere: 3, copyAtServer: false });
    const again = sam.reopen();
    expect((await again.api.status()).phase).toBe('locked');
    unwrap(await again.api.unlock());
    expect(await again.api.records('check-in')).toMatchObject([{ urge: 6, words: 'Tired.' }]);
    unwrap(await again.api.sync());
    expect(await again.api.status()).toMatchObject({ onlyHere: 0, copyAtServer: true });
    const third = again.reopen();
    unwrap(await third.api.unlock());
    expect(await third.api.records('check-in')).toHaveLength(1);
    unwrap(await third.api.sync());
    expect(await third.api.status()).toMatchObject({ onlyHere: 0 });
  });

  it('opens from a snapshot with everything in place, and goes on writing, sharing and rotating', async () => {
    const { buy } = await world(await make());
    const [sam, ana] = [buy(3), buy(2)];
    unwrap(await sam.api.start('own', DAY));
    const { contactId } = await meet(sam, ana);
    unwrap(await sam.api.share(contactId, 'today', 30));
    let [samNow, anaNow] = [sam, ana];
    for (let n = 1; n <= 12; n++) {
      unwrap(await samNow.api.checkIn({ ...CHECK_IN, urge: n % 11 }, `Line ${n}`));
      unwrap(await samNow.api.sync());
      unwrap(await anaNow.api.sync());
      expect(await anaNow.api.sharedWithMe()).toMatchObject([{ line: `Line ${n}` }]);
      if (n === 8) unwrap(await samNow.api.stop(contactId, 'today'));
      if (n === 8) unwrap(await samNow.api.share(contactId, 'today', 7));
      [samNow, anaNow] = [samNow.reopen(), anaNow.reopen()];
      unwrap(await samNow.api.unlock());
      unwrap(await anaNow.api.unlock());
      expect(await samNow.api.records('check-in')).toHaveLength(n);
      expect(await anaNow.api.sharedWithMe()).toMatchObject([{ line: `Line ${n}` }]);
    }
    unwrap(await samNow.api.stop(contactId, 'today'));
    unwrap(await samNow.api.setTodayLine('Mine'));
    unwrap(await samNow.api.sync());
    unwrap(await anaNow.api.sync());
    expect(await anaNow.api.sharedWithMe()).toMatchObject([{ line: 'Line 12' }]);
    expect(await samNow.api.status()).toMatchObject({ onlyHere: 0, alarm: 'none' });
  });

  it('shares one line, replaces it, stops without a trace, and starts again from then on', async () => {
    const { buy } = await world(await make());
    const [sam, ana] = [buy(), buy()];
    unwrap(await sam.api.start('own', DAY));
    unwrap(await sam.api.checkIn(CHECK_IN, 'An old line'));
    unwrap(await sam.api.setTodayLine('Steady enough.'));
    unwrap(await sam.api.sync());
    const { contactId } = await meet(sam, ana);
    expect(await ana.api.sharedWithMe()).toEqual([
      { contactId: expect.any(String), name: 'Sam', state: 'joined' },
    ]);

    unwrap(await sam.api.share(contactId, 'today', 30));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ name: 'Sam', line: 'Steady enough.' }]);

    unwrap(await sam.api.setTodayLine('Walked by the sea.'));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ line: 'Walked by the sea.' }]);

    unwrap(await sam.api.stop(contactId, 'today'));
    unwrap(await sam.api.setTodayLine('Only mine now.'));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ state: 'joined', line: 'Walked by the sea.' }]);
    expect((await ana.api.status()).alarm).toBe('none');

    unwrap(await sam.api.share(contactId, 'today', 7));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ line: 'Only mine now.' }]);
  });

  it('lets a grant end by itself before anything more is written', async () => {
    const { buy, clock } = await world(await make());
    const [sam, ana] = [buy(), buy()];
    unwrap(await sam.api.start('own', DAY));
    unwrap(await sam.api.setTodayLine('First.'));
    const { contactId } = await meet(sam, ana);
    unwrap(await sam.api.share(contactId, 'today', 7));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    clock.jumpTo(clock.now() + 8 * 86_400_000);
    unwrap(await sam.api.setTodayLine('After the end.'));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ line: 'First.' }]);
  });

  it('gives everything back on a new phone from the card, and lets the old one shut the new one out', async () => {
    const { buy } = await world(await make());
    const [sam, ana, thief, next] = [buy(), buy(), buy(), buy()];
    unwrap(await sam.api.start('own', DAY));
    unwrap(await sam.api.checkIn(CHECK_IN, 'A line.'));
    unwrap(await sam.api.save('person', { name: 'Maria', number: '086 123 4567' }));
    const { contactId } = await meet(sam, ana);
    unwrap(await sam.api.share(contactId, 'today', 30));
    const card = unwrap(await sam.api.makeCard());
    expect((await sam.api.status()).waysBack.card).toBe('made');
    unwrap(await sam.api.checkCard(2, card.groups[2]!.toLowerCase()));
    expect((await sam.api.status()).waysBack.card).toBe('checked');
    unwrap(await sam.api.sync());
    expect(await sam.api.status()).toMatchObject({ copyAtServer: true, backedUp: false });

    unwrap(await thief.api.recover(card.groups.join('-')));
    expect(await thief.api.records('check-in')).toMatchObject([{ words: 'Tired.' }]);
    expect(await thief.api.records('person')).toMatchObject([{ name: 'Maria' }]);
    expect(await thief.api.circle()).toMatchObject([{ name: 'Ana', shares: [{ category: 'today' }] }]);
    expect((await thief.api.status()).newDevices).toEqual([]);
    unwrap(await thief.api.setTodayLine('Written on the new phone.'));
    unwrap(await thief.api.sync());
    unwrap(await ana.api.sync());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ line: 'Written on the new phone.' }]);

    const old = sam.reopen();
    unwrap(await old.api.unlock());
    unwrap(await old.api.sync());
    const [stranger] = (await old.api.status()).newDevices;
    expect(stranger).toMatchObject({ own: false, revoked: false });
    unwrap(await old.api.shutOut(stranger!.id));
    expect(await old.api.status()).toMatchObject({
      newDevices: [],
      waysBack: { card: 'none' },
      alarm: 'none',
    });
    unwrap(await old.api.setTodayLine('Back in my own hands.'));
    unwrap(await old.api.sync());
    unwrap(await ana.api.sync());
    unwrap(await ana.api.sync());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ line: 'Back in my own hands.' }]);

    await thief.api.setTodayLine('From the thief.');
    const refused = await thief.reopen().api.unlock();
    expect(refused.ok).toBe(true);
    const thiefAgain = thief.reopen();
    unwrap(await thiefAgain.api.unlock());
    expect(await thiefAgain.api.sync()).toMatchObject({ ok: false });
    expect((await thiefAgain.api.status()).phase).toBe('shut-out');
    unwrap(await ana.api.sync());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ line: 'Back in my own hands.' }]);

    expect(await next.api.recover(card.groups.join(' '))).toEqual({
      ok: false,
      error: { code: 'no-account' },
    });
    const fresh = unwrap(await old.api.makeCard());
    unwrap(await next.api.recover(fresh.qr));
    expect(await next.api.todayLine()).toBe('Back in my own hands.');
  });
});
