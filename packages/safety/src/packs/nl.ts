import type { CountryPack } from '../country-pack.ts';
import { ALWAYS, FREE, TRANSCRIBED, TRANSCRIBED_TWICE, USUAL_RATE, proper } from './shared.ts';

const tz = 'Europe/Amsterdam';

/*
 * The national drug information line is left out until its number and hours are confirmed.
 * Zones of the Caribbean Netherlands are left out: 112 is not their number.
 */
export const nl: CountryPack = {
  country: 'NL',
  updatedOn: '2026-11-25',
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
    {
      id: 'nl-veilig-thuis',
      name: proper('Veilig Thuis'),
      kind: 'dv',
      channels: [
        {
          type: 'call',
          value: '08002000',
          display: '0800-2000',
          note: {
            en: 'They also take reports of violence or harm to children.',
            es: 'También reciben avisos de violencia o daño a niños.',
          },
        },
      ],
      hours: ALWAYS,
      tz,
      languages: ['nl'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://veiligthuis.nl/',
      ...TRANSCRIBED_TWICE,
      confidence: 'high',
    },
    {
      id: 'nl-kindertelefoon',
      name: proper('De Kindertelefoon'),
      kind: 'child',
      channels: [
        { type: 'call', value: '08000432', display: '0800-0432' },
        { type: 'chat', value: 'https://www.kindertelefoon.nl/', display: 'kindertelefoon.nl' },
      ],
      hours: {
        when: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '11:00', to: '21:00' }],
        text: { en: 'Every day, 11:00 to 21:00', es: 'Todos los días, de 11:00 a 21:00' },
      },
      tz,
      languages: ['nl'],
      cost: FREE,
      ages: { en: 'Ages 8 to 18', es: 'De 8 a 18 años' },
      mayDispatchEmergency: true,
      runBy: 'charity',
      sourceUrl: 'https://www.kindertelefoon.nl/',
      ...TRANSCRIBED_TWICE,
      confidence: 'medium-high',
    },
  ],
};
