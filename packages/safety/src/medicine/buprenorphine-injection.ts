import type { MedicineText } from './medicine-safety.ts';
import { line, strong } from '../text-block.ts';

/** Buprenorphine that a clinic injects, each week or each month. */
export const buprenorphineInjection: MedicineText = {
  about: {
    title: { en: 'Buprenorphine injection', es: 'Buprenorfina inyectada' },
    lines: [
      line('A clinic gives it, each week or each month.', 'La pone una clínica, cada semana o cada mes.'),
      line('It leaves the body slowly, over weeks.', 'Sale del cuerpo despacio, en semanas.'),
    ],
  },
  one: {
    title: { en: 'It is time for the next one', es: 'Toca la próxima' },
    lines: [
      strong('Ring the clinic for a time.', 'Llama a la clínica y pide hora.'),
      line('A few days early is often fine. They decide.', 'Unos días antes suele ir bien. Ahí lo deciden.'),
    ],
  },
  card: {
    title: { en: 'It may be wearing off', es: 'Quizá está perdiendo efecto' },
    lines: [
      strong(
        'Ring the clinic today for the next free time.',
        'Llama hoy a la clínica y pide la próxima hora.',
      ),
      line('Say the date of the last one.', 'Di la fecha de la última.'),
      line('Feeling sick or restless? Tell them.', '¿Te sientes mal o con inquietud? Dilo.'),
      line('Keep naloxone near, and someone with you.', 'Ten naloxona cerca, y a alguien contigo.'),
    ],
  },
  restart: {
    title: { en: 'It is late. Ring today', es: 'Ya pasó la fecha. Llama hoy' },
    lines: [
      strong('Ring the clinic. It is not too late.', 'Llama a la clínica. No es tarde para volver.'),
      strong('Used another opioid? Tell them first.', '¿Usaste otro opioide? Dilo primero.'),
      line('Only the clinic gives it, and sets the time.', 'Solo la clínica la pone y decide la hora.'),
      line('Your body may handle less of any opioid.', 'Tu cuerpo aguanta menos de cualquier opioide.'),
    ],
  },
  stopping: {
    title: { en: 'Thinking of stopping', es: 'Si piensas dejarla' },
    lines: [
      strong('Talk with your prescriber first.', 'Habla primero con quien te la receta.'),
      line('It fades over weeks, and tolerance goes too.', 'Se va en semanas, y también la tolerancia.'),
      line('You can come back to it.', 'Puedes volver a ella.'),
    ],
  },
  sources: ['brixadi-label', 'sublocade-label', 'agonist-mortality', 'tip-63'],
};
