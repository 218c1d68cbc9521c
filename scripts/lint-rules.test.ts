import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import vitestConfig from '../vitest.config.ts';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * A workspace of files that each break one rule, linted with the real configuration. `code` is what the linter calls
 * the rule, `path` where the file stands.
 */
interface Violation {
  readonly path: string;
  readonly text: string;
  readonly code: string;
  /** What the person who broke the rule is told. */
  readonly told?: string;
}

const IMPORTS = 'eslint(no-restricted-imports)';
const GLOBALS = 'eslint(no-restricted-globals)';
const PROPERTIES = 'eslint(no-restricted-properties)';
const CLOCK = 'holdfast(no-ambient-clock)';

const importing = (path: string, name: string, told: string): Violation => ({
  path,
  text: `export * from '${name}';\n`,
  code: IMPORTS,
  told,
});

const direction = (folder: string, ...names: string[]): Violation[] =>
  names.map((name) =>
    importing(`${folder}/src/imports-${name}.ts`, `@holdfast/${name}`, `${folder} may import`),
  );

const pure = 'packages/recovery/src';

const VIOLATIONS: readonly Violation[] = [
  // The server must not be able to read what it must not read.
  ...direction('apps/server', 'vault', 'sync', 'recovery', 'client', 'testing', 'web'),
  ...direction('packages/base', 'protocol', 'vault', 'recovery'),
  ...direction('packages/protocol', 'vault', 'sync', 'recovery', 'safety'),
  ...direction('packages/vault', 'sync', 'recovery', 'client', 'testing'),
  // Sync moves sealed records and knows nothing of recovery; recovery knows nothing of sync or encryption.
  ...direction('packages/sync', 'recovery', 'safety', 'client', 'testing'),
  ...direction('packages/recovery', 'protocol', 'vault', 'sync', 'safety', 'client'),
  ...direction('packages/safety', 'protocol', 'vault', 'recovery', 'client'),
  ...direction('packages/client', 'testing', 'web', 'server'),
  ...direction('packages/testing', 'web', 'server', 'e2e'),
  ...direction('apps/web', 'server', 'testing', 'bench'),
  importing('packages/recovery/src/a.test.ts', '@holdfast/sync', 'packages/recovery may import'),
  importing('apps/server/src/relay/deep.ts', '@holdfast/vault/keys', 'apps/server may import'),
  importing('apps/server/src/relay/by-path.ts', '../../../../packages/vault/src/keys.ts', 'by its name'),
  importing('packages/sync/src/by-path.ts', '../../recovery/src/index.ts', 'by its name'),

  importing('apps/server/src/relay/fake.ts', '../test-support/stage.ts', 'Only tests'),
  importing('apps/server/src/test-support/keys.ts', '@holdfast/vault', 'may import'),

  importing('packages/vault/src/envelope.ts', 'libsodium-wrappers-sumo', 'libsodium is imported in'),
  importing('apps/server/src/accounts/login.ts', 'libsodium-wrappers-sumo', 'libsodium is imported in'),
  importing('apps/server/src/postgres/login.ts', 'libsodium-wrappers-sumo', 'libsodium is imported in'),
  importing('apps/web/src/lib/platform/crypto.ts', 'libsodium-sumo', 'libsodium is imported in'),
  importing('packages/vault/src/a.test.ts', 'libsodium-wrappers-sumo', 'libsodium is imported in'),
  importing('bench/sodium.test.ts', 'libsodium-wrappers-sumo', 'libsodium is imported in'),
  importing('packages/sync/src/disk.ts', 'node:fs', 'no I/O of their own'),
  importing('apps/server/src/relay/wait.ts', 'node:timers/promises', 'Take Timers'),

  { path: `${pure}/date.ts`, text: 'export const now = () => new Date();\n', code: CLOCK },
  { path: `${pure}/zone.ts`, text: 'export const day = () => new Date(2026, 1, 1);\n', code: CLOCK },
  { path: `${pure}/call.ts`, text: 'export const now = () => Date();\n', code: CLOCK },
  { path: 'apps/server/src/relay/now.ts', text: 'export const now = () => Date.now();\n', code: CLOCK },
  { path: 'apps/web/src/lib/ui/now.ts', text: 'export const now = Date.now;\n', code: CLOCK },
  {
    path: 'apps/web/src/routes/+page.svelte',
    text: '<script lang="ts">\n  const now = Date.now();\n</script>\n\n{now}\n',
    code: CLOCK,
  },
  { path: `${pure}/chance.ts`, text: 'export const chance = () => Math.random();\n', code: PROPERTIES },
  { path: 'e2e/chance.test.ts', text: 'export const chance = () => Math.random();\n', code: PROPERTIES },
  { path: `${pure}/id.ts`, text: 'export const id = () => crypto.randomUUID();\n', code: PROPERTIES },
  {
    path: `${pure}/bytes.ts`,
    text: 'export const bytes = () => crypto.getRandomValues(new Uint8Array(4));\n',
    code: PROPERTIES,
  },
  {
    path: 'apps/web/src/lib/platform/keys.ts',
    text: "export const hash = (b: BufferSource) => crypto.subtle.digest('SHA-256', b);\n",
    code: PROPERTIES,
  },
  {
    path: `${pure}/timer.ts`,
    text: 'export const later = (f: () => void) => setTimeout(f, 1);\n',
    code: GLOBALS,
  },
  { path: `${pure}/fetch.ts`, text: "export const get = () => fetch('/x');\n", code: GLOBALS },
  { path: `${pure}/get.ts`, text: "export const get = () => globalThis.fetch('/x');\n", code: PROPERTIES },
  { path: `${pure}/idb.ts`, text: "export const open = () => indexedDB.open('x');\n", code: GLOBALS },
  {
    path: 'apps/web/src/lib/ui/kept.ts',
    text: "export const n = localStorage.getItem('n');\n",
    code: GLOBALS,
  },
  {
    path: 'apps/web/src/lib/platform/markup.ts',
    text: 'export const set = (e: Element, t: string) => {\n  e.innerHTML = t;\n};\n',
    code: PROPERTIES,
  },
  {
    path: 'apps/web/src/lib/ui/insert.ts',
    text: "export const set = (e: Element, t: string) => e.insertAdjacentHTML('beforeend', t);\n",
    code: PROPERTIES,
  },

  {
    path: `${pure}/cycle-a.ts`,
    text: "export { b } from './cycle-b.ts';\nexport const a = 1;\n",
    code: 'import(no-cycle)',
  },
  {
    path: `${pure}/cycle-b.ts`,
    text: "export { a } from './cycle-a.ts';\nexport const b = 1;\n",
    code: 'import(no-cycle)',
  },
  {
    path: `${pure}/any.ts`,
    text: 'export const f = (x: any): unknown => x;\n',
    code: 'typescript(no-explicit-any)',
  },
  {
    path: `${pure}/floating.ts`,
    text: 'const work = async (): Promise<void> => undefined;\nexport const f = (): void => {\n  work();\n};\n',
    code: 'typescript(no-floating-promises)',
  },
  {
    path: `${pure}/misused.ts`,
    text: 'const is = async (): Promise<boolean> => false;\nexport const f = (): number => (is() ? 1 : 2);\n',
    code: 'typescript(no-misused-promises)',
  },
  {
    path: `${pure}/switch.ts`,
    text: "export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      return;\n  }\n}\n",
    code: 'typescript(switch-exhaustiveness-check)',
  },
  {
    path: `${pure}/ignore.ts`,
    text: '// @ts-ignore\nexport const x = 1;\n',
    code: 'typescript(ban-ts-comment)',
  },
  {
    path: `${pure}/say.ts`,
    text: "export const say = () => console.log('x');\n",
    code: 'eslint(no-console)',
  },
  {
    path: 'packages/base/src/only.test.ts',
    text: "import { expect, it } from 'vitest';\nit.only('x', () => expect(1).toBe(1));\n",
    code: 'vitest(no-focused-tests)',
  },
  {
    path: 'packages/base/src/skip.test.ts',
    text: "import { expect, it } from 'vitest';\nit.skip('x', () => expect(1).toBe(1));\n",
    code: 'vitest(no-disabled-tests)',
  },
];

