import type { MedicineText } from './medicine-safety.ts';
import { line, strong } from '../text-block.ts';

/** Any other medicine: nothing is known of it here but what is true of all. */
export const other: MedicineText = {
  about: {
    title: { en: 'Another medicine', es: 'Otra medicina' },
    lines: [
      line(
        'Ask your pharmacy if it mixes well with the rest.',
        'Pregunta en la farmacia si va bien con lo demás.',
      ),
    ],
  },
  one: {
    title: { en: 'Late, or not taken', es: 'Tarde, o no tomada' },
    lines: [
      strong('Never take a double dose.', 'Nunca tomes doble dosis.'),
      line(
        'The leaflet says what to do. Or ask a pharmacist.',
        'El folleto dice qué hacer. O pregunta en la farmacia.',
      ),
      line('Medicine for sleep or nerves? Ring today.', '¿Es para dormir o los nervios? Llama hoy.'),
    ],
  },
  card: {
    title: { en: 'Ring today', es: 'Llama hoy' },
    lines: [
      strong('Ring the prescriber or a pharmacist today.', 'Llama hoy a quien la receta o a una farmacia.'),
      strong(
        'Benzos each day? Stopping suddenly can cause fits.',
        '¿Benzos cada día? Dejarlos de golpe puede dar convulsiones.',
      ),
    ],
  },
  restart: {
    title: { en: 'Ask before you start again', es: 'Pregunta antes de empezar otra vez' },
    lines: [
      strong('Ring the prescriber first. Today.', 'Llama primero a quien te la receta. Hoy.'),
      strong(
        'Benzos each day? Stopping suddenly can cause fits.',
        '¿Benzos cada día? Dejarlos de golpe puede dar convulsiones.',
      ),
    ],
  },
  stopping: {
    title: { en: 'Thinking of stopping', es: 'Si piensas dejarla' },
    lines: [
      strong(
        'Ask first. Some medicines must not stop suddenly.',
        'Pregunta antes. Algunas no se dejan de golpe.',
      ),
    ],
  },
  sources: ['benzo-warning', 'tip-63'],
};
