import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEEP_DAYS } from '../journal/keep.ts';
import { RECORD_TYPES, recordType } from '../record-types.ts';
import { canEnd, endOf, keepingOf, KEPT_KINDS } from './keeping.ts';

const DAY = 86_400_000;
const checkIn = recordType('check-in');
const entry = recordType('journal-entry');

describe('how long entries are kept', () => {
  it('always, unless somebody chose a time', () => {
    expect(endOf(checkIn, { at: 5 }, {})).toBe(Infinity);
    expect(endOf(checkIn, { at: 5 }, { 'check-ins': 0 })).toBe(Infinity);
    expect(endOf(checkIn, { at: 5 }, { 'check-ins': 30 })).toBe(5 + 30 * DAY);
    expect(endOf(checkIn, {}, { 'check-ins': 30 })).toBe(Infinity);
    expect(endOf(recordType('medicine'), { at: 5 }, { medicine: 30 })).toBe(Infinity);
    expect(endOf(recordType('dose'), { at: 5 }, { medicine: 90 })).toBe(5 + 90 * DAY);
  });

  it('to the earlier of the choice and of the end that an entry carries itself', () => {
    expect(endOf(entry, { at: 0, until: null }, { journal: 365 })).toBe(365 * DAY);
    expect(endOf(entry, { at: 0, until: 30 * DAY }, { journal: 365 })).toBe(30 * DAY);
    expect(endOf(entry, { at: 0, until: 400 * DAY }, { journal: 365 })).toBe(365 * DAY);
    expect(endOf(recordType('slip'), { at: 0, until: 30 * DAY }, { journal: 30 })).toBe(30 * DAY);
  });

  it('is chosen for kinds that are on the list, and knows which types can end', () => {
    expect(
      keepingOf([
        { id: 'journal', days: 90 },
        { id: 'plan', days: 30 },
      ]),
    ).toEqual({ journal: 90 });
    const ending = Object.values(RECORD_TYPES).filter((type) => canEnd(recordType(type.type), {}));
    expect(ending.map(({ type }) => type).toSorted()).toEqual([
      'journal-entry',
      'promised-call',
      'slip',
      'urge',
    ]);
    const all = Object.fromEntries(KEPT_KINDS.map((kind) => [kind, 30]));
    const chosen = Object.values(RECORD_TYPES).filter((type) => canEnd(recordType(type.type), all));
    expect(chosen).toHaveLength(12);
    for (const kind of [
      'check-in',
      'day-note',
      'measure-result',
      'item-nine',
      'dose',
      'symptom-log',
      'tool-use',
      'worksheet',
    ])
      expect(canEnd(recordType(kind as 'dose'), all)).toBe(true);
  });

  it('is no longer under a shorter choice, and by the same rule whenever it is asked', () => {
    fc.assert(
      fc.property(fc.nat(4e12), fc.constantFrom(...KEEP_DAYS), fc.constantFrom(...KEEP_DAYS), (at, a, b) => {
        const [short, long] = [a || Infinity, b || Infinity].toSorted((x, y) => x - y);
        const end = (days: number) =>
          endOf(checkIn, { at }, { 'check-ins': Number.isFinite(days) ? days : 0 });
        expect(end(short!)).toBeLessThanOrEqual(end(long!));
        expect(end(short!)).toBeGreaterThan(at);
      }),
    );
  });
});
