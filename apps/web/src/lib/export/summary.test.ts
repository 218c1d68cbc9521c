import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { lintCatalogue } from '@holdfast/safety';
import type { RecordsByType } from '@holdfast/recovery/export';
import { paperFor } from '#lib/print/paper.ts';
import type { Measure } from '#lib/print/marks.ts';
import { makePdf } from '#lib/print/pdf.ts';
import { loadFeature } from '#locales/features.ts';
import type { Locale } from '#locales/locale.ts';
import { PDFDocument } from 'pdf-lib';
import { summaryPages } from './summary-pages.ts';
import type { SummaryContent, SummaryInput, SummarySection } from './summary.ts';
import { SUMMARY_SECTIONS, summaryOf } from './summary.ts';

const NOON = Date.UTC(2026, 10, 25, 12);
const DAY = 86_400_000;

const medicine = {
  id: 'med1',
  kind: 'methadone',
  name: '',
  label: 'Señor Peña (5 %): una vez',
  times: ['08:00'],
  weekdays: [],
  place: 'The quay',
  number: '07700 900113',
  started: '2026-09-01',
  stopped: null,
  supply: null,
  given: null,
  every: null,
  expires: null,
} as const;
const appointment = (id: string, starts: string, notes = '') => ({
  id,
  with: 'Dr. Núñez',
  where: 'Room 4',
  starts,
  zone: 'UTC',
  bring: 'The letter',
  notes,
  remind: null,
});
const result = (id: string, instrument: string, totals: Record<string, number | null>, back: number) => ({
  id,
  instrument,
  version: '1',
  language: 'en' as const,
  scoring: 1,
  answers: { 1: 1, 2: null },
  totals,
  at: NOON - back * DAY,
  day: new Date(NOON - back * DAY).toISOString().slice(0, 10),
});
const line = (kind: string, words: string, at = 1) => ({
  id: words,
  kind: kind as never,
  words,
  at,
  media: [],
});

const RECORDS: RecordsByType = {
  medicine: [
    { ...medicine, times: ['08:00'], weekdays: [1, 3] },
    {
      ...medicine,
      id: 'med2',
      kind: 'naltrexone-injection',
      name: 'The jab',
      times: [],
      weekdays: [],
      stopped: '2026-10-01',
      given: '2026-09-03',
    },
    {
      ...medicine,
      id: 'med3',
      kind: 'naloxone',
      times: [],
      weekdays: [],
      label: '',
      place: '',
      expires: '2027-01-31',
    },
  ],
  dose: [
    { id: 'd1', medicine: 'med1', day: '2026-11-25', time: '08:00', mark: 'taken', at: NOON },
    { id: 'd2', medicine: 'med1', day: '2026-11-24', time: '08:00', mark: 'not', at: NOON },
    // The other phone had it as taken before: the later mark stands.
    { id: 'd5', medicine: 'med1', day: '2026-11-24', time: '08:00', mark: 'taken', at: NOON - 1 },
    { id: 'd3', medicine: 'med1', day: '2025-11-24', time: null, mark: 'late', at: NOON },
    { id: 'd4', medicine: 'gone', day: '2026-11-24', time: null, mark: 'late', at: NOON },
  ],
  appointment: [
    appointment('a1', '2026-11-30T09:30'),
    appointment('a2', '2026-11-20T09:30', 'Two weeks.'),
    appointment('a3', '2024-11-20T09:30'),
  ],
  question: [
    { id: 'q1', words: 'May I change the time?', at: 2, asked: null, answer: '' },
    { id: 'q2', words: 'Is it normal?', at: 1, asked: NOON, answer: 'Yes.' },
  ],
  'measure-result': [
    result('m1', 'phq-9', { phq8: 10 }, 3),
    result('m2', 'phq-9', { phq8: null }, 30),
    result('m3', 'bam', { use: 1, risk: 8, protective: 18 }, 3),
    result('m4', 'of-later', { later: 3 }, 3),
    result('m5', 'gad-7', { gad7: 4 }, 400),
  ],
  'item-nine': [{ id: 'm1', value: 3, said: null, askAgain: false, at: NOON }],
  reason: [line('reason', 'My daughter'), line('vision', 'A boat'), line('commitment', 'I take my medicine')],
  'if-then': [
    {
      id: 'i1',
      cue: 'money comes in',
      action: 'ring Bea',
      obstacle: 'Bea may be out',
      part: null,
      days: 'all',
      feeling: null,
      again: false,
      at: 1,
    },
  ],
  trigger: [{ ...line('place', 'The station'), way: 'avoid', helps: 'I take the bus' }],
  'early-sign': [
    { id: 'e1', words: 'I go quiet', others: 'They see it', action: 'I ring Bea', rank: 1, at: 1 },
  ],
  goal: [
    {
      id: 'go1',
      words: 'See a dentist',
      area: 'health',
      span: 'short',
      state: 'done',
      done: '2026-11-02',
      at: 1,
    },
    { id: 'go2', words: 'Sail', area: 'joy', span: 'long', state: 'resting', done: null, at: 2 },
  ],
  'goal-step': [{ id: 'gs1', goal: 'go1', words: 'Ring', per: 'week', times: 2, at: 2 }],
  'safety-line': [line('tell', 'Bea'), line('sign', 'I go quiet')],
  'routine-item': [
    {
      id: 'r2',
      words: 'Swim',
      company: 'Bea',
      starts: '2026-11-02T18:30',
      zone: 'UTC',
      rule: 'FREQ=WEEKLY;BYDAY=MO,FR',
      except: [],
      at: 2,
    },
    {
      id: 'r1',
      words: 'Move house',
      company: '',
      starts: '2026-12-01T09:00',
      zone: 'UTC',
      rule: '',
      except: [],
      at: 1,
    },
  ],
  'path-mark': [
    { id: 'naloxone', words: '', stretch: 'days', done: '2026-11-20', aside: false, at: 1 },
    { id: 'own', words: 'See my aunt', stretch: 'month-3', done: null, aside: false, at: 1 },
    { id: 'joy', words: '', stretch: 'month-3', done: null, aside: true, at: 1 },
  ],
  'journal-entry': [
    {
      id: 'j1',
      words: 'Secret page',
      at: 1,
      day: '2026-11-01',
      until: null,
      prompt: '',
      gratitude: false,
      media: [],
    },
  ],
};

