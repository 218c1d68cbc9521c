import { concat, fromHex, idBytes, seededRandom, toHex, toId, utf8 } from '@holdfast/base';
import { encodeCbor, LIMITS } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import { sealBox } from './keys.ts';
import { openNotice, sealNotice } from './notice.ts';
import { pad } from './padding.ts';
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

  it('[NOT-1] are nothing when they say something else, whoever sealed it', () => {
    const ad = concat(utf8('hf1/notice\0'), idBytes(mailbox));
    const open = (padded: Uint8Array) =>
      openNotice(p, key, mailbox, sealBox(p, key, ad, padded.subarray(0, LIMITS.dueSealedBytes - 40)));
    expect(open(pad(encodeCbor(notice)))).toEqual(notice);
    for (const other of [{ counter: 3 }, { ...notice, counter: -1 }, { ...notice, who: 'Ana' }, null])
      expect(open(pad(encodeCbor(other))), JSON.stringify(other)).toBeUndefined();
    // No CBOR, no padding, and too short for either.
    for (const padded of [pad(new Uint8Array([0xff])), p.random(512), new Uint8Array(2)])
      expect(open(padded)).toBeUndefined();
  });
});
