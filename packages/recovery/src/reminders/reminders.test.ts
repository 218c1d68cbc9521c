import { describe, expect, it } from 'vitest';
import type { Appointment } from '../care/appointment.ts';
import type { CheckIn } from '../check-in/history.ts';
import type { PromisedCall } from '../circle/promised-call.ts';
import { PROMISED_CALL } from '../circle/promised-call.ts';
import { medicine } from '../medicine/test-medicine.ts';
import { instantOf, wallClock } from '../medicine/wall-clock.ts';
import type { IfThen } from '../plan/if-then.ts';
import type { Occurrence } from './occurrences.ts';
import type { Reminder } from './reminder.ts';
import { settingsOf, USUAL_SETTINGS } from './settings.ts';
import type { ReminderWorld } from './schedule.ts';
import { answerTo, dueNow, reminders, ringTimes, snoozedUntil, snoozesAt } from './schedule.ts';

const ZONE = 'Europe/Dublin';
const DAY = '2026-11-25';
const at = (local: string, zone = ZONE) => instantOf(local.includes('T') ? local : `${DAY}T${local}`, zone);
const AWAKE = { ...USUAL_SETTINGS, quietFrom: '00:00', quietTo: '00:00' };

const reminder = (over: Partial<Reminder> = {}): Reminder => ({
  id: 'r',
  about: 'own',
  of: '',
  words: 'Water the plants',
  times: ['08:00'],
  weekdays: [],
  on: null,
  paused: false,
  named: false,
  at: 0,
  ...over,
});
const world = (over: Partial<ReminderWorld> = {}): ReminderWorld => ({
  reminders: [],
  medicines: [],
  doses: [],
  visits: [],
  calls: [],
  plans: [],
  shown: [],
  checkIns: [],
  answers: [],
  settings: AWAKE,
  ...over,
});
const plan = (over: Partial<IfThen> = {}): IfThen => ({
  id: 'p',
  cue: 'I come home alone',
  action: 'I ring Mara',
  obstacle: '',
  part: 'evening',
  days: 'all',
  feeling: null,
  again: false,
  at: at('2026-11-01T12:00'),
  ...over,
});
const visit = (over: Partial<Appointment> = {}): Appointment => ({
  id: 'v',
  with: 'Dr Lee',
  where: '',
  starts: `${DAY}T12:00`,
  zone: ZONE,
  bring: '',
  notes: '',
  remind: 60,
  ...over,
});
const call = (over: Partial<PromisedCall> = {}): PromisedCall => ({
  id: 'c',
  name: 'Mara',
  number: '555 0100',
  when: at('17:00'),
  remind: true,
  ...over,
});
const checkIn = (local: string): CheckIn => ({
  id: local,
  urge: 1,
  mood: null,
  sleep: null,
  contact: null,
  words: '',
  at: at(local),
  day: DAY,
});
const local = (list: readonly Occurrence[]): string[] =>
  list.map((one) => wallClock(one.at, ZONE).slice(5).replace('T', ' '));
const onDay = (over: Partial<ReminderWorld>, from = '00:00', to = '23:59'): string[] =>
  local(reminders(world(over), at(from), at(to), ZONE)).map((one) => one.slice(6));
const due = (over: Partial<ReminderWorld>, now: string): string[] =>
  dueNow(world(over), at(now), ZONE).map(({ key, at: when }) => `${key} ${wallClock(when, ZONE).slice(11)}`);

