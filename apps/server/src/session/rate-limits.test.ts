import { seededRandom, TestClock } from '@holdfast/base';
import type { TestSpace } from '@holdfast/testing/server-contract-kit';
import { fail, openSpace, succeed, Supply, Visitor } from '@holdfast/testing/server-contract-kit';
import { describe, expect, it } from 'vitest';
import { NO_LIMITS, startTestServer, transportTo } from '../test-support/server.ts';
import { DEFAULT_LIMITS, networkOf, RateLimits } from './rate-limits.ts';

const make = (clock: TestClock) =>
  new RateLimits({ ...NO_LIMITS, open: { burst: 3, perSecond: 0.5 } }, clock, seededRandom(1));

describe('rate limits', () => {
  it('[OPS-4] let a burst through and then one at the stated pace', () => {
    const clock = new TestClock();
    const limits = make(clock);
    const ask = () => limits.ofNetwork('open', '203.0.113.7');
    expect([ask(), ask(), ask(), ask()]).toEqual([0, 0, 0, 2]);
    clock.advance(2_000);
    expect([ask(), ask()]).toEqual([0, 2]);
    clock.advance(3_600_000);
    expect([ask(), ask(), ask(), ask()]).toEqual([0, 0, 0, 2]);
  });

  it('[OPS-4] count a network as one and networks apart', () => {
    const limits = make(new TestClock());
    for (const last of [1, 2, 3]) limits.ofNetwork('open', `203.0.113.${last}`);
    expect(limits.ofNetwork('open', '203.0.113.200')).toBe(2);
    expect(limits.ofNetwork('open', '::ffff:203.0.113.9')).toBe(2);
    expect(limits.ofNetwork('open', '203.0.114.1')).toBe(0);
    expect(limits.ofNetwork('find', '203.0.113.1')).toBe(0);
  });

  it('[OPS-4] are not lengthened by a clock that jumps back', () => {
    const clock = new TestClock();
    const limits = make(clock);
    for (let i = 0; i < 3; i++) limits.ofNetwork('open', '203.0.113.7');
    clock.jumpTo(clock.now() - 86_400_000 / 2);
    expect(limits.ofNetwork('open', '203.0.113.7')).toBeLessThanOrEqual(2);
  });

  it('[OPS-4] forget what has refilled, and everything at the end of the day', () => {
    const clock = new TestClock();
    const limits = make(clock);
    for (let i = 0; i < 4; i++) limits.ofNetwork('open', '203.0.113.7');
    limits.sweep();
    expect(limits.ofNetwork('open', '203.0.113.7')).toBe(2);
    clock.advance(7_000);
    limits.sweep();
    expect(limits.ofNetwork('open', '203.0.113.7')).toBe(0);
  });

  it('[OPS-4] see /24 of IPv4 and /48 of IPv6', () => {
    expect(networkOf('203.0.113.77')).toBe('203.0.113');
    expect(networkOf('::ffff:203.0.113.77')).toBe('203.0.113');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1');
    expect(networkOf('2001:0db8:0001::9')).toBe('2001:db8:1');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0');
    expect(networkOf('::1')).toBe('0:0:0');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0');
    expect(networkOf('unix')).toBe('unknown');
  });

  it('[OPS-4] count what is appended by its size, whoever appends', async () => {
    const server = await startTestServer({ limits: { append: { burst: 100, perSecond: 1 } } });
    const supply = new Supply(seededRandom(64));
    const spaces = [await openSpace(server.transport, supply), await openSpace(server.transport, supply)];
    const append = async (space: TestSpace, size: number) => {
      const envelopes = [space.chain.next(space.epoch, { size })];
      return space.owner.call('space.append', { spaceId: space.spaceId, envelopes });
    };
    const [first, second] = spaces as [TestSpace, TestSpace];
    succeed(await append(first, 60 * 1024));
    // Its space, its session and its keys are others; its network is the same.
    const { retryAfter } = fail(await append(second, 60 * 1024), 'too-many');
    expect(retryAfter).toBeGreaterThan(20);
    expect(retryAfter).toBeLessThan(30);
    server.clock.advance(retryAfter! * 1000);
    succeed(await append(second, 60 * 1024));
    await server.stop();
  });

  it('[OPS-4] let twenty phones of one network send ten thousand entries each again at once', () => {
    const limits = new RateLimits(DEFAULT_LIMITS, new TestClock(), seededRandom(1));
    // Measured: 10,000 check-ins, each sent for itself, are 10,003 envelopes of 6,606,628 bytes.
    for (let n = 0; n < 20; n++)
      for (let left = 6_606_628; left > 0; left -= 2 ** 20)
        expect(limits.ofNetwork('append', '203.0.113.7', Math.min(left, 2 ** 20) / 1024)).toBe(0);
    // And then a quarter of a megabyte comes back within seconds, not at once.
    expect(limits.ofNetwork('append', '203.0.113.7', 2048)).toBeGreaterThan(0);
    expect(limits.ofNetwork('append', '203.0.113.7', 2048)).toBeLessThan(60);
  });

  it('[OPS-4] count spaces and writers that are begun', async () => {
    const server = await startTestServer({ limits: { space: { burst: 3, perSecond: 0.1 } } });
    const supply = new Supply(seededRandom(65));
    const { owner, spaceId } = await openSpace(server.transport, supply);
    const writer = () => ({ spaceId, writerKey: supply.key().publicKey });
    succeed(await owner.call('space.addWriter', writer()));
    fail(await owner.call('space.addWriter', writer()), 'too-many');
    const admin = supply.key();
    const other = await Visitor.open(server.transport, admin);
    const create = { spaceId: supply.id<'space'>(), adminKey: admin.publicKey };
    fail(await other.call('space.create', create), 'too-many');
    await server.stop();
  });

  it('[MSG-5] tell the caller when to come back, per network and per session', async () => {
    const server = await startTestServer({
      limits: { open: { burst: 2, perSecond: 0.1 }, session: { burst: 2, perSecond: 0.2 } },
    });
    const transport = transportTo(server.origin);
    const opened = await transport.call('session.open', {});
    await transport.call('session.open', {});
    expect(await transport.call('session.open', {})).toEqual({
      ok: false,
      error: { error: 'too-many', retryAfter: 10 },
    });
    const token = opened.ok ? opened.value.token : undefined;
    const pull = () => transport.call('space.pull', { spaces: [] }, token);
    await pull();
    await pull();
    expect(await pull()).toEqual({ ok: false, error: { error: 'too-many', retryAfter: 5 } });
    const plain = await fetch(`${server.origin}/api/v1/session.open`, { method: 'POST' });
    expect([plain.status, plain.headers.get('retry-after')]).toEqual([429, '10']);
    server.clock.advance(10_000);
    expect((await transport.call('session.open', {})).ok).toBe(true);
    await server.stop();
  });

  it('[OPS-4] count by what a trusted proxy saw, and by nothing that a caller claims', async () => {
    const limits = { open: { burst: 1, perSecond: 0.001 } };
    const [plain, proxied] = [
      await startTestServer({ limits }),
      await startTestServer({ limits, trustProxy: true }),
    ];
    const open = async (origin: string, forwarded: string) => {
      const headers = { 'x-forwarded-for': forwarded, 'content-type': 'application/cbor' };
      const answer = await fetch(`${origin}/api/v1/session.open`, {
        method: 'POST',
        headers,
        body: new Uint8Array([0xa0]),
      });
      return answer.status;
    };
    expect(await open(plain.origin, '198.51.100.1')).toBe(200);
    expect(await open(plain.origin, '192.0.2.1')).toBe(429);
    expect(await open(proxied.origin, '198.51.100.1')).toBe(200);
    expect(await open(proxied.origin, '192.0.2.1')).toBe(200);
    expect(await open(proxied.origin, '10.9.9.9, 192.0.2.1')).toBe(429);
    await plain.stop();
    await proxied.stop();
  });
});
