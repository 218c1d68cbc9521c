import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import type { Transport } from '@holdfast/sync';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { wrapFor } from '@holdfast/vault';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './client.ts';

const DAY = '2026-11-21';
let clock: TestClock;
let server: FakeServer;
/** Called before a verb reaches the server. */
let before: (verb: string) => Promise<void>;
let p: ReturnType<typeof fakePrimitives>;

beforeEach(() => {
  p = fakePrimitives(seededRandom(25));
  clock = new TestClock();
  before = async () => {};
  server = new FakeServer({ random: seededRandom(99), clock, sha256: p.sha256, verify: p.verify });
});

function buy(over: Partial<Parameters<typeof phone>[0]> = {}): Phone {
  const real = server.transportFor();
  const call = async (...args: Parameters<Transport['call']>) => {
    await before(args[0]);
    return real.call(...args);
  };
  return phone({ primitives: p, transport: { ...real, call } as Transport, clock, ...over });
}
const accountOf = (one: Phone) => accountBehind(one.api)!;
const idOf = (one: Phone) => accountOf(one).accountId;
const begin = async (name: string): Promise<Phone> => {
  const one = buy();
  unwrap(await one.api.start('own', DAY));
  unwrap(await one.api.setName(name));
  return one;
};
/** A few rounds of everybody, in turns. */
const rounds = async (...phones: Phone[]): Promise<void> => {
  for (let n = 0; n < 4; n++) for (const one of phones) await one.api.sync();
};
async function meet(owner: Phone, guest: Phone): Promise<void> {
  const { id, ticket } = unwrap(await owner.api.invite({ name: 'x', how: 'link', language: 'en' }));
  unwrap(await guest.api.acceptInvite(ticket, 'x'));
  unwrap(await owner.api.sync());
  unwrap(await owner.api.confirmInvite(id));
  await rounds(owner, guest);
}
const viewOf = async (one: Phone, id: string) =>
  (await one.api.rooms()).find((room) => room.id === id) ?? { state: 'none', members: [] };
const namesIn = async (one: Phone, id: string) => (await viewOf(one, id)).members.map((m) => m.id).toSorted();
const saidTo = async (one: Phone, id: string) =>
  (await one.api.saidInRoom(id)).map(({ text }) => text).toSorted();
const ids = (...phones: Phone[]) => phones.map(idOf).toSorted();

/** Ana's room with Ben as a second admin, who know each other; Cy knows Ana, Dee knows Ben. */
async function group() {
  const [ana, ben, cy, dee] = [await begin('Ana'), await begin('Ben'), await begin('Cy'), await begin('Dee')];
  await meet(ana, ben);
  await meet(ana, cy);
  await meet(ben, dee);
  const { id } = unwrap(await ana.api.makeRoom('Thursday'));
  unwrap(await ana.api.setInRoom(id, idOf(ben), 'admin'));
  unwrap(await ana.api.setInRoom(id, idOf(cy), 'member'));
  await rounds(ana, ben, cy);
  for (const one of [ben, cy]) unwrap(await one.api.joinRoom(id, true));
  await rounds(ana, ben, cy, ana);
  return { ana, ben, cy, dee, id };
}

