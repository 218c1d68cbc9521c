import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import type { Verb } from '@holdfast/protocol';
import { FakeServer } from '@holdfast/testing/fake-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { beforeEach, describe, expect, it } from 'vitest';

const DAY_TEXT = '2026-11-21';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function world() {
  const primitives = fakePrimitives(seededRandom(5));
  const clock = new TestClock();
  const { sha256, verify } = primitives;
  const server = new FakeServer({ random: seededRandom(99), clock, sha256, verify });
  const real = server.transportFor();
  /** Verbs that do not get through. */
  const cut = new Set<Verb>();
  const transport: typeof real = {
    ...real,
    call: async (verb, request, token) =>
      cut.has(verb) ? { ok: false, error: { error: 'offline' } } : real.call(verb, request, token),
  };
  return { server, clock, cut, buy: () => phone({ primitives, transport, clock }) };
}

describe('a safety timer', () => {
  let { server, clock, cut, buy } = world();
  let [sam, ana] = [buy(), buy()];
  let [anaId, samId] = ['', ''];
  beforeEach(async () => {
    ({ server, clock, cut, buy } = world());
    [sam, ana] = [buy(), buy()];
    unwrap(await sam.api.start('own', DAY_TEXT));
    unwrap(await ana.api.start('supporter', DAY_TEXT));
    unwrap(await sam.api.setName('Sam'));
    const { id, ticket } = unwrap(await sam.api.invite({ name: 'Ana', how: 'qr', language: 'en' }));
    unwrap(await ana.api.acceptInvite(ticket, 'Ana'));
    await round(ana, sam);
    anaId = unwrap(await sam.api.confirmInvite(id)).contactId;
    await round(sam, ana);
    unwrap(await sam.api.askForTimer(anaId));
    await round(sam, ana);
    [samId] = (await ana.api.timerAsks()).map(({ contactId }) => contactId) as [string];
    unwrap(await ana.api.agreeToTimer(samId));
    await round(ana, sam);
  });
  async function round(...phones: Phone[]) {
    for (const { api } of phones) unwrap(await api.sync());
  }
  const arm = (ms = 2 * HOUR) => sam.api.armTimer(anaId, clock.now() + ms);
  const timersAtServer = () =>
    [...server.state.groups.values()].flatMap(({ items }) => items.filter(({ kind }) => kind === 'timer'));

  it('needs somebody who agreed, and a time that can be warned of', async () => {
    expect(await sam.api.isTimerReady(anaId)).toBe(true);
    expect(await ana.api.timerAsks()).toEqual([]);
    expect(await arm(10 * MINUTE)).toEqual({ ok: false, error: { code: 'time' } });
    expect(await arm(20 * DAY)).toEqual({ ok: false, error: { code: 'time' } });
    expect(await ana.api.armTimer(samId, clock.now() + HOUR)).toEqual({
      ok: false,
      error: { code: 'not-ready' },
    });
    expect(await sam.api.askForTimer('nobody')).toEqual({ ok: false, error: { code: 'unknown' } });
    expect(await sam.api.agreeToTimer('nobody')).toEqual({ ok: false, error: { code: 'unknown' } });
  });

  it('runs out: the other person is told, once, and puts it away', async () => {
    unwrap(await arm());
    expect(await sam.api.timer()).toMatchObject({ name: 'Ana', state: 'armed' });
    clock.advance(HOUR);
    await round(ana);
    expect(await ana.api.notices()).toEqual([]);
    clock.advance(HOUR + MINUTE);
    await round(ana);
    const [notice, ...none] = await ana.api.notices();
    expect(notice).toMatchObject({ contactId: samId, name: 'Sam', settled: false });
    expect(none).toEqual([]);
    expect(await sam.api.timer()).toMatchObject({ state: 'due' });
    clock.advance(2 * MINUTE);
    await round(ana);
    expect(await ana.api.notices()).toHaveLength(1);
    unwrap(await ana.api.putAwayNotice(notice!.id));
    expect(await ana.api.notices()).toEqual([]);
    const again = ana.reopen();
    unwrap(await again.api.unlock());
    clock.advance(2 * MINUTE);
    await round(again);
    expect(await again.api.notices()).toEqual([]);
  });

  it('is cancelled in time and says nothing', async () => {
    unwrap(await arm());
    clock.advance(HOUR);
    expect(unwrap(await sam.api.cancelTimer())).toEqual({ went: false });
    expect(await sam.api.timer()).toBeUndefined();
    clock.advance(DAY);
    await round(sam, ana);
    expect(await ana.api.notices()).toEqual([]);
    expect(timersAtServer()).toEqual([]);
  });

  it('is cancelled too late: the other person sees that it is settled', async () => {
    unwrap(await arm());
    clock.advance(2 * HOUR + MINUTE);
    await round(ana);
    expect(unwrap(await sam.api.cancelTimer())).toEqual({ went: true });
    await round(sam, ana);
    expect(await ana.api.notices()).toMatchObject([{ settled: true }]);
  });

  it('is not armed while the server cannot be reached, also when only the answer was lost', async () => {
    cut.add('due.set');
    expect(await arm()).toEqual({ ok: false, error: { code: 'offline' } });
    expect(await sam.api.timer()).toBeUndefined();
    cut.clear();
    await round(sam);
    clock.advance(DAY);
    await round(sam, ana);
    expect(timersAtServer()).toEqual([]);
    expect(await ana.api.notices()).toEqual([]);
  });

  it('is cancelled offline: that is kept, said as not done, and told at the first chance', async () => {
    unwrap(await arm());
    cut.add('due.cancel');
    expect(await sam.api.cancelTimer()).toEqual({ ok: false, error: { code: 'offline' } });
    expect(await sam.api.timer()).toBeUndefined();
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    cut.clear();
    await round(again);
    expect(timersAtServer()).toEqual([]);
  });

  it('takes the place of the one before it', async () => {
    unwrap(await arm(HOUR));
    unwrap(await arm(5 * HOUR));
    clock.advance(2 * HOUR);
    await round(sam, ana);
    expect(await ana.api.notices()).toEqual([]);
    expect(timersAtServer()).toHaveLength(1);
    clock.advance(4 * HOUR);
    await round(ana);
    expect(await ana.api.notices()).toMatchObject([{ settled: false }]);
  });

  it('warns its owner an hour and a quarter of an hour before', async () => {
    const chance = seededRandom(3);
    const subscription = {
      endpoint: 'https://push.example.net/send/1',
      p256dh: chance.bytes(65),
      auth: chance.bytes(16),
    };
    unwrap(await sam.api.setPush(subscription));
    await round(sam);
    const due = clock.now() + 3 * HOUR;
    unwrap(await arm(3 * HOUR));
    const reminders = () =>
      [...server.state.groups.values()]
        .flatMap(({ items }) => items.filter(({ kind }) => kind === 'reminder'))
        .map(({ at }) => Math.round((due - at) / MINUTE));
    const [first, second, ...none] = reminders();
    expect(none).toEqual([]);
    expect([first! >= 60 && first! <= 65, second! >= 15 && second! <= 20]).toEqual([true, true]);
    unwrap(await sam.api.cancelTimer());
    await round(sam);
    expect(reminders()).toEqual([]);
  });

  it('reaches each phone that the other person is told on, and no more once that is off', async () => {
    const chance = seededRandom(4);
    unwrap(
      await ana.api.setPush({
        endpoint: 'https://push.example.net/ana',
        p256dh: chance.bytes(65),
        auth: chance.bytes(16),
      }),
    );
    await round(ana);
    const endpoints = () => [...server.state.mailboxes.values()].flatMap(({ slots }) => [...slots.values()]);
    // Her own mailbox, and the one for Sam.
    expect(endpoints()).toHaveLength(2);
    unwrap(await ana.api.setPush(undefined));
    await round(ana);
    expect(endpoints()).toEqual([]);
  });

  it('ATK-29 an old backup brings a cancelled one back: held, and cancelled again', async () => {
    unwrap(await arm());
    await round(sam);
    const backup = server.snapshot();
    clock.advance(HOUR);
    unwrap(await sam.api.cancelTimer());
    await round(sam, ana);
    clock.advance(2 * HOUR);
    server.restore(backup);
    clock.advance(10 * HOUR);
    await round(ana);
    expect(await ana.api.notices()).toEqual([]);
    await round(sam);
    expect(timersAtServer()).toEqual([]);
  });

  it('ATK-29 one that a false server lets go although it was cancelled is shown as settled', async () => {
    unwrap(await arm());
    const [item] = timersAtServer();
    const kept = structuredClone(item!);
    unwrap(await sam.api.cancelTimer());
    await round(sam, ana);
    server.state.groups.values().next().value!.items.push(kept);
    clock.advance(3 * HOUR);
    await round(ana);
    expect(await ana.api.notices()).toMatchObject([{ settled: true }]);
  });

  it('ATK-29 one that a false server lets go early is not shown before its time', async () => {
    unwrap(await arm());
    timersAtServer()[0]!.releaseAt = 0;
    await round(ana);
    expect(await ana.api.notices()).toEqual([]);
    clock.advance(2 * HOUR);
    await round(ana);
    expect(await ana.api.notices()).toHaveLength(1);
  });

  it('runs on after a restore once its owner has been there', async () => {
    unwrap(await arm(6 * HOUR));
    await round(sam);
    server.restore(server.snapshot());
    await round(sam);
    expect(await sam.api.timer()).toMatchObject({ state: 'armed' });
    clock.advance(6 * HOUR + MINUTE);
    await round(ana);
    expect(await ana.api.notices()).toHaveLength(1);
  });

  it('is there for another phone of the same person, which can cancel it', async () => {
    unwrap(await arm());
    const card = unwrap(await sam.api.makeCard());
    await round(sam);
    const second = buy();
    unwrap(await second.api.recover(card.qr));
    await round(second);
    expect(await second.api.timer()).toMatchObject({ contactId: anaId });
    expect(unwrap(await second.api.cancelTimer())).toEqual({ went: false });
    await round(second, sam);
    expect(await sam.api.timer()).toBeUndefined();
  });
});
