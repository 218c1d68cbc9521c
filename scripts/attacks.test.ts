import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

const rows = readFileSync(join(checkout, 'docs/attacks.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, attack = '', answer = '', tried = '', note = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return /^\d+$/.test(number ?? '') ? [{ number: Number(number), attack, answer, tried, note }] : [];
  });

/** Kinds of tests, in the order in which a row names them. */
const KINDS = ['evil server', 'vault', 'protocol', 'client', 'server', 'web', 'browser', 'build'] as const;
type Kind = (typeof KINDS)[number];

const FOLDERS: readonly (readonly [string, Kind])[] = [
  ['packages/vault/', 'vault'],
  ['packages/protocol/', 'protocol'],
  ['packages/client/', 'client'],
  ['packages/testing/src/server-contract/', 'server'],
  ['apps/server/', 'server'],
  ['apps/web/', 'web'],
  ['e2e/', 'browser'],
  ['scripts/', 'build'],
];

/** In which kind of test a file tries an attack: with a server that misbehaves on script, or by where it stands. */
function kindOf(path: string, text: string): Kind | undefined {
  if (text.includes("'@holdfast/testing/evil-")) return 'evil server';
  return FOLDERS.find(([folder]) => path.startsWith(folder))?.[1];
}

/** Numbers in the titles of tests, with the kinds of tests that carry them. */
const tried = new Map<number, Set<Kind | undefined>>();
for (const folder of ['packages', 'apps', 'e2e', 'bench', 'scripts'])
  for (const name of readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || /(^|\/)(node_modules|build|\.svelte-kit)\//.test(name)) continue;
    const text = readFileSync(join(checkout, folder, name), 'utf8');
    for (const [, title] of text.matchAll(
      /\b(?:it|test)(?:\.each\([\s\S]*?\))?\(\s*(?:'|`)((?:[^'`\\]|\\.)*)/g,
    ))
      for (const [, number] of title!.matchAll(/ATK-(\d+)/g))
        tried.set(
          Number(number),
          (tried.get(Number(number)) ?? new Set()).add(kindOf(`${folder}/${name}`, text)),
        );
  }

describe('the table of attacks', () => {
  it('has every row once, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 36 }, (_, i) => i + 1));
    expect(rows.filter(({ attack, answer }) => !attack || !answer)).toEqual([]);
  });

  it('says of each row in which kinds of tests it is tried', () => {
    const said = rows.filter(({ tried: cell }) => !cell.startsWith('open: '));
    expect(Object.fromEntries(said.map(({ number, tried: cell }) => [number, cell]))).toEqual(
      Object.fromEntries(
        [...tried]
          .filter(([number]) => number <= 36)
          .toSorted(([a], [b]) => a - b)
          .map(([number, kinds]) => [number, KINDS.filter((kind) => kinds.has(kind)).join(', ')]),
      ),
    );
    expect([...tried].filter(([, kinds]) => kinds.has(undefined))).toEqual([]);
  });

  it('names of each open row the work it waits for, and why', () => {
    const open = rows.filter(({ tried: cell }) => cell.startsWith('open'));
    expect(open.filter(({ tried: cell }) => !/^open: waits for .{3,}$/.test(cell))).toEqual([]);
    expect(open.filter(({ note }) => note.length < 20)).toEqual([]);
  });

  it('has a row for every number that a test carries', () => {
    expect([...tried].filter(([number]) => number < 1 || number > 36)).toEqual([]);
  });
});
