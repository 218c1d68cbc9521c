import { seededRandom, TestClock } from '@holdfast/base';
import { describe, expect, it } from 'vitest';
import { NO_LIMITS, startTestServer, transportTo } from '../test-support/server.ts';
import { networkOf, RateLimits } from './rate-limits.ts';

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
