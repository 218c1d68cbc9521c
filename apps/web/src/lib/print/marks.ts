/*
 * What stands on a sheet, in points (1/72 inch) from its upper left corner. Laid out without knowing of PDF, so that a
 * test can see that nothing leaves its place.
 */

export type Ink = 'black' | 'grey' | 'red' | 'white';

export type Mark =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold: boolean;
      readonly ink: Ink;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly ink: Ink;
    }
  | {
      readonly kind: 'rule';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly dashed: boolean;
    }
  /** Marks turned half round within their own frame. */
  | { readonly kind: 'turned'; readonly frame: Frame; readonly marks: readonly Mark[] };

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Width of a text in points. */
export type Measure = (text: string, size: number, bold: boolean) => number;

/** One paragraph to set: its lines break where they must. */
export interface Block {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly ink?: Ink;
  /** Space above, points. */
  readonly gap?: number;
}

const LEADING = 1.24;

/** Breaks a text into lines no wider than `width`: between words, and in an address after a stop or a slash. */
export function wrap(text: string, size: number, bold: boolean, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  // Each piece keeps the space before it.
  for (const piece of text.replaceAll(/ +/g, ' ').split(/(?= )|(?<=[./])(?=[^\s\d./])/)) {
    const longer = line + piece;
    if (line !== '' && measure(longer.trimEnd(), size, bold) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line = longer;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/** Sets blocks below each other from the top of a frame. `bottom` is where they end. */
export function setBlocks(
  blocks: readonly Block[],
  { x, y, w }: Frame,
  measure: Measure,
): { marks: Mark[]; bottom: number } {
  const marks: Mark[] = [];
  let at = y;
  for (const { text, size, bold = false, ink = 'black', gap = 0 } of blocks) {
    at += gap;
    for (const line of wrap(text, size, bold, w, measure)) {
      marks.push({ kind: 'text', x, y: at + size, text: line, size, bold, ink });
      at += size * LEADING;
    }
  }
  return { marks, bottom: at };
}

/** The largest scale at which blocks fit their frame, in steps of 2 %, not under 60 %. */
export function fitBlocks(
  make: (scale: number) => readonly Block[],
  frame: Frame,
  measure: Measure,
  largest = 1.3,
): { marks: Mark[]; bottom: number; scale: number } {
  for (let scale = largest; ; scale -= 0.02) {
    const set = setBlocks(make(scale), frame, measure);
    if (set.bottom <= frame.y + frame.h || scale < 0.6) return { ...set, scale };
  }
}

/** A QR code as black boxes, one for each run of dark modules in a row. `data[row][column]`. */
export function codeMarks(data: readonly (readonly boolean[])[], x: number, y: number, side: number): Mark[] {
  const unit = side / data.length;
  return data.flatMap((row, r) => {
    const marks: Mark[] = [];
    for (let c = 0; c < row.length; c++) {
      if (!row[c]) continue;
      const from = c;
      while (row[c + 1]) c++;
      marks.push({
        kind: 'box',
        x: x + from * unit,
        y: y + r * unit,
        w: (c - from + 1) * unit,
        h: unit,
        ink: 'black',
      });
    }
    return marks;
  });
}
