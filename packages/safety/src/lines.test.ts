import { describe, expect, test } from 'vitest';
import type { Hours, Line } from './country-pack.ts';
import { packForCountry, packForTimeZone } from './find-pack.ts';
import { emergencyNumber, freshness, openState } from './lines.ts';
import { packs } from './packs/index.ts';
import { ba } from './packs/ba.ts';
import { ie } from './packs/ie.ts';

const text = { en: 'x', es: 'x' };
const weekly = (tz: string, ...when: Exclude<Hours['when'], string>): Pick<Line, 'hours' | 'tz'> => ({
  tz,
  hours: { when, text },
});
const at = (iso: string): Date => new Date(iso);
const weekdays = { days: [1, 2, 3, 4, 5], from: '09:30', to: '17:30' };

describe('[PACK-7] open now', () => {
  const dublin = weekly('Europe/Dublin', weekdays);

  test('is decided in the zone of the line, from its first minute to before its last', () => {
    expect(openState(dublin, at('2026-11-20T09:29:59Z'))).toBe('closed');
    expect(openState(dublin, at('2026-11-20T09:30:00Z'))).toBe('open');
    expect(openState(dublin, at('2026-11-20T17:29:59Z'))).toBe('open');
    expect(openState(dublin, at('2026-11-20T17:30:00Z'))).toBe('closed');
    expect(openState(dublin, at('2026-11-21T12:00:00Z'))).toBe('closed');
  });

  test('moves by an hour of UTC when Irish summer time starts on 29 March 2026', () => {
    expect(openState(dublin, at('2026-03-27T08:45:00Z'))).toBe('closed');
    expect(openState(dublin, at('2026-03-30T08:45:00Z'))).toBe('open');
    expect(openState(dublin, at('2026-03-30T16:45:00Z'))).toBe('closed');
  });

  test('holds through both the skipped and the repeated hour', () => {
    const night = weekly('Europe/Amsterdam', { days: [7], from: '01:30', to: '03:30' });
    expect(openState(night, at('2026-03-29T00:59:00Z'))).toBe('open');
    expect(openState(night, at('2026-03-29T01:00:00Z'))).toBe('open');
    expect(openState(night, at('2026-03-29T01:30:00Z'))).toBe('closed');
    expect(openState(night, at('2026-10-25T00:30:00Z'))).toBe('open');
    expect(openState(night, at('2026-10-25T01:30:00Z'))).toBe('open');
    expect(openState(night, at('2026-10-25T02:30:00Z'))).toBe('closed');
  });

  test('runs past midnight into the next day, also from Sunday to Monday', () => {
    const sunday = weekly('Europe/Dublin', { days: [7], from: '20:00', to: '02:00' });
    expect(openState(sunday, at('2026-11-22T19:59:00Z'))).toBe('closed');
    expect(openState(sunday, at('2026-11-22T23:59:00Z'))).toBe('open');
    expect(openState(sunday, at('2026-11-23T01:59:00Z'))).toBe('open');
    expect(openState(sunday, at('2026-11-23T02:00:00Z'))).toBe('closed');
    expect(openState(sunday, at('2026-11-24T01:00:00Z'))).toBe('closed');
  });

  test('a day to 24:00 ends at midnight', () => {
    const monday = weekly('Pacific/Auckland', { days: [1], from: '00:00', to: '24:00' });
    expect(openState(monday, at('2026-11-22T10:59:00Z'))).toBe('closed');
    expect(openState(monday, at('2026-11-22T11:00:00Z'))).toBe('open');
    expect(openState(monday, at('2026-11-23T10:59:00Z'))).toBe('open');
    expect(openState(monday, at('2026-11-23T11:00:00Z'))).toBe('closed');
  });

  test('any of several intervals is enough', () => {
    const split = weekly('Europe/Dublin', weekdays, { days: [6], from: '10:00', to: '12:00' });
    expect(openState(split, at('2026-11-21T11:00:00Z'))).toBe('open');
    expect(openState(split, at('2026-11-21T12:00:00Z'))).toBe('closed');
  });

  test('always is open, and unconfirmed hours are never called open', () => {
    const tz = 'Europe/Sarajevo';
    expect(openState({ tz, hours: { when: 'always', text } }, at('2026-11-21T03:00:00Z'))).toBe('open');
    expect(openState({ tz, hours: { when: 'unconfirmed', text } }, at('2026-11-20T12:00:00Z'))).toBe(
      'unknown',
    );
  });
});

describe('[PACK-8] freshness', () => {
  test('holds through the review date and expires the day after', () => {
    expect(freshness({ reviewBy: '2027-05-20' }, '2027-05-20')).toBe('fresh');
    expect(freshness({ reviewBy: '2027-05-20' }, '2027-05-21')).toBe('expired');
  });

  test('an expired line warns and is still there to call', () => {
    expect(ba.lines.map((line) => freshness(line, '2036-01-01'))).toEqual(ba.lines.map(() => 'expired'));
    expect(emergencyNumber(ba)).toBe('124');
    expect(openState(ba.lines[0]!, at('2036-01-01T00:00:00Z'))).toBe('open');
  });
});

describe('[PACK-9] the country of a time zone', () => {
  test('is found for each zone a pack claims', () => {
    for (const pack of packs) for (const zone of pack.timeZones) expect(packForTimeZone(zone)).toBe(pack);
  });

  test.each([
    '',
    'UTC',
    'Etc/GMT',
    'Europe/Belgrade',
    'Europe/Paris',
    'America/Kralendijk',
    'America/Iqaluit',
    'Atlantis',
  ])('is never guessed for %j', (zone) => {
    expect(packForTimeZone(zone)).toBeUndefined();
  });

  test('can be chosen by country code', () => {
    expect(packForCountry('ie')).toBe(ie);
    expect(packForCountry('XX')).toBeUndefined();
  });
});

describe('[PACK-10] the emergency number', () => {
  test.each([
    ['AU', '000'],
    ['BA', '124'],
    ['CA', '911'],
    ['DE', '112'],
    ['GB', '999'],
    ['IE', '112'],
    ['IN', '112'],
    ['NL', '112'],
    ['NZ', '111'],
    ['US', '911'],
  ])('of %s is %s', (country, number) => {
    expect(packs.filter((pack) => pack.country === country).map(emergencyNumber)).toEqual([number]);
  });

  test('of a pack without one is a bug, not an empty string', () => {
    expect(() => emergencyNumber({ ...ie, lines: ie.lines.slice(1) })).toThrow('no emergency number');
  });
});
