import type { ReminderWorld } from '@holdfast/recovery';
import { addDays, instantOf, USUAL_SETTINGS, wallClock, weekdayOf } from '@holdfast/recovery';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarEvents, ruleOf } from './calendar.ts';
import { calendarFile } from './calendar-file.ts';

const ZONE = 'Europe/Dublin';
const TODAY = '2026-11-25';
const NOW = instantOf(`${TODAY}T12:00`, ZONE);
const TITLES = { neutral: 'Reminder', visit: 'Appointment' };
const own = {
  id: 'r',
  about: 'own' as const,
  of: '',
  words: 'Methadone, at the clinic; bring "it"\\ ü',
  times: ['08:00'],
  weekdays: [] as number[],
  on: null as string | null,
  paused: false,
  named: false,
  at: 0,
};
const medicine = {
  id: 'm',
  kind: 'methadone' as const,
  name: '',
  label: '',
  times: ['08:00', '20:00'],
  weekdays: [] as number[],
  place: '',
  number: '',
  started: null as string | null,
  stopped: null as string | null,
  supply: null,
  given: null as string | null,
  every: null,
  expires: null,
};
const visit = { id: 'v', with: 'Dr Lee', where: 'Linden clinic', zone: 'Asia/Tokyo', bring: 'x', notes: 'y' };
const world = (over: Partial<ReminderWorld>): ReminderWorld => ({
  reminders: [],
  medicines: [],
  doses: [],
  visits: [],
  calls: [],
  plans: [],
  shown: [],
  checkIns: [],
  answers: [],
  settings: USUAL_SETTINGS,
  ...over,
});
const events = (over: Partial<ReminderWorld>) => calendarEvents(world(over), NOW, ZONE, TITLES);

/** The file as another program reads it. */
const read = (over: Partial<ReminderWorld>) =>
  new ICAL.Component(ICAL.parse(calendarFile(events(over), NOW)))
    .getAllSubcomponents('vevent')
    .map((part) => ({ part, event: new ICAL.Event(part) }));

