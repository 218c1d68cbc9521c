import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { toHex, unwrap } from '@holdfast/base';
import type { CborValue } from '@holdfast/protocol';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import type { Op } from './op.ts';
import { DELETED, encodeOps, parseOps } from './op.ts';
import { RecordStore } from './record-store.ts';
import { encodeSnapshot } from './snapshot.ts';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hash = (store: RecordStore) => toHex(store.stateHash(sha256));

const put = (fields: { readonly [field: string]: CborValue }, id = '1', type = 'goal'): Op => ({
  op: 'put',
  type,
  id,
  fields,
});
const add = (element: string, value: CborValue = true, id = '1'): Op => ({
  op: 'add',
  type: 'goal',
  id,
  field: 'tags',
  element,
  value,
});
const remove = (element: string): Op => ({ op: 'remove', type: 'goal', id: '1', field: 'tags', element });
const erase = (id = '1'): Op => ({ op: 'delete', type: 'goal', id });
const at = (lamport: number, writerId = 'A', wseq = lamport) => ({ lamport, writerId, wseq });

describe('Merging', () => {
  it('[REC-1] lamport decides before writer, writer before wseq, wseq before place', () => {
    const ladder = [
      { ...at(1, 'B', 9), ops: [put({ f: 'first' })] },
      { ...at(2, '-', 9), ops: [put({ f: 'hyphen' })] },
      { ...at(2, 'A', 8), ops: [put({ f: 'A8' })] },
      { ...at(2, 'A', 10), ops: [put({ f: 'A10' }), put({ f: 'A10, later place' })] },
      { ...at(2, 'a', 1), ops: [put({ f: 'small a' })] },
      { ...at(10, 'A', 1), ops: [put({ f: 'ten' })] },
    ];
    const forwards = new RecordStore();
    for (const { ops, ...position } of ladder) {
      forwards.apply(position, ops);
      const last = ops.at(-1);
      expect(forwards.get('goal', '1')?.fields['f']).toBe(last?.op === 'put' && last.fields['f']);
    }
    const backwards = new RecordStore();
    for (const { ops, ...position } of ladder.toReversed()) backwards.apply(position, ops);
    expect(backwards.get('goal', '1')?.fields['f']).toBe('ten');
  });

  it('[REC-2] writers who touch different fields of one record both keep theirs', () => {
    const store = new RecordStore();
    store.apply(at(5, 'A'), [put({ title: 'Walk', done: false })]);
    store.apply(at(6, 'B'), [put({ done: true })]);
    store.apply(at(6, 'A'), [put({ title: 'Walk daily' })]);
    expect(store.get('goal', '1')).toEqual({
      type: 'goal',
      id: '1',
      fields: { title: 'Walk daily', done: true },
      sets: {},
    });
  });

  it('[REC-3] two values signed for one position end the same way whichever comes first', () => {
    const [one, other] = [new RecordStore(), new RecordStore()];
    one.apply(at(1), [put({ f: 'x' }), add('e', 1)]);
    one.apply(at(1), [put({ f: 'y' }), remove('e')]);
    other.apply(at(1), [put({ f: 'y' }), remove('e')]);
    other.apply(at(1), [put({ f: 'x' }), add('e', 1)]);
    expect(hash(one)).toBe(hash(other));
    expect(one.get('goal', '1')).toMatchObject({ fields: { f: 'y' }, sets: { tags: { e: 1 } } });
  });

  it('[REC-4] elements are decided one by one, and a field of the same name is another thing', () => {
    const store = new RecordStore();
    store.apply(at(1), [add('a'), add('b', { since: 3 }), put({ tags: 'plain' })]);
    store.apply(at(3), [remove('a')]);
    store.apply(at(2), [add('a', 'too early'), add('c')]);
    expect(store.get('goal', '1')).toMatchObject({
      fields: { tags: 'plain' },
      sets: { tags: { b: { since: 3 }, c: true } },
    });
    store.apply(at(4), [add('a', 'again')]);
    expect(store.get('goal', '1')?.sets['tags']?.['a']).toBe('again');
  });

  it('[REC-5] a put or add after a deletion does not bring the record back; an explicit false does', () => {
    const store = new RecordStore();
    store.apply(at(1), [put({ title: 'Walk' })]);
    store.apply(at(2), [erase()]);
    store.apply(at(3), [put({ title: 'Swim' }), add('x')]);
    expect(store.get('goal', '1')).toBeUndefined();
    expect(store.list('goal')).toEqual([]);
    expect(store.isDeleted('goal', '1')).toBe(true);
    store.apply(at(4), [put({ $deleted: false })]);
    expect(store.isDeleted('goal', '1')).toBe(false);
    expect(store.get('goal', '1')).toMatchObject({ fields: { title: 'Swim' }, sets: { tags: { x: true } } });
    store.apply(at(2, 'Z'), [erase()]);
    expect(store.get('goal', '1')).toBeDefined();
  });

  it('tells where the oldest of the fields that are asked for was written, and of a waiting one that it was nowhere yet', () => {
    const store = new RecordStore();
    store.apply(at(7), [put({ title: 'Walk', done: false })]);
    store.apply(at(9, 'B'), [put({ done: true })]);
    expect(store.oldest('goal', '1', ['title', 'done'])).toEqual({ ...at(7), index: 0 });
    expect(store.oldest('goal', '1', ['done'])).toEqual({ ...at(9, 'B'), index: 0 });
    expect(store.oldest('goal', '1', ['other'])).toBeUndefined();
    expect(store.oldest('goal', '2', ['done'])).toBeUndefined();
    store.addPending('t', [put({ title: 'Walk daily' })]);
    expect(store.oldest('goal', '1', ['title'])?.lamport).toBe(Infinity);
    expect(store.oldest('goal', '1', ['title', 'done'])).toEqual({ ...at(9, 'B'), index: 0 });
  });

  it('[REC-5] what was deleted leaves no value in the state, whether it came before or after the deletion', () => {
    const [before, after] = [new RecordStore(), new RecordStore()];
    before.apply(at(1), [put({ title: 'Zaunkönig' }), add('Zaunkönig')]);
    before.apply(at(2), [erase()]);
    after.apply(at(2), [erase()]);
    after.apply(at(1), [put({ title: 'Zaunkönig' }), add('Zaunkönig')]);
    for (const store of [before, after]) {
      expect(Buffer.from(store.toSnapshot()).toString('latin1')).not.toContain('Zaunk');
      store.apply(at(3), [put({ $deleted: false, note: 'new' })]);
      expect(store.get('goal', '1')).toEqual({ type: 'goal', id: '1', fields: { note: 'new' }, sets: {} });
    }
    expect(hash(before)).toBe(hash(after));
  });

  it('[REC-11] a snapshot with a position that is not allowed changes nothing', () => {
    const other = new RecordStore();
    other.apply(at(2), [put({ f: 1 }), put({ f: 2 }, '2')]);
    other.apply(at(9), [put({ g: 2 })]);
    const store = new RecordStore();
    expect(store.mergeSnapshot(other.toSnapshot(), ({ lamport }) => lamport < 9).ok).toBe(false);
    expect(store.list('goal')).toEqual([]);
    expect(store.mergeSnapshot(other.toSnapshot(), ({ lamport }) => lamport < 10).ok).toBe(true);
  });

  it('[REC-6] removals alone make no record, and removing the last element of a record without fields hides it', () => {
    const store = new RecordStore();
    store.apply(at(2), [remove('a')]);
    expect([store.get('goal', '1'), store.list('goal'), store.types()]).toEqual([undefined, [], []]);
    store.apply(at(3), [add('b')]);
    expect(store.get('goal', '1')).toEqual({
      type: 'goal',
      id: '1',
      fields: {},
      sets: { tags: { b: true } },
    });
    store.apply(at(4), [remove('b')]);
    expect(store.get('goal', '1')).toBeUndefined();
  });

  it('[REC-6] a list that was read before takes in records that come later, by ops, by pending and by snapshot', () => {
    const store = new RecordStore();
    const ids = () => store.list('goal').map(({ id }) => id);
    expect(ids()).toEqual([]);
    store.apply(at(1), [put({ f: 1 }, 'b')]);
    expect(ids()).toEqual(['b']);
    store.apply(at(2), [put({ f: 1 }, 'a')]);
    expect(ids()).toEqual(['a', 'b']);
    store.addPending('p', [put({ f: 1 }, 'aa')]);
    expect(ids()).toEqual(['a', 'aa', 'b']);
    const other = new RecordStore();
    other.apply(at(3), [put({ f: 1 }, 'c'), put({ f: 1 }, 'aa')]);
    unwrap(store.mergeSnapshot(other.toSnapshot()));
    expect(ids()).toEqual(['a', 'aa', 'b', 'c']);
    store.dropPending('p');
    expect(ids()).toEqual(['a', 'aa', 'b', 'c']);
  });

  it('[REC-6] lists come in order of id and types in order of name', () => {
    const store = new RecordStore();
    store.apply(
      at(1),
      ['b', 'a', 'ä', 'B', '10', '9'].map((id) => put({ f: 1 }, id)),
    );
    store.apply(at(2), [put({ f: 1 }, '1', 'plan'), put({ f: 1 }, '1', 'check-in')]);
    expect(store.list('goal').map(({ id }) => id)).toEqual(['10', '9', 'B', 'a', 'b', 'ä']);
    expect(store.types()).toEqual(['check-in', 'goal', 'plan']);
  });
});

