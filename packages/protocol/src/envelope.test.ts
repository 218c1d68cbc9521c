import { createHash } from 'node:crypto';
import { seededRandom, toId } from '@holdfast/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EnvelopeHeader, EnvelopeKind } from './envelope.ts';
import { encodeHeader, ENVELOPE_KINDS, envelopeIdOf, HEADER_LENGTH, parseEnvelope } from './envelope.ts';
import { LIMITS } from './limits.ts';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const chance = seededRandom(5);
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const large = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const header = fc.record({
  kind: fc.constantFrom(...(Object.keys(ENVELOPE_KINDS) as EnvelopeKind[])),
  spaceId: bytes(16).map((id) => toId<'space'>(id)),
  epoch: fc.integer({ min: 1, max: 0xffffffff }),
  writerId: bytes(16).map((id) => toId<'writer'>(id)),
  wseq: large,
  prev: bytes(32),
  lamport: large,
  nonce: bytes(24),
  commitment: bytes(16),
});
const build = (fields: Omit<EnvelopeHeader, 'ciphertextLength'>, ciphertext: Uint8Array) =>
  new Uint8Array([...encodeHeader({ ...fields, ciphertextLength: ciphertext.length }), ...ciphertext]);
const sample = build(
  {
    kind: 'data',
    spaceId: toId(chance.bytes(16)),
    epoch: 2,
    writerId: toId(chance.bytes(16)),
    wseq: 3,
    prev: chance.bytes(32),
    lamport: 4,
    nonce: chance.bytes(24),
    commitment: chance.bytes(16),
  },
  chance.bytes(60),
);
const changed = (at: number, ...put: number[]) => {
  const copy = sample.slice();
  copy.set(put, at);
  return copy;
};
const defect = (input: Uint8Array) => {
  const parsed = parseEnvelope(input);
  return parsed.ok ? undefined : parsed.error;
};

describe('envelope header', () => {
  it('[ENV-2] reads back every field that was written', () => {
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 300 }), (fields, ciphertext) => {
        const whole = build(fields, ciphertext);
        const parsed = parseEnvelope(whole);
        if (!parsed.ok) throw new Error(parsed.error);
        expect(parsed.value.header).toEqual({ ...fields, ciphertextLength: ciphertext.length });
        expect(parsed.value.ciphertext).toEqual(ciphertext);
        expect(parsed.value.headerBytes).toEqual(whole.subarray(0, HEADER_LENGTH));
        expect(encodeHeader(parsed.value.header)).toEqual(parsed.value.headerBytes);
      }),
    );
  });

  it('[ENV-2] reads an envelope in the middle of a larger buffer', () => {
    const around = new Uint8Array(sample.length + 20);
    around.set(sample, 7);
    expect(parseEnvelope(around.subarray(7, 7 + sample.length))).toEqual(parseEnvelope(sample));
  });

  it('[ENV-1] ATK-6 refuses every suite but 1', () => {
    for (let suite = 0; suite < 256; suite++)
      expect(defect(changed(2, suite))).toBe(suite === 1 ? undefined : 'suite');
  });

  it('[ENV-2] names what is wrong with the form', () => {
    for (const length of [0, 1, 131]) expect(defect(sample.subarray(0, length))).toBe('size');
    expect(defect(new Uint8Array(LIMITS.envelopeBytes + 1))).toBe('size');
    expect(defect(changed(0, 0x68))).toBe('magic');
    expect(defect(changed(1, 0))).toBe('magic');
    for (const kind of [0, 5, 255]) expect(defect(changed(3, kind))).toBe('kind');
    expect(defect(changed(20, 0, 0, 0, 0))).toBe('number');
    for (const at of [40, 80]) {
      expect(defect(changed(at, 0, 0, 0, 0, 0, 0, 0, 0))).toBe('number');
      expect(defect(changed(at, 0, 0x20, 0, 0, 0, 0, 0, 0))).toBe('number');
      expect(defect(changed(at, 0xff))).toBe('number');
      expect(defect(changed(at, 0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff))).toBeUndefined();
    }
    expect(defect(changed(131, 59))).toBe('length');
    expect(defect(changed(128, 255))).toBe('length');
    expect(defect(sample.subarray(0, sample.length - 1))).toBe('length');
    expect(defect(new Uint8Array([...sample, 0]))).toBe('length');
  });

  it('[ENV-2] takes any bytes without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (noise, started) => {
        if (started) noise.set(sample.subarray(0, Math.min(4, noise.length)));
        expect(typeof parseEnvelope(noise).ok).toBe('boolean');
      }),
    );
  });

  it('[ENV-3] an id changes with every bit of header and ciphertext, and needs only a hash of the latter', () => {
    const parsed = parseEnvelope(sample);
    if (!parsed.ok) throw new Error(parsed.error);
    const { headerBytes, ciphertext } = parsed.value;
    const id = envelopeIdOf(sha256, parsed.value);
    expect(id.length).toBe(32);
    const seen = new Set([id.join()]);
    for (let bit = 0; bit < sample.length * 8; bit++) {
      const copy = sample.slice();
      copy[bit >> 3]! ^= 1 << (bit & 7);
      const split = {
        headerBytes: copy.subarray(0, HEADER_LENGTH),
        ciphertext: copy.subarray(HEADER_LENGTH),
      };
      seen.add(envelopeIdOf(sha256, split).join());
    }
    expect(seen.size).toBe(sample.length * 8 + 1);
    const text = new TextEncoder().encode('hf1/env');
    expect(id).toEqual(sha256(new Uint8Array([...text, ...headerBytes, ...sha256(ciphertext)])));
  });
});
