import { expect, test } from 'vitest';
import { readHeard, stateOf, withHeard } from './heard.ts';

const closed = { state: 'closed', day: '2026-11-25' } as const;
const always = { tz: 'Europe/Dublin', hours: { when: 'always', text: { en: 'x', es: 'x' } } } as const;
const now = new Date('2026-11-25T12:00:00Z');

test('[PACK-15] what the person found stands before the hours, until it is taken back', () => {
  expect(stateOf(always, now)).toBe('open');
  const found = withHeard({}, 'ie-x', closed);
  expect(stateOf(always, now, found['ie-x'])).toBe('closed');
  expect(stateOf(always, now, withHeard(found, 'ie-x')['ie-x'])).toBe('open');
  expect(stateOf(always, undefined)).toBe('unknown');
});

test('[PACK-15] a finding of one line leaves the others alone', () => {
  const both = withHeard(withHeard({}, 'a', closed), 'b', { ...closed, state: 'open' });
  expect(withHeard(both, 'a')).toEqual({ b: { state: 'open', day: '2026-11-25' } });
});

test('broken storage reads as nothing found', () => {
  const entry = (value: unknown) => readHeard(JSON.stringify({ a: value, b: closed }));
  for (const stored of [null, '', '{', '7', 'null', '[]']) expect(readHeard(stored)).toEqual({});
  for (const value of [
    null,
    1,
    {},
    { state: 'shut', day: '2026-11-25' },
    { state: 'open', day: '2026-02-30' },
  ])
    expect(entry(value)).toEqual({ b: closed });
});