/** The same acts in places whose task they are. */
const ALLOWED: readonly Omit<Violation, 'code'>[] = [
  { path: 'packages/base/src/system.ts', text: 'export const now = () => Date.now();\n' },
  {
    path: 'apps/web/src/lib/platform/time.ts',
    text: 'export const later = () => setTimeout(() => undefined, 1);\n',
  },
  { path: 'packages/vault/src/sodium.ts', text: "export * from 'libsodium-wrappers-sumo';\n" },
  { path: 'apps/server/src/verify.ts', text: "export * from 'libsodium-wrappers-sumo';\n" },
  { path: 'apps/server/src/postgres/wait.ts', text: "export * from 'node:timers/promises';\n" },
  { path: 'apps/server/src/test-support/phone.ts', text: "export * from '@holdfast/sync';\n" },
  { path: 'packages/vault/vectors/freeze.ts', text: "export * from 'node:fs';\n" },
  { path: 'packages/recovery/src/fakes.test.ts', text: "export * from '@holdfast/testing';\n" },
  {
    path: 'packages/client/src/index.ts',
    text: "export * from '@holdfast/vault';\nexport * from '@holdfast/recovery';\n",
  },
  { path: 'apps/server/src/relay/push.ts', text: "export * from '@holdfast/protocol';\n" },
  { path: `${pure}/dates.ts`, text: 'export const at = (ms: number): Date => new Date(ms);\n' },
];

