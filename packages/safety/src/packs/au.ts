import type { CountryPack } from '../country-pack.ts';
import { ALWAYS, FREE, FREE_PLAN_RATES, TRANSCRIBED, USUAL_RATE, proper } from './shared.ts';

const tz = 'Australia/Sydney';

/*
 * The drug hotline routes each caller to the service of their own state.
 */
export const au: CountryPack = {
  country: 'AU',
  name: { en: 'Australia', es: 'Australia' },
  timeZones: [
    'Australia/Sydney',
    'Australia/Melbourne',
    'Australia/Brisbane',
    'Australia/Lindeman',
    'Australia/Perth',
    'Australia/Eucla',
    'Australia/Adelaide',
    'Australia/Broken_Hill',
    'Australia/Hobart',
    'Australia/Currie',
    'Australia/Darwin',
    'Australia/Lord_Howe',
  ],
  languages: ['en'],
  lines: [
    {
      id: 'au-emergency',
      name: { en: 'Emergency', es: 'Emergencias' },
      kind: 'emergency',
      channels: [{ type: 'call', value: '000', display: '000' }],
      hours: ALWAYS,
      tz,
      languages: ['en'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://www.triplezero.gov.au/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'au-lifeline',
      name: proper('Lifeline'),
      kind: 'suicide',
      channels: [
        { type: 'call', value: '131114', display: '13 11 14' },
        { type: 'text', value: '0477131114', display: '0477 13 11 14' },
      ],
      hours: ALWAYS,
      tz,
      languages: ['en'],
      cost: FREE_PLAN_RATES,
      mayDispatchEmergency: true,
      runBy: 'charity',
      sourceUrl: 'https://www.lifeline.org.au/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'au-aod-hotline',
      name: proper('National Alcohol and Other Drug Hotline'),
      kind: 'drug',
      channels: [
        {
          type: 'call',
          value: '1800250015',
          display: '1800 250 015',
          note: {
            en: 'In South Australia a counsellor answers from 8:30 to 22:00.',
            es: 'En Australia del Sur atiende un consejero de 8:30 a 22:00.',
          },
        },
      ],
      hours: ALWAYS,
      tz,
      languages: ['en'],
      cost: FREE,
      mayDispatchEmergency: false,
      runBy: 'state',
      sourceUrl: 'https://www.health.gov.au/contacts/national-alcohol-and-other-drug-hotline',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'au-fds',
      name: proper('Family Drug Support'),
      kind: 'family',
      channels: [{ type: 'call', value: '1300368186', display: '1300 368 186' }],
      hours: ALWAYS,
      tz,
      languages: ['en'],
      cost: USUAL_RATE,
      mayDispatchEmergency: false,
      runBy: 'charity',
      sourceUrl: 'https://www.fds.org.au/',
      ...TRANSCRIBED,
      confidence: 'high',
    },
  ],
};
