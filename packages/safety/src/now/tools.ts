import { line } from '../text-block.ts';
import type { TextBlock } from '../text-block.ts';

/*
 * The words of the exercises. They are shown as steps, one at a time or all below each other.
 * Own words; what they are modelled on stands beside each.
 */

/** Riding an urge: notice, where, breathe, watch, name. After urge surfing (Bowen, Chawla and Marlatt 2010). */
export const RIDE_STEPS: readonly TextBlock[] = [
  {
    title: { en: 'Notice it', es: 'Nota las ganas' },
    lines: [
      line(
        'An urge is here. You can let it be, and not act.',
        'Hay ganas. Puedes dejarlas estar, sin hacer nada.',
      ),
    ],
  },
  {
    title: { en: 'Where is it?', es: '¿Dónde están?' },
    lines: [
      line('Chest, belly, hands, jaw? Find the place.', '¿Pecho, vientre, manos, boca? Busca el lugar.'),
      line('Is it tight, hot, heavy, restless?', '¿Aprieta, quema, pesa, se mueve?'),
    ],
  },
  {
    title: { en: 'Breathe with it', es: 'Respira con ellas' },
    lines: [
      line(
        'Slow in, slower out. Breathe into that place.',
        'Entra lento, sale más lento. Lleva el aire ahí.',
      ),
    ],
  },
  {
    title: { en: 'Watch it change', es: 'Mira cómo cambian' },
    lines: [
      line(
        'It rises and falls, like a wave. Stay as long as you need.',
        'Suben y bajan, como una ola. Toma el tiempo que quieras.',
      ),
    ],
  },
  {
    title: { en: 'Name it', es: 'Ponles nombre' },
    lines: [
      line('Say: “This is an urge. It is not an order.”', 'Di: “Son ganas. No son una orden.”'),
      line(
        'How is it now? Still strong? Talk to a person.',
        '¿Cómo están ahora? ¿Siguen fuertes? Habla con alguien.',
      ),
    ],
  },
];

/** 5-4-3-2-1, a common grounding exercise of no known owner. Each sense has another way. */
export const GROUND_STEPS: readonly TextBlock[] = [
  {
    title: { en: '5 things you see', es: '5 cosas que ves' },
    lines: [
      line('Say each one, out loud or inside.', 'Di cada una, en voz alta o por dentro.'),
      line('Or: 5 things you know are in this room.', 'O: 5 cosas que sabes que hay aquí.'),
    ],
  },
  {
    title: { en: '4 things you feel', es: '4 cosas que sientes al tacto' },
    lines: [
      line('Your feet, the chair, your sleeve, the air.', 'Los pies, la silla, la manga, el aire.'),
      line('Or: 4 places where your body rests.', 'O: 4 puntos donde el cuerpo se apoya.'),
    ],
  },
  {
    title: { en: '3 things you hear', es: '3 cosas que oyes' },
    lines: [
      line('Near, and far.', 'Cerca, y lejos.'),
      line('Or: 3 things that move.', 'O: 3 cosas que se mueven.'),
    ],
  },
  {
    title: { en: '2 things you smell', es: '2 cosas que hueles' },
    lines: [
      line('Soap, coffee, your sleeve.', 'Jabón, café, tu manga.'),
      line('Or: 2 smells you like to think of.', 'O: 2 olores que te gusta recordar.'),
    ],
  },
  {
    title: { en: '1 thing you taste', es: '1 sabor' },
    lines: [
      line('A sip of water will do.', 'Basta un sorbo de agua.'),
      line('Or: 1 slow breath.', 'O: 1 respiración lenta.'),
    ],
  },
];
