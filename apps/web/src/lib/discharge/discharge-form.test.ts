import { readDischarge } from '@holdfast/recovery';
import { expect, it } from 'vitest';
import type { DischargeForm } from './discharge-form.ts';
import { dischargeLink, emptyDischarge, emptyVisit, ticketOf, timesOf } from './discharge-form.ts';

const filled = (over: Partial<DischargeForm>): DischargeForm => ({
  ...emptyDischarge('2026-11-25'),
  clinic: 'Canal House',
  ...over,
});
const trouble = (over: Partial<DischargeForm>) => {
  const result = ticketOf(filled(over), 'Europe/Dublin');
  return result.ok ? undefined : result.error;
};

it('what is left empty is not in the link', () => {
  const result = ticketOf(filled({ left: '' }), 'Europe/Dublin');
  expect(result.ok && result.value.discharge).toEqual({ c: 'Canal House', z: 'Europe/Dublin' });
});

it('everything that is filled in can be read again', () => {
  const result = ticketOf(
    filled({
      number: '555 0100',
      medicine: 'methadone',
      times: '8:00; 20:00',
      visits: [{ with: 'Dr Byrne', where: 'Room 4', when: '2026-11-27T10:30' }, emptyVisit()],
      card: true,
      naloxone: true,
    }),
    'Europe/Dublin',
  );
  expect(result.ok && readDischarge(result.value.ticket)).toEqual({
    ok: true,
    value: {
      c: 'Canal House',
      z: 'Europe/Dublin',
      n: '555 0100',
      m: 'methadone',
      d: ['08:00', '20:00'],
      l: '2026-11-25',
      a: [['Dr Byrne', 'Room 4', '2026-11-27T10:30']],
      t: 1,
      x: 1,
    },
  });
});

it('the field that does not fit is named', () => {
  expect(trouble({ clinic: ' ' })).toBe('clinic');
  expect(trouble({ number: 'ask at the desk' })).toBe('number');
  expect(trouble({ times: 'morning' })).toBe('times');
  expect(trouble({ times: '1:00 2:00 3:00 4:00 5:00' })).toBe('times');
  expect(trouble({ visits: [{ with: 'Dr Byrne', where: '', when: '' }] })).toBe('visits');
  expect(trouble({ visits: [{ with: '', where: 'Room 4', when: '2026-11-27T10:30' }] })).toBe('visits');
  const long = { with: 'ñ'.repeat(40), where: 'ñ'.repeat(60), when: '2026-11-27T10:30' };
  expect(trouble({ visits: [long, long, long] })).toBe('long');
  // A zone that no browser knows is nobody's to mend here; the form stays where it is.
  const zoneless = ticketOf(filled({}), 'Nowhere/At all');
  expect(zoneless.ok ? undefined : zoneless.error).toBe('clinic');
});

it('times are read as people write them', () => {
  expect(timesOf(' 8:00, 20:00;12:15\n7:05 ')).toEqual(['08:00', '20:00', '12:15', '07:05']);
  expect(timesOf('')).toEqual([]);
});

it('the link opens the path', () => {
  expect(dischargeLink('https://h.example', 'd1.abc')).toBe('https://h.example/plan/path#d1.abc');
});
