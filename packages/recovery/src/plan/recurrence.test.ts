import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Recurrence } from '../index.ts';
import { addDays, firstDay, readRule, ruleText } from '../index.ts';
import { fallsOn } from './rule-days.ts';

const day = fc.integer({ min: 0, max: 4000 }).map((apart) => addDays('2023-01-01', apart));
const interval = fc.integer({ min: 1, max: 5 });
const weekday = fc.integer({ min: 1, max: 7 });
const rule: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({
    freq: fc.constant('DAILY' as const),
    interval,
    weekdays: fc.constant([]),
    nth: fc.constant(undefined),
    until: fc.option(day, { nil: undefined }),
  }),
  fc.record({
    freq: fc.constant('WEEKLY' as const),
    interval,
    weekdays: fc.uniqueArray(weekday, { maxLength: 7 }),
    nth: fc.constant(undefined),
    until: fc.option(day, { nil: undefined }),
  }),
  fc.record({
    freq: fc.constant('MONTHLY' as const),
    interval,
    weekdays: fc.constant([]),
    nth: fc.option(fc.record({ n: fc.constantFrom(1, 2, 3, 4, -1), weekday }), { nil: undefined }),
    until: fc.option(day, { nil: undefined }),
  }),
);

describe('a recurrence', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(rule, (one) => {
        expect(readRule(ruleText(one))).toEqual(one);
      }),
    );
  });

  it('is not guessed at where it is more than this version knows', () => {
    for (const text of [
      '',
      'INTERVAL=2',
      'FREQ=YEARLY',
      'FREQ=DAILY;COUNT=3',
      'FREQ=DAILY;INTERVAL=0',
      'FREQ=DAILY;BYDAY=MO',
      'FREQ=WEEKLY;BYDAY=XX',
      'FREQ=WEEKLY;BYDAY=1MO',
      'FREQ=MONTHLY;BYDAY=5MO',
      'FREQ=MONTHLY;BYDAY=MO',
      'FREQ=MONTHLY;BYDAY=1XX',
      'FREQ=DAILY;UNTIL=tomorrow',
      'FREQ',
    ])
      expect(readRule(text), text).toBeUndefined();
  });

  it('falls on the same days as in another implementation of RFC 5545, near its start and years on', () => {
    fc.assert(
      fc.property(rule, day, fc.integer({ min: 0, max: 3000 }), (one, from, years) => {
        const start = firstDay({ ...one, until: undefined }, from, fallsOn);
        const days = [0, years].flatMap((far) =>
          Array.from({ length: 45 }, (_, apart) => addDays(start, far + apart)),
        );
        const oracle = new RRuleTemporal({
          rruleString: `DTSTART;TZID=UTC:${start.replaceAll('-', '')}T120000\nRRULE:${ruleText(one).replace(/UNTIL=(\d+)/, 'UNTIL=$1T235959Z')}`,
          temporal: Temporal,
        } as never);
        const theirs = new Set(
          oracle
            .between(new Date(`${start}T00:00:00Z`), new Date(`${days.at(-1)}T23:59:59Z`), true)
            .map((when) => String(when).slice(0, 10)),
        );
        expect(days.filter((on) => fallsOn(one, start, on))).toEqual(days.filter((on) => theirs.has(on)));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps to the ends of months and to leap days', () => {
    const monthly = readRule('FREQ=MONTHLY')!;
    expect(fallsOn(monthly, '2027-01-31', '2027-02-28')).toBe(false);
    expect(fallsOn(monthly, '2027-01-31', '2027-03-31')).toBe(true);
    expect(fallsOn(monthly, '2027-01-31', '2027-01-30')).toBe(false);
    const lastSunday = readRule('FREQ=MONTHLY;BYDAY=-1SU')!;
    expect(fallsOn(lastSunday, '2028-01-30', '2028-02-27')).toBe(true);
    expect(fallsOn(lastSunday, '2028-01-30', '2028-02-20')).toBe(false);
  });

  it('starts on the first day it can', () => {
    expect(firstDay(readRule('FREQ=WEEKLY;BYDAY=MO,FR')!, '2026-11-25', fallsOn)).toBe('2026-11-27');
    expect(firstDay(readRule('FREQ=MONTHLY;BYDAY=1TU')!, '2026-11-25', fallsOn)).toBe('2026-12-01');
    expect(firstDay(readRule('FREQ=DAILY')!, '2026-11-25', fallsOn)).toBe('2026-11-25');
    // One that is over before it begins stays where it was put.
    expect(firstDay(readRule('FREQ=DAILY;UNTIL=20260101')!, '2026-11-25', fallsOn)).toBe('2026-11-25');
  });
});
