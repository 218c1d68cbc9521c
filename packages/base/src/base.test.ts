import { describe, expect, it } from 'vitest';
import { idBytes, isId, toId } from './id.ts';
import { err, ok, unwrap } from './result.ts';
import { systemClock, systemRandom } from './system.ts';
import { seededRandom, TestClock } from './test-twins.ts';

describe('ids', () => {
  it('are one canonical writing of 16 bytes', () => {
    const bytes = seededRandom(1).bytes(16);
    const id = toId<'x'>(bytes);
    expect(idBytes(id)).toEqual(bytes);
    expect(isId(id)).toBe(true);
    expect(isId(`${id.slice(0, -1)}B`)).toBe(false);
    expect(() => toId(new Uint8Array(15))).toThrow('16 bytes');
  });
});

describe('result', () => {
  it('unwraps success and throws on failure', () => {
    expect(unwrap(ok(3))).toBe(3);
    expect(() => unwrap(err({ code: 'offline' }))).toThrow('offline');
  });
});

describe('test clock', () => {
  it('runs timers in order and can cancel them', () => {
    const clock = new TestClock(0);
    const seen: string[] = [];
    clock.after(20, () => seen.push(`b${clock.now()}`));
    clock.after(10, () => seen.push(`a${clock.now()}`));
    clock.after(15, () => seen.push('never'))();
    clock.advance(30);
    expect(seen).toEqual(['a10', 'b20']);
    expect(clock.now()).toBe(30);
  });
});

describe('system', () => {
  it('gives a plausible time and bytes beyond one WebCrypto call', () => {
    expect(systemClock.now()).toBeGreaterThan(1_700_000_000_000);
    expect(new Set(systemRandom.bytes(70_000).subarray(66_000)).size).toBeGreaterThan(200);
  });
});
