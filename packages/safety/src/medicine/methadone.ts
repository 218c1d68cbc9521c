import type { MedicineText } from './medicine-safety.ts';
import { line, strong } from '../text-block.ts';

export const methadone: MedicineText = {
  about: {
    title: { en: 'Methadone', es: 'Metadona' },
    lines: [
      line('It builds up over days, and it holds for long.', 'Se acumula por días y su efecto dura mucho.'),
      line(
        'Keep it locked away. One dose can kill a child.',
        'Guárdala con llave. Una dosis puede matar a un niño.',
      ),
    ],
  },
  one: {
    title: { en: 'Late, or not taken', es: 'Tarde, o no tomada' },
    lines: [
      strong('Never take a double dose.', 'Nunca tomes doble dosis.'),
      strong(
        'Ring your clinic or pharmacy before the next one.',
        'Llama a tu clínica o farmacia antes de la próxima.',
      ),
      line('Say when you took the last one.', 'Di cuándo tomaste la última.'),
      line('Say what else you took. It keeps you safe.', 'Di qué más tomaste. Así te cuidan mejor.'),
    ],
  },
  card: {
    title: { en: 'Ring today', es: 'Llama hoy' },
    lines: [
      strong(
        'After 2 days without, your body may handle less.',
        'Tras 2 días sin ella, tu cuerpo puede aguantar menos.',
      ),
      strong(
        'Ring your clinic today, before the next dose.',
        'Llama hoy a tu clínica, antes de la próxima dosis.',
      ),
      line('Never take a double dose.', 'Nunca tomes doble dosis.'),
      line('Keep naloxone near, and someone with you.', 'Ten naloxona cerca, y a alguien contigo.'),
    ],
  },
  restart: {
    title: { en: 'Don’t start again by yourself', es: 'No empieces por tu cuenta' },
    lines: [
      strong(
        'After 3 days without, your old dose can kill.',
        'Tras 3 días sin ella, tu dosis de antes puede matar.',
      ),
      strong(
        'Ring the prescriber today. They start it again with you.',
        'Llama hoy a quien te la receta. Empiezan de nuevo contigo.',
      ),
      line('Do this even with a bottle at home.', 'Hazlo aunque tengas un frasco en casa.'),
      line('Keep naloxone near, and someone with you.', 'Ten naloxona cerca, y a alguien contigo.'),
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
  sources: ['missed-methadone', 'orange-book', 'agonist-mortality', 'tip-63'],
};
