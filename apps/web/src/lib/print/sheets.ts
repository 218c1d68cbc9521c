import { encode } from 'uqr';
import type { PrintContent } from './content.ts';
import { codeMarks, fitBlocks, setBlocks, type Block, type Frame, type Mark, type Measure } from './marks.ts';
import type { paperFor } from './paper.ts';

type Paper = ReturnType<typeof paperFor>;
type Maker = (content: PrintContent, paper: Paper, measure: Measure, hints: Hints) => Mark[];

/** Words of the sheet that are not of its content. */
export interface Hints {
  /** Beside the QR code: what it leads to. */
  readonly more: string;
  /** How to cut and fold the card. */
  readonly fold: string;
}

const MM = 72 / 25.4;
const code = ({ url }: PrintContent) => encode(url, { ecc: 'M', border: 0 }).data;

/** The steps as blocks: a numbered title, then its lines. */
const stepBlocks = (steps: PrintContent['steps'], first: number, title: number, text: number): Block[] =>
  steps.flatMap((step, index) => [
    { text: `${first + index}. ${step.title}`, size: title, bold: true, gap: index === 0 ? 0 : title * 0.6 },
    ...step.lines.map((line) => ({ text: line, size: text, gap: text * 0.15 })),
  ]);

/** One page for a door: what it is about in red, the number, the steps, and where to find more. */
export const posterMarks: Maker = (content, paper, measure, { more }) => {
  const edge = 42;
  const w = paper.w - 2 * edge;
  const title = fitBlocks(
    (scale) => [{ text: content.title, size: 30 * scale, bold: true, ink: 'white' }],
    { x: edge, y: 30, w, h: 84 },
    measure,
    1,
  );
  const head = title.bottom + 18;
  const call = setBlocks(
    [{ text: content.call, size: 46, bold: true, ink: 'white' }],
    { x: edge, y: head + 8, w, h: 0 },
    measure,
  );
  const below = call.bottom + 8;
  const side = 92;
  const foot = paper.h - edge - side;
  const steps = fitBlocks(
    (scale) => stepBlocks(content.steps, 1, 17 * scale, 13.5 * scale),
    { x: edge, y: below + 18, w, h: foot - below - 40 },
    measure,
  );
  const beside = setBlocks(
    [
      ...(content.line
        ? [
            { text: content.line.title, size: 14, bold: true },
            { text: content.line.note, size: 10 },
          ]
        : []),
      { text: `${more} ${content.address}`, size: 11, gap: 6 },
      ...content.dates.map((text) => ({ text, size: 7.5, ink: 'grey' as const, gap: 2 })),
    ],
    { x: edge + side + 20, y: foot, w: w - side - 20, h: side },
    measure,
  );
  return [
    { kind: 'box', x: 0, y: 0, w: paper.w, h: head, ink: 'red' },
    { kind: 'box', x: 0, y: head, w: paper.w, h: below - head, ink: 'black' },
    ...title.marks,
    ...call.marks,
    ...steps.marks,
    { kind: 'rule', x1: edge, y1: foot - 12, x2: paper.w - edge, y2: foot - 12, dashed: false },
    ...codeMarks(code(content), edge, foot, side),
    ...beside.marks,
  ];
};

/** A bank card is 85.6 × 54 mm. Folded twice, a sheet of four such fields has the steps inside. */
const FIELD = { w: 85.6 * MM, h: 54 * MM };

/** Two cards on a page, to cut out and fold twice. Outside: the number and the address. Inside: the steps. */
export const cardMarks: Maker = (content, paper, measure, { fold }) => {
  const x = (paper.w - 2 * FIELD.w) / 2;
  const top = 60;
  const hint = setBlocks(
    [{ text: fold, size: 10, ink: 'grey' }],
    { x, y: 28, w: 2 * FIELD.w, h: 20 },
    measure,
  );
  return [
    ...hint.marks,
    ...[top, top + 2 * FIELD.h + 36].flatMap((y) => oneCard(content, { x, y, ...FIELD }, measure)),
  ];
};

/** One card whose upper left field stands at `field`. The upper fields are turned: they come inside. */
function oneCard(content: PrintContent, { x, y, w, h }: Frame, measure: Measure): Mark[] {
  const rule = (x1: number, y1: number, x2: number, y2: number, dashed: boolean): Mark => ({
    kind: 'rule',
    x1,
    y1,
    x2,
    y2,
    dashed,
  });
  const inner = (fx: number, fy: number): Frame => ({ x: fx + 9, y: fy + 8, w: w - 18, h: h - 16 });
  const half = Math.ceil(content.steps.length / 2);
  const left: (scale: number) => Block[] = (scale) => [
    { text: content.title, size: 8.6 * scale, bold: true, ink: 'red' },
    { text: '', size: 3 },
    ...stepBlocks(content.steps.slice(0, half), 1, 8 * scale, 7.4 * scale).map(spaced(scale)),
  ];
  const right: (scale: number) => Block[] = (scale) => [
    ...stepBlocks(content.steps.slice(half), half + 1, 8 * scale, 7.4 * scale),
    ...(content.line
      ? [
          { text: content.line.title, size: 8 * scale, bold: true, gap: 6 * scale },
          { text: content.line.note, size: 6.6 * scale },
        ]
      : []),
  ];
  const inside = [
    ...fitBlocks(left, inner(x, y), measure, 1.1).marks,
    ...fitBlocks(right, inner(x + w, y), measure, 1.1).marks,
  ];
  const back = inner(x, y + h);
  const front = inner(x + w, y + h);
  const side = 84;
  return [
    rule(x, y, x + 2 * w, y, false),
    rule(x, y + 2 * h, x + 2 * w, y + 2 * h, false),
    rule(x, y, x, y + 2 * h, false),
    rule(x + 2 * w, y, x + 2 * w, y + 2 * h, false),
    rule(x, y + h, x + 2 * w, y + h, true),
    rule(x + w, y, x + w, y + 2 * h, true),
    { kind: 'turned', frame: { x, y, w: 2 * w, h }, marks: inside },
    ...setBlocks(
      content.dates.map((text) => ({ text, size: 6.6, ink: 'grey' as const, gap: 3 })),
      { ...back, y: back.y + 84 },
      measure,
    ).marks,
    ...setBlocks([{ text: content.call, size: 22, bold: true }], front, measure).marks,
    ...codeMarks(code(content), front.x, front.y + front.h - side, side),
    ...setBlocks(
      [{ text: content.address, size: 7.6 }],
      { ...front, y: front.y + front.h - side - 14 },
      measure,
    ).marks,
  ];
}

/** The first step stands clear of the title above it. */
const spaced =
  (scale: number) =>
  (block: Block, index: number): Block =>
    index === 0 ? { ...block, gap: 3 * scale } : block;
