import type { TodayWords } from '../en/today.ts';

const words: TodayWords = {
  kind: {
    night: [
      'Es tarde, y esta página está aquí.',
      'Nada de esto tiene que hacerse esta noche.',
      'Puedes leer aquí sin escribir ni una palabra.',
      'Ahora mismo se abre a cualquier hora, también sin señal.',
      'La mañana llega sin que nadie haga nada por ella.',
    ],
    morning: [
      'Aquí no hay nada que llenar a la fuerza.',
      'Un día puede ser pequeño y ser un día.',
      'Puedes empezar con una cosa, o con ninguna.',
      'Lo que dejas fuera aquí no significa nada.',
      'El alga creció esta noche, como cada noche.',
    ],
    day: [
      'El alga crece lo mismo cada día.',
      'Puedes dejar cosas fuera. Nadie las cuenta.',
      'Lo que escribes aquí es tuyo.',
      'Ahora mismo está a un toque, en cada página.',
      'Puedes parar a la mitad y volver.',
      'Aquí puedes cambiar de idea cuando quieras.',
    ],
    evening: [
      'Hoy cuenta igual que cualquier otro día.',
      'Puedes cerrar esta página sin escribir nada.',
      'Lo que fue difícil hoy puede quedar fuera de aquí.',
      'Puedes descansar de lo que escribiste.',
      'Mañana esta página sigue aquí.',
    ],
  },
  offer: { morning: '3 preguntas para la mañana', evening: '3 preguntas para la noche' },
  offerNote: 'Solo para ti. Deja fuera lo que quieras.',
  done: 'Listo',
  doneCall: (name: string) => `Listo: la llamada a ${name}`,
  letter: 'Llegó una carta tuya',
  reminders: 'Recordatorios',
};

export default words;
