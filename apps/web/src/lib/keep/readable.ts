import { strToU8, zipSync } from 'fflate';
import type { ExportDocument, RecordsByType } from '@holdfast/recovery/export';
import { EXPORT_PARTS, exportDocument } from '@holdfast/recovery/export';
import type { KeepWords } from '#locales/en/keep.ts';

/** A record as an export has it: plain values, and of a photo or a voice note neither its place nor its key. */
type Plain = Readonly<Record<string, unknown>>;

interface Told {
  readonly words: KeepWords;
  readonly locale: 'en' | 'es';
  /** The day it is made, in words. */
  readonly day: string;
  /** A moment in words, ms since 1970. */
  readonly moment: (at: number) => string;
}

/**
 * Everything as one zip file: a page to read without any program, tables, and the JSON with the published schema.
 * @param now ms since 1970
 */
export function readableZip(all: RecordsByType, now: number, told: Told): Uint8Array {
  const document = exportDocument(all, new Set(EXPORT_PARTS), now);
  const tables = Object.entries(document.records).map(
    ([type, records]) => [`tables/${type}.csv`, strToU8(toCsv(records))] as const,
  );
  return zipSync({
    'read-me.html': strToU8(toHtml(document.records, told)),
    'everything.json': strToU8(JSON.stringify(document, null, 2)),
    ...Object.fromEntries(tables),
  });
}

/**
 * A table as RFC 4180 has it, with the mark that spreadsheets know UTF-8 by. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front (OWASP, CSV injection): opening one's own notes must run nothing.
 */
export function toCsv(records: readonly Plain[]): string {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = [columns, ...records.map((record) => columns.map((name) => inCell(record[name])))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function inCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const STYLE =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1d2a2e;background:#fbf8f2}' +
  'h2{margin-top:2.5rem}article{border-top:1px solid #cfc8ba;padding:.75rem 0}dt{font-size:.85rem;color:#51605f}dd{margin:0 0 .4rem;white-space:pre-wrap;overflow-wrap:anywhere}' +
  '@media print{body{background:none}article{break-inside:avoid}}';

/** One page with no script and nothing from elsewhere. Every word of the person stands in it as text. */
export function toHtml(all: ExportDocument['records'], told: Told): string {
  const { words, locale, day } = told;
  const w = words.read;
  const parts = Object.entries(all).map(([type, records]) => {
    const title = (words.types as Readonly<Record<string, string>>)[type] ?? type;
    return `<section><h2>${escape(title)}</h2>${records.map((record) => article(record, told)).join('')}</section>`;
  });
  return (
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<meta name="viewport" content="width=device-width"><title>${escape(w.heading)}</title><style>${STYLE}</style></head>` +
    `<body><h1>${escape(w.heading)}</h1><p>${escape(w.made(day))}</p>${parts.join('') || `<p>${escape(w.none)}</p>`}</body></html>`
  );
}

function article(record: Plain, told: Told): string {
  const labels = told.words.fields as Readonly<Record<string, string>>;
  const rows = Object.entries(record).flatMap(([name, value]: [string, unknown]) => {
    const text = name === 'id' ? '' : said(name, value, told);
    return text === '' ? [] : [`<dt>${escape(labels[name] ?? name)}</dt><dd>${escape(text)}</dd>`];
  });
  return `<article><dl>${rows.join('')}</dl></article>`;
}

/** Fields that hold a moment, ms since 1970. */
const MOMENTS = new Set(['at', 'until', 'asked', 'seen']);

function said(name: string, value: unknown, told: Told): string {
  const { read: w } = told.words;
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? w.yes : w.no;
  if (typeof value === 'number' && MOMENTS.has(name)) return told.moment(value);
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value);
  if ('type' in value && 'size' in value) return w.picture;
  if (Array.isArray(value)) return value.map((item) => said('', item, told)).join(', ');
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${said(key, inner, told)}`)
    .join('\n');
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPED[letter]!);