describe('what was set', () => {
  it('comes at its times, on its days, each once, until it rests', () => {
    expect(onDay({ reminders: [reminder({ times: ['20:00', '08:00', '08:00'] })] })).toEqual([
      '08:00',
      '20:00',
    ]);
    expect(onDay({ reminders: [reminder({ weekdays: [3] })] })).toEqual(['08:00']);
    expect(onDay({ reminders: [reminder({ weekdays: [1, 2] })] })).toEqual([]);
    expect(onDay({ reminders: [reminder({ paused: true })] })).toEqual([]);
  });

  it('comes once when it is for one day, and not before it was set', () => {
    const [from, to] = [at('2026-11-20T00:00'), at('2026-12-10T00:00')];
    const once = world({ reminders: [reminder({ on: '2026-11-27', weekdays: [1] })] });
    expect(local(reminders(once, from, to, ZONE))).toEqual(['11-27 08:00']);
    expect(onDay({ reminders: [reminder({ at: at('09:00') })] })).toEqual([]);
  });

  it('never comes later than asked, and stands on full five minutes', () => {
    expect(onDay({ reminders: [reminder({ times: ['08:04', '09:10'] })] })).toEqual(['08:00', '09:10']);
  });

  it('follows a medicine by its times and days, and stops for a dose that was marked', () => {
    const film = medicine({ times: ['08:00', '20:00'] });
    const dose = {
      id: 'd',
      medicine: film.id,
      day: DAY,
      time: '08:00',
      mark: 'taken',
      at: at('07:50'),
    } as const;
    const about = reminder({ about: 'dose', of: film.id, times: [] });
    expect(onDay({ reminders: [about], medicines: [film] })).toEqual(['08:00', '20:00']);
    expect(onDay({ reminders: [about], medicines: [film], doses: [dose] })).toEqual(['20:00']);
    // Its time was changed after it was taken: it does not ring again.
    const changed = { ...film, times: ['09:00', '20:00'] };
    expect(onDay({ reminders: [about], medicines: [changed], doses: [dose] })).toEqual(['20:00']);
    expect(onDay({ reminders: [{ ...about, weekdays: [1] }], medicines: [film] })).toEqual([]);
    expect(onDay({ reminders: [about], medicines: [] })).toEqual([]);
    const loose = medicine({ times: [] });
    expect(onDay({ reminders: [{ ...about, times: ['09:00'] }], medicines: [loose] })).toEqual(['09:00']);
    expect(onDay({ reminders: [about], medicines: [{ ...film, stopped: DAY }] })).toEqual([]);
  });

  it('tells of an injection on the day it is due, and of none that was stopped', () => {
    const shot = { ...medicine({ times: [] }), kind: 'buprenorphine-weekly' as const, given: '2026-11-18' };
    const about = reminder({ about: 'dose', of: shot.id, times: ['09:00'] });
    expect(onDay({ reminders: [about], medicines: [shot] })).toEqual(['09:00']);
    expect(onDay({ reminders: [about], medicines: [{ ...shot, stopped: DAY }] })).toEqual([]);
    expect(onDay({ reminders: [about], medicines: [{ ...shot, stopped: '2026-12-01' }] })).toEqual(['09:00']);
    expect(onDay({ reminders: [about], medicines: [{ ...shot, given: '2026-11-19' }] })).toEqual([]);
  });

  it('takes a check-in as the one that was meant, and asks again at the next time', () => {
    const about = reminder({ about: 'check-in', times: ['09:00', '21:00'] });
    expect(onDay({ reminders: [about] })).toEqual(['09:00', '21:00']);
    expect(onDay({ reminders: [about], checkIns: [checkIn('08:55')] })).toEqual(['21:00']);
    expect(onDay({ reminders: [about], checkIns: [checkIn('08:00'), checkIn('20:00')] })).toEqual([]);
  });

  it('brings up a plan that was not read on that day', () => {
    const about = reminder({ about: 'plan', of: 'p', times: ['18:00'] });
    expect(onDay({ reminders: [about], plans: [plan()] })).toEqual(['18:00']);
    expect(onDay({ reminders: [about], plans: [plan()], shown: [{ id: 'p', day: DAY }] })).toEqual([]);
    expect(onDay({ reminders: [about], shown: [{ id: 'other', day: DAY }] })).toEqual(['18:00']);
  });

  it('tells of visits and calls whose own wish it is, and of what other parts bring', () => {
    expect(onDay({ visits: [visit(), visit({ id: 'w', remind: null })] })).toEqual(['11:00']);
    expect(onDay({ visits: [visit({ starts: `${DAY}T20:00`, zone: 'Asia/Tokyo' })] })).toEqual(['10:00']);
    expect(onDay({ calls: [call(), call({ id: 'd', remind: false })] })).toEqual(['17:00']);
    const others = () => [{ key: 'x', at: at('15:00'), of: { what: 'own', words: 'Run' } }] as const;
    expect(onDay({ others })).toEqual(['15:00']);
  });
});

describe('quiet hours', () => {
  const night = { ...AWAKE, quietFrom: '22:00', quietTo: '07:00' };
  const noon = { ...AWAKE, quietFrom: '12:00', quietTo: '14:00' };

  it('let what falls into them come at their end', () => {
    const list = [reminder({ times: ['06:00', '07:00', '13:00', '21:55'] })];
    expect(onDay({ reminders: list, settings: night })).toEqual(['07:00', '07:00', '13:00', '21:55']);
    expect(onDay({ reminders: list, settings: noon })).toEqual(['06:00', '07:00', '14:00', '21:55']);
    const late = world({ reminders: [reminder({ times: ['23:30'] })], settings: night });
    expect(local(reminders(late, at('00:00'), at('12:00'), ZONE))).toEqual(['11-25 07:00']);
    expect(
      onDay({ reminders: [reminder({ times: ['03:00'] })], settings: { ...night, quietTo: '06:58' } }),
    ).toEqual(['07:00']);
  });

  it('let what would be over by then come as they begin', () => {
    const early = visit({ starts: `${DAY}T06:30` });
    expect(
      local(
        reminders(world({ visits: [early], settings: night }), at('2026-11-24T12:00'), at('12:00'), ZONE),
      ),
    ).toEqual(['11-24 22:00']);
    expect(onDay({ calls: [call({ when: at('23:00') })], settings: night })).toEqual(['22:00']);
    expect(onDay({ visits: [visit({ starts: `${DAY}T13:30` })], settings: noon })).toEqual(['12:00']);
  });

  it('are as usual until the person says otherwise', () => {
    expect(settingsOf([])).toBe(USUAL_SETTINGS);
    const own = { id: 'mine', ...noon };
    expect(settingsOf([{ ...USUAL_SETTINGS, id: 'other' }, own])).toBe(own);
  });
});

