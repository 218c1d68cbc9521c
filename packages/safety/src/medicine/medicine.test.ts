import { describe, expect, test } from 'vitest';
import { daysBetween } from '../calendar-date.ts';
import { tokens } from '../lint/readability.ts';
import { lintCatalogue } from '../lint/word-lint.ts';
import type { SafetyLocale } from '../local-text.ts';
import { SAFETY_LOCALES } from '../local-text.ts';
import type { TextBlock } from '../text-block.ts';
import {
  blockIn,
  CARE_TEXTS,
  MEDICINE_PARTS,
  MEDICINE_REVIEW_BY,
  MEDICINE_REVIEWED_BY,
  MEDICINE_SOURCES,
  MEDICINE_TEXTS,
  MEDICINE_WRITTEN_ON,
  NOT_REVIEWED,
} from './index.ts';

const ALL: readonly (readonly [string, readonly TextBlock[], readonly string[]])[] = [
  ...Object.entries(MEDICINE_TEXTS).map(
    ([kind, text]) => [kind, MEDICINE_PARTS.map((part) => text[part]), text.sources] as const,
  ),
  ...Object.entries(CARE_TEXTS).map(([name, { blocks, sources }]) => [name, blocks, sources] as const),
];

const said = (block: TextBlock, locale: SafetyLocale): string => {
  const { title, lines } = blockIn(block, locale);
  return [title, ...lines.map(({ text }) => text)].join('\n');
};
const LEAVES = ALL.flatMap(([, blocks]) => blocks);

describe.each(SAFETY_LOCALES)('[MED-1] in %s', (locale) => {
  test.each(ALL)('%s passes the crisis rules', (name, blocks) => {
    const texts = Object.fromEntries(blocks.map((block, nth) => [`${name}${nth}`, blockIn(block, locale)]));
    expect(Object.keys(texts).length).toBeGreaterThan(0);
    expect(
      lintCatalogue(locale, texts, 'crisis').map(({ path, word, reason }) => [path, word, reason]),
    ).toEqual([]);
  });

  test('no block has more than 60 words, and none is empty', () => {
    for (const block of LEAVES) {
      const { lines } = block;
      expect(lines.length, block.title.en).toBeGreaterThan(0);
      expect(tokens(said(block, locale)).length, block.title.en).toBeLessThanOrEqual(60);
    }
  });
});

test('[MED-2] no text names an amount, or a time to take anything', () => {
  for (const block of LEAVES)
    for (const locale of SAFETY_LOCALES)
      expect(said(block, locale)).not.toMatch(/\d\s?(?:mg|ml|milli|mcg|hours?|horas?|tablets?|tabletas?)\b/i);
});

test('[MED-3] a text for missed daily doses says never to double, in each language', () => {
  for (const kind of ['methadone', 'buprenorphine', 'naltrexone', 'other'] as const) {
    expect(said(MEDICINE_TEXTS[kind].one, 'en')).toContain('Never take a double dose.');
    expect(said(MEDICINE_TEXTS[kind].one, 'es')).toContain('Nunca tomes doble dosis.');
  }
});

test('[MED-4] from 3 days the prescriber comes first; methadone says that the old dose can kill', () => {
  for (const kind of ['methadone', 'buprenorphine', 'naltrexone', 'other'] as const)
    expect(said(MEDICINE_TEXTS[kind].restart, 'en')).toMatch(/prescriber/);
  expect(said(MEDICINE_TEXTS.methadone.restart, 'en')).toContain('your old dose can kill');
  expect(said(CARE_TEXTS.doseProblem.blocks[0]!, 'en')).toContain('Don’t wait until tomorrow.');
  expect(said(MEDICINE_TEXTS.naloxone.card, 'en')).toContain('better than none');
});

test('[MED-5] every text has sources that exist; it is dated, and says that nobody has reviewed it', () => {
  for (const [name, , sources] of ALL) {
    expect(sources.length, name).toBeGreaterThan(0);
    for (const id of sources) expect(MEDICINE_SOURCES).toHaveProperty([id]);
  }
  const used = new Set(ALL.flatMap(([, , sources]) => sources));
  expect(Object.keys(MEDICINE_SOURCES).filter((id) => !used.has(id))).toEqual([]);
  expect(daysBetween(MEDICINE_WRITTEN_ON, MEDICINE_REVIEW_BY)).toBe(90);
  expect(MEDICINE_REVIEWED_BY).toBeNull();
  expect(NOT_REVIEWED.en).toContain('{date}');
});

test('[MED-6] both languages have the same lines with the same emphasis, and none is left in the other', () => {
  for (const block of LEAVES) expect(block.lines.filter(({ text }) => text.en === text.es)).toEqual([]);
});
