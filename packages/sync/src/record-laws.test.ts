import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex, unwrap } from '@holdfast/base';
import { decodeCbor } from '@holdfast/protocol';
import type { Op, RecordView } from './op.ts';
import { encodeOps, parseOps } from './op.ts';
import { RecordStore } from './record-store.ts';

/** Cases of each law; the nightly run sets FC_RUNS to 100000 or more. */
const numRuns = Number(process.env['FC_RUNS'] ?? 10_000);
const TIMEOUT = 60_000 + numRuns * 10;

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hash = (store: RecordStore) => toHex(store.stateHash(sha256));

// Few names and positions, so that ops meet: two writers who never touch one field prove nothing.
const name = fc.constantFrom('a', 'b', 'c');
const value = fc.oneof(
  fc.constantFrom(null, true, 0, 1, -1.5, '', 'x', 2 ** 53 - 1),
  fc.uint8Array({ maxLength: 2 }),
  fc.array(fc.constantFrom('y', 2), { maxLength: 2 }),
);
const fields = fc
  .dictionary(fc.constantFrom('f', 'g', 'h', '$deleted'), value, {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  })
  .map((entries) =>
    '$deleted' in entries ? { ...entries, $deleted: entries['$deleted'] === true } : entries,
  );
const place = { type: fc.constantFrom('t', 'u'), id: name };
const set = { ...place, field: fc.constantFrom('f', 's'), element: name };
const op: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ op: fc.constant('put' as const), ...place, fields }, { noNullPrototype: true }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ op: fc.constant('add' as const), ...set, value }, { noNullPrototype: true }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ op: fc.constant('remove' as const), ...set }, { noNullPrototype: true }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ op: fc.constant('delete' as const), ...place }, { noNullPrototype: true }),
  },
);
// Nothing keeps two envelopes from claiming one position: the laws hold against forks too.
const envelope = fc.record({
  at: fc.record({
    lamport: fc.integer({ min: 1, max: 4 }),
    writerId: fc.constantFrom('W1', 'W2', 'w'),
    wseq: fc.integer({ min: 1, max: 2 }),
  }),
  ops: fc.array(op, { minLength: 1, maxLength: 4 }),
});
type Envelope = typeof envelope extends fc.Arbitrary<infer E> ? E : never;
const envelopes = fc.array(envelope, { maxLength: 8 });

function storeOf(list: readonly Envelope[]): RecordStore {
  const store = new RecordStore();
  for (const { at, ops } of list) store.apply(at, ops);
  return store;
}
const shown = (store: RecordStore) => store.types().map((type) => store.list(type));
const joined = (store: RecordStore, other: RecordStore) => {
  const out = unwrap(RecordStore.fromSnapshot(store.toSnapshot()));
  unwrap(out.mergeSnapshot(other.toSnapshot()));
  return out;
};

const storeViews = (store: RecordStore) =>
  shown(store)
    .flat()
    .map((view) => [`${view.type}/${view.id}`, view] as const);

