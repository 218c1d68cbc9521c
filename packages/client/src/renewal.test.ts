import { err, seededRandom, TestClock, toHex, unwrap } from '@holdfast/base';
import type { Verb } from '@holdfast/protocol';
import type { Transport } from '@holdfast/sync';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './inspect.ts';

const DAY = '2026-11-21';
const CHECK_IN = { urge: 6, mood: null, sleep: null, contact: null, words: 'Tired.', day: DAY } as const;
const SLIP = { plan: [], before: [], change: '', words: 'Told nobody.', at: 0, day: DAY } as const;
const primitives = fakePrimitives(seededRandom(7));

let clock: TestClock;
let server: FakeServer;
const buy = () => phone({ primitives, transport: server.transportFor(), clock, snapshotAfter: 5 });

beforeEach(() => {
  clock = new TestClock();
  server = new FakeServer({
    random: seededRandom(8),
    clock,
    sha256: primitives.sha256,
    verify: primitives.verify,
  });
});

/** Envelopes that stand at the server, by position, in the space of a category; 'home' for the private one. */
function standing(of: Phone, category: string): number[] {
  const account = accountBehind(of.api)!;
  const replica = category === 'home' ? account.home : account.ownSpaces(category)[0]!;
  const log = server.state.spaces.get(replica.spaceId)?.log ?? [];
  return log.flatMap((bytes, i) => (bytes.length > 0 ? [i + 1] : []));
}
const stateOf = (of: Phone) =>
  accountBehind(of.api)!
    .replicas()
    .map(({ spaceId, store }) => `${spaceId} ${toHex(store.stateHash(primitives.sha256))}`)
    .toSorted();
const stored = async (of: Phone): Promise<number> =>
  unwrap(await of.storage.scan('s/')).filter(([key]) => /\/e\d/.test(key)).length;
const words = async (of: Phone) =>
  (await of.api.records('check-in')).map((record) => record.words).toSorted();

async function begin(): Promise<{ sam: Phone; code: string }> {
  const sam = buy();
  unwrap(await sam.api.start('own', DAY));
  const card = unwrap(await sam.api.makeCard());
  for (let n = 0; n < 6; n++) {
    unwrap(await sam.api.checkIn({ ...CHECK_IN, words: `Day ${n}` }));
    if (n % 2 === 0) unwrap(await sam.api.sync());
  }
  unwrap(await sam.api.sync());
  return { sam, code: card.groups.join('') };
}

async function meet(sam: Phone, ana: Phone): Promise<string> {
  const { id, ticket } = unwrap(await sam.api.invite({ name: 'Ana', how: 'qr', language: 'en' }));
  unwrap(await ana.api.start('supporter', DAY));
  unwrap(await ana.api.acceptInvite(ticket, 'Ana'));
  unwrap(await sam.api.sync());
  const { contactId } = unwrap(await sam.api.confirmInvite(id));
  unwrap(await sam.api.sync());
  unwrap(await ana.api.sync());
  return contactId;
}

