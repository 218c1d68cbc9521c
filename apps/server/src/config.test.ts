import { unwrap } from '@holdfast/base';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const read = (env: Record<string, string>) => readConfig(env, '/app/web');

describe('config', () => {
  it('[OPS-1] needs nothing', () => {
    expect(unwrap(read({ PORT: '', DATABASE_URL: '' }))).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      databaseUrl: undefined,
      publicUrl: undefined,
      trustProxy: false,
      restored: false,
      packsDir: undefined,
      webDir: '/app/web',
    });
  });

  it('[OPS-1] reads what is set', () => {
    const env = {
      HOLDFAST_DATA: '/srv/holdfast',
      PORT: '9000',
      HOST: '127.0.0.1',
      DATABASE_URL: 'postgres://u:p@db/h',
      PUBLIC_URL: 'https://Holdfast.example/',
      TRUST_PROXY: '1',
      HOLDFAST_RESTORED: 'true',
      HOLDFAST_PACKS: '/srv/packs',
    };
    expect(unwrap(read(env))).toMatchObject({
      dataDir: '/srv/holdfast',
      port: 9000,
      host: '127.0.0.1',
      databaseUrl: 'postgres://u:p@db/h',
      publicUrl: 'https://holdfast.example',
      trustProxy: true,
      restored: true,
      packsDir: '/srv/packs',
    });
  });

  it('[OPS-1] says what is wrong with what it cannot use', () => {
    const sentences = [
      { PORT: 'eighty' },
      { PORT: '70000' },
      { DATABASE_URL: 'mysql://user:secret@host/db' },
      { PUBLIC_URL: 'holdfast.example' },
      { PUBLIC_URL: 'https://holdfast.example/app' },
      { PUBLIC_URL: 'ftp://holdfast.example' },
      { TRUST_PROXY: 'maybe' },
    ].map((env) => {
      const config = read(env);
      return config.ok ? 'accepted' : config.error;
    });
    expect(sentences).toMatchInlineSnapshot(`
      [
        "PORT must be a number from 0 to 65535, not "eighty".",
        "PORT must be a number from 0 to 65535, not "70000".",
        "DATABASE_URL must look like postgres://user:password@host:5432/database.",
        "PUBLIC_URL must be the address people open and nothing more, like https://holdfast.example, not "holdfast.example".",
        "PUBLIC_URL must be the address people open and nothing more, like https://holdfast.example, not "https://holdfast.example/app".",
        "PUBLIC_URL must be the address people open and nothing more, like https://holdfast.example, not "ftp://holdfast.example".",
        "TRUST_PROXY must be 1 or 0, not "maybe".",
      ]
    `);
    expect(sentences.join()).not.toContain('secret');
  });
});
