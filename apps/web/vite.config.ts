import { readFileSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import adapter from '@sveltejs/adapter-static';
import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export default defineConfig({
  plugins: [
    sveltekit({
      // scripts/finish.ts compresses, after it has moved inline scripts into files of their own.
      adapter: adapter({ pages: 'build', precompress: false }),
      paths: { relative: false },
      // Kit's default is the build time, which would make two builds of one commit differ.
      version: { name: version },
      // Registered by lib/platform/worker.ts, under a Trusted Types policy of our own.
      serviceWorker: { register: false },
    }),
  ],
  build: { assetsInlineLimit: 0 },
});
