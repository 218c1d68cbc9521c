import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule, TestSpecification, Vitest } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** The first failure ends a run: first the tests of the file that was changed, then the shortest. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const mutated = process.env['HOLDFAST_MUTATED'] ?? '';
    const shortest = (await super.sort(files)).toReversed();
    const near = ({ moduleId }: TestSpecification): boolean => basename(moduleId).startsWith(mutated);
    return [...shortest.filter(near), ...shortest.filter((file) => !near(file))];
  }
}

/** A test file that cannot even begin is a failure too; Vitest would go on with all the others. */
class StopAtBrokenFile implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }
  onTestModuleEnd(file: TestModule): void {
    // Not waited for: it ends when the run does, and the run waits for us.
    if (file.errors().length > 0) void this.#vitest?.cancelCurrentRun('test-failure');
  }
}

/**
 * The vault's own tests, for `npm run mutation`. Two files are left out: one reads the sources as text, which are full
 * of every possible change here; the other needs 20 s for what the other tests of the log show in one.
 */
export default defineConfig({
  test: {
    include: ['packages/vault/src/**/*.test.ts'],
    exclude: ['**/labels.test.ts', '**/space-log-orders.test.ts'],
    testTimeout: 60_000,
    reporters: [new StopAtBrokenFile()],
    sequence: { sequencer: NearestFirst },
  },
});
