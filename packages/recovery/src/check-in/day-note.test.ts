import { expect, it } from 'vitest';
import { checkFields } from '../record-type.ts';
import { signDays } from '../signs/inputs.ts';
import { series } from '../trends/series.ts';
import type { DayNote } from './day-note.ts';
import { DAY_NOTE } from './day-note.ts';
import { dayNoteId, dayNoteNow, nightsOf } from './day-notes.ts';

const DAY = '2026-11-25';
const note = (over: Partial<DayNote>): DayNote => ({
  id: dayNoteId(over.day ?? DAY, over.part ?? 'morning'),
  part: 'morning',
  sleep: null,
  how: null,
  one: '',
  ahead: '',
  at: 5,
  day: DAY,
  ...over,
});

it('lives where nobody can be let in, and every part of it may be left out', () => {
  const { id: _, ...fields } = note({});
  expect(DAY_NOTE.home).toBe('journal');
  expect(checkFields(DAY_NOTE, fields)).toEqual({ ok: true, value: fields });
  for (const slept of [0, 12, null]) expect(checkFields(DAY_NOTE, { ...fields, slept }).ok).toBe(true);
  for (const slept of [-1, 4.5, 13, 'four'])
    expect(checkFields(DAY_NOTE, { ...fields, slept })).toMatchObject({ error: { field: 'slept' } });
});

it('is offered in the morning and in the evening, while it was not written', () => {
  const at = (hour: number, notes: DayNote[] = []) => dayNoteNow(notes, DAY, hour);
  expect([4, 5, 11, 12, 17, 18, 23].map((hour) => at(hour))).toEqual([
    undefined,
    'morning',
    'morning',
    undefined,
    undefined,
    'evening',
    'evening',
  ]);
  expect(at(8, [note({})])).toBeUndefined();
  expect(at(8, [note({ day: '2026-11-24' })])).toBe('morning');
  expect(at(20, [note({})])).toBe('evening');
});

it('tells trends and early signs of the night, and of nothing else', () => {
  const nights = nightsOf([note({ sleep: 'badly' }), note({ day: '2026-11-24' })]);
  expect(nights).toHaveLength(1);
  expect(nightsOf([note({ slept: null })])).toEqual([]);
  // Hours alone tell of a night too.
  expect(signDays(nightsOf([note({ slept: 4 })]), DAY)).toMatchObject([{ badNight: null, slept: 4 }]);
  expect(series(nights, 'sleep', DAY, 7)).toEqual([{ day: DAY, value: 0 }]);
  expect(series(nights, 'urge', DAY, 7)).toEqual([]);
  expect(signDays(nights, DAY)).toMatchObject([{ ago: 0, badNight: true, urge: null, contact: null }]);
});
