import { expect, test } from 'vitest';
import { openState, packs } from '@holdfast/safety';
import { publicWords as en } from '#locales/en/public.ts';
import { channelHref, channelWords, expired, lineNote, lineTitle, ofKind, staffed } from './lines.ts';

const noon = new Date('2026-11-19T12:00:00Z');

test('every country offers at least one staffed line at any hour, and it can be tapped', () => {
  for (const pack of packs)
    for (const hour of [2, 8, 14, 21]) {
      const [first] = staffed(pack, new Date(Date.UTC(2026, 10, 19, hour)), 3);
      if (pack.country === 'BA') continue; // no adult line is known there; the emergency number stands alone
      expect(first, pack.country).toBeDefined();
      expect(channelHref(first!.channels[0]!)).toMatch(/^(tel|sms):|^https:/);
    }
});

test('a line for the whole country stands before a regional one', () => {
  for (const pack of packs) {
    const lines = staffed(pack, noon, 20);
    const firstRegional = lines.findIndex((line) => line.region);
    if (firstRegional >= 0) expect(lines.slice(firstRegional).every((line) => line.region)).toBe(true);
  }
});

test('a line is only called open when its hours are known', () => {
  const gb = packs.find((pack) => pack.country === 'GB')!;
  const samaritans = gb.lines.find((line) => line.id === 'gb-samaritans')!;
  expect(lineNote(samaritans, noon, 'en', en)).toBe('free · open now');
  expect(lineNote(samaritans, undefined, 'en', en)).not.toContain('open now');
  const family = gb.lines.find((line) => line.hours.when === 'unconfirmed')!;
  expect(lineNote(family, noon, 'en', en)).not.toContain('open now');
});

test('a text line says what to send', () => {
  expect(channelWords({ type: 'text', value: '85258', display: '85258', body: 'SHOUT' }, en)).toBe(
    'text SHOUT to 85258',
  );
  expect(channelHref({ type: 'text', value: '85258', display: '85258', body: 'SHOUT' })).toBe(
    'sms:85258?body=SHOUT',
  );
});

test('a line is titled with its number once', () => {
  const gb = packs.find((pack) => pack.country === 'GB')!;
  const titles = gb.lines.map((line) => lineTitle(line, 'en', en));
  expect(titles).toContain('Samaritans 116 123');
  expect(titles).toContain('Shout: text SHOUT to 85258');
  expect(titles).toContain('NHS 111, option 2');
});

test('a line past its review date is said to be, and still stands', () => {
  const late = new Date('2036-01-01T12:00:00Z');
  for (const pack of packs) {
    expect(expired(pack, late), pack.country).toBe(true);
    expect(staffed(pack, late, 4).length).toBe(staffed(pack, new Date('2026-11-27T12:00:00Z'), 4).length);
  }
});

test('lines of a kind: the whole country first, closed ones last', () => {
  for (const pack of packs)
    for (const hour of [2, 11]) {
      const at = new Date(Date.UTC(2026, 10, 19, hour));
      const lines = ofKind(pack, ['medical', 'drug'], at);
      expect(lines.every(({ kind }) => kind === 'medical' || kind === 'drug')).toBe(true);
      for (const kind of ['medical', 'drug']) {
        const states = lines
          .filter((line) => line.kind === kind && !line.region)
          .map((line) => openState(line, at));
        expect(
          states
            .slice(states.indexOf('closed'))
            .every((state) => state === 'closed' || !states.includes('closed')),
        ).toBe(true);
      }
    }
});
