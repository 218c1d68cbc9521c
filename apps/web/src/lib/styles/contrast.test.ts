import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palettes } from '#lib/kelp/palette.ts';
import { PAIRS, lengthsOf, ratio, themesOf } from './contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes = themesOf(css);

test('contrast is what WCAG says it is', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(ratio('#ffffff', '#ffffff')).toBe(1);
  // https://webaim.org/resources/contrastchecker: the lightest grey that reaches 4.5:1 on white.
  expect(ratio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test.each(Object.entries(themes))('text reaches 4.5:1 and controls 3:1 in the %s theme', (_, theme) => {
  for (const [front, back, least] of PAIRS)
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

test('spaces are steps of 4, and a target is 48', () => {
  const lengths = lengthsOf(css);
  for (const name of ['s1', 's2', 's3', 's4', 's5', 's6', 's8', 's10', 's12'])
    expect(lengths[name], name).toBe(4 * Number(name.slice(1)));
  expect(lengths['target']).toBe(48);
});