describe('Pending writes', () => {
  it('[REC-7] are shown on top in order of adding until they are dropped', () => {
    const store = new RecordStore();
    store.apply(at(9), [put({ title: 'sealed', note: 'n' })]);
    const sealed = hash(store);
    store.addPending('one', [put({ title: 'one' }), put({ f: 1 }, 'new')]);
    store.addPending('two', [put({ title: 'two' })]);
    store.apply(at(10), [put({ note: 'from elsewhere', title: 'from elsewhere' })]);
    expect(store.get('goal', '1')?.fields).toEqual({ title: 'two', note: 'from elsewhere' });
    expect(store.list('goal').map(({ id }) => id)).toEqual(['1', 'new']);
    store.addPending('one', [put({ title: 'one, changed' })]);
    expect(store.get('goal', '1')?.fields['title']).toBe('two');
    expect(store.get('goal', 'new')).toBeUndefined();
    store.dropPending('two');
    expect(store.get('goal', '1')?.fields['title']).toBe('one, changed');
    store.setPending([]);
    expect(store.get('goal', '1')?.fields['title']).toBe('from elsewhere');
    expect(hash(store)).not.toBe(sealed);
    store.dropPending('unknown');
  });

  it('[REC-7] hide and show records, and stay out of hash and snapshot', () => {
    const store = new RecordStore();
    store.apply(at(1), [put({ f: 1 })]);
    const sealed = hash(store);
    store.setPending([
      { token: 'a', ops: [erase()] },
      { token: 'b', ops: [put({ f: 1 }, '2', 'other')] },
    ]);
    expect(store.get('goal', '1')).toBeUndefined();
    expect(store.types()).toEqual(['other']);
    expect(hash(store)).toBe(sealed);
    expect(unwrap(RecordStore.fromSnapshot(store.toSnapshot())).types()).toEqual(['goal']);
    store.dropPending('a');
    store.dropPending('b');
    expect(store.types()).toEqual(['goal']);
  });
});

