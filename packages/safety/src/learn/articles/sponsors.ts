import type { Article } from '../article.ts';
import { check, go, list, local, said, section, steps, text } from '../blocks.ts';

export const sponsors: Article = {
  id: 'sponsors',
  topic: 'people',
  readers: ['me'],
  title: local('Sponsors: choosing one, and ending it', 'Padrinos y madrinas: elegir y terminar'),
  lead: local(
    'A sponsor is someone further along who shares what they learned. The choice is yours, at the start and at the end.',
    'Un padrino o una madrina lleva más camino y comparte lo que aprendió. Tú eliges, al empezar y al terminar.',
  ),
  sections: [
    section(
      'what',
      'What a sponsor is',
      'Qué es',
      text(
        'A sponsor is in recovery too, and meets you as an equal. They have been at it longer and tell you how. A sponsor is no therapist or doctor, and has no say over your life.',
        'También está en recuperación y te trata de igual a igual. Lleva más tiempo y te cuenta cómo lo hace. No es terapeuta ni médico, y no manda en tu vida.',
        'aa-sponsorship-1983',
      ),
      text(
        'You can do without one. LifeRing groups, for example, work that way. A mentor or a friend in recovery can be the same kind of strand.',
        'También puedes estar sin esa figura. Así trabajan, por ejemplo, los grupos LifeRing. Un mentor o una amiga en recuperación puede dar el mismo apoyo.',
        'lifering',
      ),
    ),
    section(
      'ask',
      'How to ask',
      'Cómo pedirlo',
      steps(
        said(
          'Listen for a few meetings. Notice who is kind to new people.',
          'Escucha unas cuantas reuniones. Fíjate en quién trata bien a la gente nueva.',
        ),
        said(
          'Look for someone you can talk with freely. AA suggests a person with a year or more behind them, and often of your own gender.',
          'Busca a alguien con quien puedas hablar sin miedo. AA sugiere una persona con un año o más, y muchas veces de tu mismo género.',
          'aa-sponsorship-1983',
        ),
        said(
          'If you take medicine, ask how they see it before you tell more.',
          'Si tomas medicamento, pregunta qué piensa de eso antes de contar más.',
        ),
        said(
          'Ask: “Could we try it for a month?” A no is most likely about time.',
          'Pregunta: “¿Podemos probar un mes?”. Si dice que no, quizá no tiene tiempo.',
        ),
      ),
    ),
    section(
      'agree',
      'Agree on this early',
      'Acuerden esto pronto',
      list(
        said('When you may call, and how.', 'Cuándo puedes llamar y cómo.'),
        said('What stays between you, and what cannot.', 'Qué queda entre ustedes y qué no puede quedar.'),
        said('No money, no sex, no sharing a home.', 'Nada de dinero, nada de sexo, nada de compartir casa.'),
        said(
          'Your family, friends and clinic stay yours.',
          'Tu familia, tus amistades y tu clínica siguen siendo tuyas.',
        ),
        said('Either of you may end it with one line.', 'Cualquiera puede terminar con una frase.'),
      ),
    ),
    section(
      'unsafe',
      'When it is not safe',
      'Cuando no es seguro',
      text(
        'Some people use a newcomer’s trust to get sex, money or control. Members call it 13th-stepping. A survey asked 55 women in AA about 13 such acts. 7 of them had happened to at least half the women. 2 told of rape. So small a survey cannot say how common it is.',
        'Hay quien usa la confianza de alguien nuevo para obtener sexo, dinero o control. Entre miembros lo llaman “el paso 13”. Una encuesta preguntó a 55 mujeres de AA por 13 de esos actos. 7 le habían pasado al menos a la mitad. 2 contaron una violación. Una encuesta tan pequeña no dice qué tan común es.',
        'bogart-2003',
      ),
      list(
        said(
          'They want to meet alone, late, or at home, early on.',
          'Muy pronto quiere verte a solas, de noche o en una casa.',
        ),
        said(
          'They flirt, lend, borrow, or offer you a bed.',
          'Coquetea, presta, pide prestado o te ofrece una cama.',
        ),
        said(
          'They pull you away from others, or tell you to stop medicine.',
          'Te aleja de otras personas o te dice que dejes el medicamento.',
        ),
        said(
          'They want secrets kept, or get angry at a no.',
          'Pide que guardes secretos o se enoja con un no.',
        ),
      ),
      text(
        'None of this is your doing. AA itself says such acts go against its principles.',
        'Nada de esto es culpa tuya. La propia AA dice que esos actos van contra sus principios.',
        'aa-safety-2024',
      ),
    ),
    section(
      'end',
      'How to end it',
      'Cómo terminar',
      text(
        'One line will do: “Thank you for your time. I’m going on in another way.” You owe no reason. If you are afraid, don’t meet to say it. Send it, or say nothing and block the number.',
        'Basta una frase: “Gracias por tu tiempo. Voy a seguir de otra manera”. No debes explicaciones. Si tienes miedo, no se vean para decirlo. Mándalo, o no digas nada y bloquea el número.',
      ),
      text(
        'Tell one person you trust. If someone hurt or threatened you, the police or a violence line can help. AA’s safety card says that calling them goes against no tradition.',
        'Cuéntale a alguien de confianza. Si te hicieron daño o te amenazaron, la policía o una línea contra la violencia pueden ayudar. La tarjeta de seguridad de AA dice que llamar no va contra ninguna tradición.',
        'aa-safety-2024',
      ),
      go('/now/lines', 'Find someone to talk to', 'Buscar con quién hablar'),
    ),
  ],
  checks: [
    check(
      local(
        'What do you owe a sponsor when you want to end it?',
        '¿Qué le debes a tu padrino o madrina si quieres terminar?',
      ),
      [
        local('Nothing. One line is enough.', 'Nada. Basta una frase.'),
        local('A long talk in private', 'Una charla larga a solas'),
        local('A good reason', 'Una buena razón'),
      ],
      local(
        'It is your choice, and you may need distance to be safe.',
        'Es tu decisión, y quizá necesites distancia para estar a salvo.',
      ),
      2,
    ),
    check(
      local(
        'Your new sponsor says: “Leave the clinic, I’m your doctor now.” What is that?',
        'Tu nuevo padrino dice: “Deja la clínica, ahora tu médico soy yo”. ¿Qué es eso?',
      ),
      [
        local('A warning sign', 'Una señal de alerta'),
        local('A normal rule', 'Una regla normal'),
        local('A sign of care', 'Una muestra de cariño'),
      ],
      local(
        'A sponsor gives no medical advice. Stay with your clinic and tell someone you trust.',
        'Un padrino no da consejos médicos. Sigue con tu clínica y cuéntale a alguien de confianza.',
      ),
    ),
  ],
  related: ['groups-kinds', 'first-meeting', 'rights-and-privacy'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
