import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const sleep: Article = {
  id: 'sleep',
  topic: 'living',
  readers: ['me', 'family', 'friend'],
  title: local('Sleep, when it won’t come', 'Dormir, cuando no llega el sueño'),
  lead: local(
    'It is 3 in the morning and your eyes are open again. Many people in recovery know this hour.',
    'Las 3 de la mañana y los ojos abiertos otra vez. Mucha gente en recuperación conoce esta hora.',
  ),
  sections: [
    section(
      'common',
      'It is common, and it is not your fault',
      'Es frecuente y no es tu culpa',
      text(
        'Sleep is often poor in withdrawal. It can stay poor for months, sometimes years. Bad sleep is linked with returning to use, so it deserves care.',
        'En la abstinencia se suele dormir mal. Puede durar meses, a veces años. Dormir mal se asocia con volver a usar, así que merece atención.',
        'samhsa-sleep-2014',
      ),
    ),
    section(
      'tonight',
      'If you are awake now',
      'Si ahora no puedes dormir',
      steps(
        said('Get up. Sit somewhere dim and warm.', 'Levántate. Siéntate en un lugar tibio y con poca luz.'),
        said('Do something dull and quiet. No clock.', 'Haz algo aburrido y tranquilo. Sin mirar el reloj.'),
        said(
          'Breathe out slowly, longer than in. Go back when your eyes are heavy.',
          'Suelta el aire despacio, más largo que al tomarlo. Vuelve cuando te pesen los ojos.',
        ),
        said(
          'If the night gets dark inside you, talk to a person. Some lines are open all night.',
          'Si la noche se pone oscura por dentro, habla con alguien. Algunas líneas abren toda la noche.',
        ),
      ),
      note(
        'Don’t add sleeping pills, benzos, alcohol or more opioids to fall asleep. Mixed with opioids they can stop your breathing.',
        'No sumes pastillas para dormir, benzodiacepinas, alcohol ni más opioides. Mezclados con opioides pueden cortarte la respiración.',
        'fda-sedatives-2017',
      ),
    ),
    section(
      'days',
      'What helps over weeks',
      'Lo que ayuda con las semanas',
      list(
        said(
          'Get up at the same time each day, whatever the night was.',
          'Levántate a la misma hora cada día, sea como sea la noche.',
          'cdc-sleep',
        ),
        said(
          'A dark, quiet room that feels comfortable. The phone sleeps elsewhere.',
          'Un cuarto oscuro, cómodo y en silencio. El teléfono duerme en otro lado.',
          'cdc-sleep',
        ),
        said(
          'Move in the daytime. No coffee, alcohol or big meals before bed.',
          'Muévete de día. Nada de café, alcohol o comidas grandes antes de dormir.',
          'cdc-sleep',
        ),
      ),
      text(
        'If it goes on, ask for “CBT for insomnia”. It is a short course that retrains sleep. The sleep doctors’ guide for adults advises it more strongly than anything else.',
        'Si sigue, pregunta por la “terapia cognitivo-conductual para el insomnio”. Es un curso corto que reeduca el sueño. La guía de los médicos del sueño para adultos la recomienda más que ninguna otra.',
        'aasm-2021',
      ),
      text(
        'For people in recovery the evidence is still small. One trial with 21 people could not settle it. The course uses no pills, so there is nothing to mix.',
        'Para personas en recuperación hay todavía poca evidencia. Un ensayo con 21 personas no pudo aclararlo. El curso no usa pastillas, así que no hay nada que mezclar.',
        'speed-2022',
      ),
    ),
    section(
      'tell',
      'What to tell a clinician',
      'Qué decir en la consulta',
      list(
        said(
          'Snoring, pauses in breath, morning headache, tired all day. In one study of 70 people on buprenorphine, 63% had at least mild breathing trouble in sleep.',
          'Ronquidos, pausas al respirar, dolor de cabeza al despertar, cansancio todo el día. En un estudio de 70 personas con buprenorfina, 63% tenía al menos dificultad leve para respirar dormida.',
          'farney-2013',
        ),
        said(
          'What you take to sleep, from a shop or from the street. Nothing on that list is too odd to say.',
          'Lo que tomas para dormir, de la tienda o de la calle. Nada de esa lista es demasiado raro para decirlo.',
        ),
        said(
          'Bad dreams or fear at night. There is help for those too.',
          'Pesadillas o miedo de noche. También hay ayuda para eso.',
        ),
      ),
      text(
        'Keep taking your medicine while you sort this out. Don’t stop or change it on your own.',
        'Sigue con tu medicamento mientras resuelves esto. No lo dejes ni lo cambies por tu cuenta.',
      ),
      go('/learn/stress', 'A body that won’t calm down', 'Un cuerpo que no se calma'),
      go('/now/lines', 'Someone who is awake', 'Una persona despierta a esta hora'),
    ),
  ],
  checks: [
    check(
      local(
        'What is dangerous to add to an opioid at night?',
        '¿Qué es peligroso sumar a un opioide de noche?',
      ),
      [
        local('Alcohol or sleeping pills', 'Alcohol o pastillas para dormir'),
        local('A set time to get up', 'Una hora fija para levantarte'),
        local('A dull book', 'Un libro aburrido'),
      ],
      local(
        'Each of them slows breathing. Together they can stop it.',
        'Cada uno frena la respiración. Juntos pueden cortarla.',
      ),
      1,
    ),
  ],
  related: ['stress', 'routine', 'overdose-and-naloxone'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
