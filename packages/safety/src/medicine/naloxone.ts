import type { MedicineText } from './medicine-safety.ts';
import { line, strong } from '../text-block.ts';

/** A naloxone kit. Its parts are about the kit: about to run out of date, or out of date. */
export const naloxone: MedicineText = {
  about: {
    title: { en: 'Naloxone kit', es: 'Kit de naloxona' },
    lines: [
      strong('Keep it where others can find it fast.', 'Guárdalo donde otros lo hallen rápido.'),
      line(
        'Tell someone where it is. You can’t give it to yourself.',
        'Di a alguien dónde está. No podrás usarlo tú.',
      ),
      line('It does no harm if no opioid is there.', 'No daña si no hay opioides.'),
    ],
  },
  one: {
    title: { en: 'The date comes soon', es: 'La fecha se acerca' },
    lines: [line('Ask for a new kit when you can.', 'Pide un kit nuevo cuando puedas.')],
  },
  card: {
    title: { en: 'The date has passed', es: 'La fecha ya pasó' },
    lines: [
      strong('Expired naloxone is better than none.', 'Una naloxona vencida es mejor que ninguna.'),
      line('Keep it until you have a new one.', 'Guárdala hasta tener otra.'),
      line(
        'A pharmacy or a harm reduction group may give you one.',
        'Puede dártela una farmacia o un grupo de ayuda.',
      ),
    ],
  },
  restart: {
    title: { en: 'Used or lost', es: 'Usada o perdida' },
    lines: [
      strong('Get a new one today if you can.', 'Consigue otra hoy si puedes.'),
      line('Ask for 2 doses or more.', 'Pide 2 dosis o más.'),
    ],
  },
  stopping: {
    title: { en: 'No kit now', es: 'Ahora sin kit' },
    lines: [line('Ask a pharmacy or clinic for one.', 'Pide uno en una farmacia o clínica.')],
  },
  sources: ['toolkit', 'expired-naloxone'],
};
