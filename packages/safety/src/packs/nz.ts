import type { CountryPack } from '../country-pack.ts';
import { ALWAYS, FREE, TRANSCRIBED, proper } from './shared.ts';

const tz = 'Pacific/Auckland';

/*
 * One number, 111, reaches ambulance, fire and police.
 */
export const nz: CountryPack = {
  country: 'NZ',
  name: { en: 'New Zealand', es: 'Nueva Zelanda' },
  timeZones: ['Pacific/Auckland', 'Pacific/Chatham'],
  languages: ['en', 'mi'],
  lines: [
    {
      id: 'nz-emergency',
      name: { en: 'Emergency', es: 'Emergencias' },
      kind: 'emergency',
      channels: [{ type: 'call', value: '111', display: '111' }],
      hours: ALWAYS,
      tz,
      languages: ['en'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://www.police.govt.nz/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'nz-1737',
      name: proper('1737'),
      kind: 'suicide',
      channels: [
        { type: 'call', value: '1737', display: '1737' },
        { type: 'text', value: '1737', display: '1737' },
      ],
      hours: ALWAYS,
      tz,
      languages: ['en'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'charity',
      sourceUrl: 'https://1737.org.nz/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'nz-alcohol-drug',
      name: proper('Alcohol Drug Helpline'),
      kind: 'drug',
      channels: [
        { type: 'call', value: '0800787797', display: '0800 787 797' },
        { type: 'text', value: '8681', display: '8681' },
      ],
      hours: ALWAYS,
      tz,
      languages: ['en'],
      cost: FREE,
      mayDispatchEmergency: false,
      runBy: 'charity',
      sourceUrl: 'https://alcoholdrughelp.org.nz/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
  ],
};
