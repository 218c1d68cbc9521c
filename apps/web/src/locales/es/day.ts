import type { DayWords } from '../en/day.ts';

const words: DayWords = {
  morning: {
    title: 'Esta mañana',
    one: 'Una cosa para hoy',
    oneHelp: 'Un paseo, una llamada, una comida. Puede ser pequeña.',
    ahead: '¿Qué podría hacer difícil el día?',
    aheadHelp: 'Y, si quieres, qué harías entonces.',
  },
  evening: {
    title: 'Esta noche',
    one: 'Una cosa buena de hoy',
    oneHelp: 'Unos calcetines calientes bastan.',
    ahead: '¿Qué ayuda mañana?',
    aheadHelp: 'Algo que tener a mano, o alguien a quien llamar.',
  },
  sleep: '¿Cómo dormiste?',
  how: '¿Cómo fue el día?',
  alone: 'Solo para ti. No se puede compartir con nadie.',
  notWatched: 'Nadie vigila esto. Para hablar con alguien, abre Ahora mismo.',
  stop: 'No ofrecer estas preguntas',
  stopped: 'Ya no se ofrecen. Puedes activarlas de nuevo en Recordatorios.',
  again: 'Ofrecerlas de nuevo',
  history: {
    morning: 'Mañana',
    evening: 'Noche',
    slept: (how: string) => `Sueño: ${how}`,
    was: (how: string) => `El día: ${how}`,
    remove: 'Borrar estas respuestas',
    removeSure: '¿Borrar estas respuestas de todos tus teléfonos?',
  },
};

export default words;
