import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const craftIdeas: Article = {
  id: 'craft-ideas',
  topic: 'families',
  readers: ['family'],
  title: local('Ideas from CRAFT, a method for families', 'Ideas de CRAFT, un método para familias'),
  lead: local(
    'CRAFT works with what a family can change: its own words and acts. The numbers give hope. They are not a promise.',
    'CRAFT trabaja con lo que una familia puede cambiar: sus propias palabras y actos. Los números dan esperanza. No son una promesa.',
  ),
  sections: [
    section(
      'what',
      'In short',
      'En pocas palabras',
      text(
        'The letters stand for Community Reinforcement and Family Training. You meet with a trained person, often 12 to 14 times. It has 3 aims. You are safe. Your own life gets better. Your person may say yes to help.',
        'Las letras vienen del inglés: refuerzo comunitario y entrenamiento familiar. Te reúnes con una persona formada, muchas veces de 12 a 14 veces. Tiene 3 metas: que estés a salvo, que tu vida mejore y que tu ser querido quizá acepte ayuda.',
        'craft-2017',
      ),
    ),
    section(
      'numbers',
      'The numbers, honestly',
      'Los números, sin adornos',
      list(
        said(
          '4 trials, 264 relatives: about 2 in 3 got their person to begin treatment. That was about 3 times as many as with 12-step family groups.',
          '4 estudios, 264 familiares: cerca de 2 de cada 3 lograron que su ser querido empezara tratamiento. Fueron unas 3 veces más que con grupos familiares de 12 pasos.',
          'roozen-2010',
        ),
        said(
          'A trial with 115 relatives: 62% with CRAFT, 37% with the groups. A short form on the invitation alone did as well. Days of drug use fell in all groups alike.',
          'Un estudio con 115 familiares: 62% con CRAFT y 37% con los grupos. Una forma corta, solo sobre la invitación, dio igual resultado. Los días de uso bajaron en todos los grupos por igual.',
          'craft-2017',
        ),
        said(
          'Learning it alone did less. In a small US trial it was 40%, and 60% in a group. In Danish alcohol clinics a book reached 15%, and meetings 29%. Both gaps could be chance.',
          'Aprenderlo a solas dio menos. En un estudio pequeño de Estados Unidos fue 40%, y 60% en grupo. En clínicas danesas de alcohol, un libro llegó a 15% y las reuniones a 29%. Las 2 diferencias podrían ser azar.',
          'manuel-2012',
          'craft-denmark-2022',
        ),
        said(
          'After opioid detox, in a trial with 52 pairs of patient and relative: people used less. They seemed to stay in treatment longer, but that could be chance.',
          'Después de desintoxicarse de opioides, en un estudio con 52 pares de paciente y familiar: la gente usó menos. Parecía seguir más tiempo en tratamiento, pero eso podría ser azar.',
          'brigham-2014',
        ),
      ),
      text(
        'So a page like this one can’t promise you 2 in 3. Relatives felt better with every method that was studied, also with 12-step groups.',
        'Por eso una página como esta no puede prometerte 2 de cada 3. Los familiares se sintieron mejor con todos los métodos estudiados, también con los grupos de 12 pasos.',
        'roozen-2010',
      ),
    ),
    section(
      'ideas',
      'Ideas to begin with',
      'Ideas para empezar',
      steps(
        said(
          'Safety first. If there has been violence, talk with a violence line before you change anything.',
          'Primero, la seguridad. Si ha habido violencia, habla con una línea contra la violencia antes de cambiar algo.',
        ),
        said(
          'Look for the pattern. On which days is there use? When is there none?',
          'Busca el patrón. ¿Qué días hay uso? ¿Cuándo no lo hay?',
        ),
        said(
          'Make the other times good. A meal, a walk, a word of thanks.',
          'Haz buenos los otros momentos. Una comida, un paseo, un gracias.',
        ),
        said(
          'When they have used, step back kindly. “I love you. Let’s talk tomorrow.”',
          'Cuando haya usado, retírate con cariño. “Te quiero. Hablamos mañana”.',
        ),
        said(
          'Let small costs of use stay with them, such as the late call to the boss. Never a cost that could kill.',
          'Deja que los costos pequeños sean suyos, como avisar tarde al trabajo. Nunca un costo que pueda matar.',
        ),
        said(
          'Have an invitation ready: a place, a number, a free slot this week.',
          'Ten lista una invitación: un lugar, un número, una hora libre esta semana.',
        ),
      ),
      note(
        'Naloxone, a phone, medicine, food and a way to get help are never a reward or a penalty.',
        'La naloxona, el teléfono, el medicamento, la comida y el camino a la ayuda nunca son premio ni castigo.',
      ),
    ),
    section(
      'moment',
      'Finding the moment',
      'Encontrar el momento',
      text(
        'Good moments: after something went wrong and they say so. When they ask what you are learning. In a quiet hour without use.',
        'Buenos momentos: después de un mal rato, si la persona lo dice. Cuando pregunta qué estás aprendiendo. En una hora tranquila, sin uso.',
      ),
      text(
        '“I called the clinic. They have time on Thursday. I’d go with you. Would you like that?” A no is an answer for today.',
        '“Llamé a la clínica. Tienen lugar el jueves. Yo iría contigo. ¿Te gustaría?”. Un no es la respuesta de hoy.',
      ),
      text(
        'In Denmark, treatment began more often when the person knew that their relative was getting help. We don’t know what made the difference. Tell them, if it is safe.',
        'En Dinamarca, el tratamiento empezó más veces cuando la persona sabía que su familiar recibía ayuda. No se sabe qué hizo la diferencia. Cuéntaselo, si no hay peligro.',
        'hellum-2024',
      ),
    ),
    section(
      'where',
      'Where to learn it',
      'Dónde aprenderlo',
      text(
        'Ask a clinic or a family service for CRAFT. SMART Family and Friends meetings use parts of it.',
        'Pregunta por CRAFT en una clínica o un servicio para familias. Las reuniones de SMART Family and Friends usan partes del método.',
        'smart-family',
      ),
      go('/learn/talking', 'Next: talking and listening', 'Sigue: hablar y escuchar'),
    ),
  ],
  checks: [
    check(
      local(
        'Which cost should a family never let happen as a lesson?',
        '¿Qué costo no debe dejar pasar nunca una familia como lección?',
      ),
      [
        local('A night without naloxone near', 'Una noche sin naloxona cerca'),
        local('A late call to the boss', 'Avisar tarde al trabajo'),
        local('A missed film', 'Perderse una película'),
      ],
      local(
        'Small costs can teach. A cost that could kill teaches nothing.',
        'Los costos pequeños pueden enseñar. Uno que puede matar no enseña nada.',
      ),
      2,
    ),
    check(
      local(
        'Does CRAFT promise that someone begins treatment?',
        '¿CRAFT promete que alguien empezará tratamiento?',
      ),
      [
        local('No. It makes it more likely in trials.', 'No. En los estudios lo hace más probable.'),
        local('Yes, in 2 of 3', 'Sí, en 2 de cada 3'),
        local('Yes, if you try hard', 'Sí, si te esfuerzas'),
      ],
      local('A no is never a sign that you did it wrong.', 'Un no nunca quiere decir que lo hiciste mal.'),
    ),
  ],
  related: ['families-what-helps', 'talking', 'boundaries', 'own-wellbeing'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
