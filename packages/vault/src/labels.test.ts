import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HASHED, KDF, SIGNED } from './labels.ts';

const packages = new URL('../../', import.meta.url);
/** Source files of every package, without tests. */
const sources = readdirSync(packages, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/]+\/src\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(new URL(path, packages), 'utf8') }));
const vault = sources.filter(({ path }) => path.startsWith('vault/src/'));
/** `KDF.name` at a place that uses it; type positions and the table itself do not count. */
const uses = (table: string, name: string): string[] =>
  vault.flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(`\\b${table}\\.${name}\\b`, 'g'))].map(() => path),
  );

describe('labels', () => {
  const tables = { KDF, HASHED, SIGNED };
  for (const [table, names] of Object.entries(tables))
    it(`[KEY-2] ATK-8 every ${table} label has one purpose: one function uses it`, () => {
      for (const name of Object.keys(names)) {
        const places = uses(table, name);
        // Sealing and opening, signing and verifying are the two ends of one use and live in one file.
        expect(places.length, `${table}.${name}`).toBeGreaterThan(0);
        expect(places.length, `${table}.${name}`).toBeLessThanOrEqual(2);
        expect(new Set(places).size, `${table}.${name}`).toBe(1);
      }
    });

  it('[KEY-2] ATK-8 no two labels are equal, and none of the same table begins another', () => {
    const all = [...Object.values(KDF).map((label) => `hf1/${label}\0`), ...Object.values(SIGNED)];
    for (const a of all)
      for (const b of all) if (a !== b) expect(b.startsWith(a), `${a} begins ${b}`).toBe(false);
    expect(new Set([...Object.values(KDF), ...Object.values(SIGNED), ...Object.values(HASHED)]).size).toBe(
      [KDF, SIGNED, HASHED].reduce((count, table) => count + Object.keys(table).length, 0),
    );
  });

  it('[KEY-2] ATK-8 every "hf1/" text outside the table is written once', () => {
    const found = new Map<string, number>();
    for (const { path, text } of sources)
      if (path !== 'vault/src/labels.ts' && !path.startsWith('testing/'))
        for (const [, label] of text.matchAll(/['`](hf1\/[a-z-]+)(?=[\\'`$])/g))
          found.set(label!, (found.get(label!) ?? 0) + 1);
    expect([...found].filter(([label, count]) => count > (TWO_ENDS.has(label) ? 2 : 1))).toEqual([]);
    expect(found.size).toBeGreaterThan(5);
  });

  it('[PRI-1] ATK-18 one file in all packages imports libsodium, and none draws its own chance', () => {
    const importing = sources.filter(({ text }) => /from 'libsodium/.test(text)).map(({ path }) => path);
    expect(importing).toEqual(['vault/src/sodium.ts']);
    const drawing = vault.filter(({ text }) =>
      /Math\.random|getRandomValues|randombytes|Date\.now|new Date\(/.test(text),
    );
    expect(drawing).toEqual([]);
  });
});

/** Written where something is sealed and again where it is opened. */
const TWO_ENDS = new Set(['hf1/local']);