async function input(locale: Locale, over: Partial<SummaryInput> = {}): Promise<SummaryInput> {
  return {
    records: RECORDS,
    sections: new Set(SUMMARY_SECTIONS),
    since: '2026-08-28',
    name: ' Sam Peña ',
    today: '2026-11-25',
    now: NOON,
    zone: 'Pacific/Kiritimati',
    locale,
    words: {
      export: await loadFeature('export', locale),
      medicine: await loadFeature('medicine', locale),
      progress: await loadFeature('progress', locale),
      plan: await loadFeature('plan', locale),
      planParts: await loadFeature('planParts', locale),
      path: await loadFeature('path', locale),
    },
    ...over,
  };
}
const told = ({ sections }: SummaryContent): string[] =>
  sections.flatMap(({ title, items }) => [
    `# ${title}`,
    ...items.flatMap((item) => [...(item.title ? [`* ${item.title}`] : []), ...item.lines]),
  ]);

test('says what was chosen, in order, in the words of the person', async () => {
  const summary = summaryOf(await input('en'));
  const said = told(summary);
  expect(said).toEqual([
    '# Medicines',
    '* Methadone',
    'When: 08:00 · Mon, Wed',
    'On the label: Señor Peña (5 %): una vez',
    'Since 1 September 2026',
    'From: The quay · 07700 900113',
    '* Naloxone kit',
    'Since 1 September 2026',
    'Kit good until 31 January 2027',
    '* The jab',
    'Naltrexone injection',
    'On the label: Señor Peña (5 %): una vez',
    'Since 1 September 2026',
    'Stopped 1 October 2026',
    'Last injection noted: 3 September 2026',
    'From: The quay · 07700 900113',
    '# Doses noted',
    '* 25 November 2026',
    '08:00 · Methadone · Taken',
    '* 24 November 2026',
    '08:00 · Methadone · Not taken',
    '# Appointments',
    '* 30 November 2026, 09:30 · Dr. Núñez',
    'Room 4',
    'To bring or to say: The letter',
    '* 20 November 2026, 09:30 · Dr. Núñez',
    'Room 4',
    'To bring or to say: The letter',
    'What was said: Two weeks.',
    '# Questions to ask',
    '* May I change the time?',
    '* Is it normal?',
    'Asked 26 November 2026',
    'Answer: Yes.',
    '# Questionnaires',
    '* BAM · My last month',
    '22 November 2026: Days of use: 1 of 12 · What made it harder: 8 of 24 · Supports you use: 18 of 24',
    '* of-later',
    '22 November 2026: later: 3',
    '* PHQ-9 · Mood: 9 questions',
    '22 November 2026: 10 of 24 (items 1 to 8)',
    '26 October 2026: 1 answer left out, so no sum',
    '# Reasons',
    '* My reasons',
    'My daughter',
    '* My commitment',
    'I take my medicine',
    '* The life I want',
    'A boat',
    '# What I want',
    '* See a dentist',
    'Ring · 2 a week',
    'Done on 2 November 2026',
    '* Sail',
    'Resting',
    '# If-then plans',
    'If money comes in: I ring Bea',
    'What could get in the way: Bea may be out',
    '# Triggers',
    '* A place',
    'The station: Keep away: I take the bus',
    '# Early signs',
    'I go quiet: I ring Bea',
    'They see it',
    '# Safety plan',
    '* How I notice it coming',
    'I go quiet',
    '* People I can tell',
    'Bea',
    '# Routine',
    '* Move house',
    '09:00 · Once, on 1 December 2026',
    '* Swim',
    '18:30 · Mon and Fri',
    'With Bea',
    '# The first 90 days',
    ...said.slice(said.indexOf('# The first 90 days') + 1),
  ]);
  const path = said.slice(said.indexOf('# The first 90 days'));
  expect(path.slice(1, 3)).toEqual(['* The first days', 'Read what has changed in my body']);
  expect(path.slice(-4)).toEqual([
    'Look for work, a course or a place to help out',
    'See my aunt',
    '* Keep naloxone near, and tell someone where it is',
    'Done on 20 November 2026',
  ]);
  expect(path).not.toContain('Take up one thing I used to enjoy');
  expect(summary).toMatchObject({
    name: 'Sam Peña',
    made: 'Made on 25 November 2026',
    since: 'What is dated begins on 28 August 2026.',
  });
});

