import { seededRandom, TestClock, toHex, unwrap } from '@holdfast/base';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './inspect.ts';

const DAY = 86_400_000;
const TODAY = '2026-11-21';
const CHECK_IN = { urge: 6, mood: null, sleep: null, contact: null, words: 'Tired.', day: TODAY } as const;
const primitives = fakePrimitives(seededRandom(17));

let clock: TestClock;
let server: FakeServer;
const world = () => {
  clock = new TestClock();
  server = new FakeServer({
    random: seededRandom(18),
    clock,
    sha256: primitives.sha256,
    verify: primitives.verify,
  });
};
beforeEach(world);
const buy = () => phone({ primitives, transport: server.transportFor(), clock });
const begin = async (): Promise<Phone> => {
  const sam = buy();
  unwrap(await sam.api.start('own', TODAY));
  return sam;
};
const inStep = async (...phones: readonly Phone[]) => {
  for (let n = 0; n < 3; n++) for (const each of phones) unwrap(await each.api.sync());
};
const shown = async (of: Phone) =>
  (await of.api.records('check-in')).map(({ at }) => at).toSorted((a, b) => a - b);

async function meet(sam: Phone, ana: Phone): Promise<string> {
  const { id, ticket } = unwrap(await sam.api.invite({ name: 'Ana', how: 'qr', language: 'en' }));
  unwrap(await ana.api.start('supporter', TODAY));
  unwrap(await ana.api.acceptInvite(ticket, 'Ana'));
  unwrap(await sam.api.sync());
  const { contactId } = unwrap(await sam.api.confirmInvite(id));
  await inStep(sam, ana);
  return contactId;
}

describe('how long entries are kept', () => {
  it('holds at once, on every phone, and takes old entries from the server', async () => {
    const sam = await begin();
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.checkIn(CHECK_IN));
    await inStep(sam);
    clock.advance(40 * DAY);
    unwrap(await sam.api.checkIn(CHECK_IN));
    const other = buy();
    unwrap(await sam.api.sync());
    unwrap(await other.api.recover(card.groups.join('')));
    await inStep(sam, other);
    expect(await shown(other)).toHaveLength(2);
    unwrap(await sam.api.save('keeping', { days: 30 }, 'check-ins'));
    expect(await shown(sam)).toHaveLength(1);
    await inStep(sam, other);
    expect(await shown(other)).toEqual(await shown(sam));
    const replica = accountBehind(sam.api)!.ownSpaces('check-ins')[0]!;
    expect(replica.beginning).toMatchObject({ complete: true, dropped: true });
    expect(server.state.spaces.get(replica.spaceId)!.log[0]).toHaveLength(0);
    // A day on, another entry has come of age: it goes without being asked.
    clock.advance(31 * DAY);
    expect(await shown(other)).toHaveLength(0);
    await inStep(other, sam);
    expect(accountBehind(sam.api)!.ownSpaces('check-ins')[0]!.store.list('check-in')).toEqual([]);
  });

  it('gives what the rule says on every phone, in whatever order entries, choices and rounds come', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('write' as const), who: fc.nat(1), daysAgo: fc.nat(120) }),
      fc.record({ do: fc.constant('keep' as const), who: fc.nat(1), days: fc.constantFrom(0, 30, 90) }),
      fc.record({ do: fc.constant('sync' as const), who: fc.nat(1) }),
      fc.record({ do: fc.constant('wait' as const), days: fc.nat(20) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        world();
        const sam = await begin();
        const card = unwrap(await sam.api.makeCard());
        await inStep(sam);
        const other = buy();
        unwrap(await other.api.recover(card.groups.join('')));
        await inStep(sam, other);
        const phones = [sam, other];
        for (const each of steps) {
          if (each.do === 'wait') clock.advance(each.days * DAY);
          else if (each.do === 'sync') unwrap(await phones[each.who]!.api.sync());
          else if (each.do === 'keep')
            unwrap(await phones[each.who]!.api.save('keeping', { days: each.days as 30 }, 'check-ins'));
          else {
            const at = clock.now() - each.daysAgo * DAY;
            unwrap(await phones[each.who]!.api.save('check-in', { ...CHECK_IN, at }));
          }
        }
        await inStep(sam, other);
        const [choice] = await sam.api.records('keeping');
        expect(await other.api.records('keeping')).toEqual(choice ? [choice] : []);
        expect(await shown(other)).toEqual(await shown(sam));
        const oldest = choice?.days ? clock.now() - choice.days * DAY : -Infinity;
        for (const at of await shown(sam)) expect(at).toBeGreaterThan(oldest);
        const states = phones.map((each) =>
          accountBehind(each.api)!
            .replicas()
            .map(({ store }) => toHex(store.stateHash(primitives.sha256))),
        );
        expect(states[1]!.toSorted()).toEqual(states[0]!.toSorted());
      }),
      { numRuns: 25 },
    );
  });

  it('lets a choice that was taken away be made again', async () => {
    const sam = await begin();
    unwrap(await sam.api.save('keeping', { days: 90 }, 'journal'));
    unwrap(await sam.api.remove('keeping', 'journal'));
    expect(await sam.api.records('keeping')).toEqual([]);
    unwrap(await sam.api.save('keeping', { days: 30 }, 'journal'));
    expect(await sam.api.records('keeping')).toEqual([{ id: 'journal', days: 30 }]);
  });
});

