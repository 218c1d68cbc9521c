import { existsSync, readFileSync } from 'node:fs';

/**
 * @param {string} project
 * @param {string} report where the JSON goes
 */
export const vitestArgs = (project, report) => [
  'run',
  '--project',
  project,
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

/**
 * Counts a Vitest run by its JSON report. A file that could not be loaded counts as one failure, a skipped test and
 * a planned one too: a test that does not run proves nothing. A run that ends in error with all green, as after an
 * unhandled rejection, counts as one failure.
 * @param {string} path
 * @param {{ code: number, output: string }} ran
 */
export function readReport(path, ran) {
  if (!existsSync(path)) return { passed: 0, failed: 1, output: ran.output };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const notRun = report.numPendingTests + report.numTodoTests;
  const broken = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const passed = report.numPassedTests;
  let failed = report.numFailedTests + broken + notRun;
  if (failed === 0 && (ran.code !== 0 || passed === 0)) failed = 1;
  const note =
    notRun === 0 ? '' : `\n${notRun} tests are skipped or only planned. Write them or remove them.\n`;
  return { passed, failed, output: failed === 0 ? '' : ran.output + note };
}
