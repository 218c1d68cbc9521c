import { concat, idBytes, seededRandom, toId, unwrap, utf8 } from '@holdfast/base';
import { encodeCbor } from '@holdfast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealTo } from './keys.ts';
import type { Primitives } from './primitives.ts';
import { flipped } from './primitives-contract.ts';
import { readCallCode, writeCallCode } from './recovery-code.ts';
import { Person } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';
import type { Share } from './trusted.ts';
import {
  combineApprovals,
  openShare,
  requestTranscript,
  sealApproval,
  sealShare,
  setUpTrusted,
  TRUSTED,
} from './trusted.ts';
import { createMethod, loginOf, methodRecord, openMethod } from './unlock.ts';

const p = await sodiumPrimitives(seededRandom(131));
const ana = new Person(p);
const ben = new Person(p);
const refused = { ok: false, error: 'refused' };

/** A new phone that asks to be let back in. */
const newPhone = () => {
  const sealSeed = p.random(32);
  const requestId = toId<'recovery'>(p.random(16));
  return { accountId: ana.id, requestId, sealSeed, sealKey: p.kemPublicKey(sealSeed) };
};
const approve = (phone: ReturnType<typeof newPhone>, share: Share) => sealApproval(p, ana.id, phone, share)!;

describe('trusted people', () => {
  it('[TRU-1] any so many of the shares with the server’s half open the account, in any order', async () => {
    const sizes = fc
      .integer({ min: TRUSTED.fewest, max: TRUSTED.most })
      .chain((people) =>
        fc.tuple(fc.constant(people), fc.integer({ min: TRUSTED.needed, max: people }), fc.nat(1000)),
      );
    await fc.assert(
      fc.asyncProperty(sizes, async ([people, needed, turn]) => {
        const { shares, secret, half, callCode } = await setUpTrusted(p, ana.id, people, needed);
        expect(shares).toHaveLength(people);
        expect(readCallCode(writeCallCode(callCode))).toEqual({ ok: true, value: callCode });
        const phone = newPhone();
        const turned = shares.map((_, i) => shares[(i * (turn % 2 ? 1 : people - 1) + turn) % people]!);
        const some = [...new Set(turned)].slice(0, needed).map((share) => approve(phone, share));
        const all = shares.map((share) => approve(phone, share));
        if (some.length === needed)
          expect(unwrap(await combineApprovals(p, phone, some, half))).toEqual(secret);
        expect(unwrap(await combineApprovals(p, phone, all, half))).toEqual(secret);
      }),
      { numRuns: 25 },
    );
  });

  it('[TRU-1] ATK-26 fewer people, or another half, come to nothing', async () => {
    const { shares, secret, half } = await setUpTrusted(p, ana.id, 5, 3);
    const phone = newPhone();
    const two = shares.slice(0, 2).map((share) => approve(phone, share));
    expect(await combineApprovals(p, phone, two, half)).toEqual(refused);
    expect(await combineApprovals(p, phone, two.slice(1), half)).toEqual(refused);
    expect(await combineApprovals(p, phone, [], half)).toEqual(refused);
    // All the people together, with anything in place of the server's half, get a secret that opens nothing.
    const all = shares.map((share) => approve(phone, share));
    expect(unwrap(await combineApprovals(p, phone, all, p.random(32)))).not.toEqual(secret);
    const account = { accountId: ana.id, rootKey: ana.root.publicKey };
    const method = createMethod(p, account, secret, 'trusted', 20_000);
    const record = methodRecord(p, ana.root, ana.id, method, { version: 1, key: p.random(32) }, p.random(32));
    expect(openMethod(p, ana.id, unwrap(await combineApprovals(p, phone, all, half)), record).ok).toBe(true);
    const wrong = unwrap(await combineApprovals(p, phone, all, new Uint8Array(32)));
    expect(openMethod(p, ana.id, wrong, record)).toEqual(refused);
    expect(loginOf(p, wrong).locator).not.toBe(method.locator);
  });

  it('[TRU-1] refuses numbers of people that would let one alone in, or that cannot be', async () => {
    for (const [people, needed] of [
      [1, 1],
      [2, 1],
      [6, 2],
      [3, 4],
      [2, 0],
    ] as const)
      await expect(setUpTrusted(p, ana.id, people, needed)).rejects.toThrow('Not so many people');
  });

  it('[TRU-2] [TRU-7] finds what belongs together among what a person sent wrongly', async () => {
    const { shares, secret, half } = await setUpTrusted(p, ana.id, 4, 2);
    const other = await setUpTrusted(p, ana.id, 4, 2);
    const phone = newPhone();
    const good = shares.slice(0, 2).map((share) => approve(phone, share));
    const bent = { ...shares[2]!, share: flipped(shares[2]!.share, 4, 1) };
    const posing = { ...shares[0]!, share: flipped(shares[0]!.share, 0, 1) };
    const old = approve(phone, other.shares[0]!);
    const another = approve(newPhone(), shares[2]!);
    for (const noise of [
      [approve(phone, bent)],
      [old],
      [another],
      [new Uint8Array(9)],
      [approve(phone, posing)],
    ])
      expect(await combineApprovals(p, phone, [...noise, ...good], half)).toEqual({
        ok: true,
        value: secret,
      });
    expect(await combineApprovals(p, phone, [old, good[0]!], half)).toEqual(refused);
    expect(await combineApprovals(p, phone, [good[0]!, good[0]!], half)).toEqual(refused);
    const odd = { ...shares[1]!, commitment: p.random(32) };
    expect(await combineApprovals(p, phone, [good[0]!, approve(phone, odd)], half)).toEqual(refused);
    const nowhere = { ...shares[0]!, share: shares[0]!.share.slice().fill(0, 32) };
    expect(await combineApprovals(p, phone, [approve(phone, nowhere), good[1]!], half)).toEqual(refused);
  });

  it('[TRU-7] two who made up a secret of their own do not keep three others from opening, whoever comes first', async () => {
    const { shares, secret, half } = await setUpTrusted(p, ana.id, 5, 3);
    const made = await setUpTrusted(p, ana.id, 2, 2);
    const phone = newPhone();
    const [liars, honest] = [made.shares, shares.slice(2)].map((all) =>
      all.map((one) => approve(phone, one)),
    );
    expect((await combineApprovals(p, phone, liars!, half)).ok).toBe(true);
    for (const sent of [
      [...liars!, ...honest!],
      [...honest!, ...liars!],
    ])
      expect(await combineApprovals(p, phone, sent, half)).toEqual({ ok: true, value: secret });
  });

  it('[TRU-7] opens no more than five, however many the server sends', async () => {
    const { shares, half } = await setUpTrusted(p, ana.id, 2, 2);
    const phone = newPhone();
    let opened = 0;
    const counting: Primitives = { ...p, kemDecapsulate: (...args) => (opened++, p.kemDecapsulate(...args)) };
    const many = Array.from({ length: 12 }, () => approve(phone, shares[0]!));
    expect(await combineApprovals(counting, phone, many, half)).toEqual(refused);
    expect(opened).toBe(TRUSTED.most);
  });

  it('[TRU-3] a share has one form', async () => {
    const { shares, configId } = await setUpTrusted(p, ana.id, 2, 2);
    const of = { owner: ana.id, configId };
    const info = concat(utf8('hf1/share'), idBytes(ana.id), configId);
    const open = (bytes: Uint8Array) =>
      openShare(p, ben.encryptionSeed, of, sealTo(p, ben.view.encryptionKey, info, bytes)!);
    const own = { ...shares[0]! };
    expect(open(encodeCbor(own))).toEqual(own);
    for (const change of [{ share: p.random(32) }, { callCode: p.random(8) }, { people: 2 }])
      expect(open(encodeCbor({ ...own, ...change }))).toBeUndefined();
    expect(open(new Uint8Array([0xff]))).toBeUndefined();
  });

  it('[TRU-3] ATK-9 a share opens for its person, for this account and arrangement, and in no other place', async () => {
    const { shares, configId } = await setUpTrusted(p, ana.id, 3, 2);
    const of = { owner: ana.id, configId };
    const sealed = sealShare(p, ben.view.encryptionKey, of, shares[1]!)!;
    expect(openShare(p, ben.encryptionSeed, of, sealed)).toEqual(shares[1]);
    expect(openShare(p, ana.encryptionSeed, of, sealed)).toBeUndefined();
    expect(openShare(p, ben.encryptionSeed, { ...of, owner: ben.id }, sealed)).toBeUndefined();
    expect(openShare(p, ben.encryptionSeed, { ...of, configId: p.random(16) }, sealed)).toBeUndefined();
    expect(openShare(p, ben.encryptionSeed, of, flipped(sealed, 1200, 2))).toBeUndefined();
    expect(sealShare(p, new Uint8Array(1216), of, shares[1]!)).toBeUndefined();
    // Nothing in it says how many others there are, or how many are needed.
    const lengths = await Promise.all(
      [
        [2, 2],
        [5, 4],
      ].map(([n, t]) => setUpTrusted(p, ana.id, n!, t!)),
    );
    expect(new Set(lengths.map((set) => encodeCbor({ ...set.shares[0]! }).length)).size).toBe(1);
    expect(Object.keys(shares[0]!).toSorted()).toEqual(['approverSeed', 'callCode', 'commitment', 'share']);
  });

  it('[TRU-5] ATK-26 the words change with the phone’s key, the account and the request', () => {
    const phone = newPhone();
    const words = requestTranscript(p, ana.id, phone);
    expect(requestTranscript(p, ana.id, { ...phone, sealKey: newPhone().sealKey })).not.toEqual(words);
    expect(requestTranscript(p, ben.id, phone)).not.toEqual(words);
    expect(requestTranscript(p, ana.id, { ...phone, requestId: newPhone().requestId })).not.toEqual(words);
  });

  it('[TRU-6] ATK-26 an approval is for the phone, the account and the request it was given to', async () => {
    const { shares, half } = await setUpTrusted(p, ana.id, 2, 2);
    const phone = newPhone();
    const approvals = shares.map((share) => approve(phone, share));
    const others = [
      { ...phone, sealSeed: p.random(32) },
      { ...phone, accountId: ben.id },
      { ...phone, requestId: newPhone().requestId },
    ];
    for (const other of others) expect(await combineApprovals(p, other, approvals, half)).toEqual(refused);
    expect(sealApproval(p, ana.id, { ...phone, sealKey: new Uint8Array(1216) }, shares[0]!)).toBeUndefined();
  });
});
