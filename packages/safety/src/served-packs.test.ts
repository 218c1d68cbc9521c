import { expect, test } from 'vitest';
import type { CountryPack, Line, LocalLines } from './country-pack.ts';
import { emergencyNumber } from './lines.ts';
import { packs } from './packs/index.ts';
import { ba } from './packs/ba.ts';
import { gb } from './packs/gb.ts';
import { ie } from './packs/ie.ts';
import { india } from './packs/in.ts';
import { nl } from './packs/nl.ts';
import { mergePacks, readServed } from './served-packs.ts';
import { validateLocalLines } from './validate-packs.ts';

const TODAY = '2026-12-24';
const newer = (pack: CountryPack, lines = pack.lines): CountryPack => ({
  ...pack,
  lines,
  updatedOn: '2026-12-20',
});
const merge = (...served: unknown[]) => mergePacks(packs, { packs: served, local: null }, TODAY);
const rules = (...served: unknown[]): string[] => merge(...served).refused.map(({ rule }) => rule);
const shown = (country: string, ...served: unknown[]): CountryPack | undefined =>
  merge(...served).packs.find((pack) => pack.country === country);
const dialling = (line: Line, value: string): Line => ({
  ...line,
  channels: [{ type: 'call', value, display: value }],
});
const changed = (pack: CountryPack, index: number, value: string): CountryPack =>
  newer(
    pack,
    pack.lines.map((line, at) => (at === index ? dialling(line, value) : line)),
  );

test('[PACK-12] a newer pack replaces the bundled one, an equal or older one does not', () => {
  const fresh = newer(ie);
  expect(shown('IE', fresh)).toBe(fresh);
  expect(shown('IE', { ...ie })).toBe(ie);
  expect(shown('IE', { ...ie, updatedOn: '2026-11-01' })).toBe(ie);
  expect(rules({ ...ie, updatedOn: '2026-11-01' })).toEqual([]);
});

test('[PACK-12] a pack from the future would win for ever, so it is refused; a day of time zones is not', () => {
  expect(rules({ ...ie, updatedOn: '2026-12-25' })).toEqual([]);
  expect(rules({ ...ie, updatedOn: '2026-12-26' })).toEqual(['PACK-12']);
});

test('[PACK-12] of two served packs of one country the newer stands', () => {
  const first = { ...ie, updatedOn: '2026-12-02' };
  const second = { ...ie, updatedOn: '2026-12-01' };
  expect(shown('IE', first, second)).toBe(first);
  expect(shown('IE', second, first)).toBe(first);
});

test('[PACK-13] no served pack moves or drops the emergency number', () => {
  expect(rules(changed(nl, 0, '911'))).toEqual(['PACK-13']);
  expect(rules(newer(nl, nl.lines.slice(1)))).toEqual(['PACK-5']);
  expect(rules(newer(nl, []))).toEqual(['PACK-1']);
  for (const pack of packs) {
    const kept = merge(...packs.map((other) => changed(other, 0, '100'))).packs;
    expect(kept.map(emergencyNumber)).toContain(emergencyNumber(pack));
  }
});

test.each([
  ['India 1933', india, '1933'],
  ['112 in Bosnia and Herzegovina', ba, '112'],
  ['0900-0113 in the Netherlands', nl, '09000113'],
  ['the old number of FRANK', gb, '0800776600'],
])('[PACK-6] a refused number is refused when it is served: %s', (_, pack, number) => {
  const served = changed(pack, 1, number);
  expect(rules(served)).toEqual(['PACK-6']);
  expect(shown(pack.country, served)).toBe(pack);
});

test('[PACK-3] [PACK-4] a served pack is held against the others too', () => {
  expect(rules({ ...newer(ie), timeZones: ['Europe/Dublin', 'Europe/London'] })).toEqual(['PACK-3']);
  expect(rules({ ...newer(ie), timeZones: ['Dublin'] })).toEqual(['PACK-1']);
  expect(rules(newer(ie, [...ie.lines, ...ie.lines.slice(-1)]))).toEqual(['PACK-4']);
});

test('[PACK-1] one bad pack does not keep the good ones out', () => {
  const fresh = newer(nl);
  const { packs: list, refused } = merge({ country: 'IE' }, 7, null, fresh);
  expect(list).toContain(fresh);
  expect(list).toContain(ie);
  expect(refused.length).toBeGreaterThan(0);
});

test('[PACK-12] a country that only the host has is added', () => {
  const lines = [{ ...dialling(ie.lines[0]!, '112'), id: 'mt-emergency', tz: 'Europe/Malta' }];
  const malta = { ...newer(ie, lines), country: 'MT', timeZones: ['Europe/Malta'] };
  expect(shown('MT', malta)).toBe(malta);
  expect(merge(malta).packs).toHaveLength(packs.length + 1);
});

const local: LocalLines = {
  host: { en: 'Harbour House', es: 'Harbour House' },
  country: 'IE',
  updatedOn: '2026-12-20',
  lines: [{ ...ie.lines[1]!, id: 'local-desk', kind: 'drug' }],
};
const localRules = (change: unknown): string[] => validateLocalLines(change).map(({ rule }) => rule);

test('[PACK-14] lines of the host pass the same rules, under ids of their own', () => {
  expect(localRules(local)).toEqual([]);
  expect(mergePacks(packs, { packs: [], local }, TODAY).local).toBe(local);
  const [line] = local.lines;
  const lines = (change: object) => ({ ...local, lines: [{ ...line, ...change }] });
  expect(localRules(lines({ id: 'ie-desk' }))).toEqual(['PACK-4']);
  expect(localRules(lines({ kind: 'emergency' }))).toEqual(['PACK-14']);
  expect(localRules(lines({ reviewBy: '2028-01-01' }))).toEqual(['PACK-2']);
  expect(localRules({ ...local, country: 'BA', lines: [dialling(line!, '112')] })).toEqual(['PACK-6']);
  expect(localRules({ ...local, lines: [line, line] })).toEqual(['PACK-4']);
  expect(localRules({ ...local, host: 'Harbour House' })).toEqual(['PACK-1']);
  expect(mergePacks(packs, { packs: [], local: { ...local, lines: [] } }, TODAY)).toMatchObject({
    local: undefined,
    packs,
    refused: [{ rule: 'PACK-1' }],
  });
  expect(mergePacks(packs, { packs: [], local: { ...local, updatedOn: '2027-01-01' } }, TODAY).local).toBe(
    undefined,
  );
});

test('[PACK-4] a pack may not use ids of a host’s lines', () => {
  expect(rules(newer(ie, [...ie.lines, { ...ie.lines[1]!, id: 'local-desk' }]))).toEqual(['PACK-4']);
});

test('what is served is read, or is nothing', () => {
  expect(readServed('{"packs":[]}')).toEqual({ packs: [], local: null });
  expect(readServed('{"packs":[1],"local":{}}')).toEqual({ packs: [1], local: {} });
  for (const text of ['', '<!doctype html>', 'null', '[]', '{}', '{"packs":{}}'])
    expect(readServed(text)).toBe(undefined);
});