describe('removing all of one heading', () => {
  it('leaves nothing of it here or at the server, ends its shares, and begins anew', async () => {
    const sam = await begin();
    const card = unwrap(await sam.api.makeCard());
    const ana = buy();
    const contactId = await meet(sam, ana);
    unwrap(await sam.api.share(contactId, 'check-ins', 30));
    const { ref } = unwrap(await sam.api.saveBlob('check-ins', new Uint8Array(100), { type: 'image/jpeg' }));
    for (let n = 0; n < 130; n++) unwrap(await sam.api.checkIn({ ...CHECK_IN, words: `Word ${n}` }));
    const account = accountBehind(sam.api)!;
    // A picture in a field of a record that this version does not know: it goes with the rest.
    const replica = account.ownSpaces('check-ins')[0]!;
    unwrap(
      await account.write([
        { replica, ops: [{ op: 'put', type: 'later', id: '1', fields: { picture: ref } }] },
      ]),
    );
    await inStep(sam, ana);
    expect(server.state.spaces.get(replica.spaceId)!.blobs.get(ref.id as never)?.removed).toBe(false);
    unwrap(await sam.api.removeHome('check-ins'));
    expect(await shown(sam)).toEqual([]);
    expect((await sam.api.circle())[0]?.shares).toEqual([]);
    await inStep(sam, ana);
    const { log, blobs } = server.state.spaces.get(replica.spaceId)!;
    const left = log.filter((bytes) => bytes.length > 0).reduce((sum, bytes) => sum + bytes.length, 0);
    expect(left).toBeLessThan(16_000);
    expect(blobs.get(ref.id as never)?.removed).toBe(true);
    unwrap(await sam.api.checkIn({ ...CHECK_IN, words: 'New' }));
    await inStep(sam);
    const next = buy();
    unwrap(await next.api.recover(card.groups.join('')));
    expect((await next.api.records('check-in')).map(({ words }) => words)).toEqual(['New']);
  });

  it('takes what is kept privately of it too: a ninth answer with the questionnaires, copies with the goals', async () => {
    const sam = await begin();
    const at = clock.now();
    unwrap(await sam.api.save('item-nine', { value: 1, said: null, askAgain: false, at }));
    for (const part of ['goals', 'safety'] as const)
      unwrap(await sam.api.save('plan-version', { at, why: '', part, kept: [] }));
    unwrap(await sam.api.removeHome('measures'));
    expect(await sam.api.records('item-nine')).toEqual([]);
    unwrap(await sam.api.removeHome('goals'));
    expect((await sam.api.records('plan-version')).map(({ part }) => part)).toEqual(['safety']);
  });

  it('of the private notes leaves who one is, whom one rings, and what one chose', async () => {
    const sam = await begin();
    unwrap(await sam.api.save('person', { name: 'Maria', number: '086 123 4567' }));
    unwrap(await sam.api.save('keeping', { days: 30 }, 'journal'));
    unwrap(
      await sam.api.save('tool-use', { tool: 'breathe', before: 5, after: 3, at: clock.now(), day: TODAY }),
    );
    unwrap(await sam.api.removeHome('private'));
    expect(await sam.api.records('tool-use')).toEqual([]);
    expect(await sam.api.records('person')).toHaveLength(1);
    expect(await sam.api.records('keeping')).toHaveLength(1);
    expect(await sam.api.profile()).toBeDefined();
  });
});

