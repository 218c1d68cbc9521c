import { line, strong } from '../text-block.ts';
import type { NowText } from './now-page.ts';

/** "I'm going to use": how to stay alive. Nobody is talked out of anything here, and nobody is blamed. */
export const goingPage: NowText = {
  id: 'going',
  title: { en: 'I’m going to use', es: 'Voy a usar' },
  lead: {
    en: 'No lecture. This is about staying alive.',
    es: 'Sin sermones. Esto es para seguir con vida.',
  },
  breathing: true,
  steps: [
    {
      id: 'not-alone',
      tool: 'spotting',
      title: { en: 'Don’t be alone', es: 'Que haya alguien contigo' },
      lines: [
        strong('Have someone with you who can call {number}.', 'Que alguien pueda llamar al {number}.'),
        line('If you both use, take turns.', 'Si usan los 2, háganlo por turnos.'),
        line(
          'Nobody there? Stay on the phone with someone. Say where you are.',
          '¿No hay nadie? Sigue al teléfono con alguien. Di dónde estás.',
        ),
        line(
          'Leave the door unlocked, so that help can get in.',
          'Deja la puerta sin llave, para que pueda entrar la ayuda.',
        ),
      ],
    },
    {
      id: 'naloxone',
      title: { en: 'Put naloxone out', es: 'Ten la naloxona a la vista' },
      lines: [
        strong(
          'Put it where the other person can see it. Show them how.',
          'Ponla donde la otra persona la vea. Enséñale a usarla.',
        ),
        line('You can’t count on giving it to yourself.', 'No cuentes con aplicarla en tu propio cuerpo.'),
        line(
          'None? Ask a pharmacy or a drug service.',
          '¿No tienes? Pide en una farmacia o un servicio de drogas.',
        ),
      ],
      links: [{ to: 'overdose', text: { en: 'Show them the overdose steps', es: 'Muéstrale los pasos' } }],
    },
    {
      id: 'less',
      title: { en: 'Far less than before', es: 'Mucho menos que antes' },
      lines: [
        strong(
          'After a break, your body can take far less.',
          'Después de una pausa, tu cuerpo aguanta mucho menos.',
        ),
        line(
          'A dose you once took can stop your breathing.',
          'Una dosis de antes puede parar tu respiración.',
        ),
        line(
          'The strength changes. Fentanyl or nitazenes can be in it.',
          'La fuerza cambia. Puede tener fentanilo o nitazenos.',
        ),
        line('A small amount can still kill.', 'Una cantidad pequeña también puede matar.'),
        line('Go slow. Wait before any more.', 'Ve lento. Espera antes de usar más.'),
        line('Drug checking near you? Use it first.', '¿Hay análisis de drogas cerca? Úsalo primero.'),
      ],
    },
    {
      id: 'mix',
      title: { en: 'Don’t mix', es: 'No mezcles' },
      lines: [
        strong(
          'With alcohol, benzos or sleeping pills, breathing stops more easily.',
          'Con alcohol, benzos o pastillas para dormir es más fácil dejar de respirar.',
        ),
        line('The same goes for pregabalin and gabapentin.', 'Lo mismo con pregabalina y gabapentina.'),
        line('Had some today? The risk is higher now.', '¿Tomaste algo de eso hoy? Ahora hay más riesgo.'),
      ],
    },
    {
      id: 'tell',
      tool: 'people',
      title: { en: 'Tell someone', es: 'Avisa a alguien' },
      lines: [
        line(
          'You can say: “Ring me in 10 minutes. No answer? Call {number} and come.”',
          'Puedes decir: “Llámame en 10 minutos. ¿No contesto? Llama al {number} y ven.”',
        ),
      ],
    },
    {
      id: 'other',
      title: { en: 'Not sure?', es: '¿Tienes dudas?' },
      lines: [],
      links: [
        { to: 'want', text: { en: 'I want to use, and wait a bit', es: 'Quiero usar, y espero un poco' } },
        { to: 'used', text: { en: 'I used', es: 'Usé' } },
      ],
    },
  ],
  sources: ['toolkit', 'using-alone', 'detox-deaths', 'benzo-warning'],
};
