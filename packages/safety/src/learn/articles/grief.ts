import type { Article } from '../article.ts';

export const grief: Article = {
  id: 'grief',
  topic: 'families',
  readers: ['family', 'friend', 'me'],
  title: { en: 'When someone has died', es: 'Cuando alguien ha muerto' },
  lead: {
    en: 'We are sorry. Read a little, or nothing. This page stays here.',
    es: 'Lo sentimos mucho. Lee un poco, o nada. Esta página se queda aquí.',
  },
  sections: [
    {
      id: 'first',
      title: { en: 'The first days', es: 'Los primeros días' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'Drink water. Eat something soft. Lie down, even without sleep.',
              es: 'Bebe agua. Come algo suave. Acuéstate, aunque no duermas.',
            },
            {
              en: 'Let one person answer the phone for you.',
              es: 'Deja que alguien conteste el teléfono por ti.',
            },
            {
              en: 'There may be police, a medical examiner, papers. It can feel cold and slow. Take someone along, and write down names.',
              es: 'Quizá haya policía, médicos forenses, papeles. Puede sentirse frío y lento. Ve con alguien y anota los nombres.',
              sources: ['overdose-grief'],
            },
            {
              en: 'You choose what to say about how they died. “They died suddenly” is enough.',
              es: 'Tú eliges qué decir de cómo murió. Basta con “murió de repente”.',
            },
          ],
        },
      ],
    },
    {
      id: 'guilt',
      title: { en: 'The “if only”', es: 'El “si yo hubiera”' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'If only I had called. If only I had been firm, or soft, or home. Many who lose a person in this way know such thoughts. Parents in one study said guilt took up much of the early time.',
            es: 'Si yo hubiera llamado. Si hubiera sido más firme, o más suave, o estado en casa. Muchos de los que pierden así a alguien conocen esas ideas. En un estudio, madres y padres contaron que la culpa llenó los primeros tiempos.',
            sources: ['grief-parents', 'overdose-grief'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'You acted with what you knew on that day. Love was in it, also on the days you shouted. You may also feel relief that the fear is over. That happens too, beside the love.',
            es: 'Hiciste lo que pudiste con lo que sabías ese día. Ahí había amor, también los días en que gritaste. Quizá sientas alivio porque el miedo terminó. Eso también pasa, junto al amor.',
          },
        },
      ],
    },
    {
      id: 'stigma',
      title: { en: 'What others say', es: 'Lo que dicen otros' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Many people who grieve a drug death meet hard words, or silence. Some begin to feel that they have no right to mourn. You have it. Your person was more than the last day.',
            es: 'Muchas personas en este duelo reciben palabras duras, o silencio. Algunas llegan a sentir que no tienen derecho a llorar. Lo tienes. Tu ser querido fue mucho más que su último día.',
            sources: ['overdose-grief', 'grief-guidelines'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'You can say: “I’d like to talk about who she was, and leave out how she died.”',
            es: 'Puedes decir: “Quiero hablar de quién era, y no de cómo murió”.',
          },
        },
      ],
    },
    {
      id: 'use',
      title: { en: 'If you use, or once did', es: 'Si tú usas, o usabas' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Grief and drug use can feed each other. Tell one person that these weeks are risky for you. If you take medicine, stay on it. If you stopped using a while ago, your body can take much less than before.',
            es: 'El duelo y el uso de drogas pueden alimentarse entre sí. Dile a alguien que estas semanas son peligrosas para ti. Si tomas medicamento, sigue. Si hace tiempo que no usas, tu cuerpo aguanta mucho menos que antes.',
            sources: ['grief-and-use', 'detox-deaths'],
          },
        },
        {
          kind: 'go',
          to: '/now',
          label: { en: 'If it is hard right now', es: 'Si ahora mismo es difícil' },
        },
      ],
    },
    {
      id: 'later',
      title: { en: 'Later', es: 'Más adelante' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'People in grief often swing: a day in the pain, a day in the world. Both belong. For most, the pain slowly changes. For some it stays as strong after a year and blocks their life. A doctor or therapist can help with that.',
            es: 'En el duelo se va y se viene: un día en el dolor, un día en el mundo. Las dos cosas valen. Para la mayoría, el dolor cambia poco a poco. En algunas personas sigue igual de fuerte después de un año y no las deja vivir. Con eso puede ayudar un médico o terapeuta.',
            sources: ['grief-parents', 'prolonged-grief'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'People with the same loss may understand what others can’t. Ask a hospice, a family service or a line for such a group. Keep the date of the death, and their birthday, for company.',
            es: 'Quienes tienen la misma pérdida quizá entiendan lo que otros no pueden. Pregunta por un grupo así en un hospicio, un servicio para familias o una línea. Guarda el día de su muerte y su cumpleaños para estar con alguien.',
          },
        },
        {
          kind: 'note',
          said: {
            en: 'If you think of dying too, please don’t stay alone with it. Call now.',
            es: 'Si piensas en morir tú también, no te quedes a solas con eso. Llama ahora.',
          },
        },
        {
          kind: 'go',
          to: '/now/lines',
          label: { en: 'Talk to a person now', es: 'Hablar ahora con alguien' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'What must you tell people about how they died?',
        es: '¿Qué tienes que contar sobre cómo murió?',
      },
      options: [
        { en: 'The whole story', es: 'Toda la historia' },
        { en: 'Only what you choose', es: 'Solo lo que tú elijas' },
        { en: 'Nothing, it is a secret', es: 'Nada, es un secreto' },
      ],
      right: 1,
      because: {
        en: 'It is your story too. You may say a little now and more another day.',
        es: 'También es tu historia. Puedes decir poco hoy y más otro día.',
      },
    },
  ],
  related: ['own-wellbeing', 'talking', 'tolerance'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
