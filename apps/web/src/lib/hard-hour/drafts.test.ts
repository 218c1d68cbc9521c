import { NOTE_DAYS } from '@holdfast/recovery';
import { expect, test } from 'vitest';
import { emptyUrge, slipDraft, slipFields, untilOf, urgeFields } from './drafts.ts';

const DAY = 86_400_000;

test('a note removes itself after its days, unless it is kept', () => {
  expect(untilOf('month', 5)).toBe(5 + NOTE_DAYS * DAY);
  expect(untilOf(undefined, 5)).toBe(5 + NOTE_DAYS * DAY);
  expect(untilOf('always', 5)).toBeNull();
});

test('an urge can be noted with nothing but the moment', () => {
  const draft = emptyUrge('2026-11-21');
  expect(urgeFields(draft, 7, '2026-11-21')).toEqual({
    strength: null,
    before: [],
    words: '',
    at: 7,
    day: '2026-11-21',
    until: 7 + NOTE_DAYS * DAY,
  });
  Object.assign(draft, { strength: 0, before: ['feeling.sad'], words: ' After the call. ', keep: 'always' });
  expect(urgeFields(draft, 7, '2026-11-21')).toMatchObject({
    strength: 0,
    before: ['feeling.sad'],
    words: 'After the call.',
    until: null,
  });
});

test('a slip that is looked at again begins with what was saved, and its end moves with the choice', () => {
  const saved = {
    plan: ['water'],
    before: [],
    change: '',
    words: 'Rest.',
    until: 9,
    at: 1,
    day: '2026-11-21',
  };
  const draft = slipDraft('2026-11-22', saved);
  draft.change = 'Another way home ';
  expect(saved.change).toBe('');
  expect(slipFields(draft, 100, saved)).toEqual({
    plan: ['water'],
    before: [],
    change: 'Another way home',
    words: 'Rest.',
    until: 9,
  });
  draft.keep = 'always';
  expect(slipFields(draft, 100, saved).until).toBeNull();
  const kept = slipDraft('2026-11-22', { ...saved, until: null });
  expect(slipFields(kept, 100, { until: null }).until).toBeNull();
  kept.keep = 'month';
  expect(slipFields(kept, 100, { until: null }).until).toBe(100 + NOTE_DAYS * DAY);
  expect(slipFields(slipDraft('2026-11-22'), 100).until).toBe(100 + NOTE_DAYS * DAY);
});
