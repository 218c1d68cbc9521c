import { concat, idBytes, seededRandom, toHex } from '@holdfast/base';
import type { EnvelopeHeader } from '@holdfast/protocol';
import { encodeCbor, encodeHeader, HEADER_LENGTH, LIMITS, parseEnvelope } from '@holdfast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from './envelope.ts';
import { openEnvelope, provesAuthor, sealEnvelope } from './envelope.ts';
import { epochKeys } from './keys.ts';
import { pad } from './padding.ts';
import { flipped } from './primitives-contract.ts';
import type { Primitives } from './primitives.ts';
import { makeSpace, Person, Seat } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';

const p = await sodiumPrimitives(seededRandom(31));
const ana = new Person(p);
const space = makeSpace(p, 'private', ana);
const seat = new Seat(space, ana, ana.device, []);
seat.openEpoch();
const keys = seat.keyOf();
const draft = (change: Partial<Draft> = {}): Draft => ({
  ...seat.draft('data', [{ op: 'note' }]),
  ...change,
});
const seal = (change: Partial<Draft> = {}) => sealEnvelope(p, keys, ana.device.keys, draft(change));
const open = (bytes: Uint8Array, under = keys, primitives: Primitives = p) => {
  const parsed = parseEnvelope(bytes);
  return parsed.ok ? openEnvelope(primitives, under, parsed.value) : parsed;
};

