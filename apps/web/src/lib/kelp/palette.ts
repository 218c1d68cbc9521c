import type { KelpTheme } from './types.ts';

const light = {
  1: '#17463f',
  2: '#1f5850',
  3: '#2c6b5c',
  4: '#447d60',
  5: '#658c5c',
  6: '#8b9853',
  7: '#b39c49',
  stem: '#1b4a40',
  rib: '#f7efd6',
  lit: '#fff3cf',
  float: '#a8822f',
  amber: '#d08a1d',
  'amber-lit': '#fbe3ae',
  rock: '#9f9a8b',
  'rock-lit': '#c5beac',
  'rock-deep': '#6f6e66',
  strand: '#315a4b',
  'strand-lit': '#5e8163',
  'strand-deep': '#1c423a',
  'water-top': '#eef1e4',
  'water-low': '#bcd2c8',
  shaft: '#fffdf2',
} as const;

export type KelpColour = keyof typeof light;

const dark: Record<KelpColour, string> = {
  1: '#266a5f',
  2: '#2f7668',
  3: '#3a8370',
  4: '#4e8c6c',
  5: '#729c69',
  6: '#9caa62',
  7: '#cdb55c',
  stem: '#37816e',
  rib: '#f3ebcf',
  lit: '#fff0c2',
  float: '#c79a3f',
  amber: '#eba93f',
  'amber-lit': '#ffe7b3',
  rock: '#3d4a49',
  'rock-lit': '#566462',
  'rock-deep': '#263433',
  strand: '#417764',
  'strand-lit': '#6e9a78',
  'strand-deep': '#2c5d52',
  'water-top': '#1c4446',
  'water-low': '#0b2224',
  shaft: '#bfe0d2',
};

export const palettes = { light, dark };

/** Colours by name; `auto` leaves them to the variables in styles/tokens.css, which hold the same values. */
export function colours(theme: KelpTheme): (name: KelpColour) => string {
  if (theme === 'auto') return (name) => `var(--kelp-${name})`;
  const palette = palettes[theme];
  return (name) => palette[name];
}
