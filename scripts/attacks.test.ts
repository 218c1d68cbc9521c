import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

const rows = readFileSync(join(checkout, 'docs/attacks.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, , answer, state] = line.split('|').map((cell) => cell.trim());
    return /^\d+$/.test(number ?? '') ? [{ number: Number(number), answer, state: state ?? '' }] : [];
  });

/** Numbers in the titles of tests, with the file each stands in. */
const tried = new Map<number, string>();
for (const folder of ['packages', 'apps', 'e2e', 'bench', 'scripts'])
  for (const path of readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || /(^|\/)(node_modules|build|\.svelte-kit)\//.test(path)) continue;
    for (const [, title] of readFileSync(join(checkout, folder, path), 'utf8').matchAll(
      /\b(?:it|test)(?:\.each\([\s\S]*?\))?\(\s*(?:'|`)((?:[^'`\\]|\\.)*)/g,
    ))
      for (const [, number] of title!.matchAll(/ATK-(\d+)/g)) tried.set(Number(number), `${folder}/${path}`);
  }

describe('the table of attacks', () => {
  it('has every row once, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 36 }, (_, i) => i + 1));
    expect(rows.filter(({ answer }) => !answer)).toEqual([]);
  });

  it('says "tested" exactly where a test carries the number, and else what is missing', () => {
    expect(rows.filter(({ state }) => state === 'tested').map(({ number }) => number)).toEqual(
      [...tried.keys()].filter((number) => number <= 36).toSorted((a, b) => a - b),
    );
    expect(rows.filter(({ state }) => state !== 'tested' && !state.startsWith('open: '))).toEqual([]);
  });

  it('has a row for every number that a test carries', () => {
    expect([...tried].filter(([number]) => number < 1 || number > 36)).toEqual([]);
  });
});
