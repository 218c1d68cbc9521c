import type { MedicineText } from './medicine-safety.ts';
import { line, strong } from '../text-block.ts';

/** Buprenorphine under the tongue or in the cheek, each day. */
export const buprenorphine: MedicineText = {
  about: {
    title: { en: 'Buprenorphine, under the tongue', es: 'Buprenorfina, bajo la lengua' },
    lines: [
      line('Let it melt. Swallowed, it hardly works.', 'Deja que se disuelva. Tragada, casi no sirve.'),
      line('Then rinse with water. It is kinder to teeth.', 'Después enjuaga con agua. Cuida tus dientes.'),
      line('Keep it where children cannot reach it.', 'Guárdala lejos de los niños.'),
    ],
  },
  one: {
    title: { en: 'Late, or not taken', es: 'Tarde, o no tomada' },
    lines: [
      strong('Never take a double dose.', 'Nunca tomes doble dosis.'),
      line(
        'Not sure what to do? Ring the clinic or pharmacy.',
        '¿Tienes dudas? Llama a la clínica o farmacia.',
      ),
      strong(
        'Used another opioid since? Ring before the next dose.',
        '¿Usaste otro opioide? Llama antes de la próxima dosis.',
      ),
      line(
        'Too soon can make you suddenly very sick.',
        'Tomarla demasiado pronto puede ponerte muy mal de golpe.',
      ),
    ],
  },
  card: {
    title: { en: 'Ring today', es: 'Llama hoy' },
    lines: [
      strong(
        'Ring your clinic or pharmacy today. Say how many days.',
        'Llama hoy a tu clínica o farmacia. Di cuántos días.',
      ),
      strong('Your body may handle less now.', 'Ahora tu cuerpo puede aguantar menos.'),
      line('Never take a double dose.', 'Nunca tomes doble dosis.'),
      line('Keep naloxone near, and someone with you.', 'Ten naloxona cerca, y a alguien contigo.'),
    ],
  },
  restart: {
    title: { en: 'Ask before you start again', es: 'Pregunta antes de empezar otra vez' },
    lines: [
      strong(
        'After 3 days without, ring the prescriber first. Today.',
        'Tras 3 días sin ella, llama primero a quien la receta. Hoy.',
      ),
      strong(
        'Used another opioid since? Your prescriber sets the time.',
        '¿Usaste otro opioide? Quien la receta decide la hora.',
      ),
      line(
        'Too soon can make you suddenly very sick.',
        'Tomarla demasiado pronto puede ponerte muy mal de golpe.',
      ),
      line('Your body may handle less of any opioid.', 'Tu cuerpo aguanta menos de cualquier opioide.'),
    ],
  },
  stopping: {
    title: { en: 'Thinking of stopping', es: 'Si piensas dejarla' },
    lines: [
      strong('It goes best slowly, with your prescriber.', 'Va mejor despacio, con quien te la receta.'),
      line('You can change your mind at any point.', 'Puedes cambiar de idea cuando quieras.'),
      line(
        'The weeks after stopping carry the most risk.',
        'Las semanas después de dejarla son las de más riesgo.',
      ),
    ],
  },
  sources: ['missed-buprenorphine', 'orange-book', 'agonist-mortality', 'tip-63'],
};
