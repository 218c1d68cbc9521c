import { seededRandom } from '@holdfast/base';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { afterAll, describe, expect, it } from 'vitest';
import type { SimOptions } from './options.ts';
import { lyingOptionsFrom, optionsFrom } from './options.ts';
import { PLANTED } from './planted.ts';
import { simulate } from './run.ts';
import { addCounts, showFailure } from './show.ts';
import type { SimParts } from './world.ts';

const { SIM_SEED, SIM_SEEDS, SIM_STEPS, HOLDFAST_SIM } = process.env;
const long = HOLDFAST_SIM === 'long';
const first = Number(SIM_SEED ?? 1);
const seeds = Number(SIM_SEEDS ?? (SIM_SEED ? 1 : long ? 5_000 : 160));
const steps = Number(SIM_STEPS ?? 60);
/** Seeds to a test: failures of one do not hide those of the next. */
const BATCH = 80;
/** Seeds with a server that lies. */
const LYING = long ? 1_000 : 30;
const HOUR = 3_600_000;

const sum: Record<string, number> = {};
let runs = 0;

async function run(seed: number, parts?: SimParts): Promise<void> {
  await runWith(optionsFrom(seed, steps), parts);
}
async function runWith(options: SimOptions, parts?: SimParts): Promise<void> {
  const report = await simulate(options, parts);
  runs += 1;
  addCounts(sum, report);
  expect(report.violations, showFailure(options, report)).toEqual([]);
}

describe('many phones, one bad network, a server that fails', () => {
  const batches = Array.from({ length: Math.ceil(seeds / BATCH) }, (_, i) => first + i * BATCH);
  it.each(batches)(
    '[SIM-1] to [SIM-9] hold from seed %i on',
    async (from) => {
      for (let seed = from; seed < Math.min(from + BATCH, first + seeds); seed++) await run(seed);
    },
    HOUR,
  );

  it.runIf(!SIM_SEED)(
    '[SIM-13] they hold with a server that goes back in silence or goes on in two copies',
    async () => {
      for (let seed = 1; seed <= LYING; seed++) await runWith(lyingOptionsFrom(seed, steps));
    },
    HOUR,
  );

  it.runIf(!SIM_SEED)(
    '[SIM-1] to [SIM-9] hold over real cryptography',
    async () => {
      for (let seed = 1; seed <= 10; seed++)
        await run(seed, { primitives: await sodiumPrimitives(seededRandom(seed)) });
    },
    HOUR,
  );

  it('the same seed is the same run', async () => {
    const [one, two] = [await simulate(optionsFrom(first, steps)), await simulate(optionsFrom(first, steps))];
    expect(one.story).toEqual(two.story);
    expect(one.counts).toEqual(two.counts);
  });

  it.runIf(!SIM_SEED)(
    'did something: everything a person does worked often, and everything that can fail did',
    () => {
      const share = (name: string) => (sum[name] ?? 0) / runs;
      for (const name of [
        'check-in',
        'person',
        'setTodayLine',
        'sync',
        'share',
        'stop',
        'acceptInvite',
        'invite',
      ])
        expect(share(`ok ${name}`), name).toBeGreaterThan(0.2);
      for (const name of [
        'confirmInvite',
        'makeCard',
        'cancelCard',
        'pauseAll',
        'remove',
        'shutOut',
        'lock',
        'goOnline',
      ])
        expect(sum[`cmd ${name}`] ?? 0, name).toBeGreaterThan(5);
      const faults = [
        'drop',
        'loseAnswer',
        'duplicate',
        'reorder',
        'partition',
        'crash',
        'full',
        'clock',
        'restart',
      ];
      for (const name of [...faults, 'restore', 'loss', 'went back', 'fork', 'join'])
        expect(sum[`fault ${name}`] ?? 0, name).toBeGreaterThan(10);
      expect(share('epochs')).toBeGreaterThan(5);
      expect(share('shares in force')).toBeGreaterThan(0.5);
      expect(share('opened by attackers')).toBeGreaterThan(20);
      expect(sum['words after a shut-out']).toBeGreaterThan(10);
    },
  );

  afterAll(() => {
    const figures = Object.entries(sum).toSorted(([a], [b]) => (a < b ? -1 : 1));
    process.stdout.write(`${runs} runs: ${figures.map(([name, count]) => `${name} ${count}`).join(' · ')}\n`);
  });
});

describe.runIf(!SIM_SEED)('the simulation finds a planted bug', () => {
  it.each(PLANTED)(
    '$name',
    async ({ plant, options }) => {
      const { mend, parts } = plant();
      const found: string[] = [];
      try {
        for (let seed = 1; seed <= 80 && found.length === 0; seed++)
          found.push(...(await simulate({ ...optionsFrom(seed), ...options }, parts)).violations);
      } finally {
        mend();
      }
      expect(found.length).toBeGreaterThan(0);
    },
    HOUR,
  );
});
