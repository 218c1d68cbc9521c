import { seededNumbers } from '@holdfast/base';
import { encodeCbor } from '@holdfast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pad, paddedLength, unpad } from './padding.ts';

/** Padmé in whole numbers, as its paper writes it. */
function padme(length: number): number {
  const exponent = 31 - Math.clz32(length);
  const bits = 32 - Math.clz32(exponent);
  const mask = (1 << (exponent - bits)) - 1;
  return (length + mask) & ~mask;
}

describe('padding', () => {
  it('[ENV-5] is 512 up to 512, then Padmé, never shorter, never more than 12 % longer', () => {
    let before = 0;
    for (let length = 0; length <= 262_144; length++) {
      const padded = paddedLength(length);
      const right = padded === (length <= 512 ? 512 : padme(length));
      const bounded = padded >= length && (length <= 512 || padded <= length * 1.12);
      if (!right || !bounded || padded < before) expect.fail(`${length} → ${padded}`);
      before = padded;
    }
    expect(paddedLength(513)).toBe(544);
  });

  it('[ENV-5] gives back what was padded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (data) => {
        expect(unpad(pad(data))).toEqual(data);
      }),
    );
  });

  it('[ENV-5] refuses any byte of padding that is not zero', () => {
    const padded = pad(new Uint8Array(40).fill(7));
    for (let at = 44; at < padded.length; at++) {
      const bad = padded.slice();
      bad[at] = 1;
      expect(unpad(bad)).toBeUndefined();
    }
  });

  it('[ENV-5] refuses a length that pad would not have given', () => {
    const padded = pad(new Uint8Array(300));
    for (const wrong of [0xffffffff, 0x80000000, 509, 1000]) {
      const bad = padded.slice();
      new DataView(bad.buffer).setUint32(0, wrong);
      expect(unpad(bad)).toBeUndefined();
    }
    for (const length of [0, 3, 4, 511]) expect(unpad(padded.subarray(0, length))).toBeUndefined();
    expect(unpad(new Uint8Array(544))).toBeUndefined();
  });

  it('[ENV-5] ATK-22 "ok" and a long hard line are the same size at least 95 times in 100', () => {
    const next = seededNumbers(22);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
    const moods = [null, 'very-low', 'low', 'middling', 'good', 'very-good'];
    let same = 0;
    for (let i = 0; i < 1000; i++) {
      const fields = {
        urge: pick([null, 0, 3, 7, 10]),
        mood: pick(moods),
        sleep: pick([null, 'badly', 'some', 'well']),
        contact: pick([null, true, false]),
        at: 1_790_000_000_000 + i,
        day: '2026-11-21',
      };
      // Version, ids, head, clock, signature; one other device seen in half of the cases.
      const around = 67 + 4 + 64 + (next() < 0.5 ? 56 : 0);
      const size = (words: string): number => {
        const op = {
          op: 'put',
          type: 'check-in',
          id: 'AAAAAAAAAAAAAAAAAAAAAA',
          fields: { ...fields, words },
        };
        return pad(new Uint8Array(around + encodeCbor([op]).length)).length;
      };
      const line = 'I used again last night and I have not told anyone yet. '
        .repeat(4)
        .slice(0, 60 + next() * 120);
      if (size('ok') === size(line)) same += 1;
    }
    expect(same).toBeGreaterThanOrEqual(950);
  });
});
