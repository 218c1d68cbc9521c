import { describe, expect, test } from 'vitest';
import type { CountryPack, Line } from './country-pack.ts';
import { packs } from './packs/index.ts';
import { ba } from './packs/ba.ts';
import { gb } from './packs/gb.ts';
import { ie } from './packs/ie.ts';
import { india } from './packs/in.ts';
import { nl } from './packs/nl.ts';
import { us } from './packs/us.ts';
import { validatePacks } from './validate-packs.ts';

const first = (pack: CountryPack): Line => {
  const line = pack.lines[0];
  if (!line) throw new Error('a pack has lines');
  return line;
};
const withFirst = (pack: CountryPack, change: Partial<Line>): CountryPack => ({
  ...pack,
  lines: [{ ...first(pack), ...change }, ...pack.lines.slice(1)],
});
const rules = (list: readonly unknown[]): string[] => validatePacks(list).map(({ rule }) => rule);
const call = (value: string, display = value): Line['channels'] => [{ type: 'call', value, display }];

test('[PACK-1] the bundled packs break no rule', () => {
  expect(validatePacks(packs)).toEqual([]);
  expect(packs.map(({ country }) => country)).toEqual([
    'AU',
    'BA',
    'CA',
    'DE',
    'GB',
    'IE',
    'IN',
    'NL',
    'NZ',
    'US',
  ]);
});

describe('[PACK-1] the schema refuses', () => {
  const line = first(ie);
  test.each<[string, object]>([
    ['a source that is not an https page', { sourceUrl: 'http://example.org' }],
    ['a date that does not exist', { verifiedOn: '2026-02-30' }],
    ['a number with letters', { channels: call('112x') }],
    ['no way to reach it', { channels: [] }],
    ['low confidence', { confidence: 'medium' }],
    ['an unknown time zone', { tz: 'Europe/Atlantis' }],
    [
      'an hour after 24',
      { hours: { when: [{ days: [1], from: '09:00', to: '25:00' }], text: { en: 'a', es: 'a' } } },
    ],
    ['a name without Spanish', { name: { en: 'Emergency' } }],
    ['an unknown field', { phone: '112' }],
  ])('%s', (_, change) => {
    expect(rules([{ ...ie, lines: [{ ...line, ...change }] }])).toContain('PACK-1');
  });

  test.each(['sourceUrl', 'verifiedOn', 'verifiedBy', 'verification', 'reviewBy'] as const)(
    'a line without %s',
    (field) => {
      const { [field]: _, ...rest } = line;
      const findings = validatePacks([{ ...ie, lines: [rest] }]);
      expect(findings).toMatchObject([{ rule: 'PACK-1', where: `packs.0.lines.0.${field}` }]);
    },
  );
});

test('[PACK-2] a review date more than 180 days after the check is refused', () => {
  expect(rules([withFirst(ie, { verifiedOn: '2026-11-21', reviewBy: '2027-05-20' })])).toEqual([]);
  expect(rules([withFirst(ie, { verifiedOn: '2026-11-21', reviewBy: '2027-05-21' })])).toEqual(['PACK-2']);
  expect(rules([withFirst(ie, { verifiedOn: '2026-11-21', reviewBy: '2026-11-21' })])).toEqual(['PACK-2']);
});

test('[PACK-2] a spotting line must be reviewed within 60 days', () => {
  const late = us.lines.map((line) =>
    line.kind === 'spotting' ? { ...line, reviewBy: '2027-01-21' } : line,
  );
  expect(validatePacks([{ ...us, lines: late }])).toMatchObject([{ rule: 'PACK-2', where: 'us-safespot' }]);
});

test('[PACK-3] a time zone in two packs is refused', () => {
  const both = { ...nl, timeZones: [...nl.timeZones, 'Europe/Dublin'] };
  expect(validatePacks([ie, both])).toEqual([
    { rule: 'PACK-3', where: 'NL', message: 'Europe/Dublin already points to IE' },
  ]);
});

test('[PACK-3] a country in two packs is refused', () => {
  expect(
    rules([ie, { ...ie, timeZones: ['Europe/Lisbon'], lines: [{ ...first(ie), id: 'ie-other' }] }]),
  ).toEqual(['PACK-3']);
});

test('[PACK-4] line ids are unique and start with their country', () => {
  expect(rules([{ ...ie, lines: [first(ie), first(ie)] }])).toEqual(['PACK-4']);
  expect(rules([withFirst(ie, { id: 'gb-emergency' })])).toEqual(['PACK-4']);
});

test('[PACK-5] a pack must begin with a callable emergency number', () => {
  expect(rules([{ ...ie, lines: ie.lines.slice(1) }])).toEqual(['PACK-5']);
  expect(rules([withFirst(ie, { channels: [{ type: 'text', value: '112', display: '112' }] })])).toEqual([
    'PACK-5',
  ]);
});

describe('[PACK-6] refused numbers', () => {
  test('112 is refused in Bosnia and Herzegovina, and accepted where it works', () => {
    expect(rules([withFirst(ba, { channels: call('112') })])).toEqual(['PACK-6']);
    expect(rules([withFirst(nl, { channels: call('112') })])).toEqual([]);
  });

  test.each(packs.map((pack) => [pack.country, pack] as const))('1933 is refused in %s', (_, pack) => {
    const last = pack.lines.at(-1);
    expect(
      rules([{ ...pack, lines: [...pack.lines.slice(0, -1), { ...last, channels: call('1933') }] }]),
    ).toEqual(['PACK-6']);
  });

  test('spaces and a country code do not hide 1933', () => {
    expect(rules([withFirst(india, { channels: call('112', '19 33') })])).toEqual(['PACK-6']);
    expect(rules([withFirst(india, { channels: call('+911933') })])).toEqual(['PACK-6']);
  });

  test('numbers that went out of use are refused', () => {
    expect(rules([withFirst(gb, { channels: call('0800776600', '0800 77 66 00') })])).toEqual(['PACK-6']);
    expect(rules([withFirst(nl, { channels: call('09000113', '0900-0113') })])).toEqual(['PACK-6']);
  });
});
