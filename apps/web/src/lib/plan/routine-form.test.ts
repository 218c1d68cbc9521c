import type { RoutineItem } from '@holdfast/recovery';
import { describe, expect, it } from 'vitest';
import { leaveOut, routineFieldsOf, routineFormOf } from './routine-form.ts';
import type { RoutineForm } from './routine-form.ts';

const TODAY = '2026-11-25'; // A Wednesday, the fourth of its month and the last.
const filled = (over: Partial<RoutineForm>): RoutineForm => ({
  ...routineFormOf(undefined, TODAY),
  words: 'Walk',
  time: '09:00',
  ...over,
});
const saved = (form: RoutineForm, held?: RoutineItem) => {
  const fields = routineFieldsOf(form, held, 'Europe/Dublin', 5);
  if (!fields.ok) throw new Error(fields.error);
  return fields.value;
};

describe('the form of a routine', () => {
  it('writes each rule it offers, and reads it again', () => {
    for (const [over, rule, starts] of [
      [{ often: 'once' }, '', '2026-11-25T09:00'],
      [{ often: 'day' }, 'FREQ=DAILY', '2026-11-25T09:00'],
      [{ often: 'week' }, 'FREQ=WEEKLY;BYDAY=WE', '2026-11-25T09:00'],
      [{ often: 'week', days: ['5', '1'] }, 'FREQ=WEEKLY;BYDAY=MO,FR', '2026-11-27T09:00'],
      [{ often: 'fortnight', days: ['3'] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', '2026-11-25T09:00'],
      [{ often: 'nth' }, 'FREQ=MONTHLY;BYDAY=4WE', '2026-11-25T09:00'],
      [{ often: 'last', from: '2026-12-01' }, 'FREQ=MONTHLY;BYDAY=-1TU', '2026-12-29T09:00'],
      // The fifth one of a month is the last.
      [{ often: 'nth', from: '2026-12-29' }, 'FREQ=MONTHLY;BYDAY=-1TU', '2026-12-29T09:00'],
      [{ often: 'day', until: '2026-12-31' }, 'FREQ=DAILY;UNTIL=20261231', '2026-11-25T09:00'],
    ] as const) {
      const form = filled(over as Partial<RoutineForm>);
      const fields = saved(form);
      expect([fields.rule, fields.starts]).toEqual([rule, starts]);
      const again = saved(routineFormOf({ id: 'a', ...fields }, TODAY), { id: 'a', ...fields });
      expect(again).toEqual(fields);
    }
  });

  it('keeps a rule it has no words for, the zone and the days left out', () => {
    for (const rule of ['FREQ=YEARLY', 'FREQ=DAILY;INTERVAL=3', 'FREQ=MONTHLY', 'FREQ=MONTHLY;BYDAY=2WE']) {
      const held: RoutineItem = {
        id: 'a',
        ...saved(filled({})),
        rule,
        zone: 'Asia/Tokyo',
        except: ['2026-12-02'],
        at: 1,
      };
      const form = routineFormOf(held, TODAY);
      expect(form.often).toBe('kept');
      expect(saved(form, held)).toEqual({ ...held, id: undefined });
    }
  });

  it('says what is not filled in', () => {
    const trouble = (over: Partial<RoutineForm>) => routineFieldsOf(filled(over), undefined, 'UTC', 5);
    expect(trouble({ words: ' ' })).toEqual({ ok: false, error: 'words' });
    expect(trouble({ time: '' })).toEqual({ ok: false, error: 'time' });
    expect(trouble({ from: '' })).toEqual({ ok: false, error: 'from' });
    expect(trouble({ often: 'day', until: '2026-11-24' })).toEqual({ ok: false, error: 'until' });
  });

  it('begins an idea for an evening as something for once', () => {
    expect(
      routineFormOf(undefined, TODAY, { words: 'Draw', from: '2026-11-27', time: '19:00' }),
    ).toMatchObject({
      words: 'Draw',
      from: '2026-11-27',
      time: '19:00',
      often: 'once',
    });
  });
});

it('a day is left out once, and days of long ago are let go', () => {
  expect(leaveOut(['2026-11-25', '2025-01-01'], '2026-11-25')).toEqual(['2026-11-25']);
  expect(leaveOut(['2026-11-26'], '2026-11-25')).toEqual(['2026-11-25', '2026-11-26']);
});