test('the ninth answer, the sum of nine and what was not chosen are not on it', async () => {
  const all = JSON.stringify(summaryOf(await input('en', { since: '' })));
  expect(all).not.toMatch(/Secret page|of 27|better off/);
  expect(all).toContain('20 November 2024');
  expect(summaryOf(await input('en', { since: '' })).since).toBe('');
  const none = summaryOf(await input('en', { sections: new Set() }));
  expect(none).toMatchObject({ sections: [], since: '' });
  const some = summaryOf(await input('en', { sections: new Set<SummarySection>(['signs']) }));
  expect(told(some)[0]).toBe('# Early signs');
  expect(some.since).toBe('');
  expect(summaryOf(await input('en', { records: {} })).sections).toEqual([]);
});

test('in Spanish nothing of it is English, and our own words are plain', async () => {
  const summary = summaryOf(await input('es', { records: { ...RECORDS, trigger: [] } }));
  expect(summary.sections.map(({ title }) => title)).not.toContain('Detonantes');
  expect(told(summary)).toContain('* 25 de noviembre de 2026');
  expect(told(summary).join(' ')).not.toMatch(/ of |Since|Taken|What I|items/);
  const { title, about, made, since } = summary;
  expect(lintCatalogue('es', { title, about, made, since }, 'general')).toEqual([]);
});

/** The width of texts as the file will have it. */
let widthOf: Measure;
beforeAll(async () => {
  await makePdf({ paper: A4, title: 'A', language: 'en' }, (measure) => {
    widthOf = measure;
    return [[]];
  });
});
const foot = { foot: 'Foot', page: (n: number, of: number) => `Page ${n} of ${of}` };
const A4 = paperFor('IE');

test('every line stands on a page, inside its edges, and each page says its number', async () => {
  const content = summaryOf(await input('es', { since: '' }));
  const pages = summaryPages(content, A4, widthOf, foot);
  expect(pages.length).toBeGreaterThan(1);
  const set = pages.flatMap((marks) => marks.filter((mark) => mark.kind === 'text'));
  for (const { text, x, y, size, bold } of set) {
    expect(x).toBeGreaterThanOrEqual(54);
    expect(x + widthOf(text, size, bold), text).toBeLessThanOrEqual(A4.w - 53.9);
    expect(y).toBeLessThan(A4.h - 50);
  }
  pages.forEach((marks, i) => {
    const said = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(said).toContain(`Page ${i + 1} of ${pages.length}`);
    expect(said).toContain('Foot');
    // A heading has something under it on its page.
    const last = marks.filter((mark) => mark.kind === 'text').at(-3);
    expect(last?.kind === 'text' && last.size >= 14).toBe(false);
  });
  const file = await makePdf({ paper: A4, title: 'A', language: 'es' }, (measure) =>
    summaryPages(content, A4, measure, foot),
  );
  const read = await PDFDocument.load(file, { throwOnInvalidObject: true });
  expect(read.getPageCount()).toBe(pages.length);
});

test('no text is lost, however long its words and lines are', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'W', ' ', '\n', 'ñ', '.'),
    minLength: 1,
    maxLength: 400,
  });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 30 }), (lines) => {
      const content = {
        title: 'T',
        name: '',
        made: 'M',
        about: 'A',
        since: '',
        sections: [{ title: 'S', items: [{ title: 'I', lines }] }],
      };
      const pages = summaryPages(content, A4, widthOf, { foot: '', page: () => '' });
      const all = pages.flat().flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
      expect(all.join('').replaceAll(/\s/g, '')).toBe(`TMASI${lines.join('')}`.replaceAll(/\s/g, ''));
      for (const mark of pages.flat())
        if (mark.kind === 'text')
          expect(mark.x + widthOf(mark.text, mark.size, mark.bold)).toBeLessThanOrEqual(A4.w - 53.9);
    }),
    { numRuns: 60 },
  );
});
