import { fallsOn } from '@holdfast/recovery/rule-days';
import type { Appointment, RoutineItem } from '@holdfast/recovery';
import { expect, it } from 'vitest';
import { dayList } from './day-list.ts';

it('routine and visits of a day stand in order of time, on the clock here', () => {
  const item: RoutineItem = {
    id: 'walk',
    words: 'Walk',
    company: '',
    starts: '2026-11-23T09:00',
    zone: 'Europe/Dublin',
    rule: 'FREQ=DAILY',
    except: [],
    at: 1,
  };
  const visit = (id: string, starts: string): Appointment => ({
    id,
    with: id,
    where: '',
    starts,
    zone: 'Europe/Dublin',
    bring: '',
    notes: '',
    remind: null,
  });
  const visits = [
    visit('late', '2026-11-25T18:00'),
    visit('same', '2026-11-25T09:00'),
    visit('not', '2026-11-26T08:00'),
  ];
  const say = (zone: string) =>
    dayList('2026-11-25', [item], visits, zone, fallsOn).map((one) =>
      one.what === 'visit' ? `${one.time} ${one.visit.id}` : `${one.time} ${one.occurrence.item.words}`,
    );
  expect(say('Europe/Dublin')).toEqual(['09:00 Walk', '09:00 same', '18:00 late']);
  expect(say('America/New_York')).toEqual(['04:00 Walk', '04:00 same', '13:00 late']);
});
