export type Point = readonly [x: number, y: number];

export const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

/** Shortest text of a number with the given decimals: 0.50 is ".5". */
export function num(value: number, decimals = 1): string {
  const scale = 10 ** decimals;
  const text = String(Math.round(value * scale) / scale);
  return text === '-0' ? '0' : text.replace(/^(-?)0\./, '$1.');
}

/** Numbers as SVG reads them: a space only where a minus does not part them already. */
export const nums = (...values: number[]): string =>
  values
    .map((value) => num(value))
    .reduce((all, one) => (all && !one.startsWith('-') ? `${all} ${one}` : all + one), '');

/** A smooth path through points (Catmull-Rom as Bézier). */
export function smooth(points: readonly Point[], closed: boolean): string {
  const n = points.length;
  const at = (i: number): Point => points[closed ? (i + n) % n : clamp(i, 0, n - 1)] ?? [0, 0];
  let path = `M${nums(...at(0))}`;
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const out: Point = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6];
    const into: Point = [c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6];
    path += `C${nums(...out, ...into, ...c)}`;
  }
  return closed ? path + 'Z' : path;
}

/** The closed outline of a spine with a half width along it; `width` takes 0 at the foot to 1 at the tip. */
export function ribbon(spine: readonly Point[], width: (t: number) => number): string {
  const left: Point[] = [];
  const right: Point[] = [];
  const last = spine.length - 1;
  spine.forEach((point, i) => {
    const [nx, ny] = normal(spine[Math.max(0, i - 1)] ?? point, spine[Math.min(last, i + 1)] ?? point);
    const w = width(i / last);
    left.push([point[0] + nx * w, point[1] + ny * w]);
    right.unshift([point[0] - nx * w, point[1] - ny * w]);
  });
  return smooth([...left, ...right], true);
}

export function normal(a: Point, b: Point): Point {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
}

/** A tapering root in two curves, thick at its start: far lighter than a ribbon. */
export function taper(from: Point, one: Point, two: Point, to: Point, half: number): string {
  const up = (p: Point, w: number): Point => [p[0], p[1] - w];
  const down = (p: Point, w: number): Point => [p[0], p[1] + w];
  return (
    `M${nums(...up(from, half))}C${nums(...up(one, half * 0.8), ...up(two, half * 0.55), ...to)}` +
    `C${nums(...down(two, half * 0.5), ...down(one, half * 0.8), ...down(from, half))}Z`
  );
}
