import { describe, expect, it } from 'vitest';
import type { Appointment } from '../care/appointment.ts';
import { marks, medicine, NOON, TODAY, ZONE } from '../medicine/test-medicine.ts';
import { nextThings } from './next-things.ts';

const visit = (starts: string, zone = ZONE): Appointment => ({
  id: starts,
  with: 'Dr Lee',
  where: '',
  starts,
  zone,
  bring: '',
  notes: '',
  remind: null,
});
const shown = (visits: readonly Appointment[], times: string[] = ['08:00', '20:00'], doses = marks({})) =>
  nextThings({ medicines: [medicine({ times })], doses, visits }, NOON, ZONE).map(
    ({ what, day, time }) => `${what} ${day === TODAY ? 'today' : day} ${time ?? '-'}`,
  );

describe('what comes next', () => {
  it('is the unmarked doses of today and the next appointment, in order of time', () => {
    expect(shown([visit(`${TODAY}T18:00`), visit('2026-11-28T09:00')])).toEqual([
      'dose today 08:00',
      'visit today 18:00',
      'dose today 20:00',
    ]);
    expect(shown([visit('2026-11-28T09:00')], [])).toEqual(['dose today -', 'visit 2026-11-28 09:00']);
  });

  it('leaves out what was marked, what lies more than a week ahead, and other days of a medicine', () => {
    expect(shown([visit('2026-12-03T09:00')], [], marks({ 0: 'taken' }))).toEqual([]);
    expect(shown([visit('2026-12-02T09:00')], [], marks({ 0: 'not' }))).toEqual(['visit 2026-12-02 09:00']);
    const monday = medicine({ weekdays: [1] });
    expect(nextThings({ medicines: [monday], doses: [], visits: [] }, NOON, ZONE)).toEqual([]);
  });

  it('shows an appointment made elsewhere by the clock on this wall', () => {
    expect(shown([visit('2026-11-26T08:00', 'Asia/Tokyo')], [], marks({ 0: 'taken' }))).toEqual([
      'visit today 23:00',
    ]);
  });
});
