/**
 * Who may import whom. This table is the architecture: base at the bottom, web and server at the top, and
 * nothing that can read people's records within reach of the server.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'packages/base': [],
  'packages/protocol': ['base'],
  'packages/vault': ['base', 'protocol'],
  'packages/sync': ['base', 'protocol', 'vault'],
  'packages/recovery': ['base'],
  'packages/safety': ['base'],
  'packages/directory': ['base'],
  'packages/client': ['base', 'protocol', 'vault', 'sync', 'recovery', 'safety', 'directory'],
  'packages/testing': ['base', 'protocol', 'vault', 'sync', 'recovery', 'safety', 'directory', 'client'],
  'apps/server': ['base', 'protocol', 'safety', 'directory'],
  'apps/web': ['base', 'protocol', 'vault', 'sync', 'recovery', 'safety', 'directory', 'client'],
};

/** Every workspace package. The last five are not for importing, but by tests, journeys, budgets and the demo. */
const ALL = 'base protocol vault sync recovery safety directory client testing server web e2e bench'.split(
  ' ',
);

/** The files with a door to libsodium. The server's only verifies signatures. */
export const SODIUM_DOORS = ['packages/vault/src/sodium.ts', 'apps/server/src/verify.ts'];

interface Pattern {
  regex: string;
  message: string;
}

const SODIUM: Pattern = {
  regex: '^libsodium',
  message: `libsodium is imported in ${SODIUM_DOORS.join(' and ')} only.`,
};

const BY_NAME: Pattern = {
  regex: '^(\\.\\./)+([a-z0-9-]+/)?[a-z0-9-]+/src/',
  message: 'Import another package by its name, not by its path.',
};

/** Packages hold pure logic, which gets files, sockets and random bytes from its caller. */
const NO_SYSTEM: Pattern = {
  regex: '^node:',
  message: 'Packages do no I/O of their own: take it as an argument.',
};

/** What serves tests is not for what people run. */
const NO_TEST_SUPPORT: Pattern = {
  regex: '/test-support/',
  message: 'Only tests import test-support.',
};

/** Timers by another door. */
const NO_TIMERS: Pattern = {
  regex: '^node:timers',
  message: 'Take Timers as an argument.',
};

function forbidden(owner: string, allowed: readonly string[]): Pattern {
  const names = ALL.filter((name) => !allowed.includes(name)).join('|');
  return {
    regex: `^@holdfast/(${names})(/|$)`,
    message: `${owner} may import ${allowed.join(', ') || 'no other package'}: see scripts/lint/direction.ts.`,
  };
}

function ambientModules(folder: string): Pattern[] {
  if (folder === 'packages/testing') return []; // drives real servers and files in tests
  if (folder === 'apps/server') return [NO_TIMERS];
  return folder.startsWith('packages/') ? [NO_SYSTEM] : [];
}

type Rule = ['error', { patterns: Pattern[] }];
interface Override {
  files: string[];
  rules: { 'no-restricted-imports': Rule };
}

const override = (files: string[], patterns: Pattern[]): Override => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

/** The import rule of files that no override below names. */
export const anywhere: Rule = ['error', { patterns: [SODIUM, BY_NAME] }];

/** Overrides for each package's code and its tests; later ones replace earlier ones. */
export const directionOverrides: Override[] = Object.entries(MAY_IMPORT).flatMap(([folder, allowed]) => {
  const itself = folder.split('/')[1] ?? '';
  const code = [forbidden(folder, allowed), BY_NAME, NO_TEST_SUPPORT];
  const ambient = ambientModules(folder);
  // Tests may use the fakes, and a package's own name, as its users do.
  const tests = [forbidden(folder, [...allowed, itself, 'testing']), BY_NAME, SODIUM];
  const overrides = [
    override([`${folder}/**`], [...code, SODIUM]),
    override([`${folder}/src/**`], [...code, SODIUM, ...ambient]),
    override([`${folder}/**/*.test.ts`], tests),
  ];
  const door = SODIUM_DOORS.find((path) => path.startsWith(`${folder}/`));
  if (door !== undefined) overrides.push(override([door], [...code, ...ambient]));
  if (folder === 'apps/server') overrides.push(...serverOverrides(code, allowed));
  return overrides;
});

function serverOverrides(code: Pattern[], allowed: readonly string[]): Override[] {
  return [
    // PostgreSQL is a child process, waited for with real timers.
    override([`apps/server/src/postgres/*.ts`], [...code, SODIUM]),
    // The server is tested through the transport that phones use.
    override(
      ['apps/server/src/test-support/**'],
      [forbidden('apps/server/src/test-support', [...allowed, 'testing', 'sync']), BY_NAME, SODIUM],
    ),
  ];
}
