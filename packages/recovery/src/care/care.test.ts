import { describe, expect, it } from 'vitest';
import { checkFields } from '../record-type.ts';
import type { Appointment } from './appointment.ts';
import { APPOINTMENT, byDate } from './appointment.ts';
import type { CarePerson } from './care-person.ts';
import { CARE_PERSON, doseNumbers, teamOf } from './care-person.ts';
import { TRANSITION } from '../medicine/transition.ts';
import { PREGNANCY } from './pregnancy.ts';
import type { Question } from './question.ts';
import { byAsked, QUESTION } from './question.ts';
import { bodyAdvice, feltOf, SYMPTOM_LOG } from './symptom-log.ts';

const appointment = (over: Partial<Appointment>): Appointment => ({
  id: 'a',
  with: 'Dr Byrne',
  where: '',
  starts: '2026-11-25T09:45',
  zone: 'Europe/Dublin',
  bring: '',
  notes: '',
  remind: null,
  ...over,
});

describe('appointments', () => {
  it('stand by the instant their own clock shows; one still stands ahead for an hour after it began', () => {
    const list = [
      appointment({ id: 'dublin' }),
      appointment({ id: 'later', starts: '2026-11-26T09:00' }),
      appointment({ id: 'ny', starts: '2026-11-25T05:00', zone: 'America/New_York' }),
      appointment({ id: 'last-year', starts: '2025-11-25T09:45' }),
      appointment({ id: 'same' }),
    ];
    const ids = (now: number) => {
      const { ahead, past } = byDate(list, now);
      return [ahead.map(({ id }) => id), past.map(({ id }) => id)];
    };
    expect(ids(Date.UTC(2026, 10, 25, 10, 44))).toEqual([['dublin', 'same', 'ny', 'later'], ['last-year']]);
    expect(ids(Date.UTC(2026, 10, 25, 10, 45))).toEqual([
      ['ny', 'later'],
      ['same', 'dublin', 'last-year'],
    ]);
    expect(byDate([], 0)).toEqual({ ahead: [], past: [] });
    // On another phone the list may come in another order; two of one time stand as they do here.
    for (const now of [0, Date.UTC(2027, 0, 1)])
      expect(byDate(list.toReversed(), now)).toEqual(byDate(list, now));
  });

  it('need someone and a time, and nothing else', () => {
    const { id: _, ...fields } = appointment({});
    expect(checkFields(APPOINTMENT, fields).ok).toBe(true);
    for (const [field, bad] of [
      ['with', ' '],
      ['starts', 'Friday'],
      ['remind', 5],
    ] as const)
      expect(checkFields(APPOINTMENT, { ...fields, [field]: bad })).toMatchObject({ error: { field } });
  });
});

describe('what can be given to nobody', () => {
  it('is how the body feels, pregnancy and changes; what helps a carer has a category', () => {
    const homes = [SYMPTOM_LOG, PREGNANCY, TRANSITION, QUESTION, CARE_PERSON, APPOINTMENT].map(
      ({ home }) => home,
    );
    expect(homes).toEqual(['private', 'private', 'private', 'medicine', 'medicine', 'routine']);
    expect(checkFields(PREGNANCY, { state: null, words: 'mine' }).ok).toBe(true);
    expect(
      checkFields(TRANSITION, { what: 'exam', day: '2026-11-25', medicine: null, seen: null }),
    ).toMatchObject({
      error: { field: 'what' },
    });
  });
});

describe('the care team', () => {
  const person = (over: Partial<CarePerson>): CarePerson => ({
    id: 'p',
    role: 'nurse',
    name: 'Ann',
    number: '',
    hours: '',
    ...over,
  });

  it('stands in the order of roles, then names', () => {
    const list = [
      person({ id: '3', name: 'Zoe' }),
      person({ id: '2' }),
      person({ id: '1' }),
      person({ id: '0', role: 'prescriber' }),
    ];
    expect(teamOf(list).map(({ id }) => id)).toEqual(['0', '1', '2', '3']);
    expect(teamOf(list.toReversed()).map(({ id }) => id)).toEqual(['0', '1', '2', '3']);
    const { id: _, ...fields } = person({ number: 'x' });
    expect(checkFields(CARE_PERSON, fields)).toMatchObject({ error: { field: 'number' } });
  });

  it('gives the numbers that can put a dose right, the clinic first, each once', () => {
    const people = [
      person({ id: 'p', role: 'pharmacy', name: 'Pharmacy', number: '3' }),
      person({ id: 'd', role: 'doctor', name: 'Dr', number: '111 222' }),
      person({ id: 'c', role: 'counsellor', name: 'C', number: '999 999' }),
      person({ id: 'n', name: 'Silent' }),
    ];
    expect(doseNumbers({ place: 'Clinic', number: '111 222' }, people)).toEqual([
      { name: 'Clinic', number: '111 222' },
      { name: 'Pharmacy', number: '3' },
    ]);
    expect(doseNumbers({ place: 'Clinic', number: '' }, people).map(({ name }) => name)).toEqual([
      'Dr',
      'Pharmacy',
    ]);
    expect(doseNumbers(undefined, [])).toEqual([]);
  });
});

describe('questions', () => {
  it('wait from the oldest, and stay once asked, the latest first', () => {
    const question = (id: string, at: number, asked: number | null = null): Question => ({
      id,
      words: id,
      at,
      asked,
      answer: '',
    });
    const list = [
      question('b', 2),
      question('a', 2),
      question('c', 1),
      question('x', 1, 5),
      question('y', 2, 9),
      question('z', 1, 9),
    ];
    const { open, asked } = byAsked(list);
    expect(open.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(asked.map(({ id }) => id)).toEqual(['z', 'y', 'x']);
    expect(byAsked(list.toReversed())).toEqual({ open, asked });
    expect(checkFields(QUESTION, { words: '', at: 1, asked: null, answer: '' })).toMatchObject({
      error: { field: 'words' },
    });
  });
});

describe('how the body feels', () => {
  it('has levels for what was answered, and no sum', () => {
    const fields = { day: '2026-11-25', at: 1, levels: { aches: 2, sweats: 0, later: 1 }, words: '' };
    expect(checkFields(SYMPTOM_LOG, fields).ok).toBe(true);
    expect(checkFields(SYMPTOM_LOG, { ...fields, levels: { aches: 4 } })).toMatchObject({
      error: { field: 'levels' },
    });
    expect(feltOf({ aches: 1, cramps: 3, sweats: 1, shaky: 0, unknown: 3 })).toEqual([
      { symptom: 'cramps', level: 3 },
      { symptom: 'sweats', level: 1 },
      { symptom: 'aches', level: 1 },
    ]);
  });

  it('puts the right advice first', () => {
    expect(bodyAdvice({})).toBeUndefined();
    expect(bodyAdvice({ vomiting: 2, loose: 2, drowsy: 2, aches: 3 })).toBeUndefined();
    expect(bodyAdvice({ vomiting: 3 })).toBe('fluids');
    expect(bodyAdvice({ loose: 3 })).toBe('fluids');
    expect(bodyAdvice({ loose: 3, drowsy: 3 })).toBe('breathing');
  });
});
