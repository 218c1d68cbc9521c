import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import type { Transport } from '@holdfast/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './client.ts';

const DAY = '2026-11-21';
const CHECK_IN = { urge: 6, mood: null, sleep: null, contact: null, words: '', day: DAY } as const;

let clock: TestClock;
let server: FakeServer;
let down: boolean;
let buy: (over?: Partial<Parameters<typeof phone>[0]>) => Phone;

beforeEach(() => {
  const primitives = fakePrimitives(seededRandom(1));
  clock = new TestClock();
  down = false;
  server = new FakeServer({
    random: seededRandom(2),
    clock,
    sha256: primitives.sha256,
    verify: primitives.verify,
  });
  const real = server.transportFor();
  const transport: Transport = {
    ...real,
    call: async (...args) => (down ? { ok: false, error: { error: 'offline' } } : real.call(...args)),
  };
  buy = (over = {}) => phone({ primitives, transport, clock, ...over });
});

const begin = async (device: Phone): Promise<Phone> => {
  unwrap(await device.api.start('own', DAY));
  return device;
};

describe('the PIN', () => {
  it('opens the page, makes wrong tries wait, and wipes nothing', async () => {
    const sam = await begin(buy());
    unwrap(await sam.api.checkIn(CHECK_IN));
    unwrap(await sam.api.setPin('246810'));
    const locked = sam.reopen().api;
    expect(await locked.status()).toMatchObject({ phase: 'locked', protection: 'pin', pinWait: 0 });
    for (const wait of [0, 0, 30])
      expect(await locked.unlock('000000')).toEqual({ ok: false, error: { code: 'wrong-pin', wait } });
    expect(await locked.unlock('246810')).toMatchObject({ error: { code: 'wait', wait: 30 } });
    clock.advance(30_000);
    expect(await locked.unlock('111111')).toMatchObject({ error: { code: 'wrong-pin', wait: 60 } });
    clock.jumpTo(clock.now() - 10 * 365 * 86_400_000);
    unwrap(await locked.unlock('246810'));
    expect(await locked.records('check-in')).toHaveLength(1);
    expect((await locked.status()).pinWait).toBe(0);
  });

  it('can be changed and taken away', async () => {
    const sam = await begin(buy());
    unwrap(await sam.api.setPin('111111'));
    unwrap(await sam.api.setPin('222222'));
    expect((await sam.reopen().api.unlock('111111')).ok).toBe(false);
    const again = sam.reopen();
    unwrap(await again.api.unlock('222222'));
    unwrap(await again.api.setPin(undefined));
    const free = again.reopen();
    expect(await free.api.status()).toMatchObject({ phase: 'locked', protection: 'phone' });
    unwrap(await free.api.unlock());
  });

  it('when forgotten gives way to the card on the same phone, and leaves no wait behind', async () => {
    const sam = await begin(buy());
    unwrap(await sam.api.checkIn(CHECK_IN));
    unwrap(await sam.api.save('person', { name: 'Maria', number: '087 123' }));
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.setPin('246810'));
    unwrap(await sam.api.sync());
    // One write more that never left this phone goes with the old lock, and must not be in the way.
    unwrap(await sam.api.checkIn(CHECK_IN));
    const locked = sam.reopen();
    for (let n = 0; n < 4; n++) await locked.api.unlock('000000');
    unwrap(await locked.api.recover(card.groups.join(' ')));
    expect(await locked.api.records('person')).toHaveLength(1);
    const again = locked.reopen();
    expect(await again.api.status()).toMatchObject({ protection: 'phone', pinWait: 0 });
    unwrap(await again.api.unlock());
    expect(await again.api.records('check-in')).toHaveLength(1);
    unwrap(await again.api.checkIn(CHECK_IN));
    unwrap(await again.api.sync());
    expect(await again.api.status()).toMatchObject({ onlyHere: 0, alarm: 'none' });
    expect(await again.reopen().api.status()).toMatchObject({ phase: 'locked' });
  });
});

