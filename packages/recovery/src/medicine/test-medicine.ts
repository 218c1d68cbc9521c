import { addDays } from './calendar.ts';
import type { Dose, DoseMark } from './dose.ts';
import type { Medicine } from './medicine.ts';

/** For tests: methadone once a day, without a set time. */
export const medicine = (over: Partial<Medicine> = {}): Medicine => ({
  id: 'm',
  kind: 'methadone',
  name: '',
  label: '',
  times: [],
  weekdays: [],
  place: '',
  number: '',
  started: null,
  stopped: null,
  supply: null,
  given: null,
  every: null,
  expires: null,
  ...over,
});

/** For tests: the day everything happens on, a Wednesday, and noon of it in Dublin. */
export const TODAY = '2026-11-25';
export const NOON = Date.UTC(2026, 10, 25, 12);
export const ZONE = 'Europe/Dublin';

/** For tests: marks by how many days ago, as `{ 0: 'not', 3: 'taken' }`. */
export const marks = (by: Readonly<Record<number, DoseMark>>, over: Partial<Dose> = {}): Dose[] =>
  Object.entries(by).map(([back, mark]) => ({
    id: `d${back}`,
    medicine: 'm',
    day: addDays(TODAY, -Number(back)),
    time: null,
    mark,
    at: NOON,
    ...over,
  }));
