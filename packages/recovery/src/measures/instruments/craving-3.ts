import type { Instrument } from '../instrument.ts';
import { OWN } from './own-words.ts';

/** Our own weekly check in three numbers, after what the OCS-3 asks for, in other words. */
export const instrument: Instrument = {
  id: 'craving-3',
  version: '1',
  ...OWN,
  citation: 'Written after what short opioid craving scales measure (McHugh et al. 2014), in other words.',
  checkedAgainst: { en: ['own words'], es: ['own words'] },
  window: 'week',
  everyDays: 7,
  items: [
    { id: 'now', scale: 'urge' },
    { id: 'cue', scale: 'urge' },
    { id: 'sure', scale: 'sure' },
  ],
  scales: { urge: { min: 0, max: 10 }, sure: { min: 0, max: 10 } },
  texts: {
    en: {
      title: 'Urges this week',
      stem: '',
      items: {
        now: 'How strong is the urge right now?',
        cue: 'This week, when something reminded you of using, how strong was the urge?',
        sure: 'If you were back in an old place tomorrow, how sure are you that you would not use?',
      },
      scales: { urge: ['none', 'strongest'], sure: ['not sure', 'very sure'] },
    },
    es: {
      title: 'Las ganas esta semana',
      stem: '',
      items: {
        now: '¿Qué tan fuertes son las ganas ahora?',
        cue: 'Esta semana, cuando algo te recordó el uso, ¿qué tan fuertes fueron las ganas?',
        sure: 'Si mañana estuvieras en un lugar de antes, ¿cuánta seguridad sientes de no usar?',
      },
      scales: { urge: ['nada', 'lo más fuerte'], sure: ['ninguna', 'mucha'] },
    },
  },
};
