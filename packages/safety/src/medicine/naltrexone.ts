import type { MedicineText } from './medicine-safety.ts';
import { line, strong } from '../text-block.ts';

/** Naltrexone tablets. */
export const naltrexone: MedicineText = {
  about: {
    title: { en: 'Naltrexone tablets', es: 'Naltrexona en tabletas' },
    lines: [
      line('It blocks opioids while it lasts.', 'Bloquea los opioides mientras dura.'),
      line('It does not ease withdrawal.', 'No alivia la abstinencia.'),
    ],
  },
  one: {
    title: { en: 'Late, or not taken', es: 'Tarde, o no tomada' },
    lines: [
      strong('Never take a double dose.', 'Nunca tomes doble dosis.'),
      strong(
        'The block may be gone. Tolerance is too.',
        'El bloqueo puede haber pasado. La tolerancia también.',
      ),
      line('Ring your clinic or pharmacy.', 'Llama a tu clínica o farmacia.'),
    ],
  },
  card: {
    title: { en: 'Ring today', es: 'Llama hoy' },
    lines: [
      strong(
        'The block is gone. A dose you once took can kill.',
        'Ya no bloquea. Una dosis de antes puede matar.',
      ),
      strong(
        'Used an opioid? Don’t take naltrexone. Ring first.',
        '¿Usaste un opioide? No tomes naltrexona. Llama primero.',
      ),
      line('It can make you suddenly very sick.', 'Puede hacerte mucho mal de golpe.'),
      line('Keep naloxone near, and someone with you.', 'Ten naloxona cerca, y a alguien contigo.'),
    ],
  },
  restart: {
    title: { en: 'Ask before you start again', es: 'Pregunta antes de empezar otra vez' },
    lines: [
      strong('Ring the prescriber first. Today.', 'Llama primero a quien te la receta. Hoy.'),
      strong(
        'Used an opioid? Naltrexone can make you suddenly very sick.',
        '¿Usaste un opioide? La naltrexona puede ponerte muy mal de golpe.',
      ),
      line('A dose you once took can kill now.', 'Una dosis de antes ahora puede matar.'),
      line('Ask about methadone or buprenorphine too.', 'Pregunta también por metadona o buprenorfina.'),
    ],
  },
  stopping: {
    title: { en: 'Thinking of stopping', es: 'Si piensas dejarla' },
    lines: [
      strong(
        'When it stops, so does the block. Tolerance is gone.',
        'Al dejarla, ya no bloquea. No queda tolerancia.',
      ),
      line('Talk with your prescriber about what comes next.', 'Habla con quien la receta de lo que sigue.'),
    ],
  },
  sources: ['vivitrol-label', 'tip-63'],
};
