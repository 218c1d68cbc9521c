/** `npm run packs:check`: the numbers that a release waits for, and what to do about each. Fails while there is one. */
import { inCheckout } from './lib/place.mjs';
import { prepare } from './lib/prepare.mjs';
import { capture } from './lib/run.mjs';
import { giveUp } from './lib/say.mjs';

try {
  const runtime = prepare();
  const { code, output } = await capture(runtime, [inCheckout('scripts', 'lib', 'packs-report-main.ts')]);
  process.stdout.write(output);
  process.exitCode = code;
} catch (error) {
  giveUp(error);
}
