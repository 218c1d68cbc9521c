import type { Ink, Mark, Measure } from './marks.ts';
import { codeOf, widthOf } from './metrics.ts';
import { plain } from './plain.ts';

/*
 * Writes marks as a PDF (PDF 32000-1): lines of text, boxes and rules on pages, in faces that every reader has. The
 * file is plain ASCII and holds real text, a title and a language, and no date, author or program.
 */

const INKS: Readonly<Record<Ink, string>> = {
  black: '0 0 0',
  grey: '.35 .35 .35',
  red: '.66 .13 .11',
  white: '1 1 1',
};

/** A number as PDF has it: no exponent, at most 2 decimals. */
const n = (value: number): string => String(Math.round(value * 100) / 100);

/** A text in the code page of the faces, escaped. */
const literal = (text: string): string =>
  `(${[...plain(text)]
    .map((letter) => {
      const code = codeOf(letter) ?? 63;
      if (letter === '(' || letter === ')' || letter === '\\') return `\\${letter}`;
      return code < 127 ? letter : `\\${code.toString(8)}`;
    })
    .join('')})`;

/** A text that a reader shows outside the page, in any letters: UTF-16, as hex. */
const anyLetters = (text: string): string =>
  `<FEFF${Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0'),
  ).join('')}>`;

/** The operators that draw a mark. PDF counts upwards from the lower edge. */
function draw(mark: Mark, height: number): string {
  switch (mark.kind) {
    case 'text':
      return `BT /${mark.bold ? 'B' : 'R'} ${n(mark.size)} Tf ${INKS[mark.ink]} rg ${n(mark.x)} ${n(height - mark.y)} Td ${literal(mark.text)} Tj ET`;
    case 'box':
      return `${INKS[mark.ink]} rg ${n(mark.x)} ${n(height - mark.y - mark.h)} ${n(mark.w)} ${n(mark.h)} re f`;
    case 'rule':
      return `${INKS.grey} RG .5 w [${mark.dashed ? '3 3' : ''}] 0 d ${n(mark.x1)} ${n(height - mark.y1)} m ${n(mark.x2)} ${n(height - mark.y2)} l S`;
    case 'turned': {
      const { x, y, w, h } = mark.frame;
      // Half a turn about the middle of the frame.
      const turn = `-1 0 0 -1 ${n(2 * x + w)} ${n(2 * (height - y) - h)} cm`;
      return ['q', turn, ...mark.marks.map((inner) => draw(inner, height)), 'Q'].join('\n');
    }
  }
}

export interface PdfOptions {
  /** Points. */
  readonly paper: { readonly w: number; readonly h: number };
  /** Shown as the name of the window; neutral. */
  readonly title: string;
  /** BCP 47, for programs that read aloud. */
  readonly language: string;
}

/** A PDF of the pages that `lay` makes, given the width of texts in its faces. */
export function makePdf(
  { paper, title, language }: PdfOptions,
  lay: (measure: Measure) => readonly (readonly Mark[])[],
): Uint8Array {
  const pages = lay((text, size, bold) => widthOf(plain(text), size, bold));
  const font = (face: string): string =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${face} /Encoding /WinAnsiEncoding >>`;
  const first = 6;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (${language}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title ${anyLetters(title)} >>`,
    ...pages.flatMap((marks, i) => {
      const stream = marks.map((mark) => draw(mark, paper.h)).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${n(paper.w)} ${n(paper.h)}] /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = file.length;
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file +=
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}` +
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
