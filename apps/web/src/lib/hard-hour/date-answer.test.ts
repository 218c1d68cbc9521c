import type { Counter } from '@holdfast/recovery';
import { expect, test } from 'vitest';
import { dateChange, datesShown } from './date-answer.ts';

const counter = (id: string, over: Partial<Counter> = {}): Counter => ({
  id,
  kind: 'since',
  label: '',
  from: '2026-01-01',
  hidden: false,
  ...over,
});

test('only a count from a date that is in view is asked about', () => {
  const all = [counter('a'), counter('b', { hidden: true }), counter('c', { kind: 'medicine', from: null })];
  expect(datesShown(all).map(({ id }) => id)).toEqual(['a']);
  expect(datesShown([])).toEqual([]);
});

test('keeping, and saying nothing, change nothing', () => {
  expect(dateChange('keep', '2026-11-21')).toBeUndefined();
  expect(dateChange(undefined, '2026-11-21')).toBeUndefined();
  expect(dateChange('change', '')).toBeUndefined();
});

test('a new date and hiding change one field each', () => {
  expect(dateChange('change', '2026-11-21')).toEqual({ from: '2026-11-21' });
  expect(dateChange('hide', '')).toEqual({ hidden: true });
});
