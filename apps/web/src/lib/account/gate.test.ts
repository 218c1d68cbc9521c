import { expect, test } from 'vitest';
import type { GateInput } from './gate.ts';
import { gateFor } from './gate.ts';

const at = (
  path: string,
  phase: GateInput['phase'],
  was: string | null = null,
  place: GateInput['place'] = 'here',
) => gateFor({ place, phase, was, path });

test('a newcomer meets the first form at once, before anything is opened', () => {
  expect(at('/start', undefined, null, 'opening')).toBe('page');
  expect(at('/i', undefined, null, 'opening')).toBe('page');
  expect(at('/today', 'empty')).toEqual({ go: '/start' });
});

test('a page that exists is not covered by the first form while it opens', () => {
  expect(at('/start', undefined, 'own', 'opening')).toBe('opening');
  expect(at('/today', undefined, 'own', 'opening')).toBe('opening');
});

test('a browser that was emptied says so, in other words for a supporter', () => {
  expect(at('/today', 'empty', 'own')).toBe('lost');
  expect(at('/shared', 'empty', 'supporter')).toBe('lost-supporter');
  expect(at('/today', 'lost')).toBe('lost');
  expect(at('/shared', 'lost', 'supporter')).toBe('lost-supporter');
});

test('an emptied browser can still recover, take a new invite, or start again', () => {
  for (const path of ['/recover', '/join', '/i', '/start'])
    expect(at(path, 'lost', 'supporter')).toBe('page');
});

test('a locked page asks for the PIN on every address but recovery', () => {
  for (const path of ['/today', '/i', '/start', '/unlock']) expect(at(path, 'locked', 'own')).toBe('unlock');
  for (const path of ['/recover', '/join']) expect(at(path, 'locked', 'own')).toBe('page');
});

test('a phone that waits to be let back in goes on waiting, and can still do all a new one can', () => {
  const waiting = (path: string) => gateFor({ place: 'here', phase: 'empty', was: null, path, backIn: true });
  expect(waiting('/today')).toEqual({ go: '/recover/people' });
  for (const path of ['/recover/people', '/recover', '/start', '/i']) expect(waiting(path)).toBe('page');
  expect(gateFor({ place: 'here', phase: 'open', was: 'own', path: '/today', backIn: true })).toBe('page');
});

test('an open page needs no unlocking', () => {
  expect(at('/unlock', 'open', 'own')).toEqual({ go: '/today' });
  expect(at('/today', 'open', 'own')).toBe('page');
});

test('a phone that was shut out can only recover', () => {
  expect(at('/today', 'shut-out', 'own')).toBe('shut-out');
  for (const path of ['/recover', '/join']) expect(at(path, 'shut-out', 'own')).toBe('page');
});

test('another tab and an ended worker come before everything', () => {
  expect(at('/start', undefined, null, 'elsewhere')).toBe('elsewhere');
  expect(at('/today', 'open', 'own', 'broken')).toBe('broken');
});
