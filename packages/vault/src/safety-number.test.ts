import { createHash } from 'node:crypto';
import { concat, idBytes, seededRandom, toHex, utf8 } from '@holdfast/base';
import { describe, expect, it } from 'vitest';
import { flipped } from './primitives-contract.ts';
import type { Identity } from './safety-number.ts';
import { readSquare, safetyNumber, squareHash, writeSquare } from './safety-number.ts';
import { Person } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';

const p = await sodiumPrimitives(seededRandom(131));
const [ana, ben, eve] = [new Person(p), new Person(p), new Person(p)];

/** The slow, readable twin: Signal's fingerprint over node's SHA-512. */
function twin({ accountId, rootKey }: Identity): string {
  let hash: Uint8Array = concat(utf8('hf1/safety'), rootKey, idBytes(accountId));
  for (let n = 0; n < 5200; n++) hash = createHash('sha512').update(hash).update(rootKey).digest();
  let digits = '';
  for (let at = 0; at < 30; at += 5)
    digits += (BigInt(`0x${toHex(hash.slice(at, at + 5))}`) % 100_000n).toString().padStart(5, '0');
  return digits;
}

describe('the safety number', () => {
  const number = safetyNumber(p, ana.view, ben.view);

  it('[SAF-1] has twelve groups of five digits, the same on both sides', () => {
    expect(number).toHaveLength(12);
    expect(number.every((group) => /^\d{5}$/.test(group))).toBe(true);
    expect(safetyNumber(p, ben.view, ana.view)).toEqual(number);
    expect(number.join('')).toBe([twin(ana.view), twin(ben.view)].toSorted().join(''));
  });

  it('[SAF-1] stays when devices and encryption keys change, and changes with a root key', () => {
    const before = ana.view;
    const second = ana.addDevice();
    ana.revoke(ana.device);
    ana.say({ type: 'rotateEncryptionKey', version: 2, encryptionKey: p.kemPublicKey(p.random(32)) });
    ana.say({ type: 'recovered' });
    expect(second.id).not.toBe(ana.device.id);
    expect(ana.view.heads.length).toBeGreaterThan(before.heads.length);
    expect(safetyNumber(p, ana.view, ben.view)).toEqual(number);
    expect(safetyNumber(p, eve.view, ben.view)).not.toEqual(number);
    // The half that stands for Ben is the same in both.
    expect(safetyNumber(p, eve.view, ben.view).join('')).toContain(twin(ben.view));
  });

  it('[SAF-2] ATK-1 a square fits one shower and one reader, and no other pair', () => {
    const shown = squareHash(p, ana.view, ben.view);
    expect(squareHash(p, ana.view, ben.view)).toEqual(shown);
    for (const [by, to] of [
      [ben, ana],
      [ana, eve],
      [eve, ben],
      [ana, ana],
    ] as const)
      expect(squareHash(p, by.view, to.view)).not.toEqual(shown);
  });

  it('[SAF-2] reads back what it wrote, tells cut text from foreign text, and never reads another form', () => {
    const hash = squareHash(p, ana.view, ben.view);
    expect(readSquare(` ${writeSquare(hash)}\n`)).toEqual({ ok: true, value: hash });
    expect(readSquare(writeSquare(hash).slice(0, -2))).toEqual({ ok: false, error: 'cut' });
    expect(readSquare('3.')).toEqual({ ok: false, error: 'cut' });
    for (const text of ['', '1.a.b', `2.${writeSquare(hash)}`, `${writeSquare(hash)}.x`])
      expect(readSquare(text)).toEqual({ ok: false, error: 'foreign' });
    expect(readSquare(writeSquare(flipped(hash, 3, 1)))).not.toEqual({ ok: true, value: hash });
  });
});
