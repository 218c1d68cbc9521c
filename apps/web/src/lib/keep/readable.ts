import { strToU8, zipSync } from 'fflate';
import type { RecordTypeName } from '@holdfast/recovery';
import { RECORD_TYPES } from '@holdfast/recovery';
import type { KeepWords } from '#locales/en/keep.ts';

/** A record as it is kept: its fields, and its id. */
type Kept = { readonly id: string };
export type Everything = readonly { readonly type: string; readonly records: readonly Kept[] }[];

interface Told {
  readonly words: KeepWords;
  readonly locale: 'en' | 'es';
  /** The day it is made, in words. */
  readonly day: string;
  /** A moment in words, ms since 1970. */
  readonly moment: (at: number) => string;
}

/** Everything as one zip file: a page to read without any program, tables, and JSON. */
export function readableZip(all: Everything, told: Told): Uint8Array {
  const some = all.filter(({ records }) => records.length > 0);
  const tables = some.map(({ type, records }) => [`tables/${type}.csv`, strToU8(toCsv(records))] as const);
  return zipSync({
    'read-me.html': strToU8(toHtml(some, told)),
    'everything.json': strToU8(toJson(some)),
    ...Object.fromEntries(tables),
  });
}

const bytesToText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

export const toJson = (all: Everything): string =>
  JSON.stringify(
    { version: 1, entries: Object.fromEntries(all.map(({ type, records }) => [type, records])) },
    (_, value: unknown) => (value instanceof Uint8Array ? bytesToText(value) : value),
    2,
  );

/**
 * A table as RFC 4180 has it, with the mark that spreadsheets know UTF-8 by. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front (OWASP, CSV injection): opening one's own notes must run nothing.
 */
export function toCsv(records: readonly object[]): string {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = [columns, ...records.map((record) => columns.map((name) => plain((record as never)[name])))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Uint8Array ? bytesToText(inner) : inner,
  );
}

const STYLE =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1d2a2e;background:#fbf8f2}' +
  'h2{margin-top:2.5rem}article{border-top:1px solid #cfc8ba;padding:.75rem 0}dt{font-size:.85rem;color:#51605f}dd{margin:0 0 .4rem;white-space:pre-wrap;overflow-wrap:anywhere}' +
  '@media print{body{background:none}article{break-inside:avoid}}';

/** One page with no script and nothing from elsewhere. Every word of the person stands in it as text. */
export function toHtml(all: Everything, told: Told): string {
  const { words, locale, day } = told;
  const w = words.read;
  const parts = all.map(({ type, records }) => {
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

function article(record: Kept, told: Told): string {
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
  if (value instanceof Uint8Array || ('space' in value && 'key' in value)) return w.picture;
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

/**
 * Every kind of record there is. Named here, where it is loaded late: a page that asked the whole package for it would
 * make every page carry the package.
 */
export const READABLE_TYPES = Object.keys(RECORD_TYPES) as RecordTypeName[];
