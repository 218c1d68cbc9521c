import type { Instrument } from '../instrument.ts';
import { OWN } from './own-words.ts';

/** Our own scale of confidence, 0–10. The same question stands in the check-in, under More. */
export const instrument: Instrument = {
  id: 'confidence',
  version: '1',
  ...OWN,
  citation: 'A single number from 0 to 10; a common method without an owner.',
  checkedAgainst: { en: ['own words'], es: ['own words'] },
  window: 'now',
  everyDays: 1,
  items: [{ id: 'sure', scale: 'sure' }],
  scales: { sure: { min: 0, max: 10 } },
  texts: {
    en: {
      title: 'How sure I am',
      stem: '',
      items: { sure: 'How sure are you that you can get through today without using?' },
      scales: { sure: ['not sure', 'very sure'] },
    },
    es: {
      title: 'Cuánta seguridad siento',
      stem: '',
      items: { sure: '¿Cuánta seguridad sientes de pasar el día de hoy sin usar?' },
      scales: { sure: ['ninguna', 'mucha'] },
    },
  },
};
