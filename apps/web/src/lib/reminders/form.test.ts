import type { Medicine, Reminder } from '@holdfast/recovery';
import { checkFields, REMINDER, USUAL_SETTINGS } from '@holdfast/recovery';
import { describe, expect, it } from 'vitest';
import { chosenTimes, fieldsFrom, formFrom, hasTimes, missingIn, movedTimes } from './form.ts';

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
const TODAY = '2026-11-25';

describe('the form of a reminder', () => {
  it('begins with what the page was opened about, and with what stands', () => {
    expect(formFrom(undefined, {})).toMatchObject({ about: 'own', of: '', times: [''], often: 'again' });
    expect(formFrom(undefined, { about: 'dose', of: 'm' })).toMatchObject({ about: 'dose', of: 'm' });
    expect(formFrom(undefined, { about: 'anything' }).about).toBe('own');
    const form = { ...formFrom(undefined, {}), words: 'Bins', times: ['20:00'], weekdays: [3, 1] };
    const fields = fieldsFrom(form, undefined, 7.4, false);
    expect(checkFields(REMINDER, fields)).toEqual({ ok: true, value: fields });
    const back = formFrom({ id: 'r', ...fields } as Reminder, {});
    expect(back).toEqual({ ...form, weekdays: [1, 3] });
    const once = { ...form, often: 'once', day: '2026-11-30', named: 'words' } as const;
    expect(formFrom({ id: 'r', ...fieldsFrom(once, undefined, 7, true) } as Reminder, {})).toEqual({
      ...once,
      weekdays: [],
    });
  });

  it('says what is missing', () => {
    const own = { ...formFrom(undefined, {}), words: 'Bins', times: ['', '20:00:00', '20:00'] };
    expect(chosenTimes(own)).toEqual(['20:00']);
    expect(missingIn(own, undefined, TODAY)).toBeUndefined();
    expect(missingIn({ ...own, words: ' ' }, undefined, TODAY)).toBe('words');
    expect(missingIn({ ...own, times: [''] }, undefined, TODAY)).toBe('time');
    expect(missingIn({ ...own, often: 'once' }, undefined, TODAY)).toBe('day');
    expect(missingIn({ ...own, often: 'once', day: '2026-11-24' }, undefined, TODAY)).toBe('day');
    expect(missingIn({ ...own, often: 'once', day: TODAY }, undefined, TODAY)).toBeUndefined();
    expect(missingIn({ ...own, about: 'check-in', words: '' }, undefined, TODAY)).toBeUndefined();
  });

  it('takes the times of a medicine that has some, and asks where it has none', () => {
    const dose = { ...formFrom(undefined, { about: 'dose', of: 'm' }), often: 'once' as const };
    expect(missingIn(dose, undefined, TODAY)).toBe('medicine');
    expect(missingIn(dose, medicine(), TODAY)).toBeUndefined();
    expect(missingIn(dose, medicine({ times: [] }), TODAY)).toBe('time');
    expect(hasTimes(medicine({ kind: 'naltrexone-injection' }))).toBe(false);
    const typed = { ...dose, times: ['09:00'], weekdays: [1], day: TODAY };
    expect(fieldsFrom(typed, medicine(), 7, false)).toMatchObject({
      of: 'm',
      times: [],
      weekdays: [],
      on: null,
    });
    expect(fieldsFrom(typed, medicine({ times: [] }), 7, false).times).toEqual(['09:00']);
  });

  it('says which times fall into quiet hours, and when they come instead', () => {
    expect(movedTimes(['06:00', '12:00', '22:00'], USUAL_SETTINGS)).toEqual([
      { from: '06:00', to: '07:00' },
      { from: '22:00', to: '07:00' },
    ]);
  });
});