/** The readable twin of the store: sort everything, then carry it out on plain objects. */
function oneByOne(list: readonly Envelope[]) {
  const sorted = list.toSorted(
    (a, b) =>
      a.at.lamport - b.at.lamport || compareText(a.at.writerId, b.at.writerId) || a.at.wseq - b.at.wseq,
  );
  const records: Record<string, { deleted: boolean; view: RecordView }> = {};
  for (const each of sorted.flatMap(({ ops }) => ops)) {
    const { type, id } = each;
    const record = (records[`${type}/${id}`] ??= {
      deleted: false,
      view: { type, id, fields: {}, sets: {} },
    });
    const fieldsOf = record.view.fields as Record<string, unknown>;
    const setsOf = record.view.sets as Record<string, Record<string, unknown>>;
    if (each.op === 'put') {
      const { $deleted, ...rest } = each.fields;
      if ($deleted === false) record.deleted = false;
      Object.assign(fieldsOf, rest);
    }
    if (each.op === 'delete' || (each.op === 'put' && each.fields['$deleted'] === true)) {
      record.deleted = true;
      for (const cells of [fieldsOf, setsOf]) for (const name of Object.keys(cells)) delete cells[name];
    }
    if (each.op === 'add') (setsOf[each.field] ??= {})[each.element] = each.value;
    if (each.op === 'remove') delete (setsOf[each.field] ??= {})[each.element];
  }
  return Object.fromEntries(
    Object.entries(records)
      .filter(([, { deleted, view }]) => {
        const held = [view.fields, ...Object.values(view.sets)].some(
          (cells) => Object.keys(cells).length > 0,
        );
        return !deleted && held;
      })
      .map(([key, { view }]) => [key, view]),
  );
}
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe(`Laws of merging, ${numRuns} cases each`, () => {
  it(
    '[REC-2] [REC-3] [REC-10] any order of arrival, with any repeats, gives one state',
    () => {
      const deliveries = envelopes.chain((list) =>
        fc.record({
          list: fc.constant(list),
          shuffled: fc.shuffledSubarray(list, { minLength: list.length }),
          again: fc.shuffledSubarray(list),
        }),
      );
      fc.assert(
        fc.property(deliveries, ({ list, shuffled, again }) => {
          const first = storeOf(list);
          const second = storeOf([...again, ...shuffled, ...again]);
          expect(hash(second)).toBe(hash(first));
          expect(shown(second)).toEqual(shown(first));
        }),
        { numRuns },
      );
    },
    TIMEOUT,
  );

  it(
    '[REC-1] [REC-2] [REC-4] [REC-5] [REC-6] the state is what the ops give when carried out one by one in order',
    () => {
      const unforked = fc.uniqueArray(envelope, { maxLength: 8, selector: ({ at }) => JSON.stringify(at) });
      fc.assert(
        fc.property(unforked, (list) => {
          expect(Object.fromEntries(storeViews(storeOf(list)))).toEqual(oneByOne(list));
        }),
        { numRuns },
      );
    },
    TIMEOUT,
  );

  it(
    '[REC-2] [REC-11] joining states commutes, associates and is idempotent, and equals applying all ops',
    () => {
      fc.assert(
        fc.property(envelopes, envelopes, envelopes, (a, b, c) => {
          const [A, B, C] = [storeOf(a), storeOf(b), storeOf(c)];
          expect(hash(joined(A, B))).toBe(hash(joined(B, A)));
          expect(hash(joined(joined(A, B), C))).toBe(hash(joined(A, joined(B, C))));
          expect(hash(joined(A, A))).toBe(hash(A));
          expect(hash(joined(A, B))).toBe(hash(storeOf([...a, ...b])));
        }),
        { numRuns },
      );
    },
    TIMEOUT,
  );

  it(
    '[REC-11] a snapshot opens to the same state, shown the same, and takes further ops the same way',
    () => {
      fc.assert(
        fc.property(envelopes, envelopes, (before, after) => {
          const straight = storeOf(before);
          const opened = unwrap(RecordStore.fromSnapshot(straight.toSnapshot()));
          expect(opened.toSnapshot()).toEqual(straight.toSnapshot());
          expect(shown(opened)).toEqual(shown(straight));
          for (const { at, ops } of after) {
            straight.apply(at, ops);
            opened.apply(at, ops);
          }
          expect(hash(opened)).toBe(hash(straight));
          expect(shown(opened)).toEqual(shown(straight));
        }),
        { numRuns },
      );
    },
    TIMEOUT,
  );

  it(
    '[REC-11] the parts of a state, by any division of its positions and of any size, add up to it',
    () => {
      fc.assert(
        fc.property(envelopes, fc.integer({ min: 60, max: 400 }), (list, bytes) => {
          const store = storeOf(list);
          const early = store.toParts(bytes, ({ lamport }) => lamport < 3);
          const late = store.toParts(bytes, ({ lamport }) => lamport >= 3);
          if (!early || !late) return;
          const again = new RecordStore();
          for (const part of [...late, ...early]) unwrap(again.mergeSnapshot(part));
          expect(hash(again)).toBe(hash(store));
        }),
        { numRuns: numRuns / 10 },
      );
    },
    TIMEOUT,
  );

  it(
    '[REC-12] ops that write lost positions once more show what merging both stores shows, and bring nothing twice',
    () => {
      const unforked = fc.uniqueArray(envelope, { maxLength: 8, selector: ({ at }) => JSON.stringify(at) });
      // What a writer wrote first may be on both sides, and who lost something may have read the others or not.
      const lostFrom = fc.constantFrom(1, 2);
      fc.assert(
        fc.property(unforked, lostFrom, fc.boolean(), (list, from, readOthers) => {
          const isLost = ({ writerId, wseq }: { writerId: string; wseq: number }) =>
            writerId === 'W1' && wseq >= from;
          const there = storeOf(list.filter(({ at }) => !isLost(at)));
          const here = storeOf(readOthers ? list : list.filter(({ at }) => at.writerId === 'W1'));
          const lost = here.opsFor(there, isLost);
          lost.forEach((ops, i) => there.apply({ lamport: 100 + i, writerId: 'W1', wseq: 100 + i }, ops));
          expect(shown(there)).toEqual(shown(storeOf(list)));
          expect(here.opsFor(there, isLost)).toEqual([]);
        }),
        { numRuns },
      );
    },
    TIMEOUT,
  );

  it(
    '[REC-7] pending writes are shown as if sealed last, and leave no trace when dropped',
    () => {
      fc.assert(
        fc.property(envelopes, fc.array(fc.array(op, { maxLength: 3 }), { maxLength: 4 }), (list, writes) => {
          const store = storeOf(list);
          const before = { hash: hash(store), shown: shown(store) };
          store.setPending(writes.map((ops, i) => ({ token: `t${i}`, ops })));
          const sealed = storeOf(list);
          writes.forEach((ops, i) => sealed.apply({ lamport: 100 + i, writerId: 'w', wseq: 1 }, ops));
          expect(shown(store)).toEqual(shown(sealed));
          expect(hash(store)).toBe(before.hash);
          writes.forEach((_, i) => store.dropPending(`t${i}`));
          expect(shown(store)).toEqual(before.shown);
        }),
        { numRuns },
      );
    },
    TIMEOUT,
  );

  it(
    '[REC-8] ops come back from their encoding as they were',
    () => {
      fc.assert(
        fc.property(fc.array(op), (ops) => {
          expect(parseOps(unwrap(decodeCbor(encodeOps(ops))))).toEqual({ ops, unreadable: 0 });
        }),
        { numRuns },
      );
    },
    TIMEOUT,
  );

  it('the cases above make records meet: ops lose, forks happen, records are deleted and come back', () => {
    const seen = { lost: 0, forked: 0, deleted: 0, revived: 0 };
    for (const list of fc.sample(envelopes, { numRuns: 2_000, seed: 7 })) {
      const all = storeOf(list);
      seen.lost += list.some((_, i) => hash(storeOf(list.toSpliced(i, 1))) === hash(all)) ? 1 : 0;
      seen.forked += new Set(list.map(({ at }) => JSON.stringify(at))).size < list.length ? 1 : 0;
      const ops = list.flatMap((item) => item.ops);
      seen.deleted += ops.some((o) => o.op === 'delete' && all.get(o.type, o.id) === undefined) ? 1 : 0;
      seen.revived += ops.some((o) => o.op === 'delete' && all.get(o.type, o.id) !== undefined) ? 1 : 0;
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
  });
});
