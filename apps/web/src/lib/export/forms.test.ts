import { expect, test } from 'vitest';
import { choicesOf, fileName, FORMS } from './forms.ts';
import { sinceOf, SPANS } from './spans.ts';

const at = { at: 1, day: '2026-11-01' };
const checkIn = { id: 'c', urge: 1, mood: null, sleep: null, contact: null, words: '', ...at } as const;

test('only parts with something in them can be chosen', () => {
  for (const form of FORMS) expect(choicesOf(form, {})).toEqual([]);
  const records = {
    'check-in': [checkIn],
    reason: [{ id: 'r', kind: 'reason', words: 'a', at: 1, media: [] as never[] }],
  } as const;
  expect(choicesOf('summary', records)).toEqual(['reasons']);
  expect(choicesOf('health', records)).toEqual(['check-ins']);
  expect(choicesOf('copy', records)).toEqual(['check-ins', 'plan']);
  const aim = { reason: [{ id: 'r', kind: 'vision', words: 'a', at: 1, media: [] as never[] }] } as const;
  expect(choicesOf('summary', aim)).toEqual(['reasons']);
  expect(choicesOf('health', aim)).toEqual(['goals']);
  const seen = { reason: [{ id: 'r', kind: 'reason', words: '', at: 1, media: [] as never[] }] } as const;
  expect(choicesOf('summary', seen)).toEqual([]);
  const nine = { 'item-nine': [{ id: 'n', value: 1, said: null, askAgain: false, at: 1 }] } as const;
  expect(choicesOf('copy', nine)).toEqual(['item-nine']);
  expect(choicesOf('summary', nine)).toEqual([]);
  expect(choicesOf('health', nine)).toEqual([]);
});

test('names of files say nothing of what is in them', () => {
  for (const form of FORMS)
    expect(fileName(form, '2026-11-25')).toMatch(/^(summary|health|copy)-2026-11-25\.(pdf|json)$/);
});

test('a span begins so many days back, today among them', () => {
  expect(SPANS.map((span) => sinceOf(span, '2026-03-01'))).toEqual([
    '2026-01-31',
    '2025-12-02',
    '2025-03-02',
    '',
  ]);
});
