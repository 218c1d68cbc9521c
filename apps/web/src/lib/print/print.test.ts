import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { emergencyNumber, lintCatalogue, packs } from '@holdfast/safety';
import { publicWords as en } from '#locales/en/public.ts';
import { publicWords as es } from '#locales/es/public.ts';
import { localePath } from '#locales/locale.ts';
import { linesToPrint, printContent, type PrintContent } from './content.ts';
import { fitBlocks, setBlocks, wrap, type Mark, type Measure } from './marks.ts';
import { makePdf } from './pdf.ts';
import { isWritable, plain } from './plain.ts';
import { paperFor } from './paper.ts';
import { cardMarks, posterMarks } from './sheets.ts';

const ORIGIN = 'https://help.long-name-of-a-county.example.org';
const content = (index: number, locale: 'en' | 'es', lineAt = 0): PrintContent => {
  const pack = packs[index]!;
  return printContent(
    pack,
    linesToPrint(pack).at(lineAt),
    { locale, public: locale === 'en' ? en : es, path: (to) => localePath(locale, to), date: (day) => day },
    ORIGIN,
  );
};
const hints = (locale: 'en' | 'es') => (locale === 'en' ? en : es).print;
/** A face wider than Helvetica, so that what fits here fits there. */
const wide: Measure = (text, size, bold) => text.length * size * (bold ? 0.56 : 0.52);
const cases = packs.flatMap((pack, index) =>
  (['en', 'es'] as const).map((locale) => [pack.country, locale, index] as const),
);

/** Every text with its right and lower end, turned ones where they come to stand. */
function* texts(
  marks: readonly Mark[],
): Generator<{ text: string; size: number; x: number; y: number; end: number }> {
  for (const mark of marks) {
    if (mark.kind === 'text') yield { ...mark, end: mark.x + wide(mark.text, mark.size, mark.bold) };
    if (mark.kind === 'turned') yield* texts(mark.marks);
  }
}

describe.each(cases)('paper for %s in %s', (country, locale, index) => {
  const paper = paperFor(country);
  const says = content(index, locale);

  test.each([
    ['poster', posterMarks, 10],
    ['card', cardMarks, 6],
  ] as const)('the %s holds every word on the page, none too small to read', (_, lay, smallest) => {
    const set = [...texts(lay(says, paper, wide, hints(locale)))];
    const words = set.map(({ text }) => text).join(' ');
    for (const step of says.steps)
      for (const line of step.lines) expect(words.replaceAll(/ +/g, ' ')).toContain(line);
    expect(words).toContain(says.call);
    for (const { text, x, y, end, size } of set) {
      expect(x, text).toBeGreaterThan(20);
      expect(end, text).toBeLessThan(paper.w - 20);
      expect(y, text).toBeGreaterThan(20);
      expect(y, text).toBeLessThan(paper.h - 14);
      const isStep = says.steps.some((step) => step.lines.some((line) => line.includes(text)));
      if (isStep) expect(size, text).toBeGreaterThanOrEqual(smallest);
    }
  });

  test('says the number of its country and nothing beyond the reviewed card', () => {
    const number = emergencyNumber(packs[index]!);
    expect(says.call).toContain(number);
    expect(says.dates.join(' ')).toContain(
      locale === 'en' ? 'not yet clinically reviewed' : 'aún sin revisión clínica',
    );
    expect(says.url).toBe(`${ORIGIN}${locale === 'en' ? '' : '/es'}/now`);
    expect(lintCatalogue(locale, { title: says.title, steps: says.steps }, 'crisis')).toEqual([]);
  });
});

test('the short version keeps what it cannot do without', () => {
  const said = content(
    packs.findIndex(({ country }) => country === 'IE'),
    'en',
  ).steps.flatMap(({ lines }) => lines);
  for (const words of [
    'Give 2 breaths',
    'where you are',
    'Repeat every 2 to 3 minutes',
    'can wear off',
    'Stay until help',
  ])
    expect(said.filter((line) => line.includes(words))).toHaveLength(1);
});

