/** `npm run backup -- <folder>` and `npm run restore -- <folder>`: the bundled database, copied and put back. */
import { prepare } from './lib/prepare.mjs';
import { inCheckout } from './lib/place.mjs';
import { runUntilEnd, serverArgs } from './lib/run.mjs';
import { giveUp } from './lib/say.mjs';

try {
  const runtime = prepare();
  const args = [...serverArgs().slice(0, -1), inCheckout('apps', 'server', 'src', 'backup', 'main.ts')];
  process.exitCode = await runUntilEnd(runtime, [...args, ...process.argv.slice(2)]);
} catch (error) {
  giveUp(error);
}
