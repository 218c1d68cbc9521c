import type { Article } from '../article.ts';
import { check, go, list, local, said, section, text } from '../blocks.ts';

export const overTime: Article = {
  id: 'over-time',
  topic: 'start',
  readers: ['me', 'family', 'friend'],
  title: local('What recovery feels like over time', 'Cómo se siente la recuperación con el tiempo'),
  lead: local(
    'There is no straight road. Here are 2 maps, and what people said along the way.',
    'No hay un camino recto. Aquí hay 2 mapas, y lo que contaron personas que lo recorren.',
  ),
  sections: [
    section(
      'stages',
      'A map: 5 stages of change',
      'Un mapa: 5 etapas del cambio',
      text('Many counselors use this map.', 'Muchos consejeros usan este mapa.', 'samhsa-tip35-2019'),
      list(
        said('Not thinking of change yet.', 'Todavía no piensas en cambiar.', 'samhsa-tip35-2019'),
        said('Thinking of it, and torn.', 'Lo piensas, con dudas.', 'samhsa-tip35-2019'),
        said(
          'Getting ready: a plan, a call, a date.',
          'Te preparas: un plan, una llamada, un día.',
          'samhsa-tip35-2019',
        ),
        said('Doing it, day by day.', 'Lo haces, día a día.', 'samhsa-tip35-2019'),
        said('Keeping it up.', 'Lo mantienes.', 'samhsa-tip35-2019'),
      ),
      text(
        'Being torn is a normal part of it. It does not mean that you don’t want to change.',
        'Tener dudas es una parte normal. No quiere decir que no quieras cambiar.',
        'samhsa-tip35-2019',
      ),
      text(
        'A map is not a test. You may move on, stand still, or go back. What you learned stays yours.',
        'Un mapa no es un examen. Puedes avanzar, detenerte o volver atrás. Lo que aprendiste sigue siendo tuyo.',
      ),
    ),
    section(
      'stretches',
      'Another map: steady, heal, build',
      'Otro mapa: estabilidad, sanar, construir',
      list(
        said(
          'Steady: medicine, food, sleep, a safe bed. Days are small here, and that is enough.',
          'Estabilidad: medicamento, comida, sueño, una cama segura. Los días son pequeños, y con eso basta.',
        ),
        said(
          'Heal: your body, your mood, the people you hurt and who hurt you.',
          'Sanar: el cuerpo, el ánimo, las personas a quienes heriste y que te hirieron.',
        ),
        said(
          'Build: work or study, friends, things you love, something to give.',
          'Construir: trabajo o estudio, amistades, lo que te gusta, algo que dar.',
        ),
      ),
      text(
        'They overlap. A US agency calls recovery a process of change. It names 4 things that hold it up: health, a home, a purpose and other people.',
        'Se mezclan. Una agencia de EE. UU. llama a la recuperación un proceso de cambio. Nombra 4 cosas que la sostienen: salud, un hogar, un propósito y otras personas.',
        'samhsa-recovery-2012',
      ),
    ),
    section(
      'measured',
      'What people said in a survey',
      'Lo que la gente contó en una encuesta',
      text(
        'A US survey asked 2,002 adults who once had a problem with alcohol or drugs. Early in the first year, people felt less happy and less sure of their own worth. Later that rose.',
        'Una encuesta de EE. UU. preguntó a 2002 adultos que antes tenían un problema con el alcohol o las drogas. Al comienzo del primer año, la gente era menos feliz y se valoraba menos. Después eso subió.',
        'kelly-2018',
      ),
      text(
        'Over the first 6 years or so, life got better fast. After that it went on getting better, more slowly.',
        'En los primeros 6 años, más o menos, la vida mejoró rápido. Después siguió mejorando, más despacio.',
        'kelly-2018',
      ),
      text(
        'Each person was asked once, and alcohol was the most common problem. It shows a pattern. Your road can be another.',
        'A cada persona se le preguntó una vez, y el problema más común era el alcohol. Muestra un patrón. Tu camino puede ser otro.',
        'kelly-2018',
      ),
      text(
        'The survey also asked how many serious tries it took. For half of the people it was 2 or fewer. With opioids it was no different.',
        'La encuesta preguntó también cuántos intentos serios hicieron falta. Para la mitad fueron 2 o menos. Con opioides no fue distinto.',
        'kelly-2019',
      ),
    ),
    section(
      'low',
      'If it feels worse at first',
      'Si al principio se siente peor',
      text(
        'Sleep and mood can go up and down for months. That is common. It does not mean that you do it wrong.',
        'El sueño y el ánimo pueden subir y bajar por meses. Es frecuente. No quiere decir que lo hagas mal.',
        'samhsa-sleep-2014',
      ),
      list(
        said(
          'Write one line a day. In a bad week, read what a good one was like.',
          'Escribe una línea al día. En una semana mala, lee cómo fue una buena.',
        ),
        said(
          'Tell one person how it is now, not how it should be.',
          'Cuenta a una persona cómo es ahora, no cómo debería ser.',
        ),
        said(
          'Keep your medicine. There is no set date to end it, and feeling well is no reason to stop.',
          'Sigue con tu medicamento. No hay una fecha fija para dejarlo, y sentirte bien no es razón para hacerlo.',
          'asam-2020',
        ),
      ),
    ),
    section(
      'back',
      'If you use again',
      'Si vuelves a usar',
      text(
        'It is common. It is a sign that treatment needs to restart or change, not that it is over. Safe first, then 1 person, then a call about your medicine today.',
        'Es frecuente. Es señal de que el tratamiento debe retomarse o cambiar, no de que terminó. Primero a salvo, luego 1 persona, luego una llamada hoy por tu medicamento.',
        'nida-principles',
      ),
      go('/learn/tolerance', 'After a break the body takes less', 'Tras una pausa el cuerpo aguanta menos'),
      go('/learn/first-90-days', 'The first 90 days', 'Los primeros 90 días'),
      go('/now/lines', 'Talk to a person', 'Habla con alguien'),
    ),
  ],
  checks: [
    check(
      local(
        'Sam is 3 months in and less happy than he hoped. What fits the survey?',
        'Sam lleva 3 meses y es menos feliz de lo que esperaba. ¿Qué dice la encuesta?',
      ),
      [
        local('It can dip early, and rise later', 'Puede bajar al comienzo y subir después'),
        local('It will stay so', 'Seguirá así'),
      ],
      local(
        'Many felt so early on. Still, weeks of low mood are worth telling a clinician.',
        'A muchos les pasó al comienzo. Aun así, semanas de ánimo bajo conviene contarlas en la consulta.',
      ),
      0,
    ),
    check(
      local(
        'You want to change, and you don’t. What is that?',
        'Quieres cambiar y también no quieres. ¿Qué es eso?',
      ),
      [
        local('A lack of will', 'Falta de voluntad'),
        local('A normal part of change', 'Una parte normal del cambio'),
      ],
      local(
        'You can talk about both sides with a person who listens.',
        'Puedes hablar de los dos lados con alguien que escuche.',
      ),
      1,
    ),
  ],
  related: ['first-90-days', 'depression-and-trauma', 'routine', 'tolerance'],
  writtenOn: '2026-11-26',
  reviewBy: '2027-05-25',
  checkedBy: null,
};