describe('[SPA-5] deleting one thing', () => {
  it('takes its envelope, and all before the new beginning, from the server and from this phone', async () => {
    const { sam } = await begin();
    const [first] = await sam.api.records('check-in');
    const before = standing(sam, 'check-ins');
    unwrap(await sam.api.remove('check-in', first!.id));
    unwrap(await sam.api.sync());
    const after = standing(sam, 'check-ins');
    expect(Math.min(...after)).toBeGreaterThan(Math.max(...before));
    expect(await words(sam)).toHaveLength(5);
    expect(await sam.api.status()).toMatchObject({ onlyHere: 0, heldBack: false });
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    expect(await words(again)).toHaveLength(5);
    const account = accountBehind(again.api)!;
    const replica = account.ownSpaces('check-ins')[0]!;
    expect(replica.beginning).toMatchObject({ complete: true, carrying: false, purged: true, dropped: true });
    expect(await stored(again)).toBeLessThan(40);
  });

  it('does so for the journal, whose keys lie under a key of their own', async () => {
    const { sam, code } = await begin();
    const entry = { words: 'Told nobody.', at: clock.now(), day: DAY, until: null };
    const { id } = unwrap(await sam.api.save('journal-entry', entry));
    unwrap(await sam.api.save('journal-entry', { ...entry, words: 'Kept.' }));
    unwrap(await sam.api.sync());
    const before = standing(sam, 'journal');
    unwrap(await sam.api.remove('journal-entry', id));
    unwrap(await sam.api.sync());
    expect(Math.min(...standing(sam, 'journal'))).toBeGreaterThan(Math.max(...before));
    const next = buy();
    unwrap(await next.api.recover(code));
    expect((await next.api.records('journal-entry')).map(({ words }) => words)).toEqual(['Kept.']);
  });

  it('gives a new phone the same state, and never takes what is gone for something held back', async () => {
    const { sam, code } = await begin();
    const list = await sam.api.records('check-in');
    unwrap(await sam.api.remove('check-in', list[2]!.id));
    unwrap(await sam.api.save('slip', { ...SLIP, plan: [], before: [], until: clock.now() + 60_000 }));
    unwrap(await sam.api.sync());
    clock.advance(120_000);
    const opened = sam.reopen();
    unwrap(await opened.api.unlock());
    unwrap(await opened.api.sync());
    expect(Math.min(...standing(opened, 'home'))).toBeGreaterThan(1);
    const next = buy();
    unwrap(await next.api.recover(code));
    unwrap(await opened.api.sync());
    unwrap(await next.api.sync());
    expect(stateOf(next)).toEqual(stateOf(opened));
    expect(await words(next)).toEqual(await words(opened));
    clock.advance(3 * 60_000);
    unwrap(await next.api.sync());
    expect(await next.api.status()).toMatchObject({ alarm: 'none', heldBack: false, onlyHere: 0 });
    unwrap(await next.api.checkIn({ ...CHECK_IN, words: 'From the new phone' }));
    unwrap(await next.api.sync());
    unwrap(await opened.api.sync());
    expect(await words(opened)).toContain('From the new phone');
  });

  it('reaches a phone that was away, with what it wrote meanwhile', async () => {
    const { sam, code } = await begin();
    const away = buy();
    unwrap(await away.api.recover(code));
    unwrap(await sam.api.sync());
    unwrap(await away.api.sync());
    unwrap(await away.api.checkIn({ ...CHECK_IN, words: 'Written far away' }));
    const list = await sam.api.records('check-in');
    unwrap(await sam.api.checkIn({ ...CHECK_IN, words: 'Never seen there' }));
    unwrap(await sam.api.sync());
    unwrap(await sam.api.remove('check-in', list[0]!.id));
    unwrap(await sam.api.sync());
    unwrap(await away.api.sync());
    unwrap(await sam.api.sync());
    unwrap(await away.api.sync());
    expect(await words(away)).toEqual(await words(sam));
    expect(await words(away)).toContain('Written far away');
    expect(await words(away)).toContain('Never seen there');
    expect(await words(away)).toHaveLength(7);
    expect(stateOf(away)).toEqual(stateOf(sam));
    expect(await away.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0 });
  });

  it('[SPA-6] leaves readers what they had, and gives nobody more', async () => {
    const { sam } = await begin();
    const [ana, bea] = [buy(), buy()];
    const anaId = await meet(sam, ana);
    unwrap(await sam.api.share(anaId, 'check-ins', 30));
    unwrap(await sam.api.sync());
    unwrap(await sam.api.checkIn({ ...CHECK_IN, words: 'Ana may read this' }));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    const card = unwrap(await ana.api.makeCard());
    const beaId = await meet(sam, bea);
    unwrap(await sam.api.share(beaId, 'check-ins', 30));
    unwrap(await sam.api.sync());
    unwrap(await bea.api.sync());
    const first = (await sam.api.records('check-in')).find((record) => record.words === 'Day 0');
    unwrap(await sam.api.remove('check-in', first!.id));
    unwrap(await sam.api.sync());
    for (const reader of [ana, bea]) unwrap(await reader.api.sync());
    const fresh = buy();
    unwrap(await fresh.api.recover(card.groups.join('')));
    const seen = (of: Phone) => {
      const account = accountBehind(of.api)!;
      const shared = [...account.spaces.values()].find(({ record }) => record.category === 'check-ins');
      return shared!.replica.store.list('check-in').map(({ fields }) => fields['words']);
    };
    expect(seen(ana)).toEqual(['Ana may read this']);
    expect(seen(fresh)).toEqual(['Ana may read this']);
    expect(seen(bea)).toEqual([]);
    for (const reader of [ana, bea, fresh]) expect((await reader.api.status()).heldBack).toBe(false);
  });

  it('happens once a day by itself, and waits for the next day after that', async () => {
    const { sam } = await begin();
    const list = await sam.api.records('check-in');
    unwrap(await sam.api.remove('check-in', list[0]!.id));
    unwrap(await sam.api.sync());
    const first = standing(sam, 'check-ins')[0]!;
    unwrap(await sam.api.remove('check-in', list[1]!.id));
    unwrap(await sam.api.sync());
    expect(standing(sam, 'check-ins')[0]).toBe(first);
    clock.advance(86_400_000);
    unwrap(await sam.api.sync());
    expect(standing(sam, 'check-ins')[0]).toBeGreaterThan(first);
    expect(await words(sam)).toHaveLength(4);
  });
});

