import { createHash } from 'node:crypto';
import { idBytes, toId } from '@holdfast/base';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { accountIdOf, bytesSchema, idSchema, spaceIdOf, writerIdOf } from './ids.ts';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const key = new Uint8Array(32).fill(3);

describe('ids', () => {
  it('[ID-1] [ID-2] [ID-3] are the first 16 bytes of a hash with a name of their own in front', () => {
    const expected = (label: string) =>
      sha256(new Uint8Array([...Buffer.from(label), ...key])).subarray(0, 16);
    expect(idBytes(accountIdOf(sha256, key))).toEqual(expected('hf1/acct'));
    expect(idBytes(writerIdOf(sha256, key))).toEqual(expected('hf1/writer'));
    expect(idBytes(spaceIdOf(sha256, key))).toEqual(expected('hf1/space'));
    expect(new Set([accountIdOf(sha256, key), writerIdOf(sha256, key), spaceIdOf(sha256, key)]).size).toBe(3);
  });

  it('[COD-2] an id in a message has one writing', () => {
    const id = toId(key.subarray(0, 16));
    const accepts = (value: unknown) => v.safeParse(idSchema(), value).success;
    expect(accepts(id)).toBe(true);
    const last = id.at(-1)!;
    for (const other of ['B', 'C', '_', 'x'].filter((letter) => letter !== last))
      expect(accepts(id.slice(0, -1) + other)).toBe(false);
    for (const value of [
      '',
      id.slice(1),
      `${id}A`,
      `${id}==`,
      id.replace(/^./, '+'),
      key,
      7,
      null,
      undefined,
    ])
      expect(accepts(value)).toBe(false);
  });

  it('[COD-2] a byte string has a length within its bounds and is no other kind of array', () => {
    const accepts = (value: unknown) => v.safeParse(bytesSchema(2, 3), value).success;
    expect([1, 2, 3, 4].map((length) => accepts(new Uint8Array(length)))).toEqual([false, true, true, false]);
    for (const value of [[1, 2], new Uint16Array(2), new ArrayBuffer(2), 'ab', null])
      expect(accepts(value)).toBe(false);
  });
});
