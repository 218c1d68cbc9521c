import { seededRandom } from '@holdfast/base';
import { encodeCbor } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import type { StatementBody } from './chain.ts';
import { chainHead, deviceIdOf, deviceIsActive, extendChain, readChain, signStatement } from './chain.ts';
import { flipped } from './primitives-contract.ts';
import { Person } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';

const p = await sodiumPrimitives(seededRandom(11));
const ana = new Person(p);
const ben = new Person(p);

describe('account chain', () => {
  it('[CHA-1] a device is named by a hash of its key', () => {
    expect(ana.device.id).toMatch(/^[0-9a-f]{16}$/);
    expect(deviceIdOf(p, ana.device.keys.publicKey)).toBe(ana.device.id);
    expect(ben.device.id).not.toBe(ana.device.id);
  });

  it('[CHA-2] says which devices and which encryption key an account has now', () => {
    const person = new Person(p);
    const second = person.addDevice();
    person.revoke(person.device);
    const rotated = p.kemPublicKey(p.random(32));
    person.say({ type: 'rotateEncryptionKey', version: 2, encryptionKey: rotated });
    const { view } = person;
    expect(view.encryptionKey).toEqual(rotated);
    expect(view.encryptionVersion).toBe(2);
    expect(deviceIsActive(view, person.device.id)).toBe(false);
    expect(deviceIsActive(view, second.id)).toBe(true);
    expect(deviceIsActive(view, 'ffffffffffffffff')).toBe(false);
    expect(view.devices.get(person.device.id)).toMatchObject({ addedAt: 1, revokedAt: 3 });
    expect(view.heads.length).toBe(view.statements.length);
  });

  it('[CHA-2] ends when it is closed', () => {
    const person = new Person(p);
    person.say({ type: 'closed' });
    expect(person.view.closed).toBe(true);
    expect(() => person.addDevice()).toThrow('order');
  });

  it('[CHA-2] refuses statements out of order', () => {
    const key = ana.device.keys.publicKey;
    const rotate = (version: number): StatementBody => ({
      type: 'rotateEncryptionKey',
      version,
      encryptionKey: p.kemPublicKey(p.random(32)),
    });
    const genesis: StatementBody = {
      type: 'genesis',
      rootKey: ana.root.publicKey,
      encryptionKey: ana.view.encryptionKey,
    };
    const wrong: StatementBody[] = [
      genesis,
      { type: 'addDevice', deviceKey: key },
      { type: 'revokeDevice', deviceKey: ben.device.keys.publicKey },
      rotate(3),
    ];
    for (const body of wrong) {
      const statement = signStatement(p, ana.root, ana.view, body);
      expect(readChain(p, [...ana.view.statements, statement])).toEqual({ ok: false, error: 'order' });
    }
    expect(readChain(p, [])).toEqual({ ok: false, error: 'order' });
    expect(readChain(p, ana.view.statements.slice(1))).toEqual({ ok: false, error: 'order' });
  });

  it('[CHA-2] a device that was shut out cannot be added or shut out again', () => {
    const person = new Person(p);
    person.revoke(person.device);
    const deviceKey = person.device.keys.publicKey;
    expect(() => person.say({ type: 'addDevice', deviceKey })).toThrow('order');
    expect(() => person.say({ type: 'revokeDevice', deviceKey })).toThrow('order');
  });

  it('[CHA-2] ATK-3 a forged addDevice is refused, whoever signed it and however it is linked', () => {
    const thief = p.signKeys(p.random(32));
    const body: StatementBody = { type: 'addDevice', deviceKey: thief.publicKey };
    const known = ana.view;
    const add = (statement: Uint8Array) => extendChain(p, known, [...known.statements, statement]);
    expect(add(signStatement(p, thief, known, body))).toEqual({ ok: false, error: 'signature' });
    expect(add(signStatement(p, ben.root, known, body))).toEqual({ ok: false, error: 'signature' });
    expect(add(signStatement(p, ana.device.keys, known, body))).toEqual({ ok: false, error: 'signature' });
    expect(add(signStatement(p, ana.root, undefined, body))).toEqual({ ok: false, error: 'link' });
    expect(add(signStatement(p, ana.root, ben.view, body))).toEqual({ ok: false, error: 'link' });
    expect(add(ben.view.statements[1]!)).toEqual({ ok: false, error: 'signature' });
    expect(add(encodeCbor([encodeCbor({ ...body, prev: chainHead(known) }), new Uint8Array(64)]))).toEqual({
      ok: false,
      error: 'signature',
    });
  });

  it('[CHA-2] ATK-7 refuses every flipped bit of a statement', () => {
    const statement = ana.view.statements[1]!;
    for (let bit = 0; bit < statement.length * 8; bit++) {
      const read = readChain(p, [ana.view.statements[0]!, flipped(statement, bit >> 3, bit & 7)]);
      expect(read.ok).toBe(false);
    }
  });

  it('[CHA-2] refuses unknown kinds, extra fields and wrong lengths', () => {
    const forms = [
      { type: 'promote' },
      { type: 'recovered', note: 'x' },
      { type: 'addDevice', deviceKey: new Uint8Array(31) },
      {},
    ];
    for (const form of forms) {
      const signed = signStatement(p, ana.root, ana.view, form as never);
      const read = readChain(p, [...ana.view.statements, signed]);
      expect(read).toEqual({ ok: false, error: 'malformed' });
    }
    expect(readChain(p, [new Uint8Array(0)])).toEqual({ ok: false, error: 'malformed' });
  });

  it('[CHA-3] a longer copy is learnt, a shorter one changes nothing', () => {
    const person = new Person(p);
    const before = person.view;
    person.addDevice();
    const longer = extendChain(p, before, person.view.statements);
    expect(longer.ok && longer.value.devices.size).toBe(2);
    person.addDevice();
    person.say({ type: 'recovered' });
    expect(extendChain(p, before, person.view.statements)).toEqual({ ok: true, value: person.view });
    expect(extendChain(p, person.view, before.statements)).toEqual({ ok: true, value: person.view });
    expect(extendChain(p, person.view, [])).toEqual({ ok: true, value: person.view });
  });

  it('[CHA-3] ATK-14 a copy that differs from what is known is a fork; another account is never taken for it', () => {
    const person = new Person(p);
    const before = person.view;
    const one = signStatement(p, person.root, before, { type: 'recovered' });
    const two = signStatement(p, person.root, before, {
      type: 'addDevice',
      deviceKey: ben.device.keys.publicKey,
    });
    const known = extendChain(p, before, [...before.statements, one]);
    if (!known.ok) throw new Error('own chain');
    expect(extendChain(p, known.value, [...before.statements, two])).toEqual({ ok: false, error: 'fork' });
    expect(extendChain(p, known.value, ben.view.statements)).toEqual({ ok: false, error: 'other-account' });
  });
});
