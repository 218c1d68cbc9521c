import type { Article } from '../article.ts';

export const craftIdeas: Article = {
  id: 'craft-ideas',
  topic: 'families',
  readers: ['family'],
  title: { en: 'Ideas from CRAFT, a method for families', es: 'Ideas de CRAFT, un método para familias' },
  lead: {
    en: 'CRAFT works with what a family can change: its own words and acts. The numbers give hope. They are not a promise.',
    es: 'CRAFT trabaja con lo que una familia puede cambiar: sus propias palabras y actos. Los números dan esperanza. No son una promesa.',
  },
  sections: [
    {
      id: 'what',
      title: { en: 'In short', es: 'En pocas palabras' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'The letters stand for Community Reinforcement and Family Training. You meet with a trained person, often 12 to 14 times. It has three aims. You are safe. Your own life gets better. Your person may say yes to help.',
            es: 'Las letras vienen del inglés: refuerzo comunitario y entrenamiento familiar. Te reúnes con una persona formada, muchas veces de 12 a 14 veces. Tiene tres metas: que estés a salvo, que tu vida mejore y que tu ser querido quizá acepte ayuda.',
            sources: ['craft-2017'],
          },
        },
      ],
    },
    {
      id: 'numbers',
      title: { en: 'The numbers, honestly', es: 'Los números, sin adornos' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'Four trials, 264 relatives: about two in three got their person to begin treatment. That was about three times as many as with 12-step family groups.',
              es: 'Cuatro estudios, 264 familiares: cerca de dos de cada tres lograron que su ser querido empezara tratamiento. Fue unas tres veces más que con grupos familiares de doce pasos.',
              sources: ['craft-review'],
            },
            {
              en: 'A trial with 115 relatives: 62 % with CRAFT, 37 % with the groups. A short form on the invitation alone did as well. Days of drug use fell in all groups alike.',
              es: 'Un estudio con 115 familiares: 62 % con CRAFT y 37 % con los grupos. Una forma corta, solo sobre la invitación, dio igual resultado. Los días de uso bajaron en todos los grupos por igual.',
              sources: ['craft-2017'],
            },
            {
              en: 'Learning it alone did less. In a small US trial it was 40 %, and 60 % in a group. In Danish alcohol clinics a book reached 15 %, and meetings 29 %. Both gaps could be chance.',
              es: 'Aprenderlo a solas dio menos. En un estudio pequeño de Estados Unidos fue 40 %, y 60 % en grupo. En clínicas danesas de alcohol, un libro llegó a 15 % y las reuniones a 29 %. Las dos diferencias podrían ser azar.',
              sources: ['craft-alone', 'craft-denmark'],
            },
            {
              en: 'After opioid detox, in 52 pairs: people used less. They seemed to stay in treatment longer, but that could be chance.',
              es: 'Después de desintoxicarse de opioides, en 52 parejas de estudio: la gente usó menos. Parecía seguir más tiempo en tratamiento, pero eso podría ser azar.',
              sources: ['craft-opioids'],
            },
          ],
        },
        {
          kind: 'text',
          said: {
            en: 'So a page like this one can’t promise you two in three. Relatives felt better with every method that was studied, also with 12-step groups.',
            es: 'Por eso una página como esta no puede prometerte dos de cada tres. Los familiares se sintieron mejor con todos los métodos estudiados, también con los grupos de doce pasos.',
            sources: ['craft-review'],
          },
        },
      ],
    },
    {
      id: 'ideas',
      title: { en: 'Ideas to begin with', es: 'Ideas para empezar' },
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              en: 'Safety first. If there has been violence, talk with a violence line before you change anything.',
              es: 'Primero, la seguridad. Si ha habido violencia, habla con una línea contra la violencia antes de cambiar algo.',
            },
            {
              en: 'Look for the pattern. On which days is there use? When is there none?',
              es: 'Busca el patrón. ¿Qué días hay uso? ¿Cuándo no lo hay?',
            },
            {
              en: 'Make the other times good. A meal, a walk, a word of thanks.',
              es: 'Haz buenos los otros momentos. Una comida, un paseo, un gracias.',
            },
            {
              en: 'When they have used, step back kindly. “I love you. Let’s talk tomorrow.”',
              es: 'Cuando haya usado, retírate con cariño. “Te quiero. Hablamos mañana”.',
            },
            {
              en: 'Let small costs of use stay with them, such as the late call to the boss. Never a cost that could kill.',
              es: 'Deja que los costos pequeños sean suyos, como avisar tarde al trabajo. Nunca un costo que pueda matar.',
            },
            {
              en: 'Have an invitation ready: a place, a number, a free slot this week.',
              es: 'Ten lista una invitación: un lugar, un número, una hora libre esta semana.',
            },
          ],
        },
        {
          kind: 'note',
          said: {
            en: 'Naloxone, a phone, medicine, food and a way to get help are never a reward or a penalty.',
            es: 'La naloxona, el teléfono, el medicamento, la comida y el camino a la ayuda nunca son premio ni castigo.',
          },
        },
      ],
    },
    {
      id: 'moment',
      title: { en: 'Finding the moment', es: 'Encontrar el momento' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Good moments: after something went wrong and they say so. When they ask what you are learning. In a quiet hour without use.',
            es: 'Buenos momentos: después de un mal rato, si la persona lo dice. Cuando pregunta qué estás aprendiendo. En una hora tranquila, sin uso.',
          },
        },
        {
          kind: 'text',
          said: {
            en: '“I called the clinic. They have time on Thursday. I’d go with you. Would you like that?” A no is an answer for today.',
            es: '“Llamé a la clínica. Tienen lugar el jueves. Yo iría contigo. ¿Te gustaría?”. Un no es la respuesta de hoy.',
          },
        },
        {
          kind: 'text',
          said: {
            en: 'In Denmark, treatment began more often when the person knew that their relative was getting help. We don’t know what made the difference. Tell them, if it is safe.',
            es: 'En Dinamarca, el tratamiento empezó más veces cuando la persona sabía que su familiar recibía ayuda. No se sabe qué hizo la diferencia. Cuéntaselo, si no hay peligro.',
            sources: ['craft-telling'],
          },
        },
      ],
    },
    {
      id: 'where',
      title: { en: 'Where to learn it', es: 'Dónde aprenderlo' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Ask a clinic or a family service for CRAFT. SMART Family and Friends meetings use parts of it.',
            es: 'Pregunta por CRAFT en una clínica o un servicio para familias. Las reuniones de SMART Family and Friends usan partes del método.',
            sources: ['smart-family'],
          },
        },
        {
          kind: 'go',
          to: '/learn/talking',
          label: { en: 'Next: talking and listening', es: 'Sigue: hablar y escuchar' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'Which cost should a family never let happen as a lesson?',
        es: '¿Qué costo no debe dejar pasar nunca una familia como lección?',
      },
      options: [
        { en: 'A late call to the boss', es: 'Avisar tarde al trabajo' },
        { en: 'A missed film', es: 'Perderse una película' },
        { en: 'A night without naloxone near', es: 'Una noche sin naloxona cerca' },
      ],
      right: 2,
      because: {
        en: 'Small costs can teach. A cost that could kill teaches nothing.',
        es: 'Los costos pequeños pueden enseñar. Uno que puede matar no enseña nada.',
      },
    },
    {
      question: {
        en: 'Does CRAFT promise that someone begins treatment?',
        es: '¿CRAFT promete que alguien empezará tratamiento?',
      },
      options: [
        { en: 'No. It makes it more likely in trials.', es: 'No. En los estudios lo hace más probable.' },
        { en: 'Yes, in two of three', es: 'Sí, en dos de cada tres' },
        { en: 'Yes, if you try hard', es: 'Sí, si te esfuerzas' },
      ],
      right: 0,
      because: {
        en: 'A no is never a sign that you did it wrong.',
        es: 'Un no nunca quiere decir que lo hiciste mal.',
      },
    },
  ],
  related: ['families-what-helps', 'talking', 'boundaries', 'own-wellbeing'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
