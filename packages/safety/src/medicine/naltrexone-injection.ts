import type { MedicineText } from './medicine-safety.ts';
import { line, strong } from '../text-block.ts';

/** Naltrexone that a clinic injects each month. */
export const naltrexoneInjection: MedicineText = {
  about: {
    title: { en: 'Naltrexone injection', es: 'Naltrexona inyectada' },
    lines: [
      line('It blocks opioids for about 28 days.', 'Bloquea los opioides unos 28 días.'),
      line('A clinic gives it each month.', 'La pone una clínica cada mes.'),
    ],
  },
  one: {
    title: { en: 'It is time for the next one', es: 'Toca la próxima' },
    lines: [
      strong('Ring the clinic for a time.', 'Llama a la clínica y pide hora.'),
      line('The block fades near the end of the month.', 'El bloqueo baja hacia el fin del mes.'),
    ],
  },
  card: {
    title: { en: 'It may be wearing off', es: 'Quizá está perdiendo efecto' },
    lines: [
      strong(
        'When it fades, a dose you once took can kill.',
        'Cuando pierde efecto, una dosis de antes puede matar.',
      ),
      strong(
        'Ring the clinic today for the next free time.',
        'Llama hoy a la clínica y pide la próxima hora.',
      ),
      line('Used an opioid? Tell them first.', '¿Usaste un opioide? Dilo primero.'),
      line('Keep naloxone near, and someone with you.', 'Ten naloxona cerca, y a alguien contigo.'),
    ],
  },
  restart: {
    title: { en: 'The block is gone. Ring today', es: 'Ya no bloquea. Llama hoy' },
    lines: [
      strong('A dose you once took can kill now.', 'Una dosis de antes ahora puede matar.'),
      strong('Ring the clinic. You can have the next one.', 'Llama a la clínica. Puedes recibir la próxima.'),
      line(
        'Used an opioid? Naltrexone can make you suddenly very sick.',
        '¿Usaste un opioide? La naltrexona puede ponerte muy mal de golpe.',
      ),
      line('Ask about methadone or buprenorphine too.', 'Pregunta también por metadona o buprenorfina.'),
    ],
  },
  stopping: {
    title: { en: 'Thinking of stopping', es: 'Si piensas dejarla' },
    lines: [
      strong('When it fades, tolerance is gone too.', 'Cuando pierde efecto, no queda tolerancia.'),
      line('Talk with your prescriber about what comes next.', 'Habla con quien la receta de lo que sigue.'),
    ],
  },
  sources: ['vivitrol-label', 'tip-63'],
};
