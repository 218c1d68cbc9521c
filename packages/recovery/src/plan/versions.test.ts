import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kept, PlanContent, PlanRecords } from '../index.ts';
import {
  changesBetween,
  checkFields,
  contentOf,
  keepPlan,
  lineOf,
  PLAN_VERSION,
  planRecords,
  restorePart,
  versionsOf,
} from '../index.ts';

const reason = (id: string, words: string, at = 1) => ({ id, kind: 'reason', words, at });
const goal = (id: string, over = {}) => ({
  id,
  words: 'Cook twice a week',
  area: 'home',
  span: 'short',
  state: 'open',
  done: null,
  at: 1,
  ...over,
});
const step = (id: string, of: string) => ({ id, goal: of, words: 'Buy rice', per: 'once', times: 1, at: 1 });
let made = 0;
const freshId = () => `new${++made}`;

describe('versions of a plan', () => {
  it('hold every part with something in it, and can be kept', () => {
    const content = contentOf({
      reason: [reason('r', 'Garden')],
      goal: [goal('g')],
      'goal-step': [step('s', 'g')],
    });
    expect([...content.keys()]).toEqual(['reasons', 'goals']);
    const parts = keepPlan(content, 7, 'New job');
    for (const part of parts) expect(checkFields(PLAN_VERSION, part)).toEqual({ ok: true, value: part });
    const [version, ...more] = versionsOf(parts.map((part, n) => ({ ...part, id: `v${n}` })));
    expect(more).toEqual([]);
    expect(version).toEqual({ at: 7, why: 'New job', content, ids: ['v0', 'v1'] });
  });

  it('give back the records they were made of, but for what this app does not know', () => {
    const records = { reason: [reason('r', 'Garden')], goal: [goal('g')], 'goal-step': [step('s', 'g')] };
    expect(planRecords(contentOf(records))).toEqual({
      ...records,
      reason: [{ ...reason('r', 'Garden'), media: [] }],
    });
    const odd: Kept[] = [
      { type: 'of-later', id: 'a', fields: {} },
      { type: 'goal', id: 'b', fields: goal('b') },
      { type: 'reason', id: 'c', fields: { words: 3 } },
    ];
    expect(planRecords(new Map([['reasons', odd]]))).toEqual({});
  });

  it('stand with the latest first', () => {
    const kept = [1, 3, 2].map((at) => ({ id: `v${at}`, at, why: '', part: 'reasons' as const, kept: [] }));
    expect(versionsOf(kept).map(({ at }) => at)).toEqual([3, 2, 1]);
  });

  it('differ in words: what is new, changed and gone', () => {
    const before = contentOf({
      reason: [reason('a', 'Garden'), reason('b', 'Sister'), reason('c', 'Sleep')],
      trigger: [{ id: 't', words: 'Payday', way: 'avoid', at: 1 } as never],
    });
    const after = contentOf({
      reason: [reason('a', 'Garden', 9), reason('b', 'My sister'), reason('d', 'Music')],
      trigger: [{ id: 't', words: 'Payday', way: 'cope', at: 1 } as never],
    });
    expect(changesBetween(before, after)).toEqual([
      { part: 'reasons', what: 'changed', words: 'My sister', before: 'Sister' },
      { part: 'reasons', what: 'new', words: 'Music', before: undefined },
      { part: 'reasons', what: 'gone', words: 'Sleep', before: undefined },
      { part: 'triggers', what: 'changed', words: 'Payday', before: undefined },
    ]);
    expect(changesBetween(before, before)).toEqual([]);
    expect(changesBetween(new Map(), new Map())).toEqual([]);
  });

  it('say a record in one line', () => {
    const kept = (fields: Record<string, unknown>): Kept => ({ type: 'x', id: 'x', fields });
    expect(lineOf(kept({ words: 'Garden' }))).toBe('Garden');
    expect(lineOf(kept({ cue: 'money comes', action: 'call Ana' }))).toBe('money comes → call Ana');
    expect(lineOf(kept({ action: 'call Ana' }))).toBe('call Ana');
    expect(lineOf(kept({}))).toBe('');
  });
});

describe('a part that is put back', () => {
  const partsOf = (records: PlanRecords, part: 'reasons' | 'goals'): readonly Kept[] =>
    contentOf(records).get(part) ?? [];

  it('is again what it was: changed back, taken away, and under a new id where it was removed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
        (was, is) => {
          const old = contentOf({ reason: was.map((id) => reason(id, `old ${id}`)) });
          const now = new Map<string, string>(is.map((id) => [id, `new ${id}`]));
          const changes = restorePart(
            'reasons',
            old.get('reasons') ?? [],
            partsOf({ reason: is.map((id) => reason(id, `new ${id}`)) }, 'reasons'),
            freshId,
          );
          for (const change of changes) {
            if ('remove' in change) now.delete(change.id);
            else {
              expect(now.has(change.id) || change.id.startsWith('new')).toBe(true);
              now.set(change.id, (change.fields as { words: string }).words);
            }
          }
          expect([...now.values()].sort()).toEqual(was.map((id) => `old ${id}`).sort());
        },
      ),
    );
  });

  it('takes away what was not there then, and leaves what is as it was', () => {
    const kept = partsOf({ reason: [reason('a', 'Garden')] }, 'reasons');
    const now = partsOf({ reason: [reason('a', 'Garden'), reason('b', 'Sister')] }, 'reasons');
    const back = restorePart('reasons', kept, now, freshId);
    expect(back.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(back[1]).toEqual({ type: 'reason', id: 'b', remove: true });
  });

  it('keeps steps with their goal, and a goal that was done since is still done', () => {
    const kept = partsOf(
      { goal: [goal('g'), goal('h')], 'goal-step': [step('s', 'g'), step('x', 'lost')] },
      'goals',
    );
    const now = partsOf({ goal: [goal('h', { state: 'done', done: '2026-11-25' })] }, 'goals');
    const back = restorePart('goals', kept, now, freshId).flatMap((one) => ('fields' in one ? [one] : []));
    const [first, second, moved, lost] = back;
    expect(first!.id).not.toBe('g');
    expect(second).toMatchObject({ id: 'h', fields: { state: 'done', done: '2026-11-25' } });
    expect(moved!.fields).toMatchObject({ goal: first!.id });
    expect(lost!.fields).toMatchObject({ goal: 'lost' });
  });

  it('leaves out what is not of that part, or cannot be read', () => {
    const kept: Kept[] = [
      { type: 'goal', id: 'g', fields: goal('g') },
      { type: 'reason', id: 'r', fields: { words: '' } },
    ];
    expect(restorePart('reasons', kept, [], freshId)).toEqual([]);
    const content: PlanContent = new Map([['reasons', kept]]);
    expect(changesBetween(content, content)).toEqual([]);
  });
});
