import type { Dose, Medicine } from '@holdfast/recovery';
import { missedSince } from '@holdfast/recovery';
import { expect, test } from 'vitest';
import w from '#locales/en/medicine.ts';
import { markOf, nameOf, noteOf, partFor, timesOf } from './say.ts';

const TODAY = '2026-11-25';
const NOON = Date.UTC(2026, 10, 25, 12);
const medicine = (over: Partial<Medicine> = {}): Medicine => ({
  id: 'm',
  kind: 'methadone',
  name: '',
  label: '',
  times: ['08:00'],
  weekdays: [],
  place: '',
  number: '',
  started: null,
  stopped: null,
  supply: null,
  given: null,
  every: null,
  expires: null,
  ...over,
});
const dose = (over: Partial<Dose> = {}): Dose => ({
  id: 'd',
  medicine: 'm',
  day: TODAY,
  time: '08:00',
  mark: 'not',
  at: NOON,
  ...over,
});

test('a medicine goes by its own name, else by its kind', () => {
  expect(nameOf(medicine(), w)).toBe('Methadone');
  expect(nameOf(medicine({ name: 'Morning cup' }), w)).toBe('Morning cup');
  expect(timesOf(medicine({ times: [], weekdays: [1, 5] }), w)).toBe('Mon, Fri');
  expect(timesOf(medicine(), w)).toBe('08:00 · every day');
});

test('a dose without a mark is "not marked", never "missed"; the hour is told of today alone', () => {
  const slot = { day: TODAY, time: '08:00', dose: undefined };
  expect(markOf(slot, w, 'en', TODAY)).toBe('Not marked');
  expect(markOf({ ...slot, dose: dose() }, w, 'en', TODAY)).toBe('Not taken');
  expect(markOf({ ...slot, dose: dose({ mark: 'taken' }) }, w, 'en', TODAY)).toMatch(/^Taken, \d\d:\d\d$/);
  expect(markOf({ ...slot, day: '2026-11-24', dose: dose({ mark: 'late' }) }, w, 'en', TODAY)).toBe(
    'Taken late',
  );
});

test.each([
  [{}, '08:00 · every day'],
  [{ supply: { days: 3, on: TODAY } }, 'Enough until 28 November: 3 days.'],
  [{ supply: { days: 30, on: TODAY } }, '08:00 · every day'],
  [{ stopped: '2026-11-20' }, 'Stopped 20 November'],
  [{ kind: 'naloxone', place: 'Red bag' }, 'Kept: Red bag'],
  [{ kind: 'naloxone', expires: '2027-01-31' }, 'Good until 31 January 2027'],
  [{ kind: 'naloxone', expires: '2026-11-24' }, w.one.expired('24 November 2026')],
  [{ kind: 'buprenorphine-weekly' }, w.one.notGiven],
  [{ kind: 'buprenorphine-weekly', given: '2026-11-22' }, 'Next one: 29 November'],
  [{ kind: 'buprenorphine-weekly', given: '2026-11-18' }, w.one.states.wearing],
] as const)('%j says what comes next', (over, note) => {
  expect(noteOf(medicine(over as Partial<Medicine>), [], TODAY, w, 'en')).toBe(note);
});

test.each([
  [{}, [], 'one'],
  [{}, [dose(), dose({ id: 'e', day: '2026-11-24' })], 'card'],
  [{}, [dose(), dose({ id: 'e', day: '2026-11-22', mark: 'taken' })], 'restart'],
  [{ gap: { from: '2026-11-23', until: '2026-11-25' } }, [], 'card'],
  [{ gap: { from: '2026-11-22', until: '2026-11-25' } }, [], 'restart'],
  [{ kind: 'naloxone', expires: '2026-01-01' }, [], 'card'],
  [{ kind: 'naloxone' }, [], 'one'],
  [{ kind: 'naltrexone-injection' }, [], 'one'],
  [{ kind: 'buprenorphine-monthly', given: '2026-10-27' }, [], 'card'],
  [{ kind: 'naltrexone-injection', given: '2026-10-27' }, [], 'restart'],
] as const)('%j with %j gets the text "%s"', (over, doses, part) => {
  const one = medicine(over as Partial<Medicine>);
  const missed = missedSince(one, doses, NOON, 'Europe/Dublin');
  expect(partFor(one, doses, missed, TODAY)).toBe(part);
});
