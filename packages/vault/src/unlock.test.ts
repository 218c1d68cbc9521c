import { idBytes, seededRandom, unwrap, utf8 } from '@holdfast/base';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import { deriveKey, sealBox, sealTo } from './keys.ts';
import { KDF, SIGNED } from './labels.ts';
import type { Primitives, SignKeys } from './primitives.ts';
import { flipped } from './primitives-contract.ts';
import { readRecoveryCode, writeRecoveryCode } from './recovery-code.ts';
import { Person } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';
import type { Method } from './unlock.ts';
import {
  createDeviceMethod,
  createMethod,
  deviceOfMethod,
  loginOf,
  methodRecord,
  openMethod,
} from './unlock.ts';
import { deviceIdOf, readChain, signStatement } from './chain.ts';

const p = await sodiumPrimitives(seededRandom(71));
const ana = new Person(p);
const eve = new Person(p);
const account = { accountId: ana.id, rootKey: ana.root.publicKey };
const secret = p.random(16);
const code = createMethod(p, account, secret, 'code', 20_000);
const master = { version: 1, key: p.random(32) };
const record = methodRecord(p, ana.root, ana.id, code, master);
const refused = { ok: false, error: 'refused' };

interface Body {
  methodId: Uint8Array;
  type: string;
  unlockKey: Uint8Array;
  anchor: Uint8Array;
  masterVersion: number;
  masterSeal: Uint8Array;
  journalSeal?: Uint8Array;
}
const bodyOf = (bytes: Uint8Array): Body => {
  const outer = decodeCbor(bytes);
  const inner = outer.ok ? decodeCbor((outer.value as Uint8Array[])[0]!) : outer;
  if (!inner.ok) throw new Error('own record');
  return inner.value as Body;
};
/** A record as someone without the secret would make it: any body, signed by any key, for any account. */
const forge = (body: Body, signer: SignKeys, accountId = ana.id): Uint8Array => {
  const bytes = encodeCbor({ ...body });
  const signed = new Uint8Array([...utf8(SIGNED.unlockMethod), ...idBytes(accountId), ...bytes]);
  return encodeCbor([bytes, p.sign(signer, signed)]);
};