describe('Reading ops', () => {
  const good = put({ f: 1 });
  const bad: readonly unknown[] = [
    null,
    'put',
    [],
    new Map(),
    {},
    { op: 'increment', type: 'goal', id: '1', field: 'f' },
    { op: 'put', type: 'goal', id: '1' },
    { op: 'put', type: 'goal', id: '1', fields: [] },
    { op: 'put', type: 'goal', id: '1', fields: {} },
    { op: 'put', type: '', id: '1', fields: { f: 1 } },
    { op: 'put', type: 'goal', id: 7, fields: { f: 1 } },
    { op: 'put', type: 'goal', id: 'x'.repeat(257), fields: { f: 1 } },
    { op: 'put', type: 'goal', id: '1', fields: { $deleted: 'no' } },
    { op: 'put', type: 'goal', id: '1', fields: { $later: 1 } },
    { op: 'put', type: 'goal', id: '1', fields: { f: 2n ** 60n } },
    { op: 'put', type: 'goal', id: '1', fields: { f: undefined } },
    { op: 'put', type: 'goal', id: '1', fields: { f: Number.NaN } },
    { op: 'put', type: 'goal', id: '1', fields: { f: new Date(0) } },
    { op: 'put', type: 'goal', id: '1', fields: JSON.parse('{"__proto__": 1}') },
    { op: 'put', type: 'goal', id: '1', fields: { f: nested(17) } },
    { op: 'add', type: 'goal', id: '1', field: 'f', element: 'e' },
    { op: 'add', type: 'goal', id: '1', field: '$f', element: 'e', value: 1 },
    { op: 'add', type: 'goal', id: '1', field: 'f', element: '__proto__', value: 1 },
    { op: 'remove', type: 'goal', id: '1', field: 'f' },
    { op: 'delete', type: 'goal' },
  ];

  it('[REC-8] what cannot be read is counted, changes nothing and keeps its place', () => {
    const parsed = parseOps([...bad, good]);
    expect(parsed.unreadable).toBe(bad.length);
    expect(parsed.ops).toHaveLength(bad.length + 1);
    expect(parsed.ops.at(-1)).toEqual(good);
    for (const value of [undefined, null, good, 'ops', 3])
      expect(parseOps(value)).toEqual({ ops: [], unreadable: 1 });

    const [raw, read, blank] = [new RecordStore(), new RecordStore(), new RecordStore()];
    raw.apply(at(1), [...bad, good] as Op[]);
    read.apply(at(1), parsed.ops);
    blank.apply(at(1), bad as Op[]);
    expect(hash(raw)).toBe(hash(read));
    expect(raw.types()).toEqual(['goal']);
    expect(blank.types()).toEqual([]);
    expect(hash(blank)).toBe(hash(new RecordStore()));
    const other = new RecordStore();
    other.apply(at(1), [good]);
    expect(hash(other)).not.toBe(hash(raw));
  });

  it('[REC-8] one unreadable op is enough to stop an encoding, as only a bug makes one', () => {
    for (const op of bad) if (op !== null) expect(() => encodeOps([good, op as Op])).toThrow(TypeError);
    expect(parseOps(unwrap(decodeCbor(encodeOps([put({ f: nested(16) })])))).unreadable).toBe(0);
  });

  it('[REC-8] properties that a later version adds to a known kind do not make it unreadable', () => {
    const later = { ...good, hint: 'x' };
    expect(parseOps(unwrap(decodeCbor(encodeCbor([later]))))).toEqual({ ops: [later], unreadable: 0 });
  });

  function nested(depth: number): CborValue {
    return depth === 0 ? 1 : [nested(depth - 1)];
  }
});

