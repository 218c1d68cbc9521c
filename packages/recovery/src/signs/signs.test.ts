import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckIn, SignDay, SignInputs, SignRule } from '../index.ts';
import { assess, eased, mayNudge, signDays, signInputs, signsOf, usual } from '../index.ts';
import { NOON, ZONE } from '../medicine/test-medicine.ts';
import { NO_FACTS } from './test-facts.ts';

const blank: SignDay = {
  ago: 0,
  urge: null,
  urgeHigh: null,
  sure: null,
  badNight: null,
  slept: null,
  low: null,
  contact: null,
};
const day = (over: Partial<SignDay>): SignDay => ({ ...blank, ...over });
const urge = (n: number, ago = 0): SignDay => day({ ago, urge: n, urgeHigh: n });
const nothing = signInputs(NO_FACTS, NOON, ZONE);
const given = (over: Partial<SignInputs>): SignInputs => ({ ...nothing, ...over });
/** Ten quiet days before today, with an urge of 2 and a confidence of 9. */
const quiet = Array.from({ length: 10 }, (_, i) => day({ ago: i + 1, urge: 2, urgeHigh: 2, sure: 9 }));
const nights = (n: number) => Array.from({ length: n }, (_, ago) => day({ ago, badNight: true }));
const short = (n: number, hours = 4) => Array.from({ length: n }, (_, ago) => day({ ago, slept: hours }));
const lows = (n: number) => Array.from({ length: n }, (_, ago) => day({ ago, low: true }));
const alone = (n: number, from = 0) =>
  Array.from({ length: n }, (_, i) => day({ ago: from + i, contact: false }));
const medicine = { missedDays: 0, late: false, stopped: false };

