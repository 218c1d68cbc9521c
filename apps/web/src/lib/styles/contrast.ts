/* The colours of tokens.css and how they stand out from one another: for the test that holds them, and for /kit. */

export type Theme = Readonly<Record<string, string>>;

const between = (css: string, from: string, to: string): Theme =>
  Object.fromEntries(
    [...css.slice(css.indexOf(from), css.indexOf(to)).matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(
      (match) => [match[1]!, match[2]!],
    ),
  );

/** The colours of each theme, by name without the dashes, as #rrggbb. */
export const themesOf = (css: string) => ({
  light: between(css, ':root {', '@media screen and (prefers-color-scheme'),
  dark: between(css, ":root[data-theme='dark']", '/* type */'),
  'dark by system': between(css, ":root:not([data-theme='light'])", ":root[data-theme='dark']"),
});

/** Lengths of tokens.css in px, by name: spaces, radii, targets. */
export const lengthsOf = (css: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (\d+)px;/g)].map((match) => [match[1]!, Number(match[2])]),
  );

/** Relative luminance of #rrggbb, 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio of two colours, 1 to 21. */
export function ratio(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** The surfaces that words stand on. */
export const SURFACES = ['paper', 'paper-2', 'sheet', 'sea-wash'] as const;

/** What stands on what, and the ratio it needs: 4.5 for text, 3 for the edge of a control and for focus. */
export const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ...SURFACES.flatMap((surface) =>
    ['ink', 'ink-2', 'sea', 'sea-deep', 'amber-ink'].map((ink) => [ink, surface, 4.5] as const),
  ),
  ...SURFACES.flatMap((surface) => [['edge', surface, 3] as const, ['focus', surface, 3] as const]),
  ['on-sea', 'sea', 4.5],
  ['on-sea', 'sea-deep', 4.5],
  ['on-amber', 'amber', 4.5],
  ['on-red', 'red', 4.5],
  ['on-call', 'call', 4.5],
];
