import { packs } from '@holdfast/safety';
import { describe, expect, test } from 'vitest';
import { publicWords as en } from '#locales/en/public.ts';
import type { Words } from '#lib/words.ts';
import { footRow, maySend, talkRows } from './talk.ts';

const words: Words = { locale: 'en', public: en, path: (path) => path, date: (date) => date };
const now = new Date('2026-11-19T02:00:00Z');
const pack = (country: string) => packs.find((one) => one.country === country)!;
const people = [{ name: 'Maria', number: '+353 87 123 4567' }];

test('a person saved on the phone stands before a staffed line, and there is a line at two in the morning', () => {
  const rows = talkRows('people', { pack: pack('IE'), people, now }, words);
  expect(rows[0]).toEqual({ href: 'tel:+353871234567', icon: 'phone', title: 'Call Maria' });
  expect(rows[1]?.title).toContain('Samaritans');
  expect(rows[1]?.note).toContain('open now');
  expect(talkRows('people', { pack: pack('IE'), people, now }, words, 1)).toHaveLength(2);
});

test('writing offers a neutral message to the person, to be changed before it is sent', () => {
  const rows = talkRows('write', { pack: undefined, people, now }, words);
  expect(rows.map(({ href }) => href.split('?')[0])).toEqual(['tel:+353871234567', 'sms:+353871234567']);
  expect(decodeURIComponent(rows[1]!.href.split('body=')[1]!)).toBe(en.writeBody);
  expect(en.writeBody).not.toMatch(/use|drug|safe|help|holdfast/i);
});

describe('crisis lines', () => {
  test.each(packs.map((one) => [one.country, one] as const))(
    '%s: every channel of every crisis line',
    (_, one) => {
      const rows = talkRows('crisis', { pack: one, people: [], now }, words);
      const lines = one.lines.filter(({ kind }) => kind === 'suicide');
      if (lines.length) expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map(({ href }) => href)).size).toBe(rows.length);
    },
  );

  test('call and text stand both, before the person', () => {
    const rows = talkRows('crisis', { pack: pack('US'), people, now }, words);
    expect(rows.map(({ href }) => href)).toEqual(expect.arrayContaining(['tel:988', 'sms:988']));
    expect(rows.at(-1)?.title).toBe('Call Maria');
  });
});

test('a line says where it serves and what to press', () => {
  const notes = talkRows('crisis', { pack: pack('GB'), people: [], now }, words).map(({ note }) => note);
  expect(notes.some((note) => note?.includes('Choose 2 for mental health · '))).toBe(true);
  expect(notes.every((note) => !note?.includes('days'))).toBe(true);
});

test('spotting lines only where there are some, and it is said that they may send help', () => {
  const us = { pack: pack('US'), people, now };
  expect(talkRows('spotting', us, words).every(({ href }) => href.startsWith('tel:'))).toBe(true);
  expect(talkRows('spotting', us, words).length).toBeGreaterThan(0);
  expect(maySend('spotting', us)).toBe(true);
  expect(maySend('people', us)).toBe(false);
  expect(maySend('spotting', { ...us, pack: undefined })).toBe(false);
});

describe('the foot is never a dead end', () => {
  test.each(packs.map((one) => [one.country, one] as const))('%s', (_, one) => {
    for (const hour of [2, 9, 15, 22])
      for (const lineFirst of [true, false]) {
        const at = new Date(Date.UTC(2026, 10, 19, hour));
        expect(footRow({ pack: one, people: [], now: at }, lineFirst, words)?.href).toMatch(/^tel:/);
      }
  });

  test('a person first, but a crisis line first on the page about suicide', () => {
    const around = { pack: pack('IE'), people, now };
    expect(footRow(around, false, words)?.title).toBe('Call Maria');
    expect(footRow(around, true, words)?.title).toContain('Samaritans');
    expect(footRow({ ...around, pack: undefined }, true, words)?.title).toBe('Call Maria');
    expect(footRow({ pack: undefined, people: [], now: undefined }, false, words)).toBeUndefined();
  });
});

test('health questions go to medical and drug lines, and to no friend', () => {
  const rows = talkRows('health', { pack: pack('GB'), people, now }, words);
  expect(rows.map(({ title }) => title)).toContain('FRANK 0300 123 6600');
  expect(rows.map(({ title }) => title)).not.toContain('Call Maria');
});
