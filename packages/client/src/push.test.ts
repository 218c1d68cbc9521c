import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import { REMINDER_GRID } from '@holdfast/protocol';
import { FakeServer } from '@holdfast/testing/fake-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { instantOf, REMINDER_STEP, wallClock } from '@holdfast/recovery';
import { beforeEach, describe, expect, it } from 'vitest';

const DAY_TEXT = '2026-11-21';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const chance = seededRandom(3);
const subscription = (n = 1) => ({
  endpoint: `https://push.example.net/send/${n}`,
  p256dh: chance.bytes(65),
  auth: chance.bytes(16),
});

function world() {
  const primitives = fakePrimitives(seededRandom(5));
  const clock = new TestClock();
  const { sha256, verify } = primitives;
  const server = new FakeServer({ random: seededRandom(99), clock, sha256, verify });
  const calls: string[] = [];
  const real = server.transportFor();
  const transport: typeof real = {
    ...real,
    call: (verb, request, token) => {
      calls.push(verb);
      return real.call(verb, request, token);
    },
  };
  const buy = (zone = () => 'UTC') => phone({ primitives, transport, clock, zone });
  return { server, clock, calls, buy };
}

describe('reminders', () => {
  let { server, clock, calls, buy } = world();
  let sam: Phone;
  beforeEach(async () => {
    ({ server, clock, calls, buy } = world());
    sam = buy();
    unwrap(await sam.api.start('own', DAY_TEXT));
    unwrap(await sam.api.save('reminder-settings', awake, 'mine'));
  });
  /** Reminders of the person's own, so many hours from now, in place of those there were. */
  async function remindIn(who: Phone, ...hours: number[]): Promise<void> {
    for (const { id } of await who.api.records('reminder')) unwrap(await who.api.remove('reminder', id));
    for (const n of hours) {
      const local = wallClock(clock.now() + n * HOUR, 'UTC');
      unwrap(await who.api.save('reminder', own({ on: local.slice(0, 10), times: [local.slice(11)] })));
    }
  }
  const own = (over: { on?: string; times: string[]; weekdays?: number[] }) => ({
    about: 'own' as const,
    of: '',
    words: 'Water the plants',
    weekdays: [],
    on: null,
    paused: false,
    named: false,
    at: clock.now(),
    ...over,
  });
  const awake = { quietFrom: '00:00', quietTo: '00:00', nudge: true, offers: true };
  const endpoints = () => [...server.state.mailboxes.values()].map(({ slots }) => [...slots.values()]);
  const ringing = () => [...server.state.groups.values()].flatMap(({ items }) => items.map(({ at }) => at));
  const waiting = () => ringing().filter((at) => at > clock.now());
  const told = () => calls.filter((verb) => /^(mailbox|due|push)\./.test(verb));

  async function another(): Promise<Phone> {
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    const next = buy();
    unwrap(await next.api.recover(card.qr));
    unwrap(await sam.api.sync());
    return next;
  }

  it('stay on the phone until it is to be told, and then go out once', async () => {
    await remindIn(sam, 5, 1, 24);
    unwrap(await sam.api.sync());
    expect(told()).toEqual([]);
    expect(await sam.api.isPushOn()).toBe(false);
    unwrap(await sam.api.setPush(subscription()));
    expect(await sam.api.isPushOn()).toBe(true);
    unwrap(await sam.api.sync());
    expect(endpoints()).toEqual([['https://push.example.net/send/1']]);
    expect(waiting()).toHaveLength(3);
    for (const at of waiting()) expect(at % REMINDER_GRID).toBe(0);
    calls.length = 0;
    unwrap(await sam.api.sync());
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    expect(await again.api.isPushOn()).toBe(true);
    unwrap(await again.api.sync());
    expect(told()).toEqual([]);
  });

  it('replace each other as a whole', async () => {
    unwrap(await sam.api.setPush(subscription()));
    await remindIn(sam, 1, 2);
    unwrap(await sam.api.sync());
    await remindIn(sam, 2, 9, 30);
    unwrap(await sam.api.sync());
    expect(waiting()).toHaveLength(3);
  });

  it('are told again only when they change, or when two weeks run short', async () => {
    unwrap(await sam.api.setPush(subscription()));
    unwrap(await sam.api.save('reminder', own({ times: ['08:00', '20:30'] })));
    unwrap(await sam.api.sync());
    expect(waiting()).toHaveLength(28);
    calls.length = 0;
    clock.advance(20 * HOUR);
    unwrap(await sam.api.sync());
    unwrap(await sam.api.save('journal-entry', { words: 'x', at: clock.now(), day: DAY_TEXT, until: null }));
    unwrap(await sam.api.sync());
    expect(told()).toEqual([]);
    clock.advance(5 * HOUR);
    unwrap(await sam.api.sync());
    expect(told()).toContain('due.set');
    calls.length = 0;
    const [one] = await sam.api.records('reminder');
    unwrap(await sam.api.save('reminder', { paused: true }, one!.id));
    unwrap(await sam.api.sync());
    expect(waiting()).toEqual([]);
  });

  it('follow the clock on the wall of where the phone is', async () => {
    let zone = 'Europe/Dublin';
    const far = buy(() => zone);
    unwrap(await far.api.start('own', DAY_TEXT));
    unwrap(await far.api.setPush(subscription()));
    unwrap(await far.api.save('reminder', own({ times: ['08:00'] })));
    unwrap(await far.api.sync());
    const clocks = () => new Set(waiting().map((at) => wallClock(at, zone).slice(11)));
    expect(clocks()).toEqual(new Set(['08:00']));
    const before = waiting();
    zone = 'America/Bogota';
    unwrap(await far.api.sync());
    expect(clocks()).toEqual(new Set(['08:00']));
    expect(waiting()).not.toEqual(before);
  });

  it('are made of doses, visits, promised calls and what was put off, and end when they are done', async () => {
    const day = wallClock(clock.now(), 'UTC').slice(0, 10);
    const at = (time: string) => instantOf(`${day}T${time}`, 'UTC');
    clock.advance(at('06:00') + 86_400_000 - clock.now());
    const next = wallClock(clock.now(), 'UTC').slice(0, 10);
    unwrap(await sam.api.setPush(subscription()));
    const film = unwrap(
      await sam.api.save('medicine', {
        kind: 'buprenorphine',
        name: '',
        label: '',
        times: ['08:00'],
        weekdays: [],
        place: '',
        number: '',
        started: null,
        stopped: null,
        supply: null,
        given: null,
        every: null,
        expires: null,
      }),
    );
    unwrap(await sam.api.save('reminder', { ...own({ times: [] }), about: 'dose', of: film.id, words: '' }));
    const call = { name: 'Mara', number: '555 0100', when: clock.now() + 3 * HOUR, remind: true };
    unwrap(await sam.api.save('promised-call', call));
    const visit = { with: 'Dr Lee', where: '', zone: 'UTC', bring: '', notes: '', remind: 60 as const };
    unwrap(await sam.api.save('appointment', { ...visit, starts: `${next}T12:00` }));
    unwrap(await sam.api.sync());
    const today = () =>
      waiting()
        .map((time) => wallClock(time, 'UTC'))
        .filter((local) => local.startsWith(next))
        .map((local) => local.slice(11))
        .toSorted();
    expect(today()).toEqual(['08:00', '09:00', '11:00']);
    const dose = { medicine: film.id, day: next, time: '08:00', mark: 'taken' as const, at: clock.now() };
    unwrap(await sam.api.save('dose', dose));
    unwrap(await sam.api.sync());
    expect(today()).toEqual(['09:00', '11:00']);
  });

  it('end with the phone that is not to be told any more, and go on on the other one', async () => {
    unwrap(await sam.api.setPush(subscription(1)));
    await remindIn(sam, 1);
    unwrap(await sam.api.sync());
    const next = await another();
    unwrap(await next.api.setPush(subscription(2)));
    unwrap(await next.api.sync());
    expect(endpoints()).toEqual([['https://push.example.net/send/1', 'https://push.example.net/send/2']]);
    expect(waiting()).toHaveLength(1);
    unwrap(await sam.api.setPush(undefined));
    unwrap(await sam.api.sync());
    expect(endpoints()).toEqual([['https://push.example.net/send/2']]);
    expect(waiting()).toHaveLength(1);
    unwrap(await next.api.setPush(undefined));
    unwrap(await next.api.sync());
    expect(endpoints()).toEqual([[]]);
    expect(waiting()).toEqual([]);
    calls.length = 0;
    unwrap(await next.api.sync());
    expect(told()).toEqual([]);
  });

  it('a phone that is closed is rung when another comes in, with a card or in the room, and then says so', async () => {
    unwrap(await sam.api.setPush(subscription()));
    unwrap(await sam.api.sync());
    const rings = () => ringing().filter((at) => at <= clock.now()).length;
    expect(rings()).toBe(0);
    await another();
    expect(rings()).toBe(1);
    const linked = buy();
    const { ticket } = unwrap(await linked.api.waitToBeLetIn('en'));
    unwrap(await sam.api.letIn(ticket));
    unwrap(await linked.api.comeIn());
    expect(rings()).toBe(2);
    const old = sam.reopen();
    unwrap(await old.api.unlock());
    unwrap(await old.api.sync());
    // The one that this phone let in itself is no news to it.
    expect((await old.api.status()).newDevices).toHaveLength(1);
  });

  it('of two phones that both began while apart come to stand in one mailbox', async () => {
    const next = await another();
    unwrap(await sam.api.setPush(subscription(1)));
    unwrap(await next.api.setPush(subscription(2)));
    for (let turns = 0; turns < 3; turns++) for (const who of [sam, next]) unwrap(await who.api.sync());
    expect(endpoints()).toHaveLength(1);
    expect(endpoints()[0]).toHaveLength(2);
    for (const who of [sam, next]) expect((await who.api.status()).onlyHere).toBe(0);
  });

  it('go out again to a server that was restored, and under a new address', async () => {
    unwrap(await sam.api.sync());
    const before = server.snapshot();
    unwrap(await sam.api.setPush(subscription()));
    await remindIn(sam, 1);
    unwrap(await sam.api.sync());
    server.restore(before);
    unwrap(await sam.api.sync());
    unwrap(await sam.api.sync());
    expect(waiting()).toHaveLength(1);
    unwrap(await sam.api.setPush(subscription(7)));
    unwrap(await sam.api.sync());
    expect(endpoints()).toEqual([['https://push.example.net/send/7']]);
  });

  it('are told afresh once a week, in case the server lost the address', async () => {
    unwrap(await sam.api.setPush(subscription()));
    unwrap(await sam.api.sync());
    calls.length = 0;
    clock.advance(7 * DAY);
    unwrap(await sam.api.sync());
    expect(told()).toEqual(['mailbox.open', 'push.set', 'due.set']);
  });

  it('no longer reach a phone that was shut out', async () => {
    unwrap(await sam.api.setPush(subscription(1)));
    unwrap(await sam.api.sync());
    const thief = await another();
    unwrap(await thief.api.setPush(subscription(666)));
    unwrap(await thief.api.sync());
    const [other] = (await sam.api.devices()).filter(({ own }) => !own);
    unwrap(await sam.api.shutOut(other!.id));
    unwrap(await sam.api.sync());
    expect(endpoints()).toEqual([['https://push.example.net/send/1']]);
  });

  it('[DUE-1] stand on the grid that the server asks for', () => {
    expect(REMINDER_STEP).toBe(REMINDER_GRID);
  });
});