describe('[REL-1] a server restored from before a new beginning', () => {
  it.each([
    ['', 0],
    [', cut off between making a space anew and being listed there', 1],
  ])('gets everything back from a phone that no longer has what came before%s', async (_, cuts) => {
    const { sam, code } = await begin();
    const real = server.transportFor();
    let left = 0;
    const transport: Transport = {
      ...real,
      call: async (verb, request, token) =>
        verb === 'space.addWriter' && left-- > 0
          ? err({ error: 'offline' })
          : real.call(verb, request, token),
    };
    const backup = server.snapshot();
    const list = await sam.api.records('check-in');
    unwrap(await sam.api.remove('check-in', list[0]!.id));
    unwrap(await sam.api.save('slip', { ...SLIP, plan: [], before: [], until: clock.now() + 1000 }));
    unwrap(await sam.api.sync());
    clock.advance(2000);
    const { storage, deviceKey } = sam;
    await sam.api.lock();
    const opened = phone({ primitives, transport, clock, snapshotAfter: 5, storage, deviceKey });
    unwrap(await opened.api.unlock());
    unwrap(await opened.api.sync());
    unwrap(await opened.api.checkIn({ ...CHECK_IN, words: 'After the beginning' }));
    unwrap(await opened.api.sync());
    server.restore(backup);
    left = cuts;
    for (let n = 0; n < cuts; n++) expect((await opened.api.sync()).ok).toBe(false);
    for (let n = 0; n < 3; n++) unwrap(await opened.api.sync());
    const next = buy();
    unwrap(await next.api.recover(code));
    unwrap(await opened.api.sync());
    unwrap(await next.api.sync());
    expect(await words(next)).toEqual(await words(opened));
    expect(await words(next)).toContain('After the beginning');
    expect(await words(next)).toHaveLength(6);
    expect(stateOf(next)).toEqual(stateOf(opened));
    expect(await opened.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0 });
  });
});

describe('[REP-2] a server that goes back in silence around a new beginning', () => {
  /** Sam's phone with a check-in removed, after which its space began anew, and the server as it was before. */
  async function begunAnew() {
    const { sam, code } = await begin();
    const backup = server.snapshot();
    /** What happens just before the next call of a verb. */
    const before = new Map<Verb, () => void>();
    const real = server.transportFor();
    const transport: Transport = {
      ...real,
      call(verb, request, token) {
        const happens = before.get(verb);
        before.delete(verb);
        happens?.();
        return real.call(verb, request, token);
      },
    };
    const { storage, deviceKey } = sam;
    await sam.api.lock();
    const opened = phone({ primitives, transport, clock, snapshotAfter: 5, storage, deviceKey });
    unwrap(await opened.api.unlock());
    unwrap(await opened.api.remove('check-in', (await opened.api.records('check-in'))[0]!.id));
    unwrap(await opened.api.sync());
    return { opened, code, backup, before };
  }
  async function expectAll(opened: Phone, code: string, count: number) {
    for (let n = 0; n < 3; n++) unwrap(await opened.api.sync());
    const next = buy();
    unwrap(await next.api.recover(code));
    unwrap(await next.api.sync());
    expect(await words(next)).toHaveLength(count);
    expect(await words(next)).toEqual(await words(opened));
    expect(await opened.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0 });
  }

  it('while something is on its way: it does not go into the space that is made anew before what stands', async () => {
    const { opened, code, backup, before } = await begunAnew();
    unwrap(await opened.api.checkIn({ ...CHECK_IN, words: 'On its way' }));
    before.set('space.append', () => server.goBack(backup));
    await opened.api.sync();
    await expectAll(opened, code, 6);
  });

  it.each(['goBack', 'restore'] as const)(
    'to where it was made anew and still empty: it is made anew once more (%s)',
    async (how) => {
      const { opened, code, backup, before } = await begunAnew();
      let empty = backup;
      server.goBack(backup);
      before.set('space.epoch', () => (empty = server.snapshot()));
      for (let n = 0; n < 3; n++) unwrap(await opened.api.sync());
      expect(empty).not.toBe(backup);
      server[how](empty);
      await expectAll(opened, code, 5);
    },
  );
});

describe('[SPA-5] a phone that lacks something from before a new beginning', () => {
  it('carries nothing over in place of the one that has it, on no later day either', async () => {
    const { sam, code } = await begin();
    const real = server.transportFor();
    let cut = false;
    const transport: Transport = {
      ...real,
      async call(verb, request, token) {
        if (cut && verb === 'space.append') return err({ error: 'offline' });
        const answer = await real.call(verb, request, token);
        cut ||= verb === 'space.epoch' && answer.ok;
        return answer;
      },
    };
    await sam.api.lock();
    const old = phone({ primitives, transport, clock, storage: sam.storage, deviceKey: sam.deviceKey });
    unwrap(await old.api.unlock());
    unwrap(await old.api.remove('check-in', (await old.api.records('check-in'))[0]!.id));
    expect(await old.api.sync()).toEqual({ ok: false, error: { code: 'offline' } });
    // The server deletes what came before although it was not asked to.
    const { spaceId, beginning } = accountBehind(old.api)!.ownSpaces('check-ins')[0]!;
    const space = server.state.spaces.get(spaceId)!;
    for (let i = 0; i < beginning.seq - 1; i++) space.log[i] = new Uint8Array();

    const next = buy();
    unwrap(await next.api.recover(code));
    clock.advance(2 * 86_400_000);
    unwrap(await next.api.sync());
    const replica = accountBehind(next.api)!.ownSpaces('check-ins')[0]!;
    expect(replica.beginning).toMatchObject({ complete: false, carrying: false });
    expect(replica.carried()).toBeUndefined();
    cut = false;
    unwrap(await old.api.sync());
    unwrap(await next.api.sync());
    expect(await words(next)).toEqual(await words(old));
    expect(await words(next)).toHaveLength(5);
  });
});