describe('Watching', () => {
  it('[REC-9] calls each listener of a touched type once for each change or batch', () => {
    const store = new RecordStore();
    const [goals, again, plans] = [vi.fn(), vi.fn(), vi.fn()];
    const stop = store.watch('goal', goals);
    store.watch('goal', again);
    store.watch('plan', plans);
    store.apply(at(1), [put({ f: 1 }), put({ f: 2 }, '2'), add('x')]);
    expect([goals, again, plans].map((f) => f.mock.calls.length)).toEqual([1, 1, 0]);
    store.apply(at(1), [put({ f: 1 }), put({ f: 2 }, '2'), add('x')]);
    expect(goals).toHaveBeenCalledTimes(1);
    store.batch(() => {
      store.addPending('p', [put({ f: 3 })]);
      store.apply(at(2), [put({ f: 3 }), put({ f: 3 }, '1', 'plan')]);
      store.dropPending('p');
      expect(goals).toHaveBeenCalledTimes(1);
    });
    expect([goals, again, plans].map((f) => f.mock.calls.length)).toEqual([2, 2, 1]);
    stop();
    store.apply(at(3), [erase()]);
    expect([goals, again].map((f) => f.mock.calls.length)).toEqual([2, 3]);
  });

  it('[REC-9] a listener sees the new state and may change the store', () => {
    const store = new RecordStore();
    const seen: unknown[] = [];
    store.watch('goal', () => {
      seen.push(store.get('goal', '1')?.fields['f']);
      if (seen.length === 1) store.apply(at(2), [put({ f: 'second' })]);
    });
    store.apply(at(1), [put({ f: 'first' })]);
    expect(seen).toEqual(['first', 'second']);
  });

  it('[REC-9] a listener that ends another watch spares it, and one that begins a watch waits for the next change', () => {
    const store = new RecordStore();
    const [ended, begun] = [vi.fn(), vi.fn()];
    store.watch('goal', () => {
      stop();
      if (begun.mock.calls.length === 0) store.watch('goal', begun);
    });
    const stop = store.watch('goal', ended);
    store.apply(at(1), [put({ f: 1 })]);
    expect([ended.mock.calls.length, begun.mock.calls.length]).toEqual([0, 0]);
    store.apply(at(2), [put({ f: 2 })]);
    expect([ended.mock.calls.length, begun.mock.calls.length]).toEqual([0, 1]);
  });

  it('[REC-9] a view that did not change stays the same object', () => {
    const store = new RecordStore();
    store.apply(at(1), [put({ f: 1 }), put({ f: 1 }, '2')]);
    const [first, second] = store.list('goal');
    const list = store.list('goal');
    store.apply(at(2), [put({ f: 2 }, '2')]);
    expect(store.get('goal', '1')).toBe(first);
    expect(store.get('goal', '2')).not.toBe(second);
    expect(store.list('goal')).not.toBe(list);
    expect(store.list('goal')).toBe(store.list('goal'));
  });
});