describe('the linter', () => {
  let workspace: string;
  const found = new Map<string, { code: string; help: string }[]>();

  beforeAll(() => {
    workspace = mkdtempSync(join(tmpdir(), 'hf-lint-'));
    for (const name of ['oxlint.config.ts', 'tsconfig.json', 'scripts/lint', 'package.json']) {
      cpSync(join(checkout, name), join(workspace, name), { recursive: true });
    }
    symlinkSync(join(checkout, 'node_modules'), join(workspace, 'node_modules'));
    for (const { path, text } of [...VIOLATIONS, ...ALLOWED]) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
    for (const { filename, code, help } of lint(workspace)) {
      found.set(filename, [...(found.get(filename) ?? []), { code, help: help ?? '' }]);
    }
  }, 60_000);

  afterAll(() => rmSync(workspace, { recursive: true, force: true }));

  it.each(VIOLATIONS)('$code in $path', ({ path, code, told }) => {
    const matching = (found.get(path) ?? []).filter((problem) => problem.code === code);
    expect(matching.length, JSON.stringify(found.get(path))).toBeGreaterThan(0);
    if (told !== undefined) expect(matching.map(({ help }) => help).join()).toContain(told);
  });

  it.each(ALLOWED)('lets $path do its task', ({ path }) => {
    expect(found.get(path) ?? []).toEqual([]);
  });
});

interface Problem {
  readonly filename: string;
  readonly code: string;
  readonly help?: string;
}

function lint(folder: string): Problem[] {
  const oxlint = join(checkout, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const args = [oxlint, '--type-aware', '--format=json', 'packages', 'apps', 'e2e', 'bench'];
  let output: string;
  try {
    output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    // It ends with 1 when it finds something, which is what we want of it.
    output = (error as { stdout: string }).stdout;
  }
  return (JSON.parse(output) as { diagnostics: Problem[] }).diagnostics;
}

describe('the test runner', () => {
  it('refuses focused tests, and tests without an assertion, in every project', () => {
    expect(vitestConfig.test).toMatchObject({ allowOnly: false, expect: { requireAssertions: true } });
    const projects = (vitestConfig.test?.projects ?? []) as { extends?: unknown }[];
    expect(projects.map((project) => project.extends)).toEqual([true, true, true, true, true]);
  });
});

describe('the web app', () => {
  /** The one place: a drawing made of numbers, through the page's own Trusted Types policy; its words are escaped. */
  const DRAWINGS = ['lib/ui/Kelp.svelte'];

  it('has no {@html}, which the linter does not see, but for drawings of our own', () => {
    const source = join(checkout, 'apps', 'web', 'src');
    const names = readdirSync(source, { recursive: true, encoding: 'utf8' });
    const svelte = names.filter((name) => name.endsWith('.svelte'));
    expect(svelte.length).toBeGreaterThan(0);
    expect(svelte.filter((name) => readFileSync(join(source, name), 'utf8').includes('{@html'))).toEqual(
      DRAWINGS,
    );
  });
});
