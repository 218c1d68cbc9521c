import { readFileSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import adapter from '@sveltejs/adapter-static';
import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Kit's announcer carries an inline style, which our policy refuses; styles/base.css says the same. */
const plainAnnouncer = {
  name: 'holdfast:plain-announcer',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.endsWith('/kit/src/runtime/components/root.svelte')) return undefined;
    return { code: code.replace(/\sstyle="[^"]*"/, ''), map: null };
  },
};

export default defineConfig({
  plugins: [
    plainAnnouncer,
    sveltekit({
      // scripts/finish.ts compresses, after it has moved inline scripts into files of their own.
      adapter: adapter({ pages: 'build', precompress: false }),
      paths: { relative: false },
      prerender: { entries: ['*', '/not-found', '/es/not-found', '/kit'] },
      // Kit's default is the build time, which would make two builds of one commit differ.
      version: { name: version },
      // Registered by lib/platform/worker.ts, under a Trusted Types policy of our own.
      serviceWorker: { register: false },
    }),
  ],
  build: { assetsInlineLimit: 0 },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // A dozen files of 300 bytes cost more round trips than they save on a slow connection.
            codeSplitting: {
              groups: [
                { name: 'kit', test: /src\/lib\/(ui|words|country|platform\/(leave|local|keys))[/.]/ },
              ],
            },
          },
        },
      },
    },
  },
});
