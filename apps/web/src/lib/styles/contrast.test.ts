import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palettes } from '#lib/kelp/palette.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const colours = (from: string, to: string) =>
  Object.fromEntries(
    [...css.slice(css.indexOf(from), css.indexOf(to)).matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [
      m[1]!,
      m[2]!,
    ]),
  );
const themes = {
  light: colours(':root {', '@media screen and (prefers-color-scheme'),
  dark: colours(":root[data-theme='dark']", '/* type */'),
  'dark by system': colours(":root:not([data-theme='light'])", ":root[data-theme='dark']"),
};

const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** WCAG 2 contrast ratio of two colours. */
const ratio = (a: string, b: string) => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

const surfaces = ['paper', 'paper-2', 'sheet', 'sea-wash'];
const pairs: [string, string, number][] = [
  ...surfaces.flatMap((surface) =>
    ['ink', 'ink-2', 'sea', 'sea-deep', 'amber-ink'].map((ink): [string, string, number] => [
      ink,
      surface,
      4.5,
    ]),
  ),
  ...surfaces.flatMap((surface): [string, string, number][] => [
    ['edge', surface, 3],
    ['focus', surface, 3],
  ]),
  ['on-sea', 'sea', 4.5],
  ['on-sea', 'sea-deep', 4.5],
  ['on-amber', 'amber', 4.5],
  ['on-red', 'red', 4.5],
  ['on-call', 'call', 4.5],
];

test.each(Object.entries(themes))('text reaches 4.5:1 and controls 3:1 in the %s theme', (_, theme) => {
  for (const [front, back, least] of pairs)
    expect(ratio(theme[front]!, theme[back]!), `${front} on ${back}`).toBeGreaterThanOrEqual(least);
});

test('both ways into the dark theme are the same', () => {
  expect(themes['dark by system']).toEqual(themes.dark);
});

test('the kelp’s own palettes are the ones of the page', () => {
  for (const name of ['light', 'dark'] as const)
    for (const [colour, hex] of Object.entries(palettes[name]))
      expect(themes[name][`kelp-${colour}`], colour).toBe(hex);
});
