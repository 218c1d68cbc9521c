import type { Medicine } from '@holdfast/recovery';
import { expect, test } from 'vitest';
import { fieldsFrom, formFrom } from './form.ts';

const TODAY = '2026-11-25';
const held: Medicine = {
  id: 'm',
  kind: 'methadone',
  name: 'Morning',
  label: '1 a day',
  times: ['08:00'],
  weekdays: [3, 1],
  place: 'Clinic',
  number: '01 234 5678',
  started: '2026-01-01',
  stopped: '2026-12-01',
  supply: { days: 7, on: '2026-11-23' },
  given: null,
  every: 28,
  expires: null,
};
const save = (form: ReturnType<typeof formFrom>) => fieldsFrom(form, 'methadone', TODAY, held);

test('a form that nobody touched saves what was there', () => {
  const { id: _, ...fields } = held;
  expect(save(formFrom(held, TODAY))).toEqual({ ok: true, value: { ...fields, weekdays: [1, 3] } });
});

test('an empty form saves nothing but the kind', () => {
  expect(fieldsFrom(formFrom(undefined, TODAY), 'methadone', TODAY, undefined)).toMatchObject({
    ok: true,
    value: {
      kind: 'methadone',
      times: [],
      weekdays: [],
      supply: null,
      every: null,
      stopped: null,
      started: null,
    },
  });
});

test('a supply is counted from today when it was changed, and can be taken away', () => {
  const form = formFrom(held, TODAY);
  expect(form.supply).toBe('5');
  expect(save({ ...form, supply: ' 14 ' })).toMatchObject({ value: { supply: { days: 14, on: TODAY } } });
  expect(save({ ...form, supply: '' })).toMatchObject({ value: { supply: null } });
  expect(formFrom({ ...held, supply: null }, TODAY).supply).toBe('');
});

test('a supply that was not touched keeps its day in a form that is finished days later', () => {
  const begun = { ...formFrom(held, TODAY), name: 'Evening' };
  const later = (form: typeof begun) => fieldsFrom(form, 'methadone', '2026-11-27', held);
  expect(later(begun)).toMatchObject({ value: { name: 'Evening', supply: held.supply } });
  // Who counts what is left says so of that day.
  expect(later({ ...begun, supply: '3' })).toMatchObject({
    value: { supply: { days: 3, on: '2026-11-27' } },
  });
});

test('a number that is none is named, and only where it is asked for', () => {
  const form = formFrom(undefined, TODAY);
  for (const supply of ['x', '1.5', '-1', '401'])
    expect(save({ ...form, supply })).toEqual({ ok: false, error: { code: 'invalid', field: 'supply' } });
  expect(save({ ...form, every: '0' }).ok).toBe(true);
  expect(fieldsFrom({ ...form, every: '0' }, 'buprenorphine-weekly', TODAY, undefined)).toEqual({
    ok: false,
    error: { code: 'invalid', field: 'every' },
  });
  expect(fieldsFrom({ ...form, every: '7' }, 'buprenorphine-weekly', TODAY, undefined)).toMatchObject({
    value: { every: 7 },
  });
});
