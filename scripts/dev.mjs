/** `npm run dev`: the server, restarted when its sources change, and the web app, reloaded when its own do. */
import { inCheckout } from './lib/place.mjs';
import { prepare } from './lib/prepare.mjs';
import { runUntilEnd, serverArgs } from './lib/run.mjs';
import { giveUp } from './lib/say.mjs';

try {
  const runtime = prepare();
  const vite = inCheckout('node_modules', 'vite', 'bin', 'vite.js');
  const running = [
    runUntilEnd(runtime, serverArgs(['--watch', '--watch-preserve-output'])),
    runUntilEnd(runtime, [vite, 'dev'], { cwd: inCheckout('apps', 'web') }),
  ];
  // When one ends, so does the other: its channel to us closes.
  process.exit(await Promise.race(running));
} catch (error) {
  giveUp(error);
}