describe('what the app brings up by itself', () => {
  it('comes once a day, in turns, and not on the day it was written', () => {
    const two = world({ plans: [plan(), plan({ id: 'q', part: 'morning' })] });
    const week = reminders(two, at('2026-11-24T00:00'), at('2026-11-27T23:00'), ZONE);
    expect(local(week)).toEqual(['11-24 09:00', '11-25 19:00', '11-26 09:00', '11-27 19:00']);
    const ties = world({ plans: [plan({ id: 'q', part: 'morning' }), plan()] });
    expect(reminders(ties, at('00:00'), at('23:00'), ZONE)).toEqual(
      reminders(two, at('00:00'), at('23:00'), ZONE),
    );
    expect(onDay({ plans: [plan({ at: at('08:00') })] })).toEqual([]);
    expect(onDay({ plans: [plan({ part: null })] })).toEqual([]);
    expect(due({ plans: [plan()] }, '20:00')).toEqual([]);
    expect(onDay({ plans: [plan({ days: 'weekend' })] })).toEqual([]);
  });

  it('does not come when it was turned off, read, set by hand, or when the hour is quiet', () => {
    expect(onDay({ plans: [plan()], settings: { ...AWAKE, nudge: false } })).toEqual([]);
    expect(onDay({ plans: [plan()], shown: [{ id: 'p', day: DAY }] })).toEqual([]);
    expect(
      onDay({ plans: [plan()], reminders: [reminder({ about: 'plan', of: 'p', times: ['10:00'] })] }),
    ).toEqual(['10:00']);
    expect(onDay({ plans: [plan()], settings: { ...AWAKE, quietFrom: '18:00', quietTo: '20:00' } })).toEqual(
      [],
    );
  });
});