describe('the storage of the phone', () => {
  it.each(['full', 'denied', 'gone'] as const)(
    'says when it is %s, and shows nothing as saved',
    async (failure) => {
      const sam = await begin(buy());
      sam.storage.failNext(failure, 1);
      expect(await sam.api.checkIn(CHECK_IN)).toEqual({ ok: false, error: { code: failure } });
      expect((await sam.api.status()).storage).toBe(failure);
      expect(await sam.api.records('check-in')).toEqual([]);
      unwrap(await sam.api.checkIn(CHECK_IN));
      expect((await sam.api.status()).storage).toBe('ok');
      expect(await sam.api.records('check-in')).toHaveLength(1);
    },
  );

  it('refuses to begin where nothing can be kept', async () => {
    const sam = buy();
    sam.storage.failNext('denied', 1);
    expect(await sam.api.start('own', DAY)).toEqual({ ok: false, error: { code: 'denied' } });
    expect((await sam.api.status()).phase).toBe('empty');
  });

  it('says that the key is lost when the browser dropped it, and starts anew only when told', async () => {
    const sam = await begin(buy());
    const again = sam.reopen();
    again.deviceKey.lose();
    expect((await again.api.status()).phase).toBe('lost');
    expect(await again.api.unlock()).toEqual({ ok: false, error: { code: 'lost' } });
    expect(await again.api.start('own', DAY)).toEqual({ ok: false, error: { code: 'refused' } });
    unwrap(await again.api.forgetDevice());
    expect((await again.api.status()).phase).toBe('empty');
  });
});

describe('the server', () => {
  it('may be away: everything still works here, and goes out later', async () => {
    const sam = await begin(buy());
    down = true;
    unwrap(await sam.api.checkIn(CHECK_IN, 'A line'));
    expect(await sam.api.sync()).toEqual({ ok: false, error: { code: 'offline' } });
    expect(await sam.api.makeCard()).toMatchObject({ ok: true });
    expect(await sam.api.invite({ name: 'Ana', how: 'qr', language: 'en' })).toEqual({
      ok: false,
      error: { code: 'offline' },
    });
    expect((await sam.api.status()).onlyHere).toBeGreaterThan(0);
    down = false;
    unwrap(await sam.api.sync());
    expect(await sam.api.status()).toMatchObject({ onlyHere: 0, copyAtServer: true });
  });

  it('restored from an older copy gets back what it lost, and a new phone finds it all', async () => {
    const sam = await begin(buy());
    unwrap(await sam.api.checkIn(CHECK_IN));
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    const yesterday = server.snapshot();
    for (let n = 0; n < 3; n++) unwrap(await sam.api.checkIn(CHECK_IN, `Line ${n}`));
    unwrap(await sam.api.sync());
    server.restore(yesterday);
    unwrap(await sam.api.sync());
    unwrap(await sam.api.checkIn(CHECK_IN));
    unwrap(await sam.api.sync());
    const next = buy();
    unwrap(await next.api.recover(card.qr));
    expect(await next.api.records('check-in')).toHaveLength(5);
    expect(await next.api.todayLine()).toBe('Line 2');
  });

  it('emptied altogether is filled again', async () => {
    const empty = server.snapshot();
    const sam = await begin(buy());
    unwrap(await sam.api.checkIn(CHECK_IN));
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    server.restore(empty);
    unwrap(await sam.api.sync());
    const next = buy();
    unwrap(await next.api.recover(card.qr));
    expect(await next.api.records('check-in')).toHaveLength(1);
  });
});

describe('a phone image that was copied', () => {
  it('ATK-20 goes on as a second writer: nothing is lost and no position is used twice', async () => {
    const sam = await begin(buy());
    unwrap(await sam.api.checkIn(CHECK_IN));
    unwrap(await sam.api.sync());
    const copy = buy({ storage: sam.storage.clone(), deviceKey: sam.deviceKey });
    unwrap(await copy.api.unlock());
    for (const device of [sam, copy, sam, copy]) {
      unwrap(await device.api.checkIn(CHECK_IN));
      unwrap(await device.api.sync());
    }
    unwrap(await sam.api.sync());
    expect(await sam.api.records('check-in')).toHaveLength(5);
    expect(await copy.api.records('check-in')).toHaveLength(5);
  });

  it('is shut out with the phone it was made of: both are one to the account', async () => {
    const sam = await begin(buy());
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    const old = buy();
    unwrap(await old.api.recover(card.qr));
    const copy = buy({ storage: old.storage.clone(), deviceKey: old.deviceKey });
    unwrap(await copy.api.unlock());
    for (const device of [old, copy, sam]) unwrap(await device.api.sync());
    unwrap(await sam.api.shutOut(accountBehind(old.api)!.deviceId));
    unwrap(await sam.api.checkIn(CHECK_IN));
    unwrap(await sam.api.sync());
    for (const device of [old, copy]) {
      expect((await device.api.sync()).ok).toBe(false);
      expect(accountBehind(device.api)!.shutOut).toBe(true);
      expect(await device.api.records('check-in')).toEqual([]);
    }
  });
});

