import type { ContactView } from '@holdfast/client';
import { expect, test } from 'vitest';
import { appWords } from '#locales/en/app.ts';
import { detailsOf, readersOfToday, summaryOf } from './today.ts';

const nothing = {
  id: 'c',
  urge: null,
  mood: null,
  sleep: null,
  contact: null,
  words: '',
  at: 0,
  day: '2026-11-21',
};

test('a check-in is shown in the person’s own words when there are any', () => {
  expect(summaryOf({ ...nothing, urge: 7, words: 'Tired. Steady enough.' }, appWords)).toBe(
    'Tired. Steady enough.',
  );
});

test('without words it says what was chosen; an urge of 0 is an answer, no answer is not a 0', () => {
  expect(summaryOf({ ...nothing, urge: 0, mood: 'good' }, appWords)).toBe('Good · Urge 0');
  expect(summaryOf(nothing, appWords)).toBe('Checked in');
});

test('not having talked with anyone is not held up', () => {
  expect(detailsOf({ ...nothing, contact: false }, appWords)).toEqual([]);
  expect(detailsOf({ ...nothing, slept: 0 }, appWords)).toEqual(['0 hours of sleep']);
  expect(detailsOf({ ...nothing, contact: true, sleep: 'badly', slept: 4 }, appWords)).toEqual([
    'Sleep: badly',
    '4 hours of sleep',
    'Talked with someone',
  ]);
});

test('only those whose share of the line still runs see it', () => {
  const contact = (name: string, shares: ContactView['shares']): ContactView => ({
    id: name,
    name,
    assurance: 'link',
    closed: false,
    shares,
  });
  const circle = [
    contact('Ana', [{ category: 'today', until: 200 }]),
    contact('Joe', [{ category: 'today', until: 100 }]),
    contact('Dad', [{ category: 'milestones', until: 200 }]),
    contact('Eva', []),
  ];
  expect(readersOfToday(circle, 100)).toEqual(['Ana']);
});
