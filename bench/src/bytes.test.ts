import { readdirSync, readFileSync, statSync } from 'node:fs';
import { systemRandom } from '@holdfast/base';
import { encodeCbor } from '@holdfast/protocol';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { describe, expect, it } from 'vitest';
import { keepTo } from './budgets.ts';
import { CHECK_IN, household } from './accounts.ts';

const BUILD = new URL('../../apps/web/build/', import.meta.url);

describe('bytes', () => {
  it('of one check-in at the server: a short one and a long one look the same', async () => {
    const { server, buy } = household(await sodiumPrimitives(systemRandom));
    const sizes = async (words: string): Promise<number[]> => {
      const { api } = buy();
      await api.start('own', CHECK_IN.day);
      await api.checkIn({ ...CHECK_IN, words });
      await api.sync();
      const counts = new Map([...server.state.spaces].map(([id, { log }]) => [id, log.length]));
      await api.checkIn({ ...CHECK_IN, words });
      await api.sync();
      return [...server.state.spaces].flatMap(([id, { log }]) =>
        log.slice(counts.get(id) ?? 0).map((bytes) => bytes.length),
      );
    };
    const [short, long] = [
      await sizes(''),
      await sizes('A long day, and a walk by the water in the evening.'),
    ];
    expect(short).toHaveLength(1);
    expect(long).toEqual(short);
    keepTo('envelope.check-in', short[0]!);
  });

  it('of fifty check-ins written without signal, each', async () => {
    const { server, buy } = household(await sodiumPrimitives(systemRandom));
    const { api } = buy();
    await api.start('own', CHECK_IN.day);
    await api.checkIn(CHECK_IN);
    await api.sync();
    const stored = () =>
      [...server.state.spaces.values()]
        .flatMap(({ log }) => log.map((bytes) => bytes.length))
        .reduce((sum, size) => sum + size, 0);
    const before = stored();
    for (let n = 0; n < 50; n++) await api.checkIn(CHECK_IN);
    await api.sync();
    const plain = encodeCbor({ ...CHECK_IN, at: 1_790_000_000_000 }).length;
    expect(stored() - before).toBeGreaterThan(50 * plain);
    keepTo('envelope.backlog', (stored() - before) / 50);
  });

  it('of everything that is kept for use without signal', () => {
    const sizes = onWire();
    expect(sizes.size).toBeGreaterThan(20);
    expect([...sizes.keys()].filter((path) => path.includes('kit'))).toEqual([]);
    keepTo('precache.total', sum([...sizes.values()]));
  });

  it('of an article: its page, and what it adds to the phone in both languages with its words in the search', () => {
    const sizes = [...onWire()];
    const articles = sizes.filter(([path]) => /^(\/es)?\/learn\/(?!words$)[\w-]+$/.test(path));
    const texts = sizes.filter(([path]) => path.startsWith('/learn-texts/'));
    expect(articles.length).toBeGreaterThan(40);
    expect(texts).toHaveLength(2);
    // Nothing of an article but its page: no data file, no script of its own.
    expect(
      sizes.filter(([path]) => /\/learn\/[\w-]+\/__data/.test(path) && !path.includes('/words/')),
    ).toEqual([]);
    keepTo('learn.page', Math.max(...articles.map(([, size]) => size)));
    keepTo(
      'learn.article',
      Math.round(sum([...articles, ...texts].map(([, size]) => size)) / (articles.length / 2)),
    );
  });
});

const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);

/** Every file the service worker keeps, by its address, with its bytes as the server sends them. */
function onWire(): Map<string, number> {
  const { files } = JSON.parse(readFileSync(new URL('files.json', BUILD), 'utf8')) as {
    files: Record<string, string>;
  };
  const stored = new Set(readdirSync(BUILD, { recursive: true, encoding: 'utf8' }));
  return new Map(
    Object.keys(files).map((path) => {
      const name = [path.slice(1), `${path.slice(1)}.html`, 'index.html'].find(
        (each) => stored.has(each) && statSync(new URL(each, BUILD)).isFile(),
      )!;
      const packed = stored.has(`${name}.gz`) ? `${name}.gz` : name;
      return [path, statSync(new URL(packed, BUILD)).size];
    }),
  );
}
