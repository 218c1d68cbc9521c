import type { CountryPack } from '../country-pack.ts';
import { ALWAYS, FREE, TRANSCRIBED, proper } from './shared.ts';

const tz = 'Europe/Berlin';

/*
 * The older 01805 number of the drug hotline is out of use.
 */
export const de: CountryPack = {
  country: 'DE',
  name: { en: 'Germany', es: 'Alemania' },
  timeZones: ['Europe/Berlin', 'Europe/Busingen'],
  languages: ['de'],
  lines: [
    {
      id: 'de-emergency',
      name: { en: 'Emergency', es: 'Emergencias' },
      kind: 'emergency',
      channels: [{ type: 'call', value: '112', display: '112' }],
      hours: ALWAYS,
      tz,
      languages: ['de'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://www.bbk.bund.de/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'de-telefonseelsorge',
      name: proper('TelefonSeelsorge'),
      kind: 'suicide',
      channels: [
        { type: 'call', value: '08001110111', display: '0800 111 0 111' },
        { type: 'call', value: '08001110222', display: '0800 111 0 222' },
        { type: 'call', value: '116123', display: '116 123' },
      ],
      hours: ALWAYS,
      tz,
      languages: ['de'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'charity',
      sourceUrl: 'https://www.telefonseelsorge.de/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'de-sucht-drogen',
      name: proper('Sucht & Drogen Hotline'),
      kind: 'drug',
      channels: [{ type: 'call', value: '01806313031', display: '01806 313031' }],
      hours: ALWAYS,
      tz,
      languages: ['de'],
      cost: { en: '0.20 € a call', es: '0,20 € por llamada' },
      mayDispatchEmergency: false,
      runBy: 'charity',
      sourceUrl: 'https://www.sucht-und-drogen-hotline.de/',
      ...TRANSCRIBED,
      confidence: 'medium-high',
    },
  ],
};