describe('a clock wrong by years', () => {
  it.each([-10, 10])('is told by the server and put right (%i years)', async (years) => {
    const wrong = new TestClock(clock.now() + years * 365 * 86_400_000);
    const sam = await begin(buy({ clock: wrong }));
    unwrap(await sam.api.sync());
    expect((await sam.api.status()).clockOff).toBe(-years * 365 * 86_400_000);
    unwrap(await sam.api.checkIn(CHECK_IN));
    expect(await sam.api.records('check-in')).toMatchObject([{ at: clock.now() }]);
  });
});

describe('an invite', () => {
  it('says why it does not open: cut short, foreign, used, cancelled, expired, one’s own', async () => {
    const sam = await begin(buy());
    unwrap(await sam.api.sync());
    const ana = await begin(buy());
    const bea = await begin(buy());
    const make = async () => unwrap(await sam.api.invite({ name: 'Ana', how: 'link', language: 'en' }));
    const first = await make();
    const code = async (device: Phone, ticket: string) => {
      const result = await device.api.acceptInvite(ticket, 'A');
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await code(ana, first.ticket.slice(0, -5))).toBe('cut');
    expect(await code(ana, 'https://example.org')).toBe('foreign');
    expect(await code(sam, first.ticket)).toBe('self');
    expect(await code(ana, first.ticket)).toBe('ok');
    expect(await code(ana, first.ticket)).toBe('ok');
    expect(await code(bea, first.ticket)).toBe('used');
    const second = await make();
    unwrap(await sam.api.cancelInvite(second.id));
    expect(await code(bea, second.ticket)).toBe('cancelled');
    const third = await make();
    clock.advance(73 * 3_600_000);
    expect(await code(bea, third.ticket)).toBe('expired');
    expect((await sam.api.invites()).find(({ id }) => id === third.id)).toMatchObject({ state: 'expired' });
  });

  it('that was answered by somebody else can be cancelled, and gives them nothing', async () => {
    const sam = await begin(buy());
    unwrap(await sam.api.setTodayLine('Mine.'));
    unwrap(await sam.api.sync());
    const stranger = await begin(buy());
    const { id, ticket } = unwrap(await sam.api.invite({ name: 'Ana', how: 'link', language: 'en' }));
    unwrap(await stranger.api.acceptInvite(ticket, 'Ana'));
    unwrap(await sam.api.sync());
    unwrap(await sam.api.cancelInvite(id));
    unwrap(await stranger.api.sync());
    expect(await stranger.api.sharedWithMe()).toMatchObject([{ state: 'cancelled' }]);
    expect(await sam.api.circle()).toEqual([]);
  });
});

describe('the recovery code', () => {
  it('is told apart when mistyped, unknown, cancelled or replaced', async () => {
    const sam = await begin(buy());
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    const typo = card.groups.join('').replace(/.$/, (letter) => (letter === '0' ? '1' : '0'));
    const next = buy();
    expect(await next.api.recover(typo)).toMatchObject({
      error: { code: 'code', defect: { code: 'check' } },
    });
    expect(await next.api.recover('ABC')).toMatchObject({
      error: { code: 'code', defect: { code: 'length' } },
    });
    const second = unwrap(await sam.api.makeCard());
    expect(await next.api.recover(card.qr)).toEqual({ ok: false, error: { code: 'no-account' } });
    unwrap(await sam.api.cancelCard());
    expect(await next.api.recover(second.qr)).toEqual({ ok: false, error: { code: 'no-account' } });
    expect((await next.api.status()).phase).toBe('empty');
    expect(await sam.api.checkCard(0, 'AAAA')).toEqual({ ok: false, error: 'unknown' });
  });

  it('with another account’s id on the card is refused', async () => {
    const sam = await begin(buy());
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    expect(await buy().api.recover(`${card.groups.join('')}.AAAAAAAAAAAAAAAAAAAAAA`)).toEqual({
      ok: false,
      error: { code: 'refused' },
    });
  });
});
