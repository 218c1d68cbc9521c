import type { Block, Mark, Measure } from '#lib/print/marks.ts';
import { wrap } from '#lib/print/marks.ts';
import type { SummaryContent } from './summary.ts';

/** Words of the paper that are not of its content. */
interface Foot {
  readonly foot: string;
  readonly page: (n: number, of: number) => string;
}

const EDGE = 54;
const LEADING = 1.3;
/** Points kept free at the foot for what every page says. */
const FOOT = 40;

/** A block, with whether the next must stand on the same page: a heading never stands alone at the foot. */
interface Line extends Block {
  readonly rule?: boolean;
  readonly keep?: boolean;
  readonly indent?: number;
}

/** Lines of a person's text: its own line breaks stay, and a word wider than the page is cut. */
function textLines(text: string, size: number, bold: boolean, width: number, measure: Measure): string[] {
  return text.split(/\r?\n/).flatMap((part) =>
    wrap(part, size, bold, width, measure).flatMap((line) => {
      if (measure(line, size, bold) <= width) return [line];
      const pieces: string[] = [];
      let piece = '';
      for (const letter of line) {
        if (piece !== '' && measure(piece + letter, size, bold) > width) {
          pieces.push(piece);
          piece = '';
        }
        piece += letter;
      }
      return [...pieces, piece];
    }),
  );
}

function linesOf(content: SummaryContent): Line[] {
  const { title, name, made, about, since, sections } = content;
  return [
    { text: title, size: 20, bold: true, keep: true },
    ...(name ? [{ text: name, size: 13, gap: 4, keep: true }] : []),
    { text: made, size: 10.5, ink: 'grey', gap: 4 },
    { text: about, size: 10.5, ink: 'grey', gap: 6 },
    ...(since ? [{ text: since, size: 10.5, ink: 'grey' as const }] : []),
    ...sections.flatMap((section): Line[] => [
      { text: section.title, size: 14, bold: true, gap: 20, rule: true, keep: true },
      ...section.items.flatMap((item): Line[] => [
        ...(item.title
          ? [{ text: item.title, size: 11, bold: true, gap: 8, keep: item.lines.length > 0 }]
          : []),
        ...item.lines.map((text, i) => ({
          text,
          size: 11,
          gap: item.title ? 1.5 : i === 0 ? 8 : 1.5,
          indent: item.title ? 12 : 0,
        })),
      ]),
    ]),
  ];
}

/** Lays a summary out on as many pages as it needs. Every page says its number and what it is. */
export function summaryPages(
  content: SummaryContent,
  paper: { readonly w: number; readonly h: number },
  measure: Measure,
  { foot, page }: Foot,
): Mark[][] {
  const bottom = paper.h - EDGE - FOOT;
  const pages: Mark[][] = [[]];
  let at = EDGE;
  const turn = (): void => {
    pages.push([]);
    at = EDGE;
  };
  const all = linesOf(content);
  const heightOf = ({ text, size, bold = false, gap = 0, indent = 0 }: Line): number =>
    gap + textLines(text, size, bold, paper.w - 2 * EDGE - indent, measure).length * size * LEADING;
  all.forEach((line, i) => {
    const { text, size, bold = false, ink = 'black', gap = 0, indent = 0, rule = false } = line;
    const set = textLines(text, size, bold, paper.w - 2 * EDGE - indent, measure);
    // What must stay together: this line, and all after it up to the first that may stand alone.
    let need = gap + Math.min(set.length, 2) * size * LEADING;
    for (let next = i; all[next]?.keep && all[next + 1]; next++)
      need += Math.min(heightOf(all[next + 1]!), 4 * all[next + 1]!.size * LEADING);
    if (at + need > bottom && pages.at(-1)!.length) turn();
    if (at > EDGE) at += gap;
    if (rule) {
      const y = at - gap * 0.35;
      pages.at(-1)!.push({ kind: 'rule', x1: EDGE, y1: y, x2: paper.w - EDGE, y2: y, dashed: false });
    }
    for (const one of set) {
      if (at + size * LEADING > bottom) turn();
      pages.at(-1)!.push({ kind: 'text', x: EDGE + indent, y: at + size, text: one, size, bold, ink });
      at += size * LEADING;
    }
  });
  return pages.map((marks, i) => {
    const number = page(i + 1, pages.length);
    const y = paper.h - EDGE;
    const small = { kind: 'text', y, size: 9, bold: false, ink: 'grey' } as const;
    return [
      ...marks,
      { ...small, x: EDGE, text: foot },
      { ...small, x: paper.w - EDGE - measure(number, 9, false), text: number },
    ];
  });
}
