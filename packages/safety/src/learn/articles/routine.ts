import type { Article } from '../article.ts';
import { check, go, list, local, said, section, steps, text } from '../blocks.ts';

export const routine: Article = {
  id: 'routine',
  topic: 'living',
  readers: ['me', 'family', 'friend'],
  title: local('A day you can lean on', 'Un día en el que apoyarte'),
  lead: local(
    'Getting, using and recovering used to fill the hours. Empty hours are hard. Fill a few of them.',
    'Conseguir, usar y recuperarte llenaban las horas. Las horas vacías cuestan. Llena unas pocas.',
  ),
  sections: [
    section(
      'small',
      'Start with 3 anchors',
      'Empieza con 3 anclas',
      list(
        said(
          'Medicine at the same time, joined to something you do anyway, like coffee.',
          'El medicamento a la misma hora, unido a algo que ya haces, como el café.',
        ),
        said('One meal sitting down.', 'Una comida con calma, en la mesa.'),
        said(
          'One voice: a call, a neighbor, a meeting, the person at the shop.',
          'Una voz: una llamada, una vecina, una reunión, quien atiende en la tienda.',
        ),
      ),
      text(
        'Everything else can move. A day with 3 anchors is a day that held.',
        'Todo lo demás se puede mover. Un día con 3 anclas es un día que aguantó.',
      ),
    ),
    section(
      'act',
      'Do first, feel later',
      'Primero hacer, después sentir',
      text(
        'When mood is low, waiting to feel like it can take forever. A method called behavioral activation turns this round: plan one small good thing, do it, and see.',
        'Con el ánimo bajo, esperar a tener ganas puede no acabar nunca. Un método llamado activación conductual lo hace al revés: planea una cosa pequeña y buena, hazla, y mira.',
        'martinez-vispo-2018',
      ),
      steps(
        said(
          'Choose something under 10 minutes that you once liked, or that matters to you.',
          'Elige algo de menos de 10 minutos que antes te gustaba o que te importa.',
        ),
        said(
          'Say when and where. “Tuesday, 5 o’clock, the park bench.”',
          'Di cuándo y dónde. “Martes, a las 5, el banco del parque.”',
        ),
        said('Do it at that time, also without the mood for it.', 'Hazlo a esa hora, también sin ganas.'),
        said(
          'Note how it was: better, the same, worse. Adjust.',
          'Anota cómo fue: mejor, igual, peor. Ajusta.',
        ),
      ),
      text(
        'A review found 8 studies on this. In 7, substance use went down; in 6, low mood did. They were small and mixed, and only 2 were about opioids. Promising, not settled.',
        'Una revisión encontró 8 estudios. En 7 bajó el uso de sustancias; en 6, la tristeza. Eran pequeños y variados, y solo 2 trataban de opioides. Promete, pero no está resuelto.',
        'martinez-vispo-2018',
      ),
    ),
    section(
      'hours',
      'The hour that is hardest',
      'La hora que más cuesta',
      text(
        'There is often one: after work, payday evening, Sunday. Put something with other people into it. If nobody is free, put a place with people into it: a library, a gym, a bus ride.',
        'Muchas veces hay una: al salir del trabajo, la noche de pago, el domingo. Pon ahí algo con otras personas. Si nadie puede, pon un lugar con gente: una biblioteca, un gimnasio, un viaje en autobús.',
      ),
      text(
        'Write it as an if-then plan. Plans that name the moment get carried out more often.',
        'Escríbelo como plan de “si… entonces”. Los planes que nombran el momento se cumplen más.',
        'gollwitzer-2006',
      ),
    ),
    section(
      'bad',
      'A plan for bad days',
      'Un plan para los días malos',
      text(
        'Make a smaller day for when you are ill, sad or worn out: medicine, water, 1 message. That is enough. Tomorrow nothing has to be made up for.',
        'Arma un día más pequeño para cuando hay enfermedad, tristeza o cansancio: medicamento, agua, 1 mensaje. Con eso basta. Mañana no hay nada que reponer.',
      ),
      list(
        said(
          'Night work, children, no fixed home? Tie anchors to events, not to the clock.',
          '¿Trabajo de noche, hijos, sin casa fija? Une las anclas a hechos, no al reloj.',
        ),
        said(
          'No money? A walk, a bench, water, a song and a call are free.',
          '¿Sin dinero? Caminar, un banco, agua, una canción y una llamada son gratis.',
        ),
      ),
      go('/learn/triggers', 'Find your hardest hour', 'Encuentra tu hora más difícil'),
      go('/now/lines', 'Nobody to call? Start here', '¿Nadie a quien llamar? Empieza aquí'),
    ),
  ],
  checks: [
    check(
      local(
        'You have no energy at all today. Which day do you choose?',
        'Hoy no tienes nada de energía. ¿Qué día eliges?',
      ),
      [
        local('The small one: medicine, water, 1 message', 'El pequeño: medicamento, agua, 1 mensaje'),
        local('The full plan, or it does not count', 'El plan completo, o no vale'),
        local('None, and twice as much tomorrow', 'Ninguno, y mañana el doble'),
      ],
      local(
        'A small day keeps the thread. Nothing is owed afterwards.',
        'Un día pequeño mantiene el hilo. Después no se debe nada.',
      ),
      2,
    ),
  ],
  related: ['triggers', 'sleep', 'first-90-days', 'first-meeting'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