describe('a room', () => {
  it('[ROM-1] everybody in it sees who is there and writes; a member asked for nothing before they said yes', async () => {
    const ana = await begin('Ana');
    const cy = await begin('Cy');
    await meet(ana, cy);
    const { id } = unwrap(await ana.api.makeRoom('Thursday'));
    unwrap(await ana.api.sayInRoom(id, 'Before anybody.'));
    expect(await ana.api.rooms()).toMatchObject([{ id, name: 'Thursday', state: 'waiting' }]);
    unwrap(await ana.api.setInRoom(id, idOf(cy), 'member'));
    await rounds(ana, cy);
    expect(await cy.api.rooms()).toMatchObject([{ id, state: 'asked', role: 'member' }]);
    expect(await cy.api.sayInRoom(id, 'x')).toMatchObject({ error: { code: 'refused' } });
    unwrap(await cy.api.joinRoom(id, true));
    unwrap(await cy.api.sayInRoom(id, 'From Cy.'));
    unwrap(await ana.api.sayInRoom(id, 'From Ana.'));
    await rounds(ana, cy);
    for (const one of [ana, cy]) {
      expect(await viewOf(one, id)).toMatchObject({ state: 'in', name: 'Thursday' });
      expect(await namesIn(one, id)).toEqual(ids(ana, cy));
      expect(await saidTo(one, id)).toEqual(['Before anybody.', 'From Ana.', 'From Cy.']);
      expect(await one.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0, held: [] });
    }
    expect((await cy.api.saidInRoom(id)).find(({ text }) => text === 'From Ana.')?.by).toBe(idOf(ana));
    const again = cy.reopen();
    unwrap(await again.api.unlock());
    unwrap(await again.api.sayInRoom(id, 'Later.'));
    await rounds(again, ana);
    expect(await saidTo(ana, id)).toContain('Later.');
    unwrap(await again.api.joinRoom(id, false));
    expect(await viewOf(again, id)).toMatchObject({ state: 'asked' });
  });

  it('[ROM-2] [ROM-5] whoever an admin lets in reads from now on, and verifies people they never met', async () => {
    const { ana, ben, cy, dee, id } = await group();
    unwrap(await cy.api.sayInRoom(id, 'Earlier.'));
    await rounds(cy, ana, ben);
    unwrap(await ben.api.setInRoom(id, idOf(dee), 'member'));
    await rounds(ben, dee, ana, cy);
    unwrap(await dee.api.joinRoom(id, true));
    unwrap(await cy.api.sayInRoom(id, 'Welcome.'));
    unwrap(await dee.api.sayInRoom(id, 'Hello.'));
    await rounds(ben, dee, ana, cy, ben, dee);
    for (const one of [ana, ben, cy, dee]) expect(await namesIn(one, id)).toEqual(ids(ana, ben, cy, dee));
    expect(await saidTo(dee, id)).toEqual(['Hello.', 'Welcome.']);
    expect(await saidTo(cy, id)).toEqual(['Earlier.', 'Hello.', 'Welcome.']);
    // They know each other from the roster alone: no contact, no share.
    expect(await cy.api.circle()).toEqual([]);
    expect((await cy.api.sharedWithMe()).map(({ contactId }) => contactId)).toEqual([idOf(ana)]);
  });

  it('[ROM-3] two admins who decide at once: the server takes one, the other goes on from it, and both hold', async () => {
    const { ana, ben, cy, dee, id } = await group();
    unwrap(await ana.api.setInRoom(id, idOf(cy), 'out'));
    unwrap(await ben.api.setInRoom(id, idOf(dee), 'member'));
    // Ben's statement gets there between Ana's last look and her own.
    let once = true;
    before = async (verb) => {
      if (verb !== 'space.epoch' || !once) return;
      once = false;
      await ben.api.sync();
    };
    const together = server.state.spaces.get(id as never)!.epoch;
    await ana.api.sync();
    expect(once).toBe(false);
    await rounds(ben, ana, dee, cy);
    expect(server.state.spaces.get(id as never)!.epoch).toBe(together + 2);
    unwrap(await dee.api.joinRoom(id, true));
    unwrap(await dee.api.sayInRoom(id, 'I am in.'));
    await rounds(ana, ben, dee, ana);
    for (const one of [ana, ben, dee]) {
      expect(await namesIn(one, id)).toEqual(ids(ana, ben, dee));
      expect(await saidTo(one, id)).toContain('I am in.');
      expect(await viewOf(one, id)).toMatchObject({ state: 'in' });
    }
    expect(await namesIn(cy, id)).toContain(idOf(cy));
  });

  it('[ROM-4] ATK-28 whoever is let go hears nothing more, and what they write reaches nobody; they may come back', async () => {
    const { ana, ben, cy, id } = await group();
    unwrap(await cy.api.sayInRoom(id, 'In time.'));
    await rounds(cy, ana, ben);
    // Written on a phone without signal, before the decision.
    unwrap(await cy.api.sayInRoom(id, 'Too late.'));
    unwrap(await ana.api.setInRoom(id, idOf(cy), 'out'));
    await rounds(ana, ben);
    unwrap(await ben.api.sayInRoom(id, 'Among us.'));
    await rounds(ben, ana, cy, ana);
    expect(await saidTo(ana, id)).toEqual(['Among us.', 'In time.']);
    expect(await saidTo(cy, id)).toEqual(['In time.', 'Too late.']);
    expect(await cy.api.status()).toMatchObject({ alarm: 'none' });
    unwrap(await ana.api.setInRoom(id, idOf(cy), 'member'));
    await rounds(ana, ben, cy);
    unwrap(await cy.api.sayInRoom(id, 'Back again.'));
    await rounds(cy, ana, cy, ben);
    for (const one of [ana, ben]) expect(await saidTo(one, id)).toContain('Back again.');
    // What was never sent goes along now: it was theirs to say, and they are in.
    expect(await saidTo(cy, id)).not.toContain('Among us.');
  });

  it('[ROM-3] ATK-2 who is no admin changes nothing; an admin made later may, one who was unmade may not', async () => {
    const { ana, ben, cy, id } = await group();
    expect(await cy.api.setInRoom(id, idOf(ben), 'out')).toMatchObject({ error: { code: 'refused' } });
    expect(await ana.api.setInRoom(id, idOf(ana), 'out')).toMatchObject({ error: { code: 'unknown' } });
    expect(await ana.api.setInRoom(id, 'nobody', 'member')).toMatchObject({ error: { code: 'unknown' } });
    expect(await ana.api.setInRoom('none', idOf(ben), 'member')).toMatchObject({
      error: { code: 'unknown' },
    });
    unwrap(await ana.api.setInRoom(id, idOf(cy), 'admin'));
    unwrap(await ana.api.setInRoom(id, idOf(ben), 'member'));
    await rounds(ana, ben, cy);
    expect(await viewOf(ben, id)).toMatchObject({ role: 'member' });
    expect(await ben.api.setInRoom(id, idOf(cy), 'out')).toMatchObject({ error: { code: 'refused' } });
    unwrap(await cy.api.setInRoom(id, idOf(ben), 'out'));
    await rounds(cy, ana, ben);
    expect(await namesIn(ana, id)).toEqual(ids(ana, cy));
    // What Ben once held of the room's keys at the server is worth nothing any more.
    const { spaceId } = accountOf(ben).spaces.get(id as never)!.replica;
    const { adminKey } = server.state.spaces.get(spaceId)!;
    expect(
      accountOf(ben)
        .adminKeys(spaceId)
        .map(({ publicKey }) => publicKey),
    ).not.toContainEqual(adminKey);
    unwrap(await ana.api.holdContact(idOf(ben)));
    expect(await ana.api.setInRoom(id, idOf(ben), 'member')).toMatchObject({ error: { code: 'held' } });
  });

  it('[ROM-5] a phone set back to before there was a second admin takes the keys that one gives', async () => {
    const [ana, ben, dee] = [await begin('Ana'), await begin('Ben'), await begin('Dee')];
    await meet(ana, ben);
    await meet(ben, dee);
    const { id } = unwrap(await ana.api.makeRoom('Thursday'));
    await rounds(ana);
    const image = ana.storage.clone();
    unwrap(await ana.api.setInRoom(id, idOf(ben), 'admin'));
    await rounds(ana, ben);
    unwrap(await ben.api.joinRoom(id, true));
    unwrap(await ben.api.setInRoom(id, idOf(dee), 'member'));
    await rounds(ben, dee);
    const back = buy({ storage: image, deviceKey: ana.deviceKey });
    unwrap(await back.api.unlock());
    unwrap(await back.api.sayInRoom(id, 'Still here.'));
    await rounds(back, ben);
    expect(await namesIn(back, id)).toEqual(ids(ana, ben, dee));
    expect(await saidTo(ben, id)).toEqual(['Still here.']);
    expect(await back.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0 });
    // The admin key came with it.
    unwrap(await back.api.setInRoom(id, idOf(ben), 'out'));
    await rounds(back);
    expect(await namesIn(back, id)).toEqual(ids(ana, dee));
  });

  it('[ROM-5] who was away while one admin made another, and that one let the first go, follows both', async () => {
    const { ana, ben, cy, dee, id } = await group();
    await meet(cy, dee);
    unwrap(await ben.api.setInRoom(id, idOf(dee), 'admin'));
    await rounds(ben, dee);
    unwrap(await dee.api.joinRoom(id, true));
    await rounds(dee, ana);
    unwrap(await dee.api.setInRoom(id, idOf(ana), 'out'));
    await rounds(dee, ben);
    unwrap(await cy.api.sayInRoom(id, 'Back from the hills.'));
    await rounds(cy, dee, ben);
    expect(await namesIn(cy, id)).toEqual(ids(ben, cy, dee));
    expect(await saidTo(ben, id)).toEqual(['Back from the hills.']);
  });

  it('[ROM-5] ATK-2 what somebody gives who is no admin says nothing of where an epoch begins', async () => {
    const { ana, cy, id } = await group();
    const at = accountOf(cy).spaces.get(id as never)!;
    const pair = [...accountOf(cy).spaces.values()].find(({ record }) => record.role === 'peer')!;
    const epoch = at.replica.log.epoch + 4;
    const gift = { spaceId: id as never, epoch, control: p.random(32), seq: 1, key: p.random(32) };
    const wrap = wrapFor(p, accountOf(ana).own, [gift, { ...gift, key: p.random(32), admin: true }])!;
    const { genesis } = at.record;
    const shared = { op: 'put', type: 'shared-space', id, fields: { category: 'room', genesis } };
    unwrap(await accountOf(cy).write([{ replica: pair.replica, ops: [shared, wrap] }]));
    await rounds(cy, ana);
    const [kept] = accountOf(ana)
      .keyRecords(id as never)
      .filter((record) => record.epoch === epoch);
    expect(kept).toMatchObject({ key: gift.key });
    expect(kept).not.toHaveProperty('control');
    expect(kept).not.toHaveProperty('adminSeed');
    unwrap(await ana.api.sayInRoom(id, 'As before.'));
    await rounds(ana, cy);
    expect(await saidTo(cy, id)).toEqual(['As before.']);
  });

  it('[ROM-4] [ROM-5] its owner, let go, has a new phone: it begins nothing, and an admin lets them in again', async () => {
    const { ana, ben, cy, id } = await group();
    const card = unwrap(await ana.api.makeCard());
    await rounds(ana);
    unwrap(await ben.api.setInRoom(id, idOf(ana), 'out'));
    await rounds(ben, cy);
    const { epoch } = server.state.spaces.get(id as never)!;
    const next = buy();
    unwrap(await next.api.recover(card.qr));
    unwrap(await next.api.sync());
    expect(server.state.spaces.get(id as never)!.epoch).toBe(epoch);
    expect(await saidTo(next, id)).toEqual([]);
    unwrap(await ben.api.setInRoom(id, idOf(ana), 'member'));
    await rounds(ben, next, ben, cy);
    unwrap(await next.api.sayInRoom(id, 'Here again.'));
    await rounds(next, ben, cy);
    expect(await namesIn(next, id)).toEqual(ids(ana, ben, cy));
    for (const one of [next, ben]) expect(await saidTo(one, id)).toEqual(['Here again.']);
  });

  it('[ROM-4] an admin who was let go with a decision of their own under way hears of nothing, and the rest goes on', async () => {
    const { ana, ben, cy, id } = await group();
    unwrap(await ben.api.setInRoom(id, idOf(cy), 'out'));
    unwrap(await ana.api.setInRoom(id, idOf(ben), 'out'));
    await rounds(ana, cy);
    unwrap(await ben.api.sync());
    expect(await ben.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0 });
    expect(await namesIn(ana, id)).toEqual(ids(ana, cy));
    const verbs: string[] = [];
    before = async (verb) => void verbs.push(verb);
    unwrap(await ben.api.sync());
    expect(verbs).not.toContain('space.epoch');
    unwrap(await ana.api.setInRoom(id, idOf(ben), 'admin'));
    await rounds(ana, ben);
    expect(await namesIn(ben, id)).toEqual(ids(ana, ben));
  });

  it('[ROM-4] a member who shuts a phone out writes on once an admin has renewed the room', async () => {
    const { ana, ben, cy, id } = await group();
    const card = unwrap(await cy.api.makeCard());
    await rounds(cy);
    const thief = buy();
    unwrap(await thief.api.recover(card.qr));
    await rounds(thief, cy, ana);
    const [stranger] = (await cy.api.status()).newDevices;
    unwrap(await cy.api.shutOut(stranger!.id));
    unwrap(await cy.api.sayInRoom(id, 'Only for those who stay.'));
    unwrap(await cy.api.sync());
    expect(await cy.api.status()).toMatchObject({ onlyHere: 1 });
    await rounds(cy, ana, ben, cy);
    const held = new Set(
      accountOf(thief)
        .keyRecords(id as never)
        .map(({ epoch }) => epoch),
    );
    const log = accountOf(cy).spaces.get(id as never)!.replica.log;
    expect(held.has(log.epoch)).toBe(false);
    unwrap(await cy.api.sayInRoom(id, 'And again.'));
    await rounds(cy, ana, cy, ben);
    expect(await saidTo(ben, id)).toEqual(['And again.', 'Only for those who stay.']);
    expect(log.writer(accountOf(cy).spaces.get(id as never)!.replica.writer.writerId)!.epoch).toBe(log.epoch);
  });

  it('[ROM-6] nobody changes what another wrote', async () => {
    const { ana, ben, cy, id } = await group();
    const { id: entry } = unwrap(await ana.api.sayInRoom(id, 'Mine.'));
    await rounds(ana, cy, ben);
    const { replica } = accountOf(cy).spaces.get(id as never)!;
    const change = { op: 'put', type: 'said', id: entry, fields: { text: 'Not mine.' } };
    unwrap(
      await accountOf(cy).write([{ replica, ops: [change, { op: 'delete', type: 'said', id: entry }] }]),
    );
    await rounds(cy, ana, ben, cy);
    for (const one of [ana, ben, cy]) expect(await saidTo(one, id)).toEqual(['Mine.']);
  });

  it('[ROM-3] ATK-14 a room of which two histories were seen is frozen, over a restart too, and nothing else is', async () => {
    const { ana, cy, id } = await group();
    const { replica } = accountOf(cy).spaces.get(id as never)!;
    unwrap(await ana.api.setTodayLine('Mine.'));
    const put = (text: string) => ({ op: 'put', type: 'said', id: `${idOf(cy)}.x`, fields: { text } });
    const [one, other] = ['One.', 'Another.'].map((text) => replica.seal('data', [put(text)] as never)!);
    const at = accountOf(ana).spaces.get(id as never)!.replica;
    unwrap(await at.receive([{ seq: at.cursor + 1, bytes: one! }]));
    unwrap(await at.receive([{ seq: at.cursor + 1, bytes: other! }]));
    expect(await viewOf(ana, id)).toMatchObject({ state: 'frozen' });
    await ana.api.sync();
    const again = ana.reopen();
    unwrap(await again.api.unlock());
    expect(await viewOf(again, id)).toMatchObject({ state: 'frozen' });
    expect(await again.api.sayInRoom(id, 'x')).toMatchObject({ error: { code: 'refused' } });
    expect(await saidTo(again, id)).toContain('One.');
    expect(await again.api.status()).toMatchObject({ alarm: 'none' });
  });

  it('comes back after the server was set to an older copy: the admin brings it back, and the members follow', async () => {
    const { ana, ben, cy, id } = await group();
    const copy = server.snapshot();
    for (const [one, text] of [
      [cy, 'From Cy.'],
      [ana, 'From Ana.'],
    ] as const)
      unwrap(await one.api.sayInRoom(id, text));
    await rounds(cy, ana, ben);
    server.restore(copy);
    await rounds(cy, ana, ben, cy, ana);
    unwrap(await cy.api.sayInRoom(id, 'After.'));
    await rounds(cy, ana, ben);
    const all = ['After.', 'From Ana.', 'From Cy.'];
    for (const one of [ana, ben, cy]) {
      expect(await saidTo(one, id)).toEqual(all);
      expect(await one.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0 });
    }
    const fresh = buy();
    unwrap(await fresh.api.recover(unwrap(await cy.api.makeCard()).qr));
    await rounds(fresh);
    expect(await saidTo(fresh, id)).toEqual(all);
  });

  it('takes texts of a bearable length, in rooms that are there', async () => {
    const ana = await begin('Ana');
    const { id } = unwrap(await ana.api.makeRoom('x'));
    expect(await ana.api.sayInRoom(id, 'x'.repeat(2_001))).toMatchObject({ error: { code: 'too-large' } });
    expect(await ana.api.sayInRoom('none', 'x')).toMatchObject({ error: { code: 'unknown' } });
    expect(await ana.api.joinRoom('none', true)).toMatchObject({ error: { code: 'unknown' } });
    expect(await ana.api.saidInRoom('none')).toEqual([]);
  });
});
