/** `npm run demo`: fills a running Holdfast with an invented household, so that a person can look around. */
import { existsSync } from 'node:fs';
import { inCheckout } from './lib/place.mjs';
import { prepare } from './lib/prepare.mjs';
import { runUntilEnd } from './lib/run.mjs';
import { Advice, giveUp } from './lib/say.mjs';

try {
  const runtime = prepare();
  const demo = inCheckout('packages', 'testing', 'src', 'demo', 'main.ts');
  if (!existsSync(demo)) throw new Advice('The invented household is not in this checkout.');
  process.exitCode = await runUntilEnd(runtime, [demo, ...process.argv.slice(2)]);
} catch (error) {
  giveUp(error);
}