describe('envelope', () => {
  it('[ENV-4] gives back what was sealed, under the signature of its device alone', () => {
    const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const seen = fc.record({ wseq: fc.integer({ min: 1, max: 2 ** 50 }), envelopeId: bytes32 });
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2000 }),
        fc.array(seen, { maxLength: 5 }),
        fc.integer({ min: 0, max: 8_640_000_000_000_000 }),
        fc.integer({ min: 1, max: 2 ** 53 - 1 }),
        fc.constantFrom('data', 'control', 'snapshot', 'blob'),
        (ops, others, wallMs, lamport, kind) => {
          const named = others.map((entry) => ({ ...entry, writerId: seat.writerId }));
          const sealed = seal({ ops, seen: named, wallMs, lamport, kind });
          const opened = open(sealed.bytes);
          if (!opened.ok) throw new Error(opened.error);
          expect(opened.value).toMatchObject({
            ops,
            seen: named,
            wallMs,
            accountId: ana.id,
            deviceId: ana.device.id,
          });
          expect(opened.value.verifyWith(ana.device.keys.publicKey)).toBe(true);
          expect(opened.value.verifyWith(ana.root.publicKey)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('[ENV-4] [ACC-9] who signed is proved by header and proof alone, without a word of what is inside', () => {
    const [one, other] = [seal(), seal()];
    const opened = open(one.bytes);
    if (!opened.ok) throw new Error(opened.error);
    const { proof } = opened.value;
    const proves = (header: Uint8Array, change: Partial<typeof proof>, key = ana.device.keys.publicKey) =>
      provesAuthor(p, header, { ...proof, ...change }, key);
    expect(proves(one.headerBytes, {})).toBe(true);
    expect(proves(other.headerBytes, {})).toBe(false);
    expect(proves(one.headerBytes, { innerHash: p.random(32) })).toBe(false);
    expect(proves(one.headerBytes, { signature: p.random(64) })).toBe(false);
    expect(proves(one.headerBytes, {}, ana.root.publicKey)).toBe(false);
  });

  it('[ENV-1] never seals what no device would take: one that is too large, or at no position', () => {
    expect(() => seal({ ops: new Uint8Array(LIMITS.envelopeBytes) })).toThrow('size');
    expect(() => seal({ wseq: 0 })).toThrow('number');
    expect(() => seal({ lamport: 0 })).toThrow('number');
  });

  it('[ENV-4] shows the server neither account nor device nor signature', () => {
    const { bytes } = seal();
    const text = toHex(bytes);
    for (const secret of [idBytes(ana.id), ana.device.keys.publicKey, ana.root.publicKey])
      expect(text).not.toContain(toHex(secret));
    expect(text).not.toContain(ana.device.id);
  });

  it('[ENV-4] ATK-21 the same words twice share only space, writer, epoch, place and commitment', () => {
    const [a, b] = [seal().bytes, seal().bytes];
    expect(a.subarray(0, 88)).toEqual(b.subarray(0, 88));
    expect(a.subarray(88, 112)).not.toEqual(b.subarray(88, 112));
    const common = a.subarray(HEADER_LENGTH).filter((byte, at) => byte === b[HEADER_LENGTH + at]).length;
    expect(common).toBeLessThan(20);
  });

  it('[ENV-6] ATK-7 refuses every flipped bit of an envelope', () => {
    const { bytes } = seal();
    for (let bit = 0; bit < bytes.length * 8; bit++)
      if (open(flipped(bytes, bit >> 3, bit & 7)).ok) expect.fail(`bit ${bit} does not matter`);
    expect(bytes.length * 8).toBeGreaterThan(5000);
  });

  it('[ENV-1] ATK-6 any other suite is refused without one decryption', () => {
    const { bytes } = seal();
    let decryptions = 0;
    const counting: Primitives = {
      ...p,
      aeadOpen(...args) {
        decryptions += 1;
        return p.aeadOpen(...args);
      },
    };
    for (let suite = 0; suite < 256; suite++) {
      if (suite === 1) continue;
      const other = bytes.slice();
      other[2] = suite;
      expect(open(other, keys, counting)).toEqual({ ok: false, error: 'suite' });
    }
    expect(decryptions).toBe(0);
    expect(open(bytes, keys, counting).ok).toBe(true);
    expect(decryptions).toBe(1);
  });

  it('[ENV-6] ATK-9 no header goes with the ciphertext of another space, epoch, writer, place or kind', () => {
    const otherSpace = makeSpace(p, 'private', ana);
    const otherKeys = epochKeys(p, idBytes(otherSpace.spaceId), 1, keys.key);
    const laterKeys = epochKeys(p, idBytes(space.spaceId), 2, keys.key);
    const otherWriter = new Seat(otherSpace, ana, ana.device, []).writerId;
    const variants: [Partial<Draft>, typeof keys][] = [
      [{}, keys],
      [{ spaceId: otherSpace.spaceId }, otherKeys],
      [{}, laterKeys],
      [{ writerId: otherWriter }, keys],
      [{ wseq: 9 }, keys],
      [{ prev: p.random(32) }, keys],
      [{ lamport: 77 }, keys],
      [{ kind: 'control' }, keys],
      [{ kind: 'snapshot' }, keys],
      [{ kind: 'blob' }, keys],
    ];
    const sealed = variants.map(([change, under]) => ({
      under,
      bytes: sealEnvelope(p, under, ana.device.keys, draft(change)).bytes,
    }));
    for (const [i, header] of sealed.entries())
      for (const [j, body] of sealed.entries()) {
        const joined = concat(header.bytes.subarray(0, HEADER_LENGTH), body.bytes.subarray(HEADER_LENGTH));
        const opened = [header.under, body.under].map((under) => open(joined, under).ok);
        expect(opened.some(Boolean), `${i} with ${j}`).toBe(i === j);
      }
  });

  it('[ENV-6] ATK-9 a member cannot move another member’s signed words to a header of their own', () => {
    // Whoever holds the epoch key can encrypt anything again; the signature still speaks for the old header only.
    const parsed = parseEnvelope(seal().bytes);
    if (!parsed.ok) throw new Error(parsed.error);
    const { headerBytes, header, ciphertext } = parsed.value;
    const padded = p.aeadOpen(keys.data, header.nonce, headerBytes, ciphertext)!;
    for (const change of [
      { wseq: 3 },
      { lamport: 9 },
      { kind: 'control' as const },
      { nonce: p.random(24) },
    ]) {
      const moved: EnvelopeHeader = { ...header, ...change };
      const under = moved.kind === 'control' ? keys.control : keys.data;
      const bytes = encodeHeader(moved);
      const opened = open(concat(bytes, p.aeadSeal(under, moved.nonce, bytes, padded)));
      if (!opened.ok) throw new Error(opened.error);
      expect(opened.value.verifyWith(ana.device.keys.publicKey)).toBe(false);
    }
  });

  it('[ENV-6] ATK-19 a ciphertext that two keys could open is refused by the commitment', () => {
    // The attack needs a reader who tries a key. The commitment is compared first, whatever the cipher would say.
    const { bytes } = seal();
    const other = epochKeys(p, idBytes(space.spaceId), 1, p.random(32));
    const agreeable: Primitives = { ...p, aeadOpen: () => pad(new Uint8Array(300)) };
    expect(open(bytes, other, agreeable)).toEqual({ ok: false, error: 'commitment' });
    const mixed = { ...other, commitment: keys.commitment };
    expect(open(bytes, mixed)).toEqual({ ok: false, error: 'authentication' });
  });

  it('[ENV-6] [ACC-6] refuses sealed content that is not what this version writes', () => {
    const header = parseEnvelope(seal().bytes);
    if (!header.ok) throw new Error(header.error);
    const wrap = (padded: Uint8Array) => {
      const bytes = encodeHeader({ ...header.value.header, ciphertextLength: padded.length + 16 });
      return open(concat(bytes, p.aeadSeal(keys.data, header.value.header.nonce, bytes, padded)));
    };
    const inner = (change: (bytes: Uint8Array, view: DataView) => void, ops = 10) => {
      const bytes = new Uint8Array(67 + 56 + 4 + ops + 64);
      const view = new DataView(bytes.buffer);
      bytes[0] = 1;
      view.setUint16(65, 1);
      view.setBigUint64(67 + 16, 1n);
      view.setUint32(67 + 56, ops);
      change(bytes, view);
      return wrap(pad(bytes));
    };
    const malformed = { ok: false, error: 'malformed' };
    expect(inner(() => {}).ok).toBe(true);
    expect(inner((bytes) => (bytes[0] = 2))).toEqual(malformed);
    expect(inner((_, view) => view.setUint16(65, 2))).toEqual(malformed);
    expect(inner((_, view) => view.setUint16(65, 0xffff))).toEqual(malformed);
    expect(inner((_, view) => view.setUint32(67 + 56, 11))).toEqual(malformed);
    expect(inner((_, view) => view.setUint32(67 + 56, 9))).toEqual(malformed);
    expect(inner((_, view) => view.setBigUint64(67 + 16, 0n))).toEqual(malformed);
    expect(inner((_, view) => view.setBigUint64(67 + 16, 1n << 53n))).toEqual(malformed);
    expect(inner((_, view) => view.setBigUint64(57, 8_640_000_000_000_001n))).toEqual(malformed);
    // The last position and the last time that are none of that.
    expect(inner((_, view) => view.setBigUint64(67 + 16, (1n << 53n) - 1n)).ok).toBe(true);
    expect(inner((_, view) => view.setBigUint64(57, 8_640_000_000_000_000n)).ok).toBe(true);
    for (let length = 1; length < 67 + 4 + 64; length++) {
      const cut = new Uint8Array(length);
      cut[0] = 1;
      expect(wrap(pad(cut)), `${length} bytes`).toEqual(malformed);
    }
    expect(wrap(new Uint8Array(511))).toEqual({ ok: false, error: 'padding' });
  });

  it('[ENV-5] is 660 bytes for one small op and grows only by steps', () => {
    expect(seal().bytes.length).toBe(132 + 512 + 16);
    const ops = encodeCbor(['x'.repeat(250)]);
    expect(seal({ ops, seen: [] }).bytes.length).toBe(660);
  });
});
