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
 * Puts marks on the pages of a PDF: real text, in faces that every reader has, so the file stays small and holds no
 * font. The library is large and loads only when somebody makes a file.
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

export interface PdfOptions {
  /** Points. */
  readonly paper: { readonly w: number; readonly h: number };
  /** Shown as the name of the window; neutral. */
  readonly title: string;
  /** BCP 47, for programs that read aloud. */
  readonly language: string;
}

/**
 * A PDF with no date, author or program in it.
 * @param lay lays out the pages, given the width of texts in these fonts
 */
export async function makePdf(
  { paper, title, language }: PdfOptions,
  lay: (measure: Measure) => readonly (readonly Mark[])[],
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(language);
  const fonts = {
    text: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  };
  const measure: Measure = (text, size, bold) =>
    fonts[bold ? 'bold' : 'text'].widthOfTextAtSize(plain(text), size);
  for (const marks of lay(measure)) {
    const page = document.addPage([paper.w, paper.h]);
    for (const mark of marks) draw(page, mark, paper.h, fonts);
  }
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
