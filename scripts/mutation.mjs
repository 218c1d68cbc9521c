/**
 * `npm run mutation`: changes the vault in every small way that a slip could, one at a time, and says which changes its
 * own tests do not notice. Takes names of files, the most important first: `npm run mutation envelope chain`.
 * Without names it runs all of them, which takes an hour or more. Never part of `npm test`.
 */
import { inCheckout } from './lib/place.mjs';
import { prepare } from './lib/prepare.mjs';
import { runUntilEnd } from './lib/run.mjs';
import { giveUp } from './lib/say.mjs';

try {
  const main = inCheckout('scripts', 'lib', 'mutation-main.mjs');
  process.exitCode = await runUntilEnd(prepare(), [main, ...process.argv.slice(2)]);
} catch (error) {
  giveUp(error);
}