test('the outside of the card names neither the app nor what it is about', () => {
  const ie = packs.findIndex(({ country }) => country === 'IE');
  const outside = cardMarks(content(ie, 'en'), paperFor('IE'), wide, en.print).filter(
    ({ kind }) => kind === 'text',
  );
  const words = [...texts(outside)].map(({ text }) => text).join(' ');
  expect(words).toContain('Call 112');
  expect(words).not.toMatch(/holdfast|overdose|naloxone|wake|drug/i);
});

test('every line that can be chosen fits too', () => {
  packs.forEach((pack, index) =>
    linesToPrint(pack).forEach((line, at) => {
      const says = content(index, 'es', at);
      expect(says.line?.title).toContain(line.name.es.slice(0, 4));
      for (const lay of [posterMarks, cardMarks]) {
        const set = [...texts(lay(says, paperFor(pack.country), wide, es.print))];
        expect(Math.max(...set.map(({ y }) => y))).toBeLessThan(paperFor(pack.country).h - 14);
      }
    }),
  );
});

test('a file is one page of PDF, with a title and nothing of who made it', async () => {
  const ie = packs.findIndex(({ country }) => country === 'IE');
  const paper = paperFor('IE');
  for (const lay of [posterMarks, cardMarks]) {
    const bytes = await makePdf({ paper, title: 'Ring 112 (ahora) ñ', language: 'es' }, (measure) => [
      lay(content(ie, 'es'), paper, measure, es.print),
    ]);
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-');
    expect(bytes.length).toBeLessThan(90_000);
    const read = await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false });
    expect(read.getPageCount()).toBe(1);
    expect(read.getPage(0).getSize().width).toBeCloseTo(paper.w);
    expect(read.getTitle()).toBe('Ring 112 (ahora) ñ');
    for (const made of [read.getAuthor(), read.getCreator(), read.getProducer(), read.getCreationDate()])
      expect(made).toBeUndefined();
  }
});

test('every letter that counts as writable can be written', async () => {
  const letters = Array.from({ length: 0x2123 - 32 }, (_, i) => String.fromCodePoint(i + 32)).filter(
    isWritable,
  );
  expect(letters.length).toBeGreaterThan(200);
  const text: Mark = { kind: 'text', x: 1, y: 1, text: letters.join(''), size: 9, bold: false, ink: 'black' };
  const bytes = await makePdf({ paper: paperFor('IE'), title: 'a', language: 'en' }, () => [[text]]);
  expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
});

test('text breaks between words, and only what is too wide by itself stays wide', () => {
  const one: Measure = (text) => text.length;
  expect(wrap('aa bb  cc', 1, false, 5, one)).toEqual(['aa bb', 'cc']);
  expect(wrap('aaaaaaaa b', 1, false, 3, one)).toEqual(['aaaaaaaa', 'b']);
  expect(wrap('', 1, false, 3, one)).toEqual([]);
  expect(wrap('help.long.example/es/now', 1, false, 10, one)).toEqual(['help.long.', 'example/', 'es/now']);
  expect(wrap('at 0.20 a call', 1, false, 4, one)).toEqual(['at', '0.20', 'a', 'call']);
  const frame = { x: 0, y: 0, w: 100, h: 10 };
  expect(setBlocks([{ text: 'a', size: 10, gap: 2 }], frame, one).bottom).toBeCloseTo(14.4);
  expect(fitBlocks((scale) => [{ text: 'a', size: 10 * scale }], frame, one).scale).toBeLessThan(0.83);
});

test('letters that the fonts lack lose their accent, or become a question mark', () => {
  expect(plain('Čaršija “Niño” 1\u2011800\u00A05')).toBe('Caršija “Niño” 1-800 5');
  expect(plain('n\u0303')).toBe('ñ');
  expect(isWritable('Señor Núñez, 20 €\n„Žal“')).toBe(true);
  expect(isWritable('Čaj')).toBe(false);
  expect(plain('मदद')).toBe('???');
});
