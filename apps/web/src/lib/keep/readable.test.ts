import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RecordsByType } from '@holdfast/recovery/export';
import { EXPORT_PARTS, exportDocument } from '@holdfast/recovery/export';
import words from '#locales/en/keep.ts';
import { readableZip, toCsv, toHtml } from './readable.ts';

const told = { words, locale: 'en', day: '25 November', moment: (at: number) => `at ${at}` } as const;
const HOSTILE = '<script>alert(1)</script> & "quotes"';
const KEY = new Uint8Array(32).fill(7);
const blob = { id: 'x', space: 's', key: KEY, type: 'image/webp', size: 9, preview: new Uint8Array([1]) };
const written = { at: 5, day: '2026-11-21' };
const records = {
  'check-in': [
    { id: 'a', ...written, words: HOSTILE, urge: 0, contact: false, mood: null },
    { id: 'b', ...written, words: '', urge: null, contact: true, mood: 'low' },
  ],
  letter: [],
  reason: [{ id: 'c', kind: 'reason', words: '', at: 5, media: [{ blob, says: 'My boat' }] }],
} as unknown as RecordsByType;
const all = exportDocument(records, new Set(EXPORT_PARTS), 0).records;

describe('a copy to read', () => {
  it('is one zip with a page, tables and JSON, without what is empty', () => {
    const files = unzipSync(readableZip(records, 0, told));
    expect(Object.keys(files).toSorted()).toEqual([
      'everything.json',
      'read-me.html',
      'tables/check-in.csv',
      'tables/reason.csv',
    ]);
    expect(JSON.parse(strFromU8(files['everything.json']!))).toMatchObject({
      format: 'holdfast-export',
      version: 1,
      records: { 'check-in': [{ words: HOSTILE, urge: 0, mood: null }, { mood: 'low' }] },
    });
  });

  it('shows words as text: nothing in the page can run or load', () => {
    const html = toHtml(all, told);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/https?:|src=|href=/);
    expect(html).toContain('<dt>Urge, 0 to 10</dt><dd>0</dd>');
    expect(html).toContain('<dt>When</dt><dd>at 5</dd>');
    expect(html).toContain('<dt>Spoke with someone</dt><dd>no</dd>');
    expect(html).toContain(words.read.picture);
    expect(html).toContain('My boat');
    expect(html).not.toContain('<dt>Mood</dt><dd></dd>');
    expect(toHtml({}, told)).toContain(words.read.none);
  });

  it('keeps a spreadsheet from taking words for a formula, and keeps numbers as they are', () => {
    for (const words of ['=1+1', '+1', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1'])
      expect(toCsv([{ words }]), words).toMatch(/\r\n"?'/);
    expect(toCsv([{ n: -5, words: 'a "b", c\nd' }])).toBe('\uFEFFn,words\r\n-5,"a ""b"", c\nd"\r\n');
    expect(toCsv([{ a: 1 }, { b: null, c: { d: [1] } }])).toBe('\uFEFFa,b,c\r\n1,,\r\n,,"{""d"":[1]}"\r\n');
  });

  it('holds no key of a photo and not where it lies: the file is not locked', () => {
    const key = btoa(String.fromCharCode(...KEY));
    for (const file of Object.values(unzipSync(readableZip(records, 0, told)))) {
      expect(strFromU8(file)).not.toContain(key);
      expect(strFromU8(file)).not.toContain('"space"');
    }
    expect(strFromU8(unzipSync(readableZip(records, 0, told))['everything.json']!)).toContain(
      '"preview": "AQ=="',
    );
  });
});
