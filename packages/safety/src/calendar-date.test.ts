import { expect, test } from 'vitest';
import { daysBetween, isCalendarDate } from './calendar-date.ts';

test('[PACK-2] differences between dates agree with the platform calendar over 40 years', () => {
  const day = 86_400_000;
  for (let i = 0; i < 14_610; i += 13) {
    const date = new Date(Date.UTC(2000, 0, 1) + i * day).toISOString().slice(0, 10);
    expect(daysBetween('2000-01-01', date)).toBe(i);
    expect(daysBetween(date, '2000-01-01')).toBe(0 - i);
  }
});

test('[PACK-1] a date has to exist', () => {
  expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(isCalendarDate)).toBe(true);
  expect(
    ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-1-1', ''].some(isCalendarDate),
  ).toBe(false);
  expect(() => daysBetween('2026-02-29', '2026-03-01')).toThrow('Not a calendar date');
});
