import type { Article } from '../article.ts';
import { check, go, list, local, said, section, steps, text } from '../blocks.ts';

export const firstMeeting: Article = {
  id: 'first-meeting',
  topic: 'people',
  readers: ['me', 'friend'],
  title: local('Your first meeting', 'Tu primera reunión'),
  lead: local(
    'You can sit near the door, say nothing, and leave when you like. This is what usually happens.',
    'Puedes sentarte cerca de la puerta, no decir nada e irte cuando quieras. Esto es lo que suele pasar.',
  ),
  sections: [
    section(
      'before',
      'Before you go',
      'Antes de ir',
      steps(
        said(
          'See if it is open or closed. Anyone may come to an open one. A closed one is for people in recovery, people who use, and people who are not sure.',
          'Mira si es abierta o cerrada. A una abierta puede ir quien quiera. Una cerrada es para quienes están en recuperación, usan o tienen dudas.',
          'na-meeting-types',
        ),
        said(
          'Check the time and the place again. Lists get old.',
          'Revisa otra vez la hora y el lugar. Las listas se quedan viejas.',
        ),
        said(
          'Ask one person to come along, or to be near the phone after.',
          'Pide a una persona que te acompañe, o que tenga el teléfono cerca para después.',
        ),
        said(
          'Plan a way home that does not pass the old places.',
          'Piensa un camino de vuelta que no pase por los lugares de antes.',
        ),
      ),
    ),
    section(
      'room',
      'In the room',
      'Adentro',
      list(
        said(
          'Come a little early. Someone may ask if you are new. Answer as you wish.',
          'Llega un poco antes. Quizá te pregunten si es tu primera vez. Responde lo que quieras.',
          'na-first-meeting',
        ),
        said(
          'Often there is a quiet moment and a short reading. Then people talk, one by one, about their own lives. Most meetings take about an hour.',
          'Muchas veces hay un silencio y una lectura corta. Luego la gente habla, por turnos, de su propia vida. Casi siempre dura cerca de una hora.',
          'na-what-to-expect',
        ),
        said(
          'If they ask for first names, yours is enough. You can say: “I’d like to listen today.” Nobody has to speak.',
          'Si piden nombres, basta con el de pila. Puedes decir: “Hoy prefiero escuchar”. Nadie está obligado a hablar.',
          'na-what-to-expect',
        ),
        said(
          'A basket may go round. You do not have to give.',
          'Puede pasar una canasta. No tienes que dar nada.',
          'na-no-cost',
        ),
      ),
      text(
        'Some people there use hard words for themselves. Those are their words. You don’t have to take them for you.',
        'Algunas personas usan palabras duras para hablar de sí mismas. Son sus palabras. No tienes que usarlas para ti.',
      ),
    ),
    section(
      'used-today',
      'If you used today',
      'Si hoy usaste',
      text(
        'NA writes that people who still use are welcome. Some meetings ask them to listen, and to talk with someone before or after.',
        'NA escribe que quienes todavía usan pueden ir. Algunas reuniones les piden escuchar, y hablar con alguien antes o después.',
        'na-first-meeting',
      ),
      text(
        'Stay with people for a while afterwards. Have naloxone near.',
        'Después quédate un rato con gente. Ten naloxona cerca.',
        'samhsa-toolkit-2025',
      ),
    ),
    section(
      'medicine',
      'If you take medicine',
      'Si tomas medicamento',
      text(
        'What you take is your own affair. You choose whom you tell. If someone presses you to stop, this line may help: “That is between me and my prescriber.”',
        'Lo que tomas es asunto tuyo. Tú eliges a quién contarlo. Si alguien insiste en que lo dejes, puedes decir: “Eso lo veo con quien me receta”.',
        'na-medication-2011',
      ),
    ),
    section(
      'safe',
      'Keeping yourself safe',
      'Cuidarte',
      list(
        said(
          'Keep your last name, address and workplace to yourself at first.',
          'Al principio, guarda tu apellido, tu dirección y tu lugar de trabajo.',
        ),
        said(
          'A meeting is no place for sex, money or favours. AA says that such pressure goes against its principles.',
          'Una reunión no es lugar para sexo, dinero ni favores. AA dice que esa presión va contra sus principios.',
          'aa-safety-2024',
        ),
        said(
          'If you meet someone you fear, leave. You owe no one a reason.',
          'Si ves a alguien que te da miedo, vete. No le debes explicaciones a nadie.',
        ),
      ),
    ),
    section(
      'after',
      'Afterwards',
      'Al salir',
      text(
        'Call the person you chose. Tell them one thing that stayed with you. Decide tomorrow whether you go again. If nothing fit, that was one room of many.',
        'Llama a la persona que elegiste. Cuéntale una cosa que se te quedó. Mañana decides si vuelves. Si nada te gustó, fue una sala entre muchas.',
      ),
      go('/learn/groups-kinds', 'Other kinds of groups', 'Otros tipos de grupos'),
      go('/now/lines', 'Talk to a person now', 'Hablar ahora con alguien'),
    ),
  ],
  checks: [
    check(
      local(
        'They ask you to speak and you don’t want to. What can you say?',
        'Te piden que hables y no quieres. ¿Qué puedes decir?',
      ),
      [
        local('“I’d like to listen today.”', '“Hoy prefiero escuchar”.'),
        local('Nothing. You have to speak.', 'Nada. Hay que hablar.'),
        local('Your full name and address', 'Tu nombre completo y tu dirección'),
      ],
      local(
        'Speaking is a choice. Listening is a full way to take part.',
        'Hablar es una elección. Escuchar también es participar.',
      ),
    ),
    check(
      local(
        'Can you go to an NA meeting if you still use?',
        '¿Puedes ir a una reunión de NA si todavía usas?',
      ),
      [local('Yes', 'Sí'), local('No', 'No'), local('Only with a letter', 'Solo con una carta')],
      local(
        'NA writes that you are welcome. Some meetings ask you to listen.',
        'NA escribe que puedes ir. Algunas reuniones te piden escuchar.',
      ),
      2,
    ),
  ],
  related: ['groups-kinds', 'sponsors'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
