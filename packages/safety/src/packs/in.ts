import type { CountryPack } from '../country-pack.ts';
import { ALWAYS, FREE, TRANSCRIBED, UNCONFIRMED, proper } from './shared.ts';

const tz = 'Asia/Kolkata';

/*
 * The narcotics bureau also runs a number with a helpful-sounding name. It takes trafficking tips and
 * opens cases, so it must never be listed: see the refused numbers in `refused-numbers.ts`.
 * The child line 1098 and the women's line 181 are left out: when last seen they were being joined to 112.
 */
export const india: CountryPack = {
  country: 'IN',
  updatedOn: '2026-11-21',
  name: { en: 'India', es: 'India' },
  timeZones: ['Asia/Kolkata', 'Asia/Calcutta'],
  languages: ['hi', 'en'],
  lines: [
    {
      id: 'in-emergency',
      name: { en: 'Emergency', es: 'Emergencias' },
      kind: 'emergency',
      channels: [{ type: 'call', value: '112', display: '112' }],
      hours: ALWAYS,
      tz,
      languages: ['hi', 'en'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://112.gov.in/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'in-tele-manas',
      name: proper('Tele-MANAS'),
      kind: 'suicide',
      channels: [
        { type: 'call', value: '14416', display: '14416' },
        { type: 'call', value: '18008914416', display: '1-800-891-4416' },
      ],
      hours: ALWAYS,
      tz,
      languages: ['hi', 'en'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://telemanas.mohfw.gov.in/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'in-deaddiction',
      name: {
        en: 'Government helpline for people who use drugs',
        es: 'Línea pública para personas que usan drogas',
      },
      kind: 'drug',
      channels: [{ type: 'call', value: '14446', display: '14446' }],
      hours: UNCONFIRMED,
      tz,
      languages: ['hi', 'en'],
      cost: FREE,
      mayDispatchEmergency: false,
      runBy: 'state',
      sourceUrl: 'https://nmba.dosje.gov.in/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
  ],
};
