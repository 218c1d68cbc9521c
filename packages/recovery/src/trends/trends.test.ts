import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckIn } from '../index.ts';
import { series, sideBySide, sidedDays, TREND_TOP, TRENDS, urgesMayShow } from '../index.ts';

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
const HOUR = 3_600_000;

describe('trends', () => {
  it('hold the last answer of each day, oldest first, and no gap', () => {
    const list = [
      checkIn({ at: 2, urge: 3, mood: 'good', sleep: 'well', confidence: 8 }),
      checkIn({ at: 1, urge: 9 }),
      checkIn({ at: 3 }),
      checkIn({ day: '2026-11-19', urge: 5 }),
      checkIn({ day: '2026-10-19', urge: 5 }),
      checkIn({ day: '2026-11-22', urge: 5 }),
    ];
    for (const given of [list, list.toReversed()])
      expect(series(given, 'urge', '2026-11-21', 30)).toEqual([
        { day: '2026-11-19', value: 5 },
        { day: '2026-11-21', value: 3 },
      ]);
    expect(TRENDS.map((trend) => series(list, trend, '2026-11-21', 1)[0]?.value)).toEqual([3, 3, 2, 8]);
    expect(series([checkIn({})], 'sure', '2026-11-21', 30)).toEqual([]);
  });

  it('stay within their scale', () => {
    const list = [checkIn({ urge: 10, mood: 'very-good', sleep: 'well', confidence: 10 })];
    for (const trend of TRENDS) expect(series(list, trend, '2026-11-21', 7)[0]?.value).toBe(TREND_TOP[trend]);
  });

  it('draw no urges within three hours of a strong one, or of a note of one', () => {
    const none = { checkIns: [], urges: [], results: [] };
    const strong = { ...none, checkIns: [checkIn({ urge: 5, at: 0 })] };
    expect(urgesMayShow(none, 0)).toBe(true);
    expect(urgesMayShow(strong, HOUR)).toBe(false);
    expect(urgesMayShow(strong, 3 * HOUR)).toBe(true);
    expect(urgesMayShow({ ...none, checkIns: [checkIn({ urge: 4 }), checkIn({})] }, 0)).toBe(true);
    // Whoever opens "I feel an urge" is in the middle of one, whatever number they gave it, or none.
    expect(urgesMayShow({ ...none, urges: [{ at: 0 }] }, HOUR)).toBe(false);
    expect(urgesMayShow({ ...none, urges: [{ at: 0 }] }, 3 * HOUR)).toBe(true);
    const answered = (instrument: string, now: number | null) => [{ instrument, answers: { now }, at: 0 }];
    expect(urgesMayShow({ ...none, results: answered('craving-3', 5) }, HOUR)).toBe(false);
    expect(urgesMayShow({ ...none, results: answered('craving-3', 5) }, 3 * HOUR)).toBe(true);
    expect(urgesMayShow({ ...none, results: answered('craving-3', 4) }, HOUR)).toBe(true);
    expect(urgesMayShow({ ...none, results: answered('craving-3', null) }, HOUR)).toBe(true);
    expect(urgesMayShow({ ...none, results: answered('bam', 9) }, HOUR)).toBe(true);
  });
});

describe('days side by side', () => {
  const days = (n: number, was: boolean, urge: number) => Array.from({ length: n }, () => ({ was, urge }));

  it('say nothing with fewer than 8 days on either side', () => {
    expect(sideBySide([...days(8, true, 2), ...days(7, false, 6)])).toBeUndefined();
    expect(sideBySide([...days(7, true, 2), ...days(8, false, 6)])).toBeUndefined();
    expect(sideBySide([...days(6, true, 4), ...days(2, true, 5), ...days(8, false, 6)])).toEqual({
      with: { of: 8, calm: 6 },
      without: { of: 8, calm: 0 },
    });
  });

  it('are days on which both were answered, with the strongest urge', () => {
    const list = [
      checkIn({ day: '1', urge: 2, contact: false }),
      checkIn({ day: '1', urge: 7, contact: true }),
      checkIn({ day: '1', urge: 3, contact: false }),
      checkIn({ day: '2', urge: 2 }),
      checkIn({ day: '3', contact: true }),
      checkIn({ day: '4', urge: 1, contact: false }),
    ];
    expect(sidedDays(list, ({ contact }) => contact)).toEqual([
      { urge: 7, was: true },
      { urge: 1, was: false },
    ]);
  });

  it('count every day once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ was: fc.boolean(), urge: fc.integer({ min: 0, max: 10 }) })),
        (list) => {
          const said = sideBySide(list);
          if (said) expect(said.with.of + said.without.of).toBe(list.length);
          expect(said === undefined).toBe(
            list.filter(({ was }) => was).length < 8 || list.filter(({ was }) => !was).length < 8,
          );
        },
      ),
    );
  });
});
