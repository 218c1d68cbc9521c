import type { Article } from '../article.ts';

export const sponsors: Article = {
  id: 'sponsors',
  topic: 'people',
  readers: ['me'],
  title: { en: 'Sponsors: choosing one, and ending it', es: 'Padrinos y madrinas: elegir y terminar' },
  lead: {
    en: 'A sponsor is someone further along who shares what they learned. The choice is yours, at the start and at the end.',
    es: 'Un padrino o una madrina va más adelante y comparte lo que aprendió. Tú eliges, al empezar y al terminar.',
  },
  sections: [
    {
      id: 'what',
      title: { en: 'What a sponsor is', es: 'Qué es' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Two people in recovery, meeting as equals. One has been at it longer and tells how. A sponsor is no therapist or doctor, and has no say over your life.',
            es: 'Son dos personas en recuperación que se tratan como iguales. Una lleva más tiempo y cuenta cómo lo hace. No es terapeuta ni médico, y no manda en tu vida.',
            sources: ['aa-sponsorship'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'You can do without one. LifeRing groups, for example, have none. A mentor or a friend in recovery can be the same kind of strand.',
            es: 'También puedes estar sin esa figura. Los grupos LifeRing, por ejemplo, no la tienen. Un mentor o una amiga en recuperación puede dar el mismo apoyo.',
            sources: ['lifering-philosophy'],
          },
        },
      ],
    },
    {
      id: 'ask',
      title: { en: 'How to ask', es: 'Cómo pedirlo' },
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              en: 'Listen for a few meetings. Notice who is kind to new people.',
              es: 'Escucha unas cuantas reuniones. Fíjate en quién trata bien a la gente nueva.',
            },
            {
              en: 'Look for someone you can talk with freely. AA suggests a person with a year or more behind them, and often of your own gender.',
              es: 'Busca a alguien con quien puedas hablar sin miedo. AA sugiere una persona con un año o más, y muchas veces de tu mismo género.',
              sources: ['aa-sponsorship'],
            },
            {
              en: 'If you take medicine, ask how they see it before you tell more.',
              es: 'Si tomas medicamento, pregunta qué piensa de eso antes de contar más.',
            },
            {
              en: 'Ask: “Could we try it for a month?” A no is about their time.',
              es: 'Pregunta: “¿Podemos probar un mes?”. Un no habla de su tiempo.',
            },
          ],
        },
      ],
    },
    {
      id: 'agree',
      title: { en: 'Agree on this early', es: 'Acuerden esto pronto' },
      blocks: [
        {
          kind: 'list',
          items: [
            { en: 'When you may call, and how.', es: 'Cuándo puedes llamar y cómo.' },
            {
              en: 'What stays between you, and what cannot.',
              es: 'Qué queda entre ustedes y qué no puede quedar.',
            },
            {
              en: 'No money, no sex, no sharing a home.',
              es: 'Nada de dinero, nada de sexo, nada de compartir casa.',
            },
            {
              en: 'Your family, friends and clinic stay yours.',
              es: 'Tu familia, tus amistades y tu clínica siguen siendo tuyas.',
            },
            {
              en: 'Either of you may end it with one line.',
              es: 'Cualquiera puede terminar con una frase.',
            },
          ],
        },
      ],
    },
    {
      id: 'unsafe',
      title: { en: 'When it is not safe', es: 'Cuando no es seguro' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Some people use a newcomer’s trust to get sex, money or control. Members call it 13th-stepping. A survey asked 55 women in AA about 13 such acts. Seven of them had happened to at least half the women. Two told of rape. So small a survey cannot say how common it is.',
            es: 'Hay quien usa la confianza de alguien nuevo para obtener sexo, dinero o control. En inglés lo llaman “paso 13”. Una encuesta preguntó a 55 mujeres de AA por 13 de esos actos. Siete le habían pasado al menos a la mitad. Dos contaron una violación. Una encuesta tan pequeña no dice qué tan común es.',
            sources: ['thirteenth-stepping'],
          },
        },
        {
          kind: 'list',
          items: [
            {
              en: 'They want to meet alone, late, or at home, early on.',
              es: 'Muy pronto quiere verte a solas, de noche o en una casa.',
            },
            {
              en: 'They flirt, lend, borrow, or offer you a bed.',
              es: 'Coquetea, presta, pide prestado o te ofrece una cama.',
            },
            {
              en: 'They pull you away from others, or tell you to stop medicine.',
              es: 'Te aleja de otras personas o te dice que dejes el medicamento.',
            },
            {
              en: 'They want secrets kept, or get angry at a no.',
              es: 'Pide que guardes secretos o se enoja con un no.',
            },
          ],
        },
        {
          kind: 'text',
          said: {
            en: 'None of this is your doing. AA itself says such acts go against its principles.',
            es: 'Nada de esto es culpa tuya. La propia AA dice que esos actos van contra sus principios.',
            sources: ['aa-safety'],
          },
        },
      ],
    },
    {
      id: 'end',
      title: { en: 'How to end it', es: 'Cómo terminar' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'One line will do: “Thank you for your time. I’m going on in another way.” You owe no reason. If you are afraid, don’t meet to say it. Send it, or say nothing and block the number.',
            es: 'Basta una frase: “Gracias por tu tiempo. Voy a seguir de otra manera”. No debes explicaciones. Si tienes miedo, no se vean para decirlo. Mándalo, o no digas nada y bloquea el número.',
          },
        },
        {
          kind: 'text',
          said: {
            en: 'Tell one person you trust. If someone hurt or threatened you, the police or a violence line can help. AA’s safety card says that calling them goes against no tradition.',
            es: 'Cuéntale a alguien de confianza. Si te hicieron daño o te amenazaron, la policía o una línea contra la violencia pueden ayudar. La tarjeta de seguridad de AA dice que llamar no va contra ninguna tradición.',
            sources: ['aa-safety'],
          },
        },
        {
          kind: 'go',
          to: '/now/lines',
          label: { en: 'Find someone to talk to', es: 'Buscar con quién hablar' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'What do you owe a sponsor when you want to end it?',
        es: '¿Qué le debes a tu padrino o madrina si quieres terminar?',
      },
      options: [
        { en: 'A long talk in private', es: 'Una charla larga a solas' },
        { en: 'A good reason', es: 'Una buena razón' },
        { en: 'Nothing. One line is enough.', es: 'Nada. Basta una frase.' },
      ],
      right: 2,
      because: {
        en: 'It is your choice, and you may need distance to be safe.',
        es: 'Es tu decisión, y quizá necesites distancia para estar a salvo.',
      },
    },
    {
      question: {
        en: 'Your new sponsor says: “Leave the clinic, I’m your doctor now.” What is that?',
        es: 'Tu nuevo padrino dice: “Deja la clínica, ahora tu médico soy yo”. ¿Qué es eso?',
      },
      options: [
        { en: 'A warning sign', es: 'Una señal de alerta' },
        { en: 'A normal rule', es: 'Una regla normal' },
        { en: 'A sign of care', es: 'Una muestra de cariño' },
      ],
      right: 0,
      because: {
        en: 'A sponsor gives no medical advice. Stay with your clinic and tell someone you trust.',
        es: 'Un padrino no da consejos médicos. Sigue con tu clínica y cuéntale a alguien de confianza.',
      },
    },
  ],
  related: ['groups-kinds', 'first-meeting', 'rights-and-privacy'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
