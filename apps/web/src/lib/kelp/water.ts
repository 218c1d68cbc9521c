import type { KelpColour } from './palette.ts';
import { nums } from './shapes.ts';
import type { KelpTheme } from './types.ts';

interface WaterInput {
  width: number;
  height: number;
  theme: KelpTheme;
  id: string;
  next: () => number;
  colour: (name: KelpColour) => string;
}

/** Water with five shafts of light. The only gradients of light in the whole design. */
export function drawWater({ width: W, height: H, theme, id, next, colour }: WaterInput): {
  defs: string;
  svg: string;
} {
  // Under `auto` one strength must serve both themes; the variable for shafts is paler by night.
  const strength = theme === 'light' ? 0.55 : theme === 'dark' ? 0.13 : 0.3;
  let shafts = '';
  for (let i = 0; i < 5; i++) {
    const x = W * (0.1 + i * 0.2 + (next() - 0.5) * 0.14);
    const top = W * (0.025 + next() * 0.05);
    const low = top * (2.2 + next() * 1.4);
    const drift = -W * (0.16 + next() * 0.05);
    const depth = H * (0.62 + next() * 0.3);
    shafts += `M${nums(x, 0)}H${nums(x + top)}L${nums(x + top + low * 0.5 + drift, depth)}H${nums(x - low * 0.5 + drift)}Z`;
  }
  return {
    defs:
      `<linearGradient id="${id}w" x2="0" y2="1"><stop offset="0" stop-color="${colour('water-top')}"/><stop offset="1" stop-color="${colour('water-low')}"/></linearGradient>` +
      `<linearGradient id="${id}l" x2="0" y2="1"><stop offset="0" stop-color="${colour('shaft')}" stop-opacity="${strength}"/><stop offset="1" stop-color="${colour('shaft')}" stop-opacity="0"/></linearGradient>`,
    svg: `<rect width="${W}" height="${H}" fill="url(#${id}w)"/><path d="${shafts}" fill="url(#${id}l)"/>`,
  };
}
