/** Prints what a release waits for and ends with 1 if it waits; with `--stale`, only warns, and ends with 0. */
import { packs } from '@holdfast/safety';
import { packsReport, staleWarning } from './packs-report.ts';

const today = new Date().toISOString().slice(0, 10);
if (process.argv.includes('--stale')) {
  const warning = staleWarning(packs, today);
  if (warning !== undefined) process.stdout.write(`${warning}\n`);
} else {
  const report = packsReport(packs, today);
  const said =
    report.length === 0 ? ['Every line was checked by 2 people and is within its review.'] : report;
  process.stdout.write(`${said.join('\n')}\n`);
  process.exitCode = report.length === 0 ? 0 : 1;
}
