import { fromHex, seededRandom, toHex, toId } from '@holdfast/base';
import { LIMITS } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import { openNotice, sealNotice } from './notice.ts';
import { sodiumPrimitives } from './sodium.ts';

const p = await sodiumPrimitives(seededRandom(131));
const mailbox = toId<'mailbox'>(p.random(16));
const key = p.random(32);
const notice = { counter: 3, at: 1_800_000_000_000 };

describe('notices', () => {
  it('[NOT-1] say a count and a time, and come out as they went in', () => {
    expect(openNotice(p, key, mailbox, sealNotice(p, key, mailbox, notice))).toEqual(notice);
  });

  it('[NOT-2] all have one size', () => {
    for (const counter of [0, 23, 70_000, Number.MAX_SAFE_INTEGER])
      for (const at of [0, 1_800_000_000_000])
        expect(sealNotice(p, key, mailbox, { counter, at })).toHaveLength(LIMITS.dueSealedBytes);
  });

  it('[NOT-2] open in their own mailbox alone, and not with one bit changed', () => {
    const sealed = sealNotice(p, key, mailbox, notice);
    expect(openNotice(p, key, toId(p.random(16)), sealed)).toBeUndefined();
    expect(openNotice(p, p.random(32), mailbox, sealed)).toBeUndefined();
    for (let bit = 0; bit < sealed.length * 8; bit += 7) {
      const bent = fromHex(toHex(sealed));
      bent[bit >> 3]! ^= 1 << (bit & 7);
      expect(openNotice(p, key, mailbox, bent)).toBeUndefined();
    }
  });
});
