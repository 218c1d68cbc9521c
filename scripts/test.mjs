/** `npm test` and its parts. Runs every stage, says how long each took, and ends with one line of counts. */
import { mkdirSync } from 'node:fs';
import { inCheckout } from './lib/place.mjs';
import { prepare } from './lib/prepare.mjs';
import { Advice, giveUp, say } from './lib/say.mjs';
import { SUITES } from './lib/stages.mjs';

try {
  const [name = 'all'] = process.argv.slice(2);
  const stages = SUITES[name];
  if (stages === undefined)
    throw new Advice(`There is no suite "${name}". There are: ${Object.keys(SUITES).join(', ')}.`);
  const runtime = prepare();
  mkdirSync(inCheckout('.cache'), { recursive: true });
  let passed = 0;
  let failed = 0;
  const run = async (/** @type {import('./lib/stages.mjs').Stage} */ stage) => {
    const started = performance.now();
    const outcome = await stage.run(runtime).catch((error) => {
      if (error instanceof Advice) return { passed: 0, failed: 1, output: error.message };
      throw error;
    });
    passed += outcome.passed;
    failed += outcome.failed;
    const seconds = ((performance.now() - started) / 1_000).toFixed(1).padStart(6);
    const verdict = outcome.failed > 0 ? `${outcome.failed} failed` : 'ok';
    const counted = outcome.passed > 0 ? `${outcome.passed} passed, ` : '';
    say(`${stage.name.padEnd(8)}${seconds} s  ${counted}${verdict}`);
    if (outcome.output !== '') say(outcome.output.trimEnd());
  };
  /** @type {Promise<void>[]} */
  const beside = [];
  for (const stage of stages) {
    if (stage.alone) await Promise.all(beside);
    const running = run(stage);
    if (stage.beside) beside.push(running);
    else await running;
  }
  await Promise.all(beside);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  giveUp(error);
}
