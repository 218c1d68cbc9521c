import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SILENCE, canSpeak, hush, speak } from './voice.ts';

type Said = { onstart?: () => void; onend?: () => void; onerror?: (event: { error: string }) => void };

let said: Said[];
beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  vi.stubGlobal('speechSynthesis', { cancel: vi.fn(), speak: (one: Said) => said.push(one) });
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      lang = '';
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function read() {
  const [end, silent] = [vi.fn(), vi.fn()];
  speak('Call 112.', 'en', end, silent);
  return { end, silent, one: said.at(-1)! };
}

test('a text that is read to its end is no silence', () => {
  const { end, silent, one } = read();
  one.onstart!();
  vi.advanceTimersByTime(SILENCE * 2);
  expect(end).not.toHaveBeenCalled();
  one.onend!();
  expect([end.mock.calls.length, silent.mock.calls.length]).toEqual([1, 0]);
});

test('a phone that does not begin, or refuses, is said to be silent', () => {
  const waiting = read();
  vi.advanceTimersByTime(SILENCE);
  expect([waiting.end.mock.calls.length, waiting.silent.mock.calls.length]).toEqual([1, 1]);
  const refused = read();
  refused.one.onerror!({ error: 'not-allowed' });
  vi.advanceTimersByTime(SILENCE);
  expect([refused.end.mock.calls.length, refused.silent.mock.calls.length]).toEqual([1, 1]);
});

test('a long text is read part after part, and is over when the last one is', () => {
  const [end, silent] = [vi.fn(), vi.fn()];
  speak(['One.', 'Two.', 'Three.'], 'en', end, silent);
  expect(said).toHaveLength(3);
  for (const part of said) {
    expect(end).not.toHaveBeenCalled();
    part.onstart!();
    part.onend!();
  }
  said[0]!.onerror!({ error: 'canceled' });
  expect([end.mock.calls.length, silent.mock.calls.length]).toEqual([1, 0]);
});

test('being stopped is no silence', () => {
  const { end, silent, one } = read();
  hush();
  one.onerror!({ error: 'canceled' });
  vi.advanceTimersByTime(SILENCE);
  expect([end.mock.calls.length, silent.mock.calls.length]).toEqual([1, 0]);
});

test('a device without a voice says so', () => {
  expect(canSpeak()).toBe(true);
  vi.unstubAllGlobals();
  expect(canSpeak()).toBe(false);
  expect(() => hush()).not.toThrow();
});