describe('the table of early signs', () => {
  it.each<[string, Partial<SignInputs>, string, string[]]>([
    ['nothing said', {}, 'steady', []],
    ['urge 4', { days: [urge(4)] }, 'steady', []],
    ['urge 5', { days: [urge(5)] }, 'care', ['urge.high']],
    ['urge 8', { days: [urge(8)] }, 'reach', ['urge.high']],
    ['urge 4 where 2 is usual', { days: [urge(4), ...quiet] }, 'care', ['urge.usual']],
    ['urge 3 where 2 is usual', { days: [urge(3), ...quiet] }, 'steady', []],
    ['urge 4 with four days to compare', { days: [urge(4), ...quiet.slice(0, 4)] }, 'steady', []],
    ['urge 7 on 2 of 3 days', { days: [urge(7), urge(7, 2)] }, 'reach', ['urge.days']],
    ['urge 7 on days 1 and 3', { days: [urge(7), urge(7, 3)] }, 'care', ['urge.high']],
    ['urge 9 three days ago', { days: [urge(9, 3)] }, 'steady', []],
    ['urge 9 yesterday', { days: [urge(9, 1)] }, 'reach', ['urge.high']],
    ['sure 7', { days: [day({ sure: 7 })] }, 'steady', []],
    ['sure 6', { days: [day({ sure: 6 })] }, 'care', ['sure.low']],
    ['sure 3', { days: [day({ sure: 3 })] }, 'reach', ['sure.low']],
    ['sure 7 where 9 is usual', { days: [day({ sure: 7 }), ...quiet] }, 'care', ['sure.usual']],
    ['sure 8 where 9 is usual', { days: [day({ sure: 8 }), ...quiet] }, 'steady', []],
    ['2 bad nights', { days: nights(2) }, 'steady', []],
    ['3 bad nights', { days: nights(3) }, 'care', ['sleep.nights']],
    [
      '3 bad nights and urge 5',
      { days: [day({ ago: 0, urge: 5, urgeHigh: 5, badNight: true }), ...nights(3).slice(1)] },
      'reach',
      ['urge.high', 'sleep.nights'],
    ],
    ['1 night of 4 hours', { days: short(1) }, 'steady', []],
    ['2 nights of 4 hours', { days: short(2) }, 'care', ['sleep.short']],
    ['2 nights of 5 hours', { days: short(2, 5) }, 'steady', []],
    ['2 nights without sleep', { days: short(2, 0) }, 'care', ['sleep.short']],
    [
      'a night of 4 hours, and one a week ago',
      { days: [...short(1), day({ ago: 7, slept: 4 })] },
      'steady',
      [],
    ],
    [
      '3 bad nights, 2 of them of 4 hours',
      { days: nights(3).map((one) => ({ ...one, slept: one.ago < 2 ? 4 : null })) },
      'care',
      ['sleep.nights'],
    ],
    [
      '2 nights of 4 hours and urge 5',
      { days: short(2).map((one) => (one.ago ? one : { ...one, urge: 5, urgeHigh: 5 })) },
      'reach',
      ['urge.high', 'sleep.short'],
    ],
    ['low on 2 days', { days: lows(2) }, 'steady', []],
    ['low on 3 of 5 days', { days: lows(3) }, 'care', ['mood.days']],
    [
      'low 6 days ago',
      { days: [day({ ago: 5, low: true }), day({ ago: 6, low: true }), day({ ago: 7, low: true })] },
      'steady',
      [],
    ],
    ['PHQ-2 of 2', { phq2: 2 }, 'steady', []],
    ['PHQ-2 of 3', { phq2: 3 }, 'care', ['mood.phq2']],
    ['GAD-2 of 3', { gad2: 3 }, 'care', ['mood.gad2']],
    [
      'three things in one row',
      { days: lows(3), phq2: 3, gad2: 3 },
      'care',
      ['mood.days', 'mood.phq2', 'mood.gad2'],
    ],
    [
      'three things in two rows',
      { days: [urge(5)], phq2: 3, gad2: 3 },
      'reach',
      ['urge.high', 'mood.phq2', 'mood.gad2'],
    ],
    ['two things in two rows', { days: [urge(5)], phq2: 3 }, 'care', ['urge.high', 'mood.phq2']],
    ['alone 2 days', { days: alone(2) }, 'steady', []],
    ['alone 3 days', { days: alone(3) }, 'care', ['contact.days']],
    ['alone 3 days until yesterday', { days: alone(3, 1) }, 'care', ['contact.days']],
    [
      'alone 3 days until yesterday, not asked today',
      { days: [urge(1), ...alone(3, 1)] },
      'care',
      ['contact.days'],
    ],
    ['alone 3 days until two days ago', { days: alone(3, 2) }, 'steady', []],
    ['alone 5 days', { days: alone(5) }, 'care', ['contact.days']],
    ['alone 5 days and another', { days: alone(5), phq2: 3 }, 'reach', ['mood.phq2', 'contact.days']],
    ['alone 4 days and another', { days: alone(4), phq2: 3 }, 'care', ['mood.phq2', 'contact.days']],
    ['alone with a day unanswered between', { days: [...alone(2), ...alone(2, 3)] }, 'steady', []],
    ['a talk between', { days: [...alone(2), day({ ago: 2, contact: true }), ...alone(2, 3)] }, 'steady', []],
    ['medicine as planned', { medicine }, 'steady', []],
    ['1 dose missed', { medicine: { ...medicine, missedDays: 1 } }, 'care', ['medicine.day']],
    ['injection late', { medicine: { ...medicine, late: true } }, 'care', ['medicine.late']],
    ['2 days missed', { medicine: { ...medicine, missedDays: 2 } }, 'reach', ['medicine.days']],
    ['medicine stopped', { medicine: { ...medicine, stopped: true } }, 'reach', ['medicine.stopped']],
    ['pain worse', { body: 'worse' }, 'care', ['body.worse']],
    ['a red flag', { body: 'red-flag' }, 'reach', ['body.red-flag']],
    ['release today', { hardTimes: [{ kind: 'release', ago: 0 }] }, 'reach', ['time.release']],
    ['release 6 days ago', { hardTimes: [{ kind: 'release', ago: 6 }] }, 'reach', ['time.release']],
    ['release 7 days ago', { hardTimes: [{ kind: 'release', ago: 7 }] }, 'care', ['time.release']],
    ['release 13 days ago', { hardTimes: [{ kind: 'release', ago: 13 }] }, 'care', ['time.release']],
    ['release 14 days ago', { hardTimes: [{ kind: 'release', ago: 14 }] }, 'steady', []],
    [
      'two hard times',
      {
        hardTimes: [
          { kind: 'loss', ago: 9 },
          { kind: 'court', ago: 2 },
        ],
      },
      'reach',
      ['time.court'],
    ],
    ['a marked day', { hardTimes: [{ kind: 'own', ago: 0 }] }, 'care', ['date.today']],
    ['the day after a marked day', { hardTimes: [{ kind: 'own', ago: 1 }] }, 'steady', []],
    ['BAM risk 11', { bam: { risk: 11, protective: 20 } }, 'steady', []],
    ['BAM risk 12', { bam: { risk: 12, protective: 20 } }, 'care', ['bam.harder']],
    ['BAM protective 12', { bam: { risk: 0, protective: 12 } }, 'care', ['bam.fewer']],
    [
      'BAM risk up by 4',
      { bam: { risk: 8, protective: 20 }, bamBefore: { risk: 4, protective: 20 } },
      'care',
      ['bam.up'],
    ],
    [
      'BAM risk up by 3',
      { bam: { risk: 7, protective: 20 }, bamBefore: { risk: 4, protective: 20 } },
      'steady',
      [],
    ],
    [
      'BAM protective down by 4',
      { bam: { risk: 0, protective: 16 }, bamBefore: { risk: 0, protective: 20 } },
      'care',
      ['bam.down'],
    ],
    [
      'BAM unscored',
      { bam: { risk: null, protective: null }, bamBefore: { risk: 2, protective: 2 } },
      'steady',
      [],
    ],
    [
      'BAM with nothing before',
      { bam: { risk: 8, protective: 20 }, bamBefore: { risk: null, protective: null } },
      'steady',
      [],
    ],
    [
      'BAM risk 12 and urge 7',
      { days: [urge(7)], bam: { risk: 12, protective: 20 } },
      'reach',
      ['urge.high', 'bam.urge'],
    ],
  ])('%s', (_, over, state, whats) => {
    const said = assess(given(over));
    expect(said.state).toBe(state);
    expect(said.signs.map(({ rule, what }) => `${rule}.${what}`)).toEqual(whats);
  });

  it('gives way to the suicide item’s screen, and to the way after a return to use, which is no level', () => {
    expect(assess(given({ nine: true, days: [urge(9)] }))).toMatchObject({ state: 'nine', signs: [] });
    expect(assess(given({ used: true, days: [urge(9)] }))).toMatchObject({
      state: 'used',
      signs: [],
      tolerance: true,
    });
  });

  it('names tolerance, prescriber and medical help where they belong', () => {
    expect(assess(given({ hardTimes: [{ kind: 'release', ago: 3 }] }))).toMatchObject({ tolerance: true });
    expect(assess(given({ hardTimes: [{ kind: 'release', ago: 9 }] }))).toMatchObject({ tolerance: false });
    expect(assess(given({ medicine: { ...medicine, stopped: true } }))).toMatchObject({
      tolerance: true,
      prescriber: true,
    });
    // The end of an injection is a time of lost tolerance too.
    expect(assess(given({ medicine: { ...medicine, late: true } }))).toMatchObject({
      state: 'care',
      tolerance: true,
      prescriber: true,
    });
    expect(assess(given({ medicine: { ...medicine, missedDays: 1 } }))).toMatchObject({
      tolerance: false,
      prescriber: true,
    });
    expect(assess(given({ body: 'red-flag' }))).toMatchObject({ medical: true });
    expect(assess(given({ body: 'worse' }))).toMatchObject({ medical: false });
  });

  it('asks more of a row, then leaves it alone, when the person says it is not right', () => {
    const cases: [SignRule, Partial<SignInputs>][] = [
      ['urge', { days: [urge(5)] }],
      ['urge', { days: [urge(4), ...quiet] }],
      ['sure', { days: [day({ sure: 6 })] }],
      ['sure', { days: [day({ sure: 7 }), ...quiet] }],
      ['sleep', { days: nights(3) }],
      ['sleep', { days: short(2) }],
      ['mood', { days: lows(3) }],
      ['mood', { phq2: 3 }],
      ['mood', { gad2: 3 }],
      ['contact', { days: alone(3) }],
      ['medicine', { medicine: { ...medicine, missedDays: 1 } }],
      ['medicine', { medicine: { ...medicine, late: true } }],
      ['body', { body: 'worse' }],
      ['bam', { bam: { risk: 12, protective: 20 } }],
      ['bam', { bam: { risk: 0, protective: 12 } }],
    ];
    for (const [rule, over] of cases) {
      expect(signsOf(rule, given(over), 0)).toHaveLength(1);
      expect(signsOf(rule, given(over), 1)).toEqual([]);
    }
    expect(assess(given({ days: [urge(6)] }), { urge: 1 }).state).toBe('care');
    expect(assess(given({ days: [urge(8)] }), { urge: 1 }).state).toBe('reach');
    expect(assess(given({ days: [urge(8)] }), { urge: 2 }).state).toBe('steady');
    expect([eased(undefined), eased(0), eased(1), eased(2)]).toEqual([1, 1, 2, 2]);
  });

  it('never reads anything into what is missing', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
    const days = fc.array(
      fc.record({
        ago: fc.integer({ min: 0, max: 14 }),
        urge: maybe(fc.integer({ min: 0, max: 10 })),
        urgeHigh: fc.constant(null),
        sure: maybe(fc.integer({ min: 0, max: 10 })),
        badNight: maybe(fc.boolean()),
        slept: maybe(fc.integer({ min: 0, max: 12 })),
        low: maybe(fc.boolean()),
        contact: maybe(fc.boolean()),
      }),
      { maxLength: 15 },
    );
    const order = { steady: 0, care: 1, reach: 2, nine: 3, used: 3 };
    fc.assert(
      fc.property(days, (list) => {
        const sorted = [...new Map(list.map((one) => [one.ago, one])).values()].toSorted(
          (a, b) => a.ago - b.ago,
        );
        const full = assess(given({ days: sorted }));
        // Taking away every answer to a question about nights or mood cannot add a sign.
        for (const field of ['badNight', 'slept', 'low'] as const) {
          const less = assess(given({ days: sorted.map((one) => ({ ...one, [field]: null })) }));
          expect(order[less.state]).toBeLessThanOrEqual(order[full.state]);
        }
        expect(assess(given({ days: sorted.map(({ ago }) => day({ ago })) })).state).toBe('steady');
      }),
    );
  });
});

