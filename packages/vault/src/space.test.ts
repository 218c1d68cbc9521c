import { concat, seededRandom } from '@holdfast/base';
import { encodeCbor, spaceIdOf } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import { flipped } from './primitives-contract.ts';
import { makeSpace, Person, Seat } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';
import type { EpochGift } from './space.ts';
import {
  createGenesis,
  keyCommitment,
  openWrap,
  readEpochStatement,
  readGenesis,
  rosterCommitment,
  wrapFor,
} from './space.ts';

const p = await sodiumPrimitives(seededRandom(41));
const ana = new Person(p);
const ben = new Person(p);
const noGenesis = { ok: false, error: 'genesis' };

describe('space', () => {
  it('[SPA-1] a genesis is read under its own id only', () => {
    const { spaceId, genesis } = createGenesis(p, 'broadcast', ana.id, 'plan');
    expect(readGenesis(p, spaceId, genesis)).toMatchObject({
      ok: true,
      value: { mode: 'broadcast', owner: ana.id, category: 'plan' },
    });
    const other = createGenesis(p, 'broadcast', ana.id, 'plan');
    expect(readGenesis(p, other.spaceId, genesis)).toEqual(noGenesis);
    for (let at = 0; at < genesis.length; at++)
      expect(readGenesis(p, spaceId, flipped(genesis, at, 0))).toEqual(noGenesis);
  });

  it('[SPA-1] refuses a genesis that says something else, even under a fitting id', () => {
    const base = { mode: 'pair', owner: ana.id, category: 'pair', salt: p.random(16) };
    const wrong = [
      { ...base, mode: 'hall' },
      { ...base, owner: 'ana' },
      { ...base, salt: p.random(8) },
      { ...base, admin: ben.id },
      { ...base, category: 'x'.repeat(65) },
    ];
    for (const form of wrong) {
      const bytes = encodeCbor(form);
      expect(readGenesis(p, spaceIdOf(p.sha256, bytes), bytes)).toEqual(noGenesis);
    }
    for (const bytes of [new Uint8Array(0), encodeCbor(base).subarray(1)])
      expect(readGenesis(p, spaceIdOf(p.sha256, bytes), bytes)).toEqual(noGenesis);
  });

  it('[SPA-2] reads a statement as the last op and no other form of it', () => {
    const space = makeSpace(p, 'private', ana);
    const seat = new Seat(space, ana, ana.device, []);
    const statement = seat.statement(p.random(32));
    expect(readEpochStatement(encodeCbor([{ op: 'chain', chain: [] }, statement]))).toMatchObject({
      epoch: 1,
    });
    expect(readEpochStatement(encodeCbor([statement, { op: 'chain', chain: [] }]))).toBeUndefined();
    expect(readEpochStatement(encodeCbor(statement))).toBeUndefined();
    expect(readEpochStatement(encodeCbor([]))).toBeUndefined();
    for (const change of [
      { epoch: 0 },
      { epoch: 1.5 },
      { removed: ['x'] },
      { extra: 1 },
      { keyCommitment: p.random(31) },
    ])
      expect(readEpochStatement(encodeCbor([{ ...statement, ...change }]))).toBeUndefined();
  });

  it('[SPA-2] a roster commitment hides who is in it, not how they were listed', () => {
    const salt = p.random(16);
    const both = rosterCommitment(p, salt, [ana.id, ben.id]);
    expect(rosterCommitment(p, salt, [ben.id, ana.id])).toEqual(both);
    expect(rosterCommitment(p, p.random(16), [ana.id, ben.id])).not.toEqual(both);
    expect(rosterCommitment(p, salt, [ana.id])).not.toEqual(both);
    expect(keyCommitment(p, salt)).not.toEqual(p.sha256(salt));
  });

  describe('wraps', () => {
    const { spaceId } = createGenesis(p, 'broadcast', ana.id, 'plan');
    const gift = (epoch: number): EpochGift => ({
      spaceId,
      epoch,
      control: p.random(32),
      seq: epoch,
      key: p.random(32),
    });
    const gifts = [gift(3), gift(4)];
    const member = { accountId: ben.id, encryptionKey: ben.view.encryptionKey, encryptionVersion: 1 };
    const op = wrapFor(p, member, gifts)!;
    const seed = (version: number) => (version === 1 ? ben.encryptionSeed : undefined);

    it('[SPA-3] open for their member with exactly the keys listed', () => {
      expect(openWrap(p, ben.id, seed, op)).toEqual({ ok: true, value: gifts });
    });

    it('[SPA-3] ATK-1 open for nobody else, under no other id, and never with a changed list', () => {
      expect(openWrap(p, ben.id, () => ana.encryptionSeed, op)).toEqual({ ok: false, error: 'sealed' });
      expect(openWrap(p, ana.id, seed, op)).toEqual({ ok: false, error: 'sealed' });
      expect(openWrap(p, ben.id, () => undefined, op)).toEqual({ ok: false, error: 'key' });
      const entries = gifts.map(({ epoch, control, seq }) => ({ spaceId, epoch, control, seq }));
      const lists = [
        [entries[1]!, entries[0]!],
        [entries[0]!],
        [{ ...entries[0]!, epoch: 9 }, entries[1]!],
        [{ ...entries[0]!, control: p.random(32) }, entries[1]!],
      ];
      for (const list of lists)
        expect(openWrap(p, ben.id, seed, { ...op, list: encodeCbor(list) })).toEqual({
          ok: false,
          error: 'sealed',
        });
    });

    it('[SPA-3] ATK-7 refuse every changed byte of what is sealed', () => {
      for (let at = 0; at < op.sealed.length; at += 7)
        expect(openWrap(p, ben.id, seed, { ...op, sealed: flipped(op.sealed, at, at & 7) }).ok).toBe(false);
      expect(openWrap(p, ben.id, seed, { ...op, sealed: concat(op.sealed, new Uint8Array(1)) }).ok).toBe(
        false,
      );
    });

    it('[SPA-3] are read in one form', () => {
      for (const form of [
        null,
        {},
        { ...op, op: 'wrapped' },
        { ...op, list: new Uint8Array(3) },
        { ...op, more: 1 },
      ])
        expect(openWrap(p, ben.id, seed, form)).toEqual({ ok: false, error: 'malformed' });
    });

    it('[SPA-3] ATK-1 are not made for a key that is refused', () => {
      expect(wrapFor(p, { ...member, encryptionKey: new Uint8Array(1215) }, gifts)).toBeUndefined();
    });
  });
});