describe('Snapshots', () => {
  const filled = () => {
    const store = new RecordStore();
    store.apply(at(1), [
      put({ f: 'x', n: -1.5, b: Uint8Array.of(1) }),
      add('e', [1, { two: null }]),
      remove('r'),
    ]);
    store.apply(at(2, 'B', 2 ** 50), [erase('2'), put({ f: 1 }, 'z', 'plan')]);
    return store;
  };

  it('[REC-10] the hash tells values, removals and positions apart', () => {
    const variants: readonly (readonly [ReturnType<typeof at>, Op])[] = [
      [at(3), put({ f: 'x' })],
      [at(3), put({ f: 'y' })],
      [at(4), put({ f: 'x' })],
      [at(3, 'B'), put({ f: 'x' })],
      [at(3, 'A', 4), put({ f: 'x' })],
      [at(3), put({ f: 'x' }, '1', 'plan')],
      [at(3), add('e')],
      [at(3), remove('e')],
    ];
    const hashes = variants.map(([position, op]) => {
      const store = filled();
      store.apply(position, [op]);
      return hash(store);
    });
    expect(new Set([...hashes, hash(filled())]).size).toBe(variants.length + 1);
  });

  it('[REC-11] removals and positions outlive a snapshot', () => {
    const store = unwrap(RecordStore.fromSnapshot(filled().toSnapshot()));
    expect(hash(store)).toBe(hash(filled()));
    store.apply(at(1, '@'), [add('r'), put({ f: 'too early' }), put({ $deleted: false, f: 1 }, '2')]);
    expect(store.get('goal', '1')).toMatchObject({
      fields: { f: 'x' },
      sets: { tags: { e: [1, { two: null }] } },
    });
    expect(store.get('goal', '1')?.sets['tags']).not.toHaveProperty('r');
    expect(store.get('goal', '2')).toBeUndefined();
  });

  it('[REC-11] joining a snapshot tells those who watch', () => {
    const store = new RecordStore();
    const [goals, plans] = [vi.fn(), vi.fn()];
    store.watch('goal', goals);
    store.watch('plan', plans);
    unwrap(store.mergeSnapshot(filled().toSnapshot()));
    unwrap(store.mergeSnapshot(filled().toSnapshot()));
    expect([goals.mock.calls.length, plans.mock.calls.length]).toEqual([1, 1]);
    expect(hash(store)).toBe(hash(filled()));
  });

  it('[REC-11] damaged bytes are refused or open to some state, and never throw', () => {
    const bytes = filled().toSnapshot();
    let refused = 0;
    for (let i = 0; i < bytes.length; i++) {
      for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const damaged = bytes.slice();
        damaged[i]! ^= bit;
        if (!RecordStore.fromSnapshot(damaged).ok) refused += 1;
      }
      expect(RecordStore.fromSnapshot(bytes.subarray(0, i))).toEqual({ ok: false, error: 'malformed' });
    }
    expect(refused).toBeGreaterThan(bytes.length);
    const items = unwrap(decodeCbor(bytes)) as CborValue[];
    for (const changed of [
      [],
      items.slice(1),
      items.with(0, 2),
      items.with(7, 'x'),
      items.with(7, new Uint8Array(0)),
    ]) {
      expect(RecordStore.fromSnapshot(encodeCbor(changed))).toEqual({ ok: false, error: 'malformed' });
    }
  });

  it('[REC-11] what an altered app could put into one is joined as ops are, or refused', () => {
    const cell = (lamport: number, value: CborValue) => ({
      at: { lamport, writerId: 'A', wseq: lamport, index: 0 },
      value,
    });
    const snapshot = (fields: Parameters<typeof cellsOf>[0], sets: readonly string[] = []) =>
      encodeSnapshot([['goal', new Map([['1', { fields: cellsOf(fields), sets: emptySets(sets) }]])]]);
    const cellsOf = (fields: { readonly [name: string]: ReturnType<typeof cell> }) =>
      new Map(Object.entries(fields));
    const emptySets = (names: readonly string[]) => new Map(names.map((name) => [name, new Map()]));

    const erased = snapshot({ [DELETED]: cell(2, true), words: cell(1, 'kept beside its deletion') });
    expect(hash(unwrap(RecordStore.fromSnapshot(erased)))).toBe(
      hash(unwrap(RecordStore.fromSnapshot(snapshot({ [DELETED]: cell(2, true) })))),
    );
    expect(RecordStore.fromSnapshot(snapshot({ words: cell(1, 'a') }, ['tags']))).toEqual({
      ok: false,
      error: 'malformed',
    });
  });

  it('[REC-11] a refused snapshot leaves the store as it was', () => {
    const store = filled();
    const items = unwrap(decodeCbor(filled().toSnapshot())) as CborValue[];
    const shape = items[7] as Uint8Array;
    const wrong = [
      shape.subarray(0, shape.length - 1),
      Uint8Array.from([...shape, 0]),
      new Uint8Array(9).fill(0xff),
    ];
    for (const bytes of wrong) expect(store.mergeSnapshot(encodeCbor(items.with(7, bytes))).ok).toBe(false);
    for (const place of [4, 5, 6]) {
      const longer = [...(items[place] as CborValue[]), 'x'];
      expect(store.mergeSnapshot(encodeCbor(items.with(place, longer))).ok).toBe(false);
    }
    expect(hash(store)).toBe(hash(filled()));
  });
});

