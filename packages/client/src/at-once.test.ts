import { ok, seededRandom, TestClock, unwrap } from '@holdfast/base';
import type { Request, Verb } from '@holdfast/protocol';
import type { CallError, Transport } from '@holdfast/sync';
import { evilHousehold } from '@holdfast/testing/evil-household';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './inspect.ts';

const DAY = '2026-11-21';
const CHECK_IN = { urge: 6, mood: null, sleep: null, contact: null, words: 'Tired.', day: DAY } as const;
const p = fakePrimitives(seededRandom(71));
const accountOf = (one: Phone) => accountBehind(one.api)!;

/** What a test does before a call reaches the server: something on the phone, or an answer in place of the server's. */
type Before = <V extends Verb>(verb: V, request: Request<V>) => Promise<CallError | void>;

let before: Before;
/** How far the server's clock is ahead, ms. */
let ahead: number;
let sam: Phone;
let buy: () => Phone;
beforeEach(async () => {
  before = async () => {};
  ahead = 0;
  const clock = new TestClock();
  const server = new FakeServer({ random: seededRandom(72), clock, sha256: p.sha256, verify: p.verify });
  const real = server.transportFor();
  const transport: Transport = {
    ...real,
    async call(verb, request, token) {
      const error = await before(verb, request);
      if (error) return { ok: false, error };
      const answer = await real.call(verb, request, token);
      if (verb !== 'session.open' || !answer.ok) return answer;
      const opened = answer.value as typeof answer.value & { now: number };
      return ok({ ...opened, now: opened.now + ahead });
    },
  };
  buy = () => phone({ primitives: p, transport, clock });
  sam = buy();
  unwrap(await sam.api.start('own', DAY));
});
const syncs = async (times: number, of = sam) => {
  for (let n = 0; n < times; n++) unwrap(await of.api.sync());
};
const reopened = async (of: Phone) => {
  const again = of.reopen();
  unwrap(await again.api.unlock());
  return again;
};
/** Something is done on the phone once, while the server is asked to take the account. */
function whileRegistering(act: () => Promise<unknown>): void {
  let done = false;
  before = async (verb) => {
    if (verb !== 'account.create' || done) return;
    done = true;
    await act();
  };
}

describe('what happens while something else does', () => {
  it('[VAU-5] a card made while the account is registered opens it', async () => {
    let card = '';
    whileRegistering(async () => (card = unwrap(await sam.api.makeCard()).groups.join('')));
    await syncs(2);
    sam = await reopened(sam);
    await syncs(1);
    const next = buy();
    unwrap(await next.api.recover(card));
    expect(await next.api.status()).toMatchObject({ phase: 'open', alarm: 'none' });
  });

  it('[VAU-5] a card cancelled while the account is registered opens nothing', async () => {
    const card = unwrap(await sam.api.makeCard()).groups.join('');
    whileRegistering(() => sam.api.cancelCard());
    await syncs(2);
    expect((await buy().api.recover(card)).ok).toBe(false);
    await syncs(2);
    expect(await sam.api.status()).toMatchObject({ alarm: 'none', waysBack: { card: 'none' } });
  });

  it('[VAU-5] and so it is where the answer comes while the phone stores the change', async () => {
    const { storage } = sam;
    const { commit } = storage;
    let registered = (): void => {};
    const isRegistered = new Promise<void>((done) => (registered = done));
    let card: ReturnType<typeof sam.api.makeCard> | undefined;
    let slow = false;
    storage.commit = async (writes) => {
      if (slow) {
        slow = false;
        await isRegistered;
      }
      return commit.call(storage, writes);
    };
    before = async (verb) => {
      if (verb === 'account.create' && !card) {
        slow = true;
        card = sam.api.makeCard();
        setTimeout(registered, 20);
      }
    };
    await syncs(2);
    const { groups } = unwrap(await card!);
    await syncs(2);
    unwrap(await buy().api.recover(groups.join('')));
    expect((await sam.api.status()).alarm).toBe('none');
  });

  it('opened twice at once it is one account, and nothing that is written then is lost', async () => {
    await syncs(1);
    const again = sam.reopen();
    const { unwrap: open } = again.deviceKey;
    let calls = 0;
    let go = (): void => {};
    const later = new Promise<void>((done) => (go = done));
    again.deviceKey.unwrap = async (bytes) => {
      calls += 1;
      if (calls === 2) await later;
      return open.call(again.deviceKey, bytes);
    };
    const both = [again.api.unlock(), again.api.unlock()];
    unwrap(await both[0]!);
    const first = accountOf(again);
    unwrap(await again.api.sync());
    go();
    unwrap(await both[1]!);
    expect(accountOf(again)).toBe(first);
    unwrap(await again.api.checkIn(CHECK_IN));
    await syncs(2, again);
    expect((await again.api.status()).onlyHere).toBe(0);
  });

  it('begun twice at once it is one account', async () => {
    const fresh = buy();
    const both = await Promise.all([fresh.api.start('own', DAY), fresh.api.start('own', DAY)]);
    expect(both.every(({ ok: done }) => done)).toBe(true);
    const { accountId } = accountOf(fresh);
    expect(accountOf(await reopened(fresh)).accountId).toBe(accountId);
  });

  it('two photos added at once to a first entry are in one journal, and both reach the next phone', async () => {
    const card = unwrap(await sam.api.makeCard()).groups.join('');
    await syncs(1);
    const photo = () =>
      sam.api.saveBlob('journal', p.random(900), { type: 'image/jpeg', begun: true }).then(unwrap);
    const blobs = (await Promise.all([photo(), photo()])).map(({ ref }) => ref);
    expect(accountOf(sam).ownSpaces('journal')).toHaveLength(1);
    const media = blobs.map((blob) => ({ blob, says: '' }));
    unwrap(await sam.api.save('journal-entry', { words: '', at: 0, day: DAY, until: null, media }));
    await syncs(2);
    expect((await sam.api.status()).onlyHere).toBe(0);
    const next = buy();
    unwrap(await next.api.recover(card));
    for (const ref of blobs) unwrap(await next.api.readBlob(ref));
  });
});

