import type { KelpColour } from './palette.ts';
import { num } from './shapes.ts';

/** The emblem: three blades from one stem that grips a stone. Drawn on 64 × 64. */
export function emblem(width: number, height: number, colour: (name: KelpColour) => string): string {
  const scale = Math.min(width, height) / 64;
  return (
    `<g transform="translate(${num(width / 2 - 32 * scale)} ${num(height - 64 * scale)})scale(${num(scale, 3)})">` +
    `<path d="M6 64C8 53 19 48 32 48s24 5 26 16Z" fill="${colour('rock')}"/>` +
    `<path d="M30 32c1 6 2 9-1 14-5 0-11 2-16 8 6-2 11-3 15-2-2 3-3 6-3 9 2-4 5-6 8-8 2 3 3 5 4 9 0-3 0-6-1-9 5-1 9 0 14 3-4-6-9-9-15-10-2-4-2-9-2-14Z" fill="${colour(1)}"/>` +
    `<path d="M32 40C25 33 15 30 11 15c10 2 19 11 21 25Z" fill="${colour(3)}"/>` +
    `<path d="M33 36C34 26 40 20 52 15c0 11-7 19-19 21Z" fill="${colour(5)}"/>` +
    `<path d="M32 38C25 27 26 14 34 3c7 12 6 25-2 35Z" fill="${colour(6)}"/>` +
    '</g>'
  );
}