describe('what was due', () => {
  const two = [reminder({ times: ['08:00', '10:00'] }), reminder({ id: 's', times: ['09:00'] })];

  it('stands on Today once each, the latest first, for a day, until it is answered', () => {
    expect(due({ reminders: two }, '11:00')).toEqual(['r 10:00', 's 09:00']);
    expect(due({ reminders: [reminder({ on: DAY })] }, '2026-11-26T07:59')).toEqual(['r 08:00']);
    expect(due({ reminders: [reminder({ on: DAY })] }, '2026-11-26T08:01')).toEqual([]);
    const [first] = dueNow(world({ reminders: two }), at('11:00'), ZONE);
    const answer = { id: 'r', ...answerTo(first!, at('11:00'), null) };
    expect(due({ reminders: two, answers: [answer] }, '11:00')).toEqual(['s 09:00']);
    expect(due({ reminders: two, answers: [answer] }, '2026-11-26T08:30')).toEqual(['r 08:00', 's 09:00']);
    const same = [reminder({ id: 'b' }), reminder({ id: 'a' })];
    expect(due({ reminders: same }, '09:00')).toEqual(['a 08:00', 'b 08:00']);
    const late = [reminder({ id: 'b', times: ['08:00', '10:00'] }), reminder({ id: 'a', times: ['10:00'] })];
    expect(due({ reminders: late }, '11:00')).toEqual(['a 10:00', 'b 10:00']);
  });

  it('does not bring up what is over: a dose beside the next one, a visit that began', () => {
    const film = medicine({ times: ['08:00', '20:00'] });
    const about = reminder({ about: 'dose', of: film.id, times: [] });
    const at2 = (now: string) => due({ reminders: [about], medicines: [film] }, now);
    expect(at2('19:59')).toEqual(['r 08:00']);
    expect(at2('20:00')).toEqual(['r 20:00']);
    expect(at2('2026-11-26T00:01')).toEqual([]);
    expect(due({ visits: [visit()] }, '11:30')).toEqual(['visit v 11:00']);
    expect(due({ visits: [visit()] }, '12:00')).toEqual([]);
    expect(due({ calls: [call()] }, '17:30')).toEqual(['call c 17:00']);
    expect(due({ calls: [call()] }, '18:00')).toEqual([]);
  });

  it('comes again when it was put off, also after that, and not when it was done meanwhile', () => {
    const about = reminder({ about: 'check-in', times: ['08:00'] });
    const [one] = dueNow(world({ reminders: [about] }), at('08:02'), ZONE);
    const again = snoozedUntil('ten-minutes', at('08:02'), ZONE);
    const answers = [{ id: 'r', ...answerTo(one!, at('08:02'), again) }];
    const off = { reminders: [about], answers };
    expect(due(off, '08:10')).toEqual([]);
    expect(due(off, '08:16')).toEqual(['r 08:15']);
    expect(ringTimes(world(off), at('08:02'), ZONE)[0]).toBe(at('08:15'));
    const [later] = dueNow(world(off), at('08:16'), ZONE);
    const twice = [{ id: 'r', ...answerTo(later!, at('08:16'), snoozedUntil('hour', at('08:16'), ZONE)) }];
    expect(due({ ...off, answers: twice }, '09:25')).toEqual(['r 09:20']);
    expect(due({ ...off, answers: twice, checkIns: [checkIn('08:30')] }, '09:25')).toEqual([]);
    expect(due({ reminders: [], answers }, '08:16')).toEqual([]);
  });

  it('is put off to this evening while it is not evening', () => {
    const [one] = dueNow(world({ reminders: [reminder()] }), at('08:02'), ZONE);
    expect(snoozesAt(one!, at('17:59'), ZONE)).toEqual(['ten-minutes', 'hour', 'evening']);
    expect(snoozesAt(one!, at('18:00'), ZONE)).toEqual(['ten-minutes', 'hour']);
    expect(snoozedUntil('evening', at('10:00'), ZONE)).toBe(at('19:00'));
  });

  it('is put off only to a time at which there is still something to say', () => {
    const morning = { visits: [visit({ starts: `${DAY}T10:00` })] };
    const [one] = dueNow(world(morning), at('09:05'), ZONE);
    expect(snoozesAt(one!, at('09:05'), ZONE)).toEqual(['ten-minutes']);
    const answers = [{ id: one!.key, ...answerTo(one!, at('09:05'), at('09:15')) }];
    expect(due({ ...morning, answers }, '09:16')).toEqual(['visit v 09:15']);
    // It would ring as the visit begins.
    expect(snoozesAt(one!, at('09:46'), ZONE)).toEqual([]);
    const [ring] = dueNow(world({ calls: [call()] }), at('17:05'), ZONE);
    expect(snoozesAt(ring!, at('17:05'), ZONE)).toEqual(['ten-minutes']);
  });

  describe('a dose', () => {
    const about = reminder({ about: 'dose', of: 'm', times: [] });
    const scene = (...times: string[]) => {
      const film = medicine({ times });
      return { reminders: [{ ...about, of: film.id }], medicines: [film] };
    };
    const off = (taken: ReturnType<typeof scene>, now: string, snooze: 'hour' | 'ten-minutes') => {
      const [one] = dueNow(world(taken), at(now), ZONE);
      expect(snoozesAt(one!, at(now), ZONE)).toContain(snooze);
      const again = snoozedUntil(snooze, at(now), ZONE);
      return { ...taken, answers: [{ id: 'r', ...answerTo(one!, at(now), again) }] };
    };

    it('that was put off past the end of its day is brought up after it, for an hour', () => {
      const late = off(scene('21:30'), '23:10', 'hour');
      expect(ringTimes(world(late), at('23:10'), ZONE)[0]).toBe(at('2026-11-26T00:10'));
      expect(due(late, '2026-11-26T00:12')).toEqual(['r 00:10']);
      const [one] = dueNow(world(late), at('2026-11-26T00:12'), ZONE);
      expect(one!.of).toMatchObject({ day: DAY, time: '21:30' });
      // It does not wander on into the next day.
      expect(snoozesAt(one!, at('2026-11-26T00:12'), ZONE)).toEqual(['ten-minutes']);
      expect(due(late, '2026-11-26T01:10')).toEqual([]);
      expect(due(off(scene('21:30'), '22:10', 'ten-minutes'), '23:59')).toEqual(['r 22:20']);
    });

    it('is not put off into the time of the next one, and never hides it', () => {
      const twice = scene('08:00', '20:00');
      const [one] = dueNow(world(twice), at('19:20'), ZONE);
      expect(snoozesAt(one!, at('19:20'), ZONE)).toEqual(['ten-minutes']);
      const night = off(scene('00:05'), '23:10', 'hour');
      const [next] = dueNow(world(night), at('2026-11-26T00:12'), ZONE);
      expect(next!.of).toMatchObject({ day: '2026-11-26', time: '00:05' });
    });
  });
});

it('a promised call is gone a day and a half after its time, made or not', () => {
  expect(PROMISED_CALL.expires(call())).toBe(at('17:00') + 36 * 3_600_000);
});