describe('deleting the account', () => {
  it('leaves nothing at the server or here, and tells its people that it is closed', async () => {
    const sam = await begin();
    const card = unwrap(await sam.api.makeCard());
    const [ana, other] = [buy(), buy()];
    const contactId = await meet(sam, ana);
    unwrap(await sam.api.share(contactId, 'today', 30));
    unwrap(await sam.api.setTodayLine('Steady.'));
    unwrap(await sam.api.invite({ name: 'Bea', how: 'qr', language: 'en' }));
    const subscription = {
      endpoint: 'https://push.example/x',
      p256dh: new Uint8Array(65),
      auth: new Uint8Array(16),
    };
    unwrap(await sam.api.setPush(subscription));
    await inStep(sam, ana);
    unwrap(await other.api.recover(card.groups.join('')));
    await inStep(sam, other);
    const mine = accountBehind(sam.api)!
      .replicas()
      .map(({ spaceId }) => spaceId);
    const pairs = [...accountBehind(sam.api)!.spaces.values()].filter(({ record }) => record.role === 'peer');

    unwrap(await sam.api.deleteAccount());
    expect(await sam.api.status()).toMatchObject({ phase: 'empty', leaving: false });
    expect(unwrap(await sam.storage.scan(''))).toEqual([]);
    const left = mine.filter((spaceId) => server.state.spaces.has(spaceId));
    expect(left).toEqual(pairs.map(({ replica }) => replica.spaceId));
    expect(server.state.mailboxes.size).toBe(0);
    expect([...server.state.accounts.keys()]).toEqual([accountBehind(ana.api)!.accountId]);

    // Another phone of the same person does not bring it back.
    expect((await other.api.sync()).ok).toBe(false);
    expect((await other.api.status()).phase).toBe('shut-out');
    expect(server.state.accounts.size).toBe(1);

    await inStep(ana);
    expect(await ana.api.sharedWithMe()).toMatchObject(
      [{ name: 'Sam', state: 'closed' }].map(({ state }) => ({ state })),
    );
    expect(mine.filter((spaceId) => server.state.spaces.has(spaceId))).toEqual([]);
    expect(await ana.api.status()).toMatchObject({ alarm: 'none', heldBack: false });
    expect(await buy().api.recover(card.groups.join(''))).toMatchObject({ error: { code: 'no-account' } });
  });

  it('that was cut off is finished by the next round, and nothing else is sent meanwhile', async () => {
    let cut = Infinity;
    const real = server.transportFor();
    const sam = phone({
      primitives,
      clock,
      transport: {
        ...real,
        call: async (...args) =>
          cut-- <= 0 ? { ok: false, error: { error: 'offline' } } : real.call(...args),
      },
    });
    unwrap(await sam.api.start('own', TODAY));
    unwrap(await sam.api.checkIn(CHECK_IN));
    await inStep(sam);
    cut = 3;
    expect(await sam.api.deleteAccount()).toMatchObject({ error: { code: 'offline' } });
    expect(await sam.api.status()).toMatchObject({ phase: 'open', leaving: true });
    cut = Infinity;
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    unwrap(await again.api.sync());
    expect((await again.api.status()).phase).toBe('empty');
    expect([server.state.accounts.size, server.state.spaces.size]).toEqual([0, 0]);
  });

  it('that never met a server only empties the phone', async () => {
    const sam = await begin();
    unwrap(await sam.api.deleteAccount());
    expect((await sam.api.status()).phase).toBe('empty');
  });
});

describe('the PIN, asked again', () => {
  it('counts wrong tries like the lock does', async () => {
    const sam = await begin();
    unwrap(await sam.api.setPin('246810'));
    unwrap(await sam.api.confirmPin('246810'));
    for (let n = 0; n < 3; n++)
      expect(await sam.api.confirmPin('000000')).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await sam.api.confirmPin('246810')).toMatchObject({ error: { code: 'wait', wait: 30 } });
    clock.advance(30_000);
    unwrap(await sam.api.confirmPin('246810'));
  });
});
