import { blade } from '#lib/kelp/blade.ts';
import { hash, sequence } from '#lib/kelp/random.ts';
import { num } from '#lib/kelp/shapes.ts';

/** Blades on a token. Always the same number: a token says that something is kept, and nothing of how much. */
const BLADES = 5;

/**
 * A token as an SVG string: a flat sea stone with a small kelp on it. Its shapes come from the seed alone, so it is the
 * same for good and holds no date, no number and no word.
 * @param label text equivalent; empty hides it from screen readers
 */
export function token(seed: string, label: string): string {
  const next = sequence(hash(`token:${seed}`));
  const turn = num(next() * 8 - 4);
  const wide = num(92 + next() * 6);
  const tall = num(88 + next() * 8);
  const leaves = Array.from({ length: BLADES }, (_, i) => {
    const { body, rib } = blade(next, 7);
    const side = i % 2 ? 1 : -1;
    const up = 26 - i * 15;
    const lean = i === BLADES - 1 ? -90 + (next() - 0.5) * 18 : -90 + side * (34 + next() * 22);
    const size = num(0.42 + next() * 0.14, 2);
    const tone = 2 + ((i + Math.floor(next() * 3)) % 5);
    const place = `translate(${num(side * -1.5)} ${num(up)})rotate(${num(lean)})scale(${size}${side > 0 ? '' : ` -${size}`})`;
    return (
      `<g transform="${place}"><path d="${body}" fill="var(--kelp-${tone})"/>` +
      `<path d="${rib}" fill="none" stroke="var(--kelp-rib)" stroke-opacity=".35" stroke-width="1.4"/></g>`
    );
  });
  const hidden = label ? `role="img" aria-label="${escape(label)}"` : 'aria-hidden="true"';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-100 -100 200 200" width="200" height="200" ${hidden}>` +
    `<g transform="rotate(${turn})">` +
    `<ellipse rx="${wide}" ry="${tall}" fill="var(--kelp-rock)"/>` +
    `<ellipse rx="${num(Number(wide) - 5)}" ry="${num(Number(tall) - 5)}" fill="var(--kelp-water-top)"/>` +
    `<ellipse rx="${num(Number(wide) - 10)}" ry="${num(Number(tall) - 10)}" fill="none" stroke="var(--kelp-rock)" stroke-width="1.2"/>` +
    '</g>' +
    `<path d="M-34 66q16-14 34-14t34 14q-16 9-34 9t-34-9Z" fill="var(--kelp-rock)"/>` +
    `<path d="M0 56C-4 38 4 20 0 2S2-24 0-36" fill="none" stroke="var(--kelp-stem)" stroke-width="3.4" stroke-linecap="round"/>` +
    leaves.join('') +
    '<ellipse cx="5" cy="-4" rx="4.6" ry="6" transform="rotate(20 5 -4)" fill="var(--kelp-amber)"/>' +
    '<path d="M3-6q1-2.6 3-3" fill="none" stroke="var(--kelp-amber-lit)" stroke-width="1.3" stroke-linecap="round"/>' +
    '</svg>'
  );
}

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char,
  );
