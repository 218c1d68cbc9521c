import { expect, it } from 'vitest';
import { fieldsOf, formOf } from './if-then-form.ts';

it('a new plan comes up at no time', () => {
  expect(fieldsOf({ ...formOf(undefined), cue: 'a', action: 'b' }, 5)).toEqual({
    cue: 'a',
    action: 'b',
    obstacle: '',
    part: null,
    days: 'all',
    feeling: null,
    again: false,
    at: 5,
  });
});

it('a new plan can begin with a trigger', () => {
  expect(formOf(undefined, 'Payday').cue).toBe('Payday');
});

it('a plan that is opened and kept stays as it was', () => {
  const fields = {
    cue: 'a',
    action: 'b',
    obstacle: 'c',
    part: 'morning',
    days: 'week',
    feeling: 'urge',
    again: true,
    at: 5,
  } as const;
  expect(fieldsOf(formOf({ id: 'x', ...fields }), 5)).toEqual(fields);
});
