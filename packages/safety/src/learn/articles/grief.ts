import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, text } from '../blocks.ts';

export const grief: Article = {
  id: 'grief',
  topic: 'families',
  readers: ['family', 'friend', 'me'],
  title: local('When someone has died', 'Cuando alguien ha muerto'),
  lead: local(
    'We are sorry. Read a little, or nothing. This page stays here.',
    'Lo sentimos mucho. Lee un poco, o nada. Esta página se queda aquí.',
  ),
  sections: [
    section(
      'first',
      'The first days',
      'Los primeros días',
      list(
        said(
          'Drink water. Eat something soft. Lie down, even without sleep.',
          'Bebe agua. Come algo suave. Acuéstate, aunque no duermas.',
        ),
        said('Let one person answer the phone for you.', 'Deja que alguien conteste el teléfono por ti.'),
        said(
          'There may be police, a medical examiner, papers. It can feel cold and slow. Take someone along, and write down names.',
          'Quizá haya policía, médicos forenses, papeles. Puede sentirse frío y lento. Ve con alguien y anota los nombres.',
          'overdose-grief-2016',
        ),
        said(
          'You choose what to say about how they died. “They died suddenly” is enough.',
          'Tú eliges qué decir de cómo murió. Basta con “murió de repente”.',
        ),
      ),
    ),
    section(
      'guilt',
      'The “if only”',
      'El “si yo hubiera”',
      text(
        'If only I had called. If only I had been firm, or soft, or home. Many who lose a person in this way know such thoughts. Parents in one study said guilt took up much of the early time.',
        'Si yo hubiera llamado. Si hubiera sido más firme, o más suave, o estado en casa. Muchos de los que pierden así a alguien conocen esas ideas. En un estudio, madres y padres contaron que la culpa llenó los primeros tiempos.',
        'titlestad-2020',
        'overdose-grief-2016',
      ),
      text(
        'You acted with what you knew on that day. Love was in it, also on the days you shouted. You may also feel relief that the fear is over. That happens too, beside the love.',
        'Actuaste con lo que sabías ese día. Ahí había amor, también los días en que gritaste. Quizá sientas alivio porque el miedo terminó. Eso también pasa, junto al amor.',
      ),
    ),
    section(
      'stigma',
      'What others say',
      'Lo que dicen otros',
      text(
        'Many people who grieve a drug death meet hard words, or silence. Some begin to feel that they have no right to mourn. You have it. Your person was more than the last day.',
        'Muchas personas en este duelo reciben palabras duras, o silencio. Algunas llegan a sentir que no tienen derecho a llorar. Lo tienes. Tu ser querido fue mucho más que su último día.',
        'overdose-grief-2016',
        'grief-guidelines-2015',
      ),
      text(
        'You can say: “I’d like to talk about who they were, and leave out how they died.”',
        'Puedes decir: “Quiero hablar de quién era, y no de cómo murió”.',
      ),
    ),
    section(
      'use',
      'If you use, or once did',
      'Si tú usas, o usabas',
      text(
        'Grief and drug use can feed each other. Tell one person that these weeks are risky for you. If you take medicine, stay on it. If you stopped using a while ago, your body can take much less than before.',
        'El duelo y el uso de drogas pueden alimentarse entre sí. Dile a alguien que estas semanas son peligrosas para ti. Si tomas medicamento, sigue. Si hace tiempo que no usas, tu cuerpo aguanta mucho menos que antes.',
        'grief-and-use-2023',
        'strang-2003',
      ),
      go('/now', 'If it is hard right now', 'Si ahora mismo es difícil'),
    ),
    section(
      'later',
      'Later',
      'Más adelante',
      text(
        'People in grief often swing: a day in the pain, a day in the world. Both belong. For most, the pain slowly changes. For some it stays as strong after a year and blocks their life. A doctor or therapist can help with that.',
        'En el duelo se va y se viene: un día en el dolor, un día en el mundo. Ambas cosas valen. Para la mayoría, el dolor cambia poco a poco. En algunas personas sigue igual de fuerte después de un año y no las deja vivir. Con eso puede ayudar un médico o terapeuta.',
        'titlestad-2020',
        'apa-2022',
      ),
      text(
        'People with the same loss may understand what others can’t. Ask a hospice, a family service or a line for such a group. Keep the date of the death, and their birthday, for company.',
        'Quienes tienen la misma pérdida quizá entiendan lo que otros no pueden. Pregunta por un grupo así en cuidados paliativos, un servicio para familias o una línea. Guarda el día de su muerte y su cumpleaños para estar con alguien.',
      ),
      note(
        'If you think of dying too, please don’t stay alone with it. Call now.',
        'Si piensas en morir tú también, no te quedes a solas con eso. Llama ahora.',
      ),
      go('/now/lines', 'Talk to a person now', 'Hablar ahora con alguien'),
    ),
  ],
  checks: [
    check(
      local('What must you tell people about how they died?', '¿Qué tienes que contar sobre cómo murió?'),
      [
        local('Only what you choose', 'Solo lo que tú elijas'),
        local('The whole story', 'Toda la historia'),
        local('Nothing, it is a secret', 'Nada, es un secreto'),
      ],
      local(
        'It is your story too. You may say a little now and more another day.',
        'También es tu historia. Puedes decir poco hoy y más otro día.',
      ),
      1,
    ),
  ],
  related: ['own-wellbeing', 'talking', 'tolerance'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
