import { seededRandom, unwrap } from '@holdfast/base';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import type { WriterId } from '@holdfast/protocol';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { describe, expect, it } from 'vitest';
import { makeSpace, Person, Seat, stateOf } from './scene.ts';
import { SpaceLog } from './space-log.ts';
import { decodeLogState, encodeLogState } from './space-log-state.ts';

const p = fakePrimitives(seededRandom(131));
const ana = new Person(p);
const ben = new Person(p);
const space = makeSpace(p, 'pair', ana, ben);

/** A log that Ben's device took in, what comes next, and how to open the log again from what was kept. */
function scene() {
  const a = new Seat(space, ana, ana.device, [ben]);
  const b = new Seat(space, ben, ben.device, [ana]);
  const envelopes = [a.openEpoch().bytes];
  b.give(1, a.keyOf(1).key);
  b.take(envelopes[0]!);
  const say = (from: Seat, to: Seat) => {
    const bytes = from.write({ op: 'note' });
    to.take(bytes);
    envelopes.push(bytes);
  };
  for (let i = 0; i < 5; i++) say(i % 2 === 0 ? a : b, i % 2 === 0 ? b : a);
  const second = a.openEpoch();
  b.give(2, second.key);
  b.take(second.bytes);
  envelopes.push(second.bytes);
  say(b, a);
  const reopen = (state: Uint8Array) =>
    new SpaceLog({
      primitives: p,
      spaceId: space.spaceId,
      genesis: space.genesis,
      writers: space.writers,
      accounts: b.accounts,
      keys: (epoch) => b.keys.find((held) => held.epoch === epoch),
      vouched: () => [],
      state,
    });
  return { a, b, envelopes, reopen };
}

/** How many places each part of an encoded state holds. */
const chunksOf = (state: Parameters<typeof encodeLogState>[0]): number[] => {
  const { places } = unwrap(decodeCbor(encodeLogState(state))) as { places: { wseqs: number[] }[] };
  return places.map(({ wseqs }) => wseqs.length);
};

describe('kept state of a log', () => {
  it('[ACC-14] a log opened from it stands where it stood and goes on alike', () => {
    const { a, b, envelopes, reopen } = scene();
    const log = reopen(b.log.toState());
    expect(stateOf(log)).toEqual(stateOf(b.log));
    expect(log.controlOf(1)).toEqual(b.log.controlOf(1));
    expect(log.next(b.writerId)).toEqual(b.log.next(b.writerId));
    expect(log.roster).toEqual([]);
    for (const bytes of envelopes) expect(log.accept(bytes)).toEqual({ status: 'duplicate' });
    const next = a.write({ op: 'note' });
    expect(log.accept(next).status).toBe('applied');
    b.take(next);
    expect(log.toState()).toEqual(b.log.toState());
  });

  it('[ACC-14] ATK-14 a fork of something older is still found', () => {
    const { a, b, reopen } = scene();
    const twin = a.seal(a.draft('data', [{ op: 'note', twin: true }]));
    b.take(a.write({ op: 'note' }));
    expect(reopen(b.log.toState()).accept(twin)).toEqual({ status: 'refused', reason: 'fork' });
  });

  it('[ACC-14] ATK-28 a device that was shut out stays out', () => {
    const owner = new Person(p);
    const plan = makeSpace(p, 'private', owner);
    const old = new Seat(plan, owner, owner.device, []);
    const first = old.openEpoch();
    const own = new Seat(plan, owner, owner.addDevice(), []);
    own.give(1, first.key);
    own.take(first.bytes);
    owner.revoke(owner.device);
    own.openEpoch([old.writerId]);
    own.accounts.put(owner.view);
    const kept = decodeLogState(own.log.toState())!;
    expect(kept.chainPositions.get(owner.id)).toBe(owner.view.heads.length - 1);
    expect(kept.writers.get(old.writerId)?.removed).toBe(true);
  });

  it('[ACC-14] holds many places of one writer, and reads them back', () => {
    const writerId = 'AAAAAAAAAAAAAAAAAAAAAA' as WriterId;
    const places = new Map(
      Array.from({ length: 9000 }, (_, i) => [
        `${writerId}/${i + 1}`,
        { envelopeId: p.sha256(encodeCbor(i)), lamport: i + 1 },
      ]),
    );
    const state = { epoch: 0, controls: new Map(), writers: new Map(), places, chainPositions: new Map() };
    const read = decodeLogState(encodeLogState(state));
    expect(chunksOf(state)).toEqual([4096, 4096, 808]);
    expect(chunksOf({ ...state, places: new Map([...places].slice(0, 8192)) })).toEqual([4096, 4096]);
    expect(read?.places.size).toBe(9000);
    expect(read?.places.get(`${writerId}/8192`)).toEqual(places.get(`${writerId}/8192`));
    expect(read?.places.get(`${writerId}/9000`)).toEqual(places.get(`${writerId}/9000`));
  });

  it('[ACC-14] anything else is not a state', () => {
    const { b, reopen } = scene();
    const state = b.log.toState();
    expect(decodeLogState(state)).toBeDefined();
    expect(() => reopen(state.subarray(1))).toThrow('does not read');
    for (const bytes of [new Uint8Array(0), state.subarray(1), encodeCbor({}), encodeCbor(null)])
      expect(decodeLogState(bytes)).toBeUndefined();
    const kept = { epoch: 1, controls: [], writers: [], chainPositions: [] };
    const places = (change: object) =>
      decodeLogState(
        encodeCbor({
          ...kept,
          places: [{ writerId: 'x', wseqs: [1], lamports: [1], ids: new Uint8Array(32), ...change }],
        }),
      );
    expect(places({})).toBeDefined();
    for (const change of [{ ids: new Uint8Array(33) }, { lamports: [1, 2] }, { wseqs: [] }, { extra: 1 }])
      expect(places(change)).toBeUndefined();
  });
});