describe('unlock methods', () => {
  it('[UNL-4] a secret alone opens the account: typed code, locator, record, master key', () => {
    const typed = readRecoveryCode(writeRecoveryCode(secret).toLowerCase());
    if (!typed.ok) throw new Error('own code');
    expect(loginOf(p, typed.value)).toEqual(loginOf(p, secret));
    expect(code.locator).toBe(loginOf(p, secret).locator);
    expect(code.loginKey).toEqual(loginOf(p, secret).login.publicKey);
    expect(openMethod(p, ana.id, typed.value, record)).toEqual({ ok: true, value: { ...account, master } });
  });

  it('[UNL-1] locator and login key say nothing of the secret’s other keys, and only a code can be looked up', () => {
    const { locator, login } = loginOf(p, secret);
    expect(idBytes(locator)).toEqual(deriveKey(p, secret, KDF.locate, undefined, 16));
    expect(login.publicKey).not.toEqual(p.signKeys(deriveKey(p, secret, KDF.unlock)).publicKey);
    expect(createMethod(p, account, p.random(32), 'device', 20_000)).not.toHaveProperty('locator');
  });

  it('[UNL-2] two methods of one secret share no key but the login', () => {
    const again = createMethod(p, account, secret, 'code', 20_000);
    expect(again.unlockKey).not.toEqual(code.unlockKey);
    expect(again.anchor).not.toEqual(code.anchor);
    expect(again.loginKey).toEqual(code.loginKey);
  });

  it('[UNL-3] keys rotate with nobody typing anything', () => {
    const next = { version: 2, key: p.random(32) };
    const rotated = methodRecord(p, ana.root, ana.id, code, next);
    expect(openMethod(p, ana.id, secret, rotated)).toMatchObject({ ok: true, value: { master: next } });
  });

  it('[UNL-4] ATK-4 a master key of the server’s own making is refused', () => {
    const body = bodyOf(record);
    const info = new Uint8Array([...utf8('hf1/amk'), ...idBytes(ana.id), ...body.methodId, 0, 0, 0, 1]);
    const evil = { ...body, masterSeal: sealTo(p, body.unlockKey, info, p.random(32))! };
    expect(openMethod(p, ana.id, secret, forge(body, ana.root)).ok).toBe(true);
    expect(openMethod(p, ana.id, secret, forge(evil, eve.root))).toEqual(refused);
    expect(openMethod(p, ana.id, secret, forge(evil, p.signKeys(p.random(32))))).toEqual(refused);
  });

  it('[UNL-4] ATK-4 an unlock key of the server’s own making is refused, even under the root’s signature', () => {
    const seed = p.random(32);
    const unlockKey = p.kemPublicKey(seed);
    const body = bodyOf(methodRecord(p, ana.root, ana.id, { ...code, unlockKey }, master));
    expect(openMethod(p, ana.id, secret, forge(body, eve.root))).toEqual(refused);
    expect(openMethod(p, ana.id, secret, forge(body, ana.root))).toEqual(refused);
  });

  it('[UNL-4] ATK-4 an account enrolled by the server under the same code is refused', () => {
    const body = bodyOf(record);
    const anchor = sealBox(
      p,
      p.random(32),
      utf8('code'),
      encodeCbor({ accountId: eve.id, rootKey: eve.root.publicKey }),
    );
    expect(openMethod(p, eve.id, secret, forge({ ...body, anchor }, eve.root, eve.id))).toEqual(refused);
    // Even a holder of the secret cannot put another root key behind an id.
    const wrongRoot = createMethod(p, { accountId: ana.id, rootKey: eve.root.publicKey }, secret, 'code', 1);
    expect(openMethod(p, ana.id, secret, methodRecord(p, eve.root, ana.id, wrongRoot, master))).toEqual(
      refused,
    );
    const wrongId = createMethod(p, { accountId: eve.id, rootKey: ana.root.publicKey }, secret, 'code', 1);
    expect(openMethod(p, ana.id, secret, methodRecord(p, ana.root, ana.id, wrongId, master))).toEqual(
      refused,
    );
    const key = deriveKey(p, secret, KDF.anchor, new Uint8Array([...idBytes(ana.id), ...body.methodId]));
    const naming = (accountId: string) =>
      sealBox(p, key, utf8('code'), encodeCbor({ accountId, rootKey: ana.root.publicKey }));
    const opens = (sealed: Uint8Array) =>
      openMethod(p, ana.id, secret, forge({ ...body, anchor: sealed }, ana.root)).ok;
    expect(opens(naming(ana.id))).toBe(true);
    expect(opens(naming(eve.id))).toBe(false);
  });

  it('[UNL-4] ATK-4 records do not stand for one another: other method, account, type or version', () => {
    const other = createMethod(p, account, p.random(32), 'device', 20_000);
    const otherRecord = methodRecord(p, ana.root, ana.id, other, master);
    const [mine, theirs] = [bodyOf(record), bodyOf(otherRecord)];
    expect(openMethod(p, ana.id, secret, otherRecord)).toEqual(refused);
    expect(openMethod(p, eve.id, secret, record)).toEqual(refused);
    const mixes: Body[] = [
      { ...mine, masterSeal: theirs.masterSeal },
      { ...mine, anchor: theirs.anchor },
      { ...mine, unlockKey: theirs.unlockKey },
      { ...mine, methodId: theirs.methodId },
      { ...mine, type: 'device' },
      { ...mine, masterVersion: 2 },
    ];
    for (const mix of mixes) expect(openMethod(p, ana.id, secret, forge(mix, ana.root))).toEqual(refused);
  });

  it('[UNL-4] ATK-7 every flipped bit of a record gives the one answer', () => {
    for (let at = 0; at < record.length; at++)
      expect(openMethod(p, ana.id, secret, flipped(record, at, at & 7))).toEqual(refused);
    for (const bytes of [
      new Uint8Array(0),
      record.subarray(1),
      encodeCbor([]),
      encodeCbor([new Uint8Array(1), new Uint8Array(64)]),
    ])
      expect(openMethod(p, ana.id, secret, bytes)).toEqual(refused);
    expect(openMethod(p, ana.id, flipped(secret, 0, 0), record)).toEqual(refused);
  });

  it('[UNL-4] ATK-5 nothing in a record chooses a cost: no password is hashed to open one', () => {
    let hashed = 0;
    const counting: Primitives = {
      ...p,
      passwordHash(...args) {
        hashed += 1;
        return p.passwordHash(...args);
      },
    };
    expect(openMethod(counting, ana.id, secret, record).ok).toBe(true);
    expect(hashed).toBe(0);
    for (const extra of [{ params: { memory: 1 } }, { salt: p.random(16) }, { alg: 'pbkdf2' }])
      expect(openMethod(p, ana.id, secret, forge({ ...bodyOf(record), ...extra }, ana.root))).toEqual(
        refused,
      );
  });

  it('[UNL-3] rotation seals to the keys in the vault: an own key that is refused is a bug', () => {
    const broken: Method = { ...code, unlockKey: new Uint8Array(1216) };
    expect(() => methodRecord(p, ana.root, ana.id, broken, master)).toThrow('refused');
  });

  it('[UNL-6] gives the journal’s key beside the master key, or nothing where that key is not the one sealed', () => {
    const journalKey = p.random(32);
    const withJournal = bodyOf(methodRecord(p, ana.root, ana.id, code, master, journalKey));
    const opens = (body: Body) => openMethod(p, ana.id, secret, forge(body, ana.root));
    expect(opens(withJournal)).toEqual({ ok: true, value: { ...account, master, journalKey } });
    const info = new Uint8Array([...utf8('hf1/jk'), ...idBytes(ana.id), ...withJournal.methodId, 0, 0, 0, 1]);
    const sealed = (key: Uint8Array, name = info) => sealTo(p, withJournal.unlockKey, name, key)!;
    expect(opens({ ...withJournal, journalSeal: sealed(journalKey) }).ok).toBe(true);
    for (const journalSeal of [
      sealed(p.random(31)),
      sealed(journalKey, info.with(info.length - 1, 2)),
      flipped(withJournal.journalSeal!, 5, 0),
      withJournal.masterSeal,
    ])
      expect(opens({ ...withJournal, journalSeal })).toEqual(refused);
    const trusted = createMethod(p, account, secret, 'trusted', 20_000);
    const forTrusted = methodRecord(p, ana.root, ana.id, trusted, master, journalKey);
    expect(openMethod(p, ana.id, secret, forTrusted)).toEqual({ ok: true, value: { ...account, master } });
  });

  it('[UNL-5] a device method counts only with the signature of a device that is in the chain and not shut out', () => {
    const root = p.signKeys(p.random(32));
    const [own, other] = [p.signKeys(p.random(32)), p.signKeys(p.random(32))];
    const encryptionKey = p.kemPublicKey(p.random(32));
    const genesis = signStatement(p, root, undefined, {
      type: 'genesis',
      rootKey: root.publicKey,
      encryptionKey,
    });
    const grown = [
      { type: 'addDevice', deviceKey: own.publicKey },
      { type: 'revokeDevice', deviceKey: own.publicKey },
    ] as const;
    const chain = [genesis];
    const viewOf = () => unwrap(readChain(p, chain));
    const holder = { accountId: viewOf().accountId, rootKey: root.publicKey };
    const method = createDeviceMethod(p, holder, p.random(32), own, 20_000);
    expect(deviceOfMethod(p, viewOf(), method)).toBeUndefined();
    chain.push(signStatement(p, root, viewOf(), grown[0]));
    expect(method.device!.id).toBe(deviceIdOf(p, own.publicKey));
    expect(deviceOfMethod(p, viewOf(), method)).toBe(method.device!.id);
    const planted = createMethod(p, holder, p.random(32), 'device', 20_000);
    expect(deviceOfMethod(p, viewOf(), planted)).toBeUndefined();
    expect(deviceOfMethod(p, viewOf(), { ...planted, device: method.device! })).toBeUndefined();
    const foreign = createDeviceMethod(p, holder, p.random(32), other, 20_000);
    expect(
      deviceOfMethod(p, viewOf(), { ...foreign, device: { ...foreign.device!, id: method.device!.id } }),
    ).toBeUndefined();
    expect(deviceOfMethod(p, viewOf(), { ...method, type: 'code' })).toBeUndefined();
    chain.push(signStatement(p, root, viewOf(), grown[1]));
    expect(deviceOfMethod(p, viewOf(), method)).toBeUndefined();
  });
});
