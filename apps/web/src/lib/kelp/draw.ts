import { blade } from './blade.ts';
import { emblem } from './emblem.ts';
import { holdfast } from './holdfast.ts';
import { drawMarks } from './marks.ts';
import { colours, type KelpColour } from './palette.ts';
import { hash, sequence } from './random.ts';
import { rock, rockShape } from './rock.ts';
import { clamp, num, nums, ribbon } from './shapes.ts';
import { sidePlace, stemShape, type Frond, type StemKind, type StemShape } from './stem.ts';
import { STEM_DAYS, plantOf, type KelpData, type KelpOptions } from './types.ts';
import { drawWater } from './water.ts';

const BLADES = 5;
/** Side stems share two drawings, each also mirrored: a forest costs little more than a tree. */
const KINDS = 2;
/** Beyond this many stems the picture shows a selection; the text gives the count. */
const MOST_STEMS = 28;

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char,
  );

/**
 * The kelp as an SVG string. Pure: the same data and options always give the same text.
 * Every day adds the same: a leaf a week, a stem each half-year, all from one holdfast.
 */
export function kelp(data: KelpData, options: KelpOptions): string {
  const plant = plantOf(data);
  const { width: W, height: H, theme = 'auto', water = false, label } = options;
  const frame = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}" ` +
    (label ? `role="img" aria-label="${escape(label)}"` : 'aria-hidden="true"') +
    `>${inside}</svg>`;
  const colour = colours(theme);
  if (Math.min(W, H) < 72) return frame(emblem(W, H, colour));

  const seed = hash(plant.seed);
  const from = (name: string) => sequence(hash(`${seed}:${name}`));
  const id = options.id ?? 'k' + (hash([plant.seed, plant.days, W, H, theme].join()) % 46656).toString(36);
  const unit = Math.min(H / 100, W / 62);
  // The view steps back as the plant grows, and a little more as the forest does.
  const zoom = 0.93 + 0.06 * Math.exp(-plant.days / 900) + 0.85 * Math.exp(-plant.days / 70);
  const z = unit * zoom;
  const ground = rockShape({ width: W, height: H, z, unit, days: plant.days, next: from('rock') });
  const foot = `translate(${nums(W / 2, ground.top + 1.2 * z)})`;

  const bladeSeed = from('blades');
  let defs = '';
  for (let i = 0; i < BLADES; i++) {
    const { body, rib } = blade(bladeSeed, Math.min(W, H) > 600 ? 14 : 7);
    defs +=
      `<g id="${id}${i}"><path d="${body}"/>` +
      `<path d="${rib}" fill="none" stroke="${colour('rib')}" stroke-opacity=".32" stroke-width="1.1"/></g>`;
  }

  const leaf = (frond: Frond) => {
    const s = num(frond.length / 100, 3);
    return (
      `<use href="#${id}${frond.blade % BLADES}" transform="translate(${nums(frond.x, frond.y)})` +
      `rotate(${Math.round(frond.degrees)})scale(${s}${frond.flip ? ` -${s}` : ''})"/>`
    );
  };
  /** Leaves of one layer, a group to each tone, darker below. */
  const layer = (fronds: readonly Frond[], opacity: number) => {
    let out = '';
    for (let tone = 1; tone <= 7; tone++) {
      const group = fronds.filter((frond) => toneOf(frond.height) === tone);
      if (group.length)
        out += `<g fill="${colour(tone as KelpColour)}" fill-opacity="${num(opacity, 2)}">${group.map(leaf).join('')}</g>`;
    }
    return out;
  };
  const drawStem = (shape: StemShape, thick: number) =>
    layer(
      shape.fronds.filter((frond) => frond.back),
      0.66,
    ) +
    `<path d="${ribbon(shape.spine, (t) => thick * (1 - 0.72 * t))}" fill="${colour('stem')}"/>` +
    layer(
      shape.fronds.filter((frond) => !frond.back),
      0.86,
    );

  const lean = from('current')() < 0.5 ? -1 : 1;
  const years = 1 - Math.exp(-plant.days / 1100);
  const mainKind: StemKind = {
    seed: hash(`${seed}:main`),
    tall: 70,
    leaf: 30 - 14 * years,
    bare: 7,
    lean: lean * 2.6,
    every: 1,
  };
  const main = stemShape(mainKind, plant.days);

  const sides = Math.min(MOST_STEMS, Math.floor(plant.days / STEM_DAYS));
  const sideKinds = Array.from({ length: KINDS }, (_, i): StemKind => ({
    seed: hash(`${seed}:side${i}`),
    tall: 70,
    leaf: 13.5,
    bare: 17,
    lean: -17,
    every: 2,
  }));
  sideKinds.forEach((kind, i) => {
    const used = Array.from({ length: sides }, (_, n) => n + 1).some(
      (n) => n % KINDS === i && plant.days >= (n + 1) * STEM_DAYS,
    );
    if (used) defs += `<g id="${id}s${i}">${drawStem(stemShape(kind, STEM_DAYS), 0.9)}</g>`;
  });
  const forest: { near: number; svg: string }[] = [];
  for (let i = 1; i <= sides; i++) {
    const { turn, scale, near, mirror } = sidePlace(i);
    const age = plant.days - i * STEM_DAYS;
    const place = `rotate(${num(turn)})scale(${num(mirror ? -scale : scale, 2)} ${num(scale, 2)})`;
    const opacity = num(0.26 + 0.6 * near, 2);
    const kind = sideKinds[i % KINDS];
    forest.push({
      near,
      svg:
        age >= STEM_DAYS || !kind
          ? `<use href="#${id}s${i % KINDS}" transform="${place}" opacity="${opacity}"/>`
          : `<g transform="${place}" opacity="${opacity}">${drawStem(stemShape(kind, age), 0.9)}</g>`,
    });
  }
  forest.sort((a, b) => a.near - b.near);

  const stand = (inside: string) => `<g transform="${foot}scale(${num(z, 3)})">${inside}</g>`;
  const hold = holdfast({ plant, ground, z, next: from('strands'), colour });
  const marks = drawMarks({
    plant,
    main,
    from,
    colour,
    id,
    room: Math.round(clamp(Math.min(W, H) / 14, 14, 40)),
  });
  const sea = water
    ? drawWater({ width: W, height: H, theme, id, next: from('light'), colour })
    : { defs: '', svg: '' };
  const stone = rock(ground, { id, colour, z });
  return frame(
    `<defs>${sea.defs}${stone.defs}${defs}${marks.defs}</defs>` +
      sea.svg +
      stand(forest.map((stem) => stem.svg).join('')) +
      stone.svg +
      hold.strands +
      stand(drawStem(main, 1.25)) +
      hold.crown +
      stand(marks.svg),
  );
}

/** Darkest at the foot, gold at the top. */
const toneOf = (height: number): number => clamp(Math.round(1 + 5.6 * height ** 1.15), 1, 7);
