import type { Article } from '../article.ts';

export const groupsKinds: Article = {
  id: 'groups-kinds',
  topic: 'people',
  readers: ['me', 'family', 'friend'],
  title: {
    en: 'Kinds of groups, and how they see medicine',
    es: 'Tipos de grupos y qué piensan de los medicamentos',
  },
  lead: {
    en: 'There is more than one kind of group. You can try several, keep what helps, and keep your medicine.',
    es: 'Hay más de un tipo de grupo. Puedes probar varios, quedarte con lo que te ayuda y seguir con tu medicamento.',
  },
  sections: [
    {
      id: 'kinds',
      title: { en: 'Who meets, and how', es: 'Quiénes se reúnen y cómo' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'Twelve-step groups, such as Narcotics Anonymous (NA). People tell how they live with recovery and work through steps. No fee.',
              es: 'Grupos de doce pasos, como Narcóticos Anónimos (NA). La gente cuenta cómo vive su recuperación y sigue unos pasos. No se paga.',
              sources: ['na-what-to-expect', 'na-no-cost'],
            },
            {
              en: 'Skills groups, such as SMART Recovery. They use tools for urges, thoughts and plans, and no steps.',
              es: 'Grupos de herramientas, como SMART Recovery. Se practican modos de manejar las ganas, las ideas y los planes. No hay pasos.',
              sources: ['smart-family'],
            },
            {
              en: 'Groups without prayer or steps, such as LifeRing. Members lead them, and nobody needs a sponsor.',
              es: 'Grupos sin oración ni pasos, como LifeRing. Los dirigen sus miembros, y nadie necesita padrino o madrina.',
              sources: ['lifering-philosophy'],
            },
            {
              en: 'Groups made for people on medicine, such as Medication-Assisted Recovery Anonymous (MARA).',
              es: 'Grupos para personas que toman medicamento, como Medication-Assisted Recovery Anonymous (MARA).',
              sources: ['mara-interviews'],
            },
            {
              en: 'Groups for relatives and friends, such as Nar-Anon or SMART Family and Friends.',
              es: 'Grupos para familiares y amistades, como Nar-Anon o SMART Family and Friends.',
              sources: ['nar-anon', 'smart-family'],
            },
          ],
        },
        {
          kind: 'text',
          said: {
            en: 'Many meet online too. Some are for women, for young people, or for LGBTQ+ people.',
            es: 'Muchos se reúnen también en línea. Algunos son para mujeres, para jóvenes o para personas LGBTQ+.',
          },
        },
      ],
    },
    {
      id: 'medicine',
      title: { en: 'What they say about medicine', es: 'Qué dicen de los medicamentos' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Methadone and buprenorphine are treatment. In 36 studies, people died about half as often while they took them. Not every group sees it so. Here is what each one writes.',
            es: 'La metadona y la buprenorfina son tratamiento. En 36 estudios hubo cerca de la mitad de muertes mientras las personas las tomaban. No todos los grupos lo ven igual. Esto es lo que escribe cada uno.',
            sources: ['oat-and-deaths'],
          },
        },
        {
          kind: 'list',
          items: [
            {
              en: 'NA: everyone is welcome at meetings. NA means complete abstinence, and sets these medicines apart from other prescriptions. Each group decides whether people on them may speak or lead.',
              es: 'NA: todas las personas pueden ir a las reuniones. NA busca la abstinencia completa y ve estos medicamentos aparte de otras recetas. Cada grupo decide si quien los toma puede hablar o dirigir.',
              sources: ['na-groups-medication', 'na-bulletin-29'],
            },
            {
              en: 'AA: no member should play doctor. Advice about medicine comes from a doctor.',
              es: 'AA: ningún miembro debe hacer de médico. Los consejos sobre medicamentos los da un profesional de la salud.',
              sources: ['aa-medications'],
            },
            {
              en: 'SMART Recovery USA: it supports prescribed methadone and buprenorphine.',
              es: 'SMART Recovery de Estados Unidos: apoya la metadona y la buprenorfina recetadas.',
              sources: ['smart-medication'],
            },
            {
              en: 'LifeRing: it supports medicine taken as prescribed, when you are honest with your doctor.',
              es: 'LifeRing: apoya el medicamento tomado como se recetó, si hablas claro con tu médico.',
              sources: ['lifering-philosophy'],
            },
            {
              en: 'MARA: it is there for people on medicine. In a small study, they felt less judged than in AA or NA.',
              es: 'MARA: está para quienes toman medicamento. En un estudio pequeño se sintieron menos juzgados que en AA o NA.',
              sources: ['mara-interviews'],
            },
          ],
        },
        {
          kind: 'text',
          said: {
            en: 'Groups with the same name can differ. One room may be cold and the next one warm.',
            es: 'Dos grupos con el mismo nombre pueden ser distintos. Uno puede ser frío y el siguiente, cálido.',
            sources: ['na-rooms-differ'],
          },
        },
        {
          kind: 'note',
          said: {
            en: 'Nobody in a group can tell you to stop your medicine. Talk with your prescriber before any change. After a break, a dose that was once usual can kill.',
            es: 'Nadie de un grupo puede decirte que dejes tu medicamento. Habla con quien te lo receta antes de cambiar algo. Después de una pausa, una dosis que antes era normal puede matar.',
            sources: ['aa-medications', 'detox-deaths'],
          },
        },
      ],
    },
    {
      id: 'research',
      title: { en: 'What studies can tell', es: 'Qué saben los estudios' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Among 300 people on buprenorphine, those who went to more NA meetings more often stayed in treatment. Those who were made to go did no better.',
            es: 'Entre 300 personas con buprenorfina, quienes fueron más a NA siguieron más en el tratamiento. A quienes se les obligó a ir no les fue mejor.',
            sources: ['na-and-buprenorphine'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'A review of 2025 calls the evidence hopeful but not complete. People who choose a group may differ from the start. For newer groups there is little research yet.',
            es: 'Una revisión de 2025 dice que los datos dan esperanza, pero faltan más. Quienes eligen un grupo quizá ya eran distintos. De los grupos nuevos se sabe poco todavía.',
            sources: ['mutual-help-review'],
          },
        },
      ],
    },
    {
      id: 'choose',
      title: { en: 'Finding one that fits', es: 'Encontrar el tuyo' },
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              en: 'Pick two groups of different kinds. Online counts.',
              es: 'Elige dos grupos de distinto tipo. En línea también vale.',
            },
            {
              en: 'If you take medicine, ask first: “Can people on methadone or buprenorphine speak here?”',
              es: 'Si tomas medicamento, pregunta antes: “¿Aquí pueden hablar quienes toman metadona o buprenorfina?”.',
            },
            {
              en: 'Go, and see how you feel afterwards. If you felt shamed, try another door.',
              es: 'Ve y mira cómo te sientes después. Si te hicieron sentir vergüenza, prueba otra puerta.',
            },
          ],
        },
        {
          kind: 'go',
          to: '/learn/first-meeting',
          label: { en: 'Your first meeting', es: 'Tu primera reunión' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'Someone at a group says you must stop methadone. What is a safe next step?',
        es: 'Alguien del grupo dice que debes dejar la metadona. ¿Cuál es un próximo paso seguro?',
      },
      options: [
        { en: 'Stop it today', es: 'Dejarla hoy' },
        {
          en: 'Keep taking it and talk with your prescriber',
          es: 'Seguir tomándola y hablar con quien la receta',
        },
        { en: 'Take half for a while', es: 'Tomar la mitad por un tiempo' },
      ],
      right: 1,
      because: {
        en: 'Changes belong to you and your prescriber. The weeks after stopping are dangerous.',
        es: 'Los cambios los deciden tú y quien te receta. Las semanas después de dejarla son peligrosas.',
      },
    },
  ],
  related: ['first-meeting', 'sponsors', 'not-substituting'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