describe('the server’s word alone', () => {
  it('takes no words that are not old, however far its clock is ahead', async () => {
    unwrap(await sam.api.save('keeping', { days: 90 }, 'check-ins'));
    unwrap(await sam.api.checkIn(CHECK_IN));
    unwrap(await sam.api.keepDraft('journal-entry new', '{}'));
    await syncs(1);
    ahead = 10 * 365 * 86_400_000;
    sam = await reopened(sam);
    await syncs(2);
    ahead = 0;
    sam = await reopened(sam);
    await syncs(2);
    expect(await sam.api.records('check-in')).toHaveLength(1);
    expect(unwrap(await sam.api.draft('journal-entry new'))?.text).toBe('{}');
  });

  it('is asked before what a phone set ahead thinks is over is removed', async () => {
    unwrap(await sam.api.save('keeping', { days: 90 }, 'check-ins'));
    unwrap(await sam.api.checkIn(CHECK_IN));
    await syncs(1);
    const real = sam.clock.now;
    const set = async (days: number) => {
      sam.clock.now = () => real.call(sam.clock) + days * 86_400_000;
      sam = await reopened(sam);
    };
    await set(95);
    expect(await sam.api.records('check-in')).toEqual([]);
    await set(0);
    expect(await sam.api.records('check-in')).toHaveLength(1);
    await set(98);
    await syncs(1);
    await set(0);
    expect(await sam.api.records('check-in')).toEqual([]);
  });

  it('takes no photo that a record names: what it says is cancelled stays on this phone', async () => {
    const blob = unwrap(await sam.api.saveBlob('journal', p.random(900), { type: 'image/jpeg' })).ref;
    const fields = { words: '', at: 0, day: DAY, until: null, media: [{ blob, says: '' }] };
    unwrap(await sam.api.save('journal-entry', fields));
    before = async (verb) => (verb === 'space.putChunk' ? { error: 'cancelled' } : undefined);
    await syncs(2);
    before = async () => {};
    sam = await reopened(sam);
    await syncs(2);
    expect(unwrap(await sam.api.readBlob(blob))).toHaveLength(900);
  });
});

describe('two phones that each add a photo to a first entry while apart', () => {
  it('have both on each', async () => {
    const home = await evilHousehold(p);
    const other = home.buy();
    const { ticket } = unwrap(await other.api.waitToBeLetIn('en'));
    unwrap(await home.sam.api.letIn(ticket));
    unwrap(await other.api.comeIn());
    const both = [home.sam, other];
    const blobs = await Promise.all(
      both.map(
        async ({ api }) =>
          unwrap(await api.saveBlob('journal', p.random(900), { type: 'image/jpeg', begun: true })).ref,
      ),
    );
    for (const one of both) await syncs(2, one);
    for (const [n, one] of both.entries()) {
      const media = [{ blob: blobs[n]!, says: '' }];
      unwrap(await one.api.save('journal-entry', { words: '', at: 0, day: DAY, until: null, media }));
    }
    for (let n = 0; n < 4; n++) for (const one of both) await syncs(1, one);
    for (const one of both) {
      expect((await one.api.status()).onlyHere).toBe(0);
      for (const ref of blobs) unwrap(await one.api.readBlob(ref));
    }
  });
});
