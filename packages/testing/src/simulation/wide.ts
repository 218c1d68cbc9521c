import { afterAll, describe, expect, it } from 'vitest';
import { wideOptionsFrom } from './options.ts';
import { simulate } from './run.ts';
import { addCounts, showFailure } from './show.ts';

const { SIM_WIDE_SEED, HOLDFAST_SIM } = process.env;
/** Runs in each half of the wide form. */
const HALF = HOLDFAST_SIM === 'long' ? 1_500 : 150;
const BATCH = 25;
const HOUR = 3_600_000;

/** What has to have been done in each half, and more often than this. */
const LEAST: Readonly<Record<string, number>> = {
  'ok chooseTrusted': 50,
  'ok keepShare': 50,
  'ok helpBack': 50,
  'cmd helpBack wrongly': 20,
  'came back': 1,
  'came back from nothing': 0,
  'came back beside a phone': 5,
  'kept out': 3,
  'halves opened by enough people': 50,
  'ok armTimer': 30,
  'ok cancelTimer': 5,
  'fault outage': 10,
  'timers that ran out': 10,
  'timers stopped in time': 5,
  'fault went back': 5,
  'fault fork': 10,
  'fault join': 10,
  'words lost in silence': 0,
};

/**
 * Tests of one half of the wide form, which is 300 lives of five phones or more and 500 steps each. In halves, because
 * files run side by side and tests within one do not. `SIM_WIDE_SEED` runs one seed alone, in the half it belongs to.
 */
export function testWideHalf(half: 0 | 1): void {
  const only = SIM_WIDE_SEED === undefined ? undefined : Number(SIM_WIDE_SEED);
  const first = only ?? 1 + half * HALF;
  const seeds = only === undefined ? HALF : 1;
  const sum: Record<string, number> = {};
  const mine = only === undefined || (only > HALF ? 1 : 0) === half;
  describe.runIf(mine)('five phones and 500 steps', () => {
    const batches = Array.from({ length: Math.ceil(seeds / BATCH) }, (_, i) => first + i * BATCH);
    it.each(batches)(
      '[SIM-1] to [SIM-13] hold from seed %i on',
      async (from) => {
        for (let seed = from; seed < Math.min(from + BATCH, first + seeds); seed++) {
          const options = wideOptionsFrom(seed);
          const report = await simulate(options);
          addCounts(sum, report);
          const again = `SIM_WIDE_SEED=${seed}`;
          expect(report.violations, showFailure(options, report, again)).toEqual([]);
        }
      },
      HOUR,
    );

    it.runIf(only === undefined)('did something: whatever the short form has none of was done too', () => {
      for (const [name, least] of Object.entries(LEAST)) expect(sum[name] ?? 0, name).toBeGreaterThan(least);
    });

    afterAll(() => {
      const figures = Object.entries(sum).toSorted(([a], [b]) => (a < b ? -1 : 1));
      process.stdout.write(`${figures.map(([name, count]) => `${name} ${count}`).join(' · ')}\n`);
    });
  });
}
