import { launch } from './browser.ts';
import { startHost } from './host.ts';
const host = await startHost();
const b = await launch();
try {
  for (const scheme of ['light', 'dark'] as const) {
    const c = await b.newContext({
      viewport: { width: 360, height: 740 },
      deviceScaleFactor: 2,
      colorScheme: scheme,
      timezoneId: 'Europe/Dublin',
      locale: 'en-IE',
    });
    const p = await c.newPage();
    p.on('console', (m) => console.log('console', m.type(), m.text()));
    p.on('pageerror', (e) => console.log('pageerror', e.message));
    const shot = (n: string) => p.screenshot({ path: `/tmp/shots/${n}-${scheme}.png` });
    for (const [n, u] of [
      ['home', '/'],
      ['now', '/now'],
      ['overdose', '/now/overdose'],
      ['start', '/start'],
    ] as const) {
      await p.goto(host.origin + u);
      await p.waitForTimeout(1200);
      await shot(n);
    }
    if (process.argv[2] === 'flow') {
    }
    await c.close();
  }
} finally {
  await b.close();
  await host.remove();
}
