import { medicine } from '../medicine/test-medicine.ts';
import type { RecordsByType } from './document.ts';

/** For tests: noon of 25 November 2026, UTC. */
export const NOON = Date.UTC(2026, 10, 25, 12);
const DAY = 86_400_000;

/** For tests: a copy with one value replaced, or taken away when undefined. `path` as `item.0.type`. */
export function planted<T extends object>(whole: T, path: string, value?: unknown): T {
  const copy = JSON.parse(JSON.stringify(whole)) as T;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce(
    (inner, key) => inner[key] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

const result = (
  id: string,
  instrument: string,
  answers: Record<string, number | null>,
  totals: Record<string, number | null>,
  back = 3,
) => ({
  id,
  instrument,
  version: '1',
  language: 'en' as const,
  scoring: 1,
  answers,
  totals,
  at: NOON - back * DAY,
  day: new Date(NOON - back * DAY).toISOString().slice(0, 10),
});

const eight = { 1: 2, 2: 1, 3: 3, 4: 2, 5: 0, 6: 1, 7: 1, 8: 0 };
const written = { at: NOON - 9 * DAY, day: '2026-11-16' };

/** For tests: an invented person's records, of nearly every kind, with Spanish and other letters in them. */
export const RECORDS: RecordsByType = {
  'check-in': [
    {
      id: 'c1',
      urge: 3,
      mood: 'low',
      sleep: 'some',
      slept: 4,
      contact: true,
      confidence: 7,
      words: 'Only for me.',
      ...written,
    },
    { id: 'c2', urge: null, mood: null, sleep: null, contact: null, words: 'Nothing answered.', ...written },
    { id: 'c3', urge: 8, mood: null, sleep: null, contact: null, words: '', at: 1, day: '2024-02-29' },
  ],
  today: [{ id: 'current', line: 'Ring me after six.' }],
  person: [{ id: 'p1', name: 'Bea', number: '07700 900142' }],
  profile: [{ id: 'me', name: 'Sam', begun: '2026-10-16', seed: 'a1', purpose: 'own' }],
  'journal-entry': [
    { id: 'j1', words: 'A page.', until: null, prompt: '', gratitude: false, media: [], ...written },
  ],
  'journal-habit': [{ id: 'current', days: 30 }],
  'tool-use': [{ id: 't1', tool: 'breathe', before: 7, after: 4, ...written }],
  worksheet: [
    { id: 'w1', sheet: 'thought', parts: { situation: 'The bus.' }, before: 6, after: null, ...written },
  ],
  activity: [
    {
      id: 'a1',
      what: 'Walk',
      where: 'The pier',
      day: '2026-11-26',
      time: '10:30',
      done: false,
      joy: null,
      mastery: null,
    },
  ],
  letter: [{ id: 'l1', words: 'Dear me.', opens: null, media: [], ...written }],
  urge: [{ id: 'u1', strength: 8, before: ['time.evening'], words: 'After work.', until: null, ...written }],
  slip: [
    { id: 's1', plan: ['rest'], before: [], change: 'Another way home.', words: '', until: 9, ...written },
  ],
  'measure-result': [
    result('m1', 'phq-9', eight, { phq8: 10 }),
    result('m2', 'gad-7', { 1: 3, 2: 2, 3: 2, 4: 1, 5: 1, 6: 0, 7: 1 }, { gad7: 10 }),
    result('m3', 'bam', { 1: 2, 4: null, 14: 4 }, { use: null, risk: null, protective: null }, 2),
    result('m4', 'craving-3', { now: 4, cue: 6, sure: 5 }, { craving3: 15 }, 1),
    result('m5', 'from-later', { a: 1 }, { later: 1 }, 1),
    result('m7', 'gad-7', { 1: null }, { gad7: null }, 2),
    result('m6', 'phq-9', eight, { phq8: 10 }, 400),
  ],
  'item-nine': [{ id: 'm1', value: 2, said: 'ok', askAgain: false, at: NOON - 3 * DAY }],
  milestone: [{ id: 'ms1', title: 'The new flat', day: '2026-11-01', ritual: 'Soup', seed: 'b2' }],
  'milestone-words': [{ id: 'ms1', words: 'You carried the boxes.' }],
  'kelp-mark': [{ id: 'km1', kind: 'walk' }],
  counter: [{ id: 'k1', kind: 'since', label: 'In the flat', from: '2026-11-01', hidden: false }],
  'counted-day': [{ id: 'k1.2026-11-02', counter: 'k1', day: '2026-11-02' }],
  'hard-time': [{ id: 'h1', kind: 'loss', title: 'Her birthday', day: '2026-12-03' }],
  'sign-settings': [{ id: 'mine', on: true, ease: { 'urge.high': 1 }, shownOn: '2026-11-20' }],
  medicine: [
    medicine({
      id: 'med1',
      label: 'Metadona 1 mg/ml. Señor Peña: una vez al día',
      times: ['08:00'],
      weekdays: [1, 3, 7],
      place: 'The clinic on the quay',
      number: '07700 900113',
      started: '2026-09-01',
      supply: { days: 7, on: '2026-11-23' },
    }),
    medicine({
      id: 'med2',
      kind: 'naltrexone-injection',
      started: null,
      stopped: '2026-08-01',
      given: '2026-07-02',
    }),
    medicine({ id: 'med3', kind: 'other', name: 'Čaj od žalfije' }),
  ],
  dose: [
    { id: 'd1', medicine: 'med1', day: '2026-11-25', time: '08:00', mark: 'taken', at: NOON - 4 * 3_600_000 },
    { id: 'd2', medicine: 'med1', day: '2026-11-22', time: '08:00', mark: 'not', at: NOON - 3 * DAY },
    { id: 'd3', medicine: 'med3', day: '2026-11-22', time: null, mark: 'late', at: NOON - 3 * DAY },
    { id: 'd4', medicine: 'gone', day: '2026-11-22', time: null, mark: 'taken', at: NOON - 3 * DAY },
    { id: 'd5', medicine: 'med1', day: '2024-02-29', time: '08:00', mark: 'taken', at: 1 },
  ],
  transition: [{ id: 'tr1', what: 'hospital', day: '2026-10-01', medicine: null, seen: null }],
  appointment: [
    {
      id: 'ap1',
      with: 'Dr. Núñez',
      where: 'Clinic, room 4',
      starts: '2026-12-01T09:30',
      zone: 'Europe/Dublin',
      bring: 'The letter. Ask about sleep.',
      notes: '',
      remind: 60,
    },
    {
      id: 'ap2',
      with: 'Ana at the desk',
      where: '',
      starts: '2026-11-20T15:00',
      zone: 'America/New_York',
      bring: '',
      notes: 'Next one in two weeks.',
      remind: null,
    },
    {
      id: 'ap3',
      with: 'An old one',
      where: '',
      starts: '2024-02-29T15:00',
      zone: 'Europe/Dublin',
      bring: '',
      notes: '',
      remind: null,
    },
  ],
  'care-person': [{ id: 'cp1', role: 'nurse', name: 'Ana', number: '', hours: 'Mornings' }],
  question: [
    { id: 'q1', words: 'Can I change the time?', at: NOON - 5 * DAY, asked: null, answer: '' },
    { id: 'q2', words: 'Is the tiredness normal?', at: 1, asked: NOON - 4 * DAY, answer: 'Yes, for now.' },
  ],
  'symptom-log': [{ id: 'sy1', levels: { sweats: 2 }, words: '', ...written }],
  pregnancy: [{ id: 'current', state: 'maybe', words: '' }],
  reason: [
    { id: 'r1', kind: 'reason', words: 'My daughter', at: 5, media: [] },
    { id: 'r2', kind: 'commitment', words: 'I take my medicine', at: 3, media: [] },
    { id: 'r3', kind: 'vision', words: 'A boat of my own', at: 2, media: [] },
    // A picture alone.
    { id: 'r4', kind: 'vision', words: '', at: 3, media: [] },
  ],
  trigger: [{ id: 'g1', kind: 'place', words: 'The station', way: 'avoid', helps: 'the other bus', at: 2 }],
  'early-sign': [
    { id: 'e1', words: 'I stop answering', others: '', action: 'I ring Bea', rank: 2, at: 3 },
    { id: 'e2', kind: 'helps', words: 'An early night', others: '', action: '', rank: 1, at: 2 },
  ],
  'if-then': [
    {
      id: 'i1',
      cue: 'money comes in',
      action: 'ring Bea',
      obstacle: '',
      part: null,
      days: 'all',
      feeling: null,
      again: false,
      at: 2,
    },
  ],
  'if-then-shown': [{ id: 'i1', day: '2026-11-24', at: 9 }],
  goal: [
    { id: 'go1', words: 'A room of my own', area: 'home', span: 'long', state: 'open', done: null, at: 2 },
    {
      id: 'go2',
      words: 'See a dentist',
      area: 'health',
      span: 'short',
      state: 'done',
      done: '2026-11-02',
      at: 1,
    },
    { id: 'go3', words: 'Learn to sail', area: 'joy', span: 'long', state: 'resting', done: null, at: 3 },
  ],
  'goal-step': [{ id: 'gs1', goal: 'go1', words: 'Ring the council', per: 'week', times: 1, at: 2 }],
  'step-done': [{ id: 'sd1', step: 'gs1', day: '2026-11-20' }],
  'safety-line': [{ id: 'sl1', kind: 'tell', words: 'Bea, at any hour', at: 2 }],
};