describe('a calendar file, read by another program', () => {
  it('says "Reminder" and nothing of what it is about, nor of this app', () => {
    const full = {
      reminders: [own, { ...own, id: 'd', about: 'dose' as const, of: 'm' }],
      medicines: [{ ...medicine, name: 'Morning film' }],
      visits: [{ ...visit, starts: '2026-11-30T18:00', remind: 60 as const }],
      calls: [{ id: 'c', name: 'Mara', number: '555 0100', when: NOW + 3_600_000, remind: true }],
    };
    const titles = read(full).map(({ event }) => event.summary);
    expect(new Set(titles)).toEqual(new Set(['Reminder', 'Appointment']));
    const text = calendarFile(events(full), NOW);
    for (const word of ['Holdfast', 'Methadone', 'film', 'Lee', 'Linden', 'Mara', '555', 'DESCRIPTION:x'])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
    for (const { part } of read(full)) {
      expect(part.getFirstPropertyValue('class')).toBe('PRIVATE');
      expect(part.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    }
  });

  it('says the person’s own words where they chose so, letter by letter', () => {
    const [one] = read({ reminders: [{ ...own, named: true }] });
    expect(one!.event.summary).toBe(own.words);
    expect(events({ reminders: [{ ...own, named: true }] })[0]!.own).toBe(true);
    expect(events({ reminders: [{ ...own, named: true, words: '' }] })[0]).toMatchObject({
      title: 'Reminder',
      own: false,
    });
  });

  it('rings at the moment that was meant, wherever it is read', () => {
    const starts = '2026-11-30T18:00';
    const [one] = read({ visits: [{ ...visit, starts, remind: 180 as const }] });
    expect(one!.event.startDate.toJSDate().getTime()).toBe(instantOf(starts, 'Asia/Tokyo'));
    const alarm = one!.part.getFirstSubcomponent('valarm')!;
    expect(alarm.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect((alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds()).toBe(-10_800);
    const [daily] = read({ reminders: [own] });
    expect(daily!.event.startDate.zone).toBe(ICAL.Timezone.localTimezone);
    const at = daily!.part.getFirstSubcomponent('valarm')!.getFirstPropertyValue('trigger');
    expect((at as ICAL.Duration).toSeconds()).toBe(0);
  });

  it('holds what is to come: nothing that rests, is over, or has stopped', () => {
    const uids = (over: Partial<ReminderWorld>) => events(over).map(({ uid }) => uid);
    expect(uids({ reminders: [{ ...own, paused: true }] })).toEqual([]);
    expect(uids({ reminders: [{ ...own, on: '2026-11-24' }] })).toEqual([]);
    expect(uids({ reminders: [{ ...own, on: TODAY, times: ['08:00', '09:00'] }] })).toEqual([
      'r-0800',
      'r-0900',
    ]);
    expect(uids({ visits: [{ ...visit, starts: `${TODAY}T10:00`, remind: 60 }] })).toEqual([]);
    expect(uids({ visits: [{ ...visit, starts: '2026-12-01T10:00', remind: null }] })).toEqual([]);
    expect(uids({ calls: [{ id: 'c', name: 'A', number: '123', when: NOW - 1, remind: true }] })).toEqual([]);
    expect(uids({ calls: [{ id: 'c', name: 'A', number: '123', when: NOW + 1, remind: false }] })).toEqual(
      [],
    );
    const dose = { ...own, about: 'dose' as const, of: 'm', times: [] };
    expect(uids({ reminders: [dose] })).toEqual([]);
    expect(uids({ reminders: [dose], medicines: [medicine] })).toEqual(['r-0800', 'r-2000']);
    expect(uids({ reminders: [dose], medicines: [{ ...medicine, stopped: TODAY }] })).toEqual([]);
  });

  it('follows a medicine: its days, its first day, its next injection', () => {
    const dose = { ...own, about: 'dose' as const, of: 'm', times: ['09:00'] };
    const starts = (over: object) =>
      events({ reminders: [dose], medicines: [{ ...medicine, times: [], ...over }] }).map(
        (one) => one.starts,
      );
    expect(starts({ weekdays: [1] })).toEqual(['2026-11-30T09:00']);
    expect(starts({ started: '2026-12-05' })).toEqual(['2026-12-05T09:00']);
    const weekly = { kind: 'buprenorphine-weekly' as const };
    expect(starts({ ...weekly, given: '2026-11-20' })).toEqual(['2026-11-27T09:00']);
    expect(starts({ ...weekly, given: '2026-11-10' })).toEqual([]);
    expect(starts(weekly)).toEqual([]);
  });

  it('has the same marks each time, and no two alike', () => {
    const full = { reminders: [own, { ...own, id: 's', times: ['08:00', '10:00'] }] };
    const marks = read(full).map(({ event }) => event.uid);
    expect(marks).toEqual(read(full).map(({ event }) => event.uid));
    expect(new Set(marks).size).toBe(3);
  });

  it('comes back on exactly the days that were chosen', () => {
    const week = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 });
    fc.assert(
      fc.property(week, fc.integer({ min: 0, max: 287 }), (weekdays, step) => {
        const time = wallClock(step * 300_000, 'UTC').slice(11);
        const [one] = read({ reminders: [{ ...own, weekdays, times: [time] }] });
        const found = one!.event.iterator();
        const days = weekdays.length ? weekdays : [1, 2, 3, 4, 5, 6, 7];
        const wanted = Array.from({ length: 21 }, (_, n) => addDays(TODAY, n)).filter((day) =>
          days.includes(weekdayOf(day)),
        );
        for (const day of wanted) expect(found.next().toString()).toBe(`${day}T${time}:00`);
      }),
      { numRuns: 60 },
    );
    expect(ruleOf({ weekdays: null })).toBeUndefined();
  });
});
