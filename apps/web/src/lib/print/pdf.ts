import {
  PDFDocument,
  StandardFonts,
  concatTransformationMatrix,
  popGraphicsState,
  pushGraphicsState,
  rgb,
} from 'pdf-lib';
import type { PDFFont, PDFPage, RGB } from 'pdf-lib';
import type { Ink, Mark, Measure } from './marks.ts';
import { plain } from './plain.ts';

/*
 * Puts marks on a PDF page. The library is large and loads only when somebody makes a file; the phone does not keep it.
 */

const INKS: Readonly<Record<Ink, RGB>> = {
  black: rgb(0, 0, 0),
  grey: rgb(0.35, 0.35, 0.35),
  red: rgb(0.66, 0.13, 0.11),
  white: rgb(1, 1, 1),
};

interface Fonts {
  readonly text: PDFFont;
  readonly bold: PDFFont;
}

/**
 * A PDF of one page. Its fonts are those that every reader has, so the file stays small and holds no font.
 * @param lay lays out the page, given the width of texts in these fonts
 */
export async function makePdf(
  paper: { readonly w: number; readonly h: number },
  title: string,
  lay: (measure: Measure) => readonly Mark[],
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const fonts = {
    text: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  };
  document.setTitle(title);
  const page = document.addPage([paper.w, paper.h]);
  for (const mark of lay((text, size, bold) =>
    fonts[bold ? 'bold' : 'text'].widthOfTextAtSize(plain(text), size),
  ))
    draw(page, mark, paper.h, fonts);
  return document.save();
}

/** PDF counts upwards from the lower edge. */
function draw(page: PDFPage, mark: Mark, height: number, fonts: Fonts): void {
  switch (mark.kind) {
    case 'text':
      page.drawText(plain(mark.text), {
        x: mark.x,
        y: height - mark.y,
        size: mark.size,
        font: mark.bold ? fonts.bold : fonts.text,
        color: INKS[mark.ink],
      });
      return;
    case 'box':
      page.drawRectangle({
        x: mark.x,
        y: height - mark.y - mark.h,
        width: mark.w,
        height: mark.h,
        color: INKS[mark.ink],
      });
      return;
    case 'rule':
      page.drawLine({
        start: { x: mark.x1, y: height - mark.y1 },
        end: { x: mark.x2, y: height - mark.y2 },
        thickness: 0.5,
        color: INKS.grey,
        ...(mark.dashed ? { dashArray: [3, 3] } : {}),
      });
      return;
    case 'turned': {
      const { x, y, w, h } = mark.frame;
      // Half a turn about the middle of the frame.
      const turn = concatTransformationMatrix(-1, 0, 0, -1, 2 * x + w, 2 * (height - y) - h);
      page.pushOperators(pushGraphicsState(), turn);
      for (const inner of mark.marks) draw(page, inner, height, fonts);
      page.pushOperators(popGraphicsState());
    }
  }
}
