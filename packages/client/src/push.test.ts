import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import { REMINDER_GRID } from '@holdfast/protocol';
import { FakeServer } from '@holdfast/testing/fake-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { plan } from './push.ts';

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
  const buy = () => phone({ primitives, transport, clock });
  return { server, clock, calls, buy };
}

describe('reminders', () => {
  let { server, clock, calls, buy } = world();
  let sam: Phone;
  beforeEach(async () => {
    ({ server, clock, calls, buy } = world());
    sam = buy();
    unwrap(await sam.api.start('own', DAY_TEXT));
  });
  const inHours = (...hours: number[]) =>
    hours.map((n) => ({ at: clock.now() + n * HOUR, kind: 'reminder' as const }));
  const endpoints = () => [...server.state.mailboxes.values()].map(({ slots }) => [...slots.values()]);
  const waiting = () => [...server.state.groups.values()].flatMap(({ items }) => items.map(({ at }) => at));
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
    unwrap(await sam.api.setReminders(inHours(5, 1, 24)));
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

  it('replace each other as a whole, and say which is next', async () => {
    unwrap(await sam.api.setPush(subscription()));
    unwrap(await sam.api.setReminders(inHours(1, 2)));
    unwrap(await sam.api.sync());
    unwrap(await sam.api.setReminders(inHours(2, 9)));
    unwrap(await sam.api.sync());
    expect(waiting()).toHaveLength(2);
    const first = await sam.api.nextDue();
    expect(first).toEqual({ at: waiting()[0], kind: 'reminder' });
    clock.advance(3 * HOUR);
    expect((await sam.api.nextDue())!.at).toBeGreaterThan(first!.at);
    clock.advance(DAY);
    expect(await sam.api.nextDue()).toBeUndefined();
  });

  it('end with the phone that is not to be told any more, and go on on the other one', async () => {
    unwrap(await sam.api.setPush(subscription(1)));
    unwrap(await sam.api.setReminders(inHours(1)));
    unwrap(await sam.api.sync());
    const next = await another();
    unwrap(await next.api.setPush(subscription(2)));
    unwrap(await next.api.setReminders(inHours(1)));
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
    unwrap(await sam.api.setReminders(inHours(1)));
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

  it('are on the grid, in order, each once, in the future and within two weeks', () => {
    const now = clock.now();
    const times = fc.array(fc.integer({ min: now - DAY, max: now + 20 * DAY }), { maxLength: 900 });
    fc.assert(
      fc.property(times, (list) => {
        const planned = plan(
          list.map((at) => ({ at, kind: 'reminder' })),
          now,
        );
        expect(planned.every((at) => at % REMINDER_GRID === 0 && at > now && at <= now + 14 * DAY)).toBe(
          true,
        );
        expect(planned.every((at, i) => i === 0 || at > planned[i - 1]!)).toBe(true);
        expect(planned.length).toBeLessThanOrEqual(512);
        const near = list.filter((at) => at > now + REMINDER_GRID && at < now + 13 * DAY);
        if (planned.length < 512)
          for (const at of near)
            expect(planned.some((time) => Math.abs(time - at) <= REMINDER_GRID / 2)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
