/** `npm start`: installs what is missing, builds what is stale, runs the server until it is stopped. */
import { prepare } from './lib/prepare.mjs';
import { runUntilEnd, serverArgs } from './lib/run.mjs';
import { giveUp } from './lib/say.mjs';
import { ensureWebBuilt } from './lib/web-build.mjs';

try {
  const runtime = prepare();
  ensureWebBuilt(runtime);
  process.exitCode = await runUntilEnd(runtime, serverArgs());
} catch (error) {
  giveUp(error);
}
