import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays, daysFrom, weekdayOf } from './calendar.ts';
import { dayIn, instantOf, wallClock } from './wall-clock.ts';

const ZONES = [
  'Europe/Dublin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'UTC',
];

describe('wall clock', () => {
  it('shows the local time on both sides of a change of summer time', () => {
    expect(wallClock(Date.UTC(2026, 2, 29, 0, 59), 'Europe/Dublin')).toBe('2026-03-29T00:59');
    expect(wallClock(Date.UTC(2026, 2, 29, 1, 0), 'Europe/Dublin')).toBe('2026-03-29T02:00');
    expect(dayIn(Date.UTC(2026, 10, 24, 23, 30), 'Asia/Kolkata')).toBe('2026-11-25');
  });

  it('takes the first of an hour that comes twice, and goes on from before an hour that does not come', () => {
    expect(instantOf('2026-10-25T01:30', 'Europe/Dublin')).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(instantOf('2026-03-29T01:30', 'Europe/Dublin')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(wallClock(instantOf('2026-03-29T01:30', 'Europe/Dublin'), 'Europe/Dublin')).toBe(
      '2026-03-29T02:30',
    );
  });

  it('finds the instant again from what the clock shows, in every zone, to the minute', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 }),
        (zone, minute) => {
          const at = minute * 60_000;
          const shown = wallClock(at, zone);
          const found = instantOf(shown, zone);
          expect(wallClock(found, zone)).toBe(shown);
          // An hour that comes twice has two instants; the found one is the first.
          expect(at - found === 0 || (at > found && at - found <= 3_600_000)).toBe(true);
        },
      ),
    );
  });
});

describe('a zone this browser does not know', () => {
  afterEach(() => void vi.restoreAllMocks());
  const at = Date.UTC(2026, 10, 24, 23, 30);
  /** A phone whose own zone is `own`; undefined where it cannot tell. */
  const phoneIn = (own: string | undefined) => {
    const { DateTimeFormat } = Intl;
    vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (locale, options) {
      return new DateTimeFormat(locale, { ...options, timeZone: options?.timeZone ?? own ?? 'Etc/Unknown' });
    } as typeof DateTimeFormat);
  };

  it("is read by the phone's own clock", () => {
    phoneIn('Asia/Kolkata');
    expect(wallClock(at, 'Mars/Olympus')).toBe('2026-11-25T05:00');
    expect(instantOf('2026-11-25T05:00', 'Mars/Olympus')).toBe(at);
    expect(dayIn(at, 'Asia/Tokyo')).toBe('2026-11-25');
  });

  it('is read as UTC where the phone cannot tell its own', () => {
    phoneIn(undefined);
    expect(wallClock(at, 'Etc/Unknown')).toBe('2026-11-24T23:30');
    expect(instantOf('2026-11-24T23:30', 'Etc/Unknown')).toBe(at);
  });
});

describe('calendar', () => {
  it('counts days over leap days and changes of summer time', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysFrom('2026-03-28', '2026-03-30')).toBe(2);
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (n) => {
        expect(daysFrom('2026-11-25', addDays('2026-11-25', n))).toBe(n);
      }),
    );
  });
});
