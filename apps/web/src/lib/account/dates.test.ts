import { expect, test } from 'vitest';
import { clockTime, dayInWords, dayMonth, fullDay, monthInWords, shortDay } from './dates.ts';

const noon = new Date(2026, 11, 19, 12, 5).getTime();

test('days read the way people write them, in both languages', () => {
  expect(dayMonth(noon, 'en')).toBe('19 December');
  expect(dayMonth(noon, 'es')).toBe('19 de diciembre');
  expect(dayInWords('2026-11-19', 'en')).toBe('19 November');
  expect(dayInWords('2026-11-19', 'es', 'year')).toBe('19 de noviembre de 2026');
  expect(fullDay('2026-11-19', 'en')).toBe('Thursday 19 November');
  expect(fullDay('2026-11-19', 'es')).toBe('Jueves, 19 de noviembre');
  expect(shortDay('2026-11-21', 'en')).toBe('Sat 21');
  expect(shortDay('2026-11-21', 'en', true)).toBe('21 Nov 26');
  expect(monthInWords('2026-11', 'en')).toBe('November 2026');
  expect(monthInWords('2026-11', 'es')).toBe('Noviembre de 2026');
});

test('times are on the 24-hour clock', () => {
  expect(clockTime(noon, 'en')).toBe('12:05');
});
