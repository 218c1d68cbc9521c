import { describe, expect, test } from 'vitest';
import {
  activityDay,
  activityDraft,
  activityFields,
  emptyLetter,
  letterFields,
  letterMissing,
  sheetDraft,
  sheetFields,
} from './drafts.ts';

const TODAY = '2026-11-21';
const TOMORROW = '2026-11-22';

describe('a worksheet being filled in', () => {
  const saved = { parts: { situation: 'The bus.', fairer: '' }, before: 7, after: null };

  test('has every question, and null for a number left out', () => {
    const draft = sheetDraft('chain');
    draft.parts['did'] = ' Rang her. ';
    expect(sheetFields('chain', draft)).toEqual({
      sheet: 'chain',
      parts: { before: '', did: 'Rang her.', pluses: '', costs: '', other: '' },
      before: null,
      after: null,
    });
  });

  test('begins with what was saved, which stays as it is', () => {
    const draft = sheetDraft('thought', saved);
    expect(draft).toMatchObject({
      before: 7,
      after: undefined,
      parts: { situation: 'The bus.', feeling: '' },
    });
    draft.parts['situation'] = 'The tram.';
    expect(saved.parts.situation).toBe('The bus.');
    const other = sheetDraft('thought', { parts: {}, before: null, after: 2 });
    expect(sheetFields('thought', other)).toMatchObject({ before: null, after: 2 });
  });
});

describe('an activity being planned', () => {
  const one = {
    id: 'a',
    what: 'A walk',
    where: 'The canal',
    day: '2026-11-25',
    time: null,
    done: false,
    joy: null,
    mastery: null,
  };

  test('is for today until another day is chosen', () => {
    const draft = activityDraft();
    draft.what = ' Draw your hand';
    expect(activityDay(draft, TODAY, TOMORROW)).toBe(TODAY);
    const fields = { what: 'Draw your hand', where: '', day: TODAY, time: null };
    expect(activityFields(draft, TODAY)).toEqual(fields);
  });

  test('can be for tomorrow or for another day, which must be chosen', () => {
    const draft = activityDraft();
    draft.which = 'tomorrow';
    expect(activityDay(draft, TODAY, TOMORROW)).toBe(TOMORROW);
    draft.which = 'other';
    expect(activityDay(draft, TODAY, TOMORROW)).toBeUndefined();
    draft.date = '2026-12-01';
    draft.time = '09:30:00';
    expect(activityDay(draft, TODAY, TOMORROW)).toBe('2026-12-01');
    expect(activityFields(draft, '2026-12-01').time).toBe('09:30');
  });

  test('begins with what was planned, to be moved', () => {
    expect(activityDraft(one)).toEqual({
      what: 'A walk',
      where: 'The canal',
      which: 'other',
      date: '2026-11-25',
      time: '',
    });
    expect(activityDraft({ ...one, time: '10:00' }).time).toBe('10:00');
  });
});

test('a letter needs words, and a day that is not past unless it waits for a low hour', () => {
  const draft = emptyLetter();
  expect(letterMissing(draft, TODAY)).toBe('words');
  draft.words = ' Hold on. ';
  expect(letterMissing(draft, TODAY)).toBeUndefined();
  expect(letterFields(draft)).toEqual({ words: 'Hold on.', opens: null });
  draft.when = 'day';
  expect(letterMissing(draft, TODAY)).toBe('day');
  draft.date = '2026-11-20';
  expect(letterMissing(draft, TODAY)).toBe('later');
  draft.date = TODAY;
  expect(letterMissing(draft, TODAY)).toBeUndefined();
  expect(letterFields(draft).opens).toBe(TODAY);
});
