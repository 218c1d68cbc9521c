import type { CountryPack } from '../country-pack.ts';
import { ALWAYS, FREE, FREE_PLAN_RATES, TRANSCRIBED, proper } from './shared.ts';

const tz = 'Europe/Dublin';

/*
 * 112 and 999 reach the same operators. The helpline's hours are those shown on drugs.ie,
 * which its owner runs; it closes on public holidays.
 */
export const ie: CountryPack = {
  country: 'IE',
  name: { en: 'Ireland', es: 'Irlanda' },
  timeZones: ['Europe/Dublin'],
  languages: ['en', 'ga'],
  lines: [
    {
      id: 'ie-emergency',
      name: { en: 'Emergency', es: 'Emergencias' },
      kind: 'emergency',
      channels: [
        { type: 'call', value: '112', display: '112' },
        { type: 'call', value: '999', display: '999' },
      ],
      hours: ALWAYS,
      tz,
      languages: ['en', 'ga'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://www.112.ie/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'ie-samaritans',
      name: proper('Samaritans'),
      kind: 'suicide',
      channels: [{ type: 'call', value: '116123', display: '116 123' }],
      hours: ALWAYS,
      tz,
      languages: ['en'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'charity',
      sourceUrl: 'https://www.samaritans.org/ireland/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'ie-text-about-it',
      name: proper('Text About It'),
      kind: 'suicide',
      channels: [{ type: 'text', value: '50808', display: '50808', body: 'HELLO' }],
      hours: ALWAYS,
      tz,
      languages: ['en'],
      cost: FREE_PLAN_RATES,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://www.textaboutit.ie/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'ie-hse-drugs',
      name: proper('HSE Drugs & Alcohol Helpline'),
      kind: 'drug',
      channels: [
        { type: 'call', value: '1800459459', display: '1800 459 459' },
        { type: 'email', value: 'helpline@hse.ie', display: 'helpline@hse.ie' },
      ],
      hours: {
        when: [{ days: [1, 2, 3, 4, 5], from: '09:30', to: '17:30' }],
        text: { en: 'Monday to Friday, 9:30 to 17:30', es: 'Lunes a viernes, de 9:30 a 17:30' },
      },
      tz,
      languages: ['en'],
      cost: FREE,
      mayDispatchEmergency: false,
      runBy: 'state',
      sourceUrl: 'https://www.drugs.ie/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
  ],
};
