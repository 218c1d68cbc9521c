import { packs } from '@holdfast/safety';
import { expect, test } from 'vitest';
import { checkedOn, crisisLines, smsHref } from './help-lines.ts';

const NIGHT = new Date('2026-11-22T02:00:00Z');

test('every country has somebody to call or write to at two in the morning, and a date', () => {
  for (const pack of packs) {
    const lines = crisisLines(pack, NIGHT);
    if (pack.country !== 'BA' && pack.country !== 'NL')
      expect(
        lines.some(({ channel }) => channel.type === 'call'),
        pack.country,
      ).toBe(true);
    if (lines.length) expect(checkedOn(lines)).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(lines.every(({ channel }) => channel.type === 'call' || channel.type === 'text')).toBe(true);
  }
  expect(checkedOn([])).toBeUndefined();
});

test('where there is a crisis line by text, it is offered beside the call', () => {
  const us = packs.find(({ country }) => country === 'US')!;
  const kinds = crisisLines(us, NIGHT).map(({ line, channel }) => `${line.id} ${channel.type}`);
  expect(kinds).toContain('us-988 call');
  expect(kinds).toContain('us-988 text');
});

test('a message is only written, with the words in it', () => {
  expect(smsHref('+353 86 123', 'Could you come by?')).toBe('sms:+35386123?body=Could%20you%20come%20by%3F');
  expect(smsHref('nobody', 'x')).toBeUndefined();
});
