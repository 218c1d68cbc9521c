import { dischargeItems } from '@holdfast/recovery';
import { expect, it } from 'vitest';
import medicine from '#locales/en/medicine.ts';
import path from '#locales/en/path.ts';
import { sayItem } from './say-discharge.ts';

it('each part is said in full before it is added', () => {
  const items = dischargeItems(
    {
      c: 'Canal House',
      n: '555 0100',
      m: 'buprenorphine',
      d: ['08:00'],
      l: '2026-11-25',
      z: 'Europe/Dublin',
      a: [['Dr Byrne', 'Room 4', '2026-11-27T10:30']],
      t: 1,
      x: 1,
    },
    5,
    '2026-11-25',
  );
  const said = items.map((item) => sayItem(item, path.bring, medicine, 'en'));
  expect(said).toEqual([
    {
      title: 'Medicine',
      note: 'Buprenorphine under the tongue · Taken at 08:00 · Canal House · 555 0100',
    },
    { title: 'Your clinic', note: 'Canal House · 555 0100' },
    { title: 'A visit', note: 'Dr Byrne · 27 November 2026, 10:30 · Room 4' },
    { title: 'Naloxone kit', note: path.bring.naloxoneNote },
    { title: 'The day you left', note: path.bring.leftNote('25 November 2026') },
    { title: path.bring.kinds.card, note: path.bring.cardNote },
  ]);
  const [bare] = dischargeItems({ c: 'Clinic', z: 'UTC', m: 'methadone' }, 5, '2026-11-25');
  expect(sayItem(bare!, path.bring, medicine, 'en').note).toBe('Methadone · Clinic');
});
