import { expect, it } from 'vitest';
import { goesWith, PLAN_PART_NAMES, RECORD_TYPES } from '../index.ts';
import type { Home, RecordTypeName } from '../index.ts';

const ALL = Object.keys(RECORD_TYPES) as RecordTypeName[];
const with_ = (heading: Home) => ALL.filter((type) => goesWith(heading, type));

it('takes what lives under a heading, and what is kept privately of it', () => {
  expect(with_('measures')).toEqual(['measure-result', 'item-nine']);
  expect(with_('medicine')).toEqual(
    expect.arrayContaining(['medicine', 'dose', 'transition', 'symptom-log', 'pregnancy']),
  );
  expect(with_('triggers')).toEqual(expect.arrayContaining(['trigger', 'early-sign', 'hard-time']));
  expect(with_('milestones')).toContain('milestone-words');
  expect(with_('journal')).toEqual(expect.arrayContaining(['journal-entry', 'day-note']));
});

it('takes of the versions of a plan those that copy it', () => {
  const headings = PLAN_PART_NAMES.map((part) =>
    (['plan', 'goals', 'routine', 'triggers', 'safety-plan', 'private'] as const).filter((heading) =>
      goesWith(heading, 'plan-version', { part }),
    ),
  );
  expect(Object.fromEntries(PLAN_PART_NAMES.map((part, n) => [part, headings[n]]))).toEqual({
    reasons: ['plan', 'private'],
    'if-then': ['plan', 'private'],
    goals: ['goals', 'private'],
    routine: ['routine', 'private'],
    triggers: ['triggers', 'private'],
    signs: ['triggers', 'private'],
    safety: ['safety-plan', 'private'],
  });
  expect(goesWith('plan', 'plan-version', { part: 'of-later' })).toBe(false);
});

it('leaves who one is, whom one rings and what was chosen, and what is no record of this app', () => {
  const stays = ALL.filter((type) => !with_(RECORD_TYPES[type].home).includes(type));
  expect(stays.toSorted()).toEqual([
    'keeping',
    'person',
    'profile',
    'promised-call',
    'reminder',
    'reminder-answer',
    'reminder-settings',
    'sign-settings',
  ]);
  expect(goesWith('private', 'contact')).toBe(false);
  expect(goesWith('private', 'constructor')).toBe(false);
});
