import { expect, test } from 'vitest';
import { packs } from '@holdfast/safety';
import type { Line } from '@holdfast/safety';
import { publicWords as en } from '#locales/en/public.ts';
import { publicWords as es } from '#locales/es/public.ts';
import type { Words } from '#lib/words.ts';
import { aboutLine, beforeRinging, byKind, channelTitle, languageName } from './line-words.ts';

const words = (locale: 'en' | 'es'): Words => ({
  locale,
  public: locale === 'en' ? en : es,
  path: (path) => path,
  date: (date) => `<${date}>`,
});
const lines = packs.flatMap((pack) => pack.lines);
const line = (id: string): Line => lines.find((each) => each.id === id)!;
const friday = new Date('2026-11-20T12:00:00Z');
const sunday = new Date('2026-11-22T12:00:00Z');

test('every line of every country stands in one group, the emergency number first', () => {
  for (const pack of packs) {
    const groups = byKind(pack.lines);
    expect(groups[0]?.kind).toBe('emergency');
    expect(
      groups
        .flatMap((group) => group.lines)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(pack.lines.map(({ id }) => id).sort());
    expect(groups.every((group) => group.lines.every(({ kind }) => kind === group.kind))).toBe(true);
  }
});

test('every kind has a heading in both languages', () => {
  for (const { kind } of byKind(lines))
    for (const { lineKinds } of [en, es]) expect(lineKinds[kind]).toBeTruthy();
});

test('before ringing: where, cost, hours, and whether somebody answers now', () => {
  const say = (id: string, now?: Date) => beforeRinging(line(id), words('en'), now, undefined);
  expect(say('gb-lifeline-ni', friday)).toBe('Northern Ireland · free · 24 hours, every day');
  expect(say('ie-hse-drugs', friday)).toBe('free · Monday to Friday, 9:30 to 17:30 · open now');
  expect(say('ie-hse-drugs', sunday)).toBe('free · Monday to Friday, 9:30 to 17:30 · closed now');
  expect(say('ie-hse-drugs')).toBe('free · Monday to Friday, 9:30 to 17:30');
  expect(say('gb-release', friday)).not.toMatch(/open|closed/);
});

test('[PACK-15] what the person found replaces what the hours say', () => {
  const heard = { state: 'closed', day: '2026-11-20' } as const;
  expect(beforeRinging(line('ie-hse-drugs'), words('en'), friday, heard)).toBe(
    'free · Monday to Friday, 9:30 to 17:30',
  );
});

test('about a line: for whom, who answers, languages, what they may do, how it was checked', () => {
  expect(aboutLine(line('ie-childline'), words('en'))).toBe(
    '18 and under. A charity answers. Languages: English. They may send emergency help. Copied <2026-11-25>, not called.',
  );
  expect(aboutLine({ ...line('gb-frank'), verification: 'called' }, words('es'))).toBe(
    'Contesta un servicio público. Idiomas: inglés. Revisado <2026-11-21>.',
  );
});

test('a number stays in one piece', () => {
  expect(channelTitle(line('gb-samaritans'), 0, words('en'))).toBe('Samaritans 116\u00A0123');
  expect(channelTitle(line('gb-samaritans'), 1, words('en'))).toBe('jo@samaritans.org');
  expect(channelTitle(line('gb-frank'), 1, words('en'))).toBe('Text 82111');
  expect(channelTitle(line('us-samhsa'), 0, words('en'))).toContain('1\u2011800\u2011662\u20114357');
  expect(channelTitle(line('gb-samaritans'), 9, words('en'))).toBe('');
});

test('a language the browser does not know keeps its tag', () => {
  expect(languageName('ga', 'en')).toBe('Irish');
  expect(languageName('not a tag', 'en')).toBe('not a tag');
});
