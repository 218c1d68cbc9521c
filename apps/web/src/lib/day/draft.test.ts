import { checkFields, DAY_NOTE } from '@holdfast/recovery';
import { expect, it } from 'vitest';
import { dayDraft, dayFields, isBlank } from './draft.ts';

it('answers begin with what stands, keep what was left out apart, and are blank until something is said', () => {
  const empty = dayDraft(undefined);
  expect(isBlank(empty)).toBe(true);
  expect(isBlank({ ...empty, one: '  ' })).toBe(true);
  for (const said of [
    { one: 'a' },
    { ahead: 'a' },
    { sleep: 'well' as const },
    { how: 'low' as const },
    { slept: 0 },
  ])
    expect(isBlank({ ...empty, ...said })).toBe(false);
  const fields = dayFields({ ...empty, one: ' a walk ' }, 'morning', '2026-11-25', 5.5);
  expect(fields).toMatchObject({ sleep: null, how: null, one: 'a walk', ahead: '', at: 6 });
  expect(checkFields(DAY_NOTE, fields).ok).toBe(true);
  expect(dayFields({ ...empty, slept: 4 }, 'morning', '2026-11-25', 5)).toMatchObject({ slept: 4 });
  // An evening is not asked about a night; a morning's answer can be taken back.
  expect(dayFields(empty, 'evening', '2026-11-25', 5)).not.toHaveProperty('slept');
  expect(fields).toMatchObject({ slept: null });
  expect(dayDraft({ id: 'x', ...fields })).toEqual({ ...empty, one: 'a walk' });
});
