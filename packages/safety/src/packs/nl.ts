import type { CountryPack } from '../country-pack.ts';
import { ALWAYS, FREE, TRANSCRIBED, USUAL_RATE, proper } from './shared.ts';

const tz = 'Europe/Amsterdam';

/*
 * The national drug information line is left out until its number and hours are confirmed.
 * Zones of the Caribbean Netherlands are left out: 112 is not their number.
 */
export const nl: CountryPack = {
  country: 'NL',
  name: { en: 'Netherlands', es: 'Países Bajos' },
  timeZones: ['Europe/Amsterdam'],
  languages: ['nl'],
  lines: [
    {
      id: 'nl-emergency',
      name: { en: 'Emergency', es: 'Emergencias' },
      kind: 'emergency',
      channels: [{ type: 'call', value: '112', display: '112' }],
      hours: ALWAYS,
      tz,
      languages: ['nl', 'en'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://www.112.nl/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'nl-113',
      name: proper('113 Zelfmoordpreventie'),
      kind: 'suicide',
      channels: [
        { type: 'call', value: '113', display: '113' },
        { type: 'call', value: '08000113', display: '0800-0113' },
        { type: 'chat', value: 'https://www.113.nl/', display: '113.nl' },
      ],
      hours: ALWAYS,
      tz,
      languages: ['nl'],
      cost: { en: 'free on 0800-0113', es: 'gratis en el 0800-0113' },
      mayDispatchEmergency: true,
      runBy: 'charity',
      sourceUrl: 'https://www.113.nl/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'nl-luisterlijn',
      name: proper('De Luisterlijn'),
      kind: 'suicide',
      channels: [{ type: 'call', value: '0880767000', display: '088 0767 000' }],
      hours: ALWAYS,
      tz,
      languages: ['nl'],
      cost: USUAL_RATE,
      mayDispatchEmergency: true,
      runBy: 'charity',
      sourceUrl: 'https://www.deluisterlijn.nl/',
      ...TRANSCRIBED,
      confidence: 'medium-high',
    },
  ],
};