describe('Going over to another state of the space', () => {
  const MINE = 'A';
  const isMine = ({ writerId }: { readonly writerId: string }) => writerId === MINE;
  /** Two stores of one space after what both have seen: one that goes on by itself, and one that it goes over to. */
  const apart = (shared: readonly Op[] = []) => {
    const [here, there] = [new RecordStore(), new RecordStore()];
    for (const store of [here, there]) store.apply(at(1, 'S'), shared);
    return { here, there };
  };
  /** Writes once more what was lost, where it stands later than all else. */
  const goOver = (here: RecordStore, there: RecordStore) => {
    const lost = here.opsFor(there, isMine);
    lost.forEach((ops, i) => there.apply(at(100 + i, MINE), ops));
    return lost;
  };

  it('[REC-12] ops of chosen positions bring another store to the same views, and nothing else goes along', () => {
    const { here, there } = apart([put({ title: 'Walk' })]);
    here.apply(at(2, MINE), [put({ done: true }), put({ title: 'Read' }, '2'), put({ on: 1 }, '1', 'plan')]);
    here.apply(at(3, 'B'), [put({ title: 'Of somebody else' }, '3')]);
    const lost = goOver(here, there);
    expect(lost).toEqual([
      [put({ done: true })],
      [put({ title: 'Read' }, '2')],
      [put({ on: 1 }, '1', 'plan')],
    ]);
    for (const id of ['1', '2']) expect(there.get('goal', id)).toEqual(here.get('goal', id));
    expect(there.get('plan', '1')).toEqual(here.get('plan', '1'));
    expect(there.get('goal', '3')).toBeUndefined();
  });

  it('[REC-12] what stands later in the other store is not written over, field by field', () => {
    const { here, there } = apart();
    here.apply(at(2, MINE), [put({ title: 'Lost', done: true }), add('a', 'lost'), add('b', 'lost')]);
    there.apply(at(3, 'B'), [put({ title: 'Later' }), add('a', 'later')]);
    there.apply(at(1, 'B'), [put({ done: false }), remove('b')]);
    expect(goOver(here, there)).toEqual([[put({ done: true }), add('b', 'lost')]]);
    expect(there.get('goal', '1')).toMatchObject({
      fields: { title: 'Later', done: true },
      sets: { tags: { a: 'later', b: 'lost' } },
    });
  });

  it('[REC-12] a deletion that was lost stays one, also of what the other store wrote before it', () => {
    const { here, there } = apart([put({ title: 'Walk' }), add('a')]);
    here.apply(at(3, MINE), [erase()]);
    there.apply(at(2, 'B'), [put({ done: true })]);
    expect(goOver(here, there)).toEqual([[erase()]]);
    expect(there.isDeleted('goal', '1')).toBe(true);
    expect(there.get('goal', '1')).toBeUndefined();
  });

  it('[REC-12] what was deleted in the other store later is not brought back by what was lost', () => {
    const { here, there } = apart([put({ title: 'Walk' })]);
    here.apply(at(2, MINE), [put({ done: true }), add('a')]);
    there.apply(at(3, 'B'), [erase()]);
    expect(goOver(here, there)).toEqual([]);
    expect(there.isDeleted('goal', '1')).toBe(true);
  });

  it('[REC-12] a record that was deleted and brought back comes back as it is shown, and nothing from before', () => {
    const { here, there } = apart([put({ title: 'Walk', secret: 'gone' }), add('gone')]);
    here.apply(at(2, MINE), [erase()]);
    here.apply(at(3, MINE), [put({ [DELETED]: false, title: 'Again' }), add('new')]);
    expect(goOver(here, there)).toHaveLength(1);
    expect(there.get('goal', '1')).toEqual(here.get('goal', '1'));
    expect(there.get('goal', '1')).toMatchObject({
      fields: { title: 'Again' },
      sets: { tags: { new: true } },
    });
  });

  it('[REC-12] a lost deletion takes nothing with it that the other store brought back after it', () => {
    const { here, there } = apart([put({ title: 'Walk', note: 'Old' })]);
    here.apply(at(2, MINE), [erase()]);
    there.apply(at(3, 'B'), [put({ [DELETED]: false, title: 'Again' }), add('new')]);
    goOver(here, there);
    expect(there.get('goal', '1')).toMatchObject({
      fields: { title: 'Again' },
      sets: { tags: { new: true } },
    });
    expect(there.get('goal', '1')?.fields).not.toHaveProperty('note');
  });

  it('[REC-12] elements that were taken out stay out, and others of the set stay in', () => {
    const { here, there } = apart([add('a'), add('b')]);
    here.apply(at(2, MINE), [remove('a'), add('c', { since: 3 })]);
    there.apply(at(2, 'B'), [add('d')]);
    expect(goOver(here, there)).toEqual([[remove('a'), add('c', { since: 3 })]]);
    expect(there.get('goal', '1')?.sets).toEqual({ tags: { b: true, c: { since: 3 }, d: true } });
  });

  it('[REC-12] takes on the sealed records of another store, keeps what is pending, and tells listeners once', () => {
    const [store, other] = [new RecordStore(), new RecordStore()];
    store.apply(at(1), [put({ title: 'Only here' }), put({ title: 'Only here' }, '2', 'plan')]);
    store.addPending('t', [put({ done: true })]);
    other.apply(at(1, 'B'), [put({ title: 'There' }), put({ title: 'New' }, '1', 'note')]);
    other.addPending('u', [put({ title: 'Pending there' })]);
    const before = ['goal', 'plan', 'note'].map((type) => store.list(type).length);
    expect(before).toEqual([1, 1, 0]);
    const heard: string[] = [];
    for (const type of ['goal', 'plan', 'note', 'none']) store.watch(type, () => heard.push(type));
    store.replaceBy(other);
    expect(heard.toSorted()).toEqual(['goal', 'note', 'plan']);
    expect(hash(store)).toBe(hash(other));
    expect(store.list('goal').map(({ fields }) => fields)).toEqual([{ title: 'There', done: true }]);
    expect(store.list('plan')).toEqual([]);
    expect(store.list('note')).toHaveLength(1);
    store.dropPending('t');
    expect(store.get('goal', '1')?.fields).toEqual({ title: 'There' });
  });

  it('[REC-12] what is pending is shown also where the other store holds nothing of its type', () => {
    const store = new RecordStore();
    store.apply(at(1), [put({ title: 'Only here' })]);
    store.addPending('t', [put({ done: true })]);
    store.replaceBy(new RecordStore());
    expect(store.types()).toEqual(['goal']);
    expect(store.list('goal').map(({ fields }) => fields)).toEqual([{ done: true }]);
  });
});
