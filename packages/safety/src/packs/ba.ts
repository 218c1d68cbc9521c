import type { CountryPack } from '../country-pack.ts';
import { ALWAYS, FREE, TRANSCRIBED, proper } from './shared.ts';

const tz = 'Europe/Sarajevo';

/*
 * 112 is not a working emergency number here. Phones that dialled it did not reach help (Mostar, 2020).
 * No national suicide or drug line was found, so none is listed.
 */
export const ba: CountryPack = {
  country: 'BA',
  name: { en: 'Bosnia and Herzegovina', es: 'Bosnia y Herzegovina' },
  timeZones: ['Europe/Sarajevo'],
  languages: ['bs', 'hr', 'sr'],
  lines: [
    {
      id: 'ba-ambulance',
      name: { en: 'Ambulance', es: 'Ambulancia' },
      kind: 'emergency',
      channels: [{ type: 'call', value: '124', display: '124' }],
      hours: ALWAYS,
      tz,
      languages: ['bs', 'hr', 'sr'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://www.slobodnaevropa.org/a/31074497.html',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'ba-police',
      name: { en: 'Police', es: 'Policía' },
      kind: 'emergency',
      channels: [{ type: 'call', value: '122', display: '122' }],
      hours: ALWAYS,
      tz,
      languages: ['bs', 'hr', 'sr'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'police',
      sourceUrl: 'https://www.slobodnaevropa.org/a/31074497.html',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'ba-fire',
      name: { en: 'Fire', es: 'Bomberos' },
      kind: 'emergency',
      channels: [{ type: 'call', value: '123', display: '123' }],
      hours: ALWAYS,
      tz,
      languages: ['bs', 'hr', 'sr'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://www.slobodnaevropa.org/a/31074497.html',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'ba-civil-protection',
      name: { en: 'Civil protection', es: 'Protección civil' },
      kind: 'emergency',
      channels: [{ type: 'call', value: '121', display: '121' }],
      hours: ALWAYS,
      tz,
      languages: ['bs', 'hr', 'sr'],
      cost: FREE,
      mayDispatchEmergency: true,
      runBy: 'state',
      sourceUrl: 'https://www.slobodnaevropa.org/a/31074497.html',
      ...TRANSCRIBED,
      confidence: 'high',
    },
    {
      id: 'ba-plavi-telefon',
      name: proper('Plavi telefon'),
      kind: 'child',
      channels: [
        { type: 'call', value: '080050305', display: '080 05 03 05' },
        { type: 'chat', value: 'https://www.plavitelefon.ba/', display: 'plavitelefon.ba' },
      ],
      hours: {
        when: 'unconfirmed',
        text: {
          en: 'Weekdays, 9:00 to 22:00 when last seen in 2023',
          es: 'Entre semana, de 9:00 a 22:00 según lo visto en 2023',
        },
      },
      tz,
      languages: ['bs', 'hr', 'sr'],
      cost: FREE,
      ages: {
        en: 'Children and young people; adults call too',
        es: 'Niños y jóvenes; también llaman adultos',
      },
      mayDispatchEmergency: true,
      runBy: 'charity',
      sourceUrl: 'https://www.plavitelefon.ba/',
      ...TRANSCRIBED,
      confidence: 'medium-high',
    },
  ],
};