describe('what the rules read', () => {
  const checkIn = (over: Partial<CheckIn>): CheckIn => ({
    id: 'a',
    urge: null,
    mood: null,
    sleep: null,
    contact: null,
    words: '',
    at: 0,
    day: '2026-11-21',
    ...over,
  });

  it('is the last answer of each day, the strongest urge, and any talk of the day', () => {
    const list = [
      checkIn({ at: 1, urge: 8, mood: 'low', contact: true, sleep: 'badly', slept: 3 }),
      checkIn({ at: 3, urge: 3, contact: false, confidence: 4 }),
      checkIn({ at: 2, urge: 5, mood: 'good', slept: 4 }),
      checkIn({ at: 1, day: '2026-11-20', mood: 'very-low', sleep: 'well', contact: false }),
      checkIn({ at: 1, day: '2026-11-19', urge: 1 }),
      checkIn({ at: 1, day: '2026-11-06', urge: 9 }),
      checkIn({ at: 1, day: '2026-11-22', urge: 9 }),
    ];
    expect(signDays(list, '2026-11-21')).toEqual([
      { ago: 0, urge: 3, urgeHigh: 8, sure: 4, badNight: true, slept: 4, low: false, contact: true },
      {
        ago: 1,
        urge: null,
        urgeHigh: null,
        sure: null,
        badNight: false,
        slept: null,
        low: true,
        contact: false,
      },
      // A night nobody asked about was neither good nor bad.
      { ago: 2, urge: 1, urgeHigh: 1, sure: null, badNight: null, slept: null, low: null, contact: null },
    ]);
    expect(signDays([], '2026-11-21')).toEqual([]);
  });

  it('says "usual" from five days on: the middle, or between the two middles', () => {
    const values = (list: number[]) => list.map((n, ago) => urge(n, ago));
    const pick = (one: SignDay) => one.urge;
    expect(usual(values([9, 1, 2, 3, 4, 5]), pick)).toBe(3);
    expect(usual(values([9, 1, 2, 3, 4, 5, 6]), pick)).toBe(3.5);
    expect(usual(values([9, 1, 2, 3, 4]), pick)).toBeNull();
    expect(usual(values([0, 10, 2, 8, 2, 9, 2]), pick)).toBe(5);
    // Days without an answer are no days with a 0.
    const gaps = values([9, 4, 1, 3, 5, 2]).flatMap((one) => [one, day({ ago: one.ago + 0.5 })]);
    expect(usual(gaps, pick)).toBe(3);
  });

  it('nudges once a day at most, by day, and only where it was turned on', () => {
    const on = { on: true, ease: {}, shownOn: '' };
    expect(mayNudge(undefined, '2026-11-21', 12)).toBe(false);
    expect(mayNudge({ ...on, on: false }, '2026-11-21', 12)).toBe(false);
    expect(mayNudge(on, '2026-11-21', 12)).toBe(true);
    expect(mayNudge({ ...on, shownOn: '2026-11-21' }, '2026-11-21', 12)).toBe(false);
    expect(mayNudge({ ...on, shownOn: '2026-11-20' }, '2026-11-21', 12)).toBe(true);
    expect([7, 8, 21, 22].map((hour) => mayNudge(on, '2026-11-21', hour))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
