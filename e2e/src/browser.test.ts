import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import { bundledChromium } from './bundled-chromium.ts';
import { adviceFor, missingIn } from './missing-libraries.ts';

describe('the browser of the tests', () => {
  let server: Server;
  let address: string;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>Hello</title><h1>Here</h1>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server.close();
  });

  it('opens a page on loopback with all that the app needs of a browser', async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
      await page.goto(address);
      expect(await page.textContent('h1')).toBe('Here');
      const has = await page.evaluate(() => ({
        secure: isSecureContext,
        worker: 'serviceWorker' in navigator,
        database: 'indexedDB' in window,
        locks: 'locks' in navigator,
        wasm: typeof WebAssembly === 'object',
        width: innerWidth,
      }));
      const all = { secure: true, worker: true, database: true, locks: true, wasm: true, width: 360 };
      expect(has).toEqual(all);
    } finally {
      await browser.close();
    }
  });

  it('comes bundled for Linux on x64 only', async () => {
    expect(await bundledChromium('linux', 'arm64')).toBeUndefined();
    expect(await bundledChromium('darwin', 'x64')).toBeUndefined();
  });

  it('names the Debian package of a missing system library', () => {
    const said =
      '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibnssutil3.so => not found\n';
    expect(missingIn(said)).toEqual(['libnss3.so', 'libnssutil3.so']);
    expect(adviceFor(missingIn(said))).toContain('apt-get install libnss3');
    expect(adviceFor(['libodd.so.9'])).toContain('libodd.so.9');
  });
});
