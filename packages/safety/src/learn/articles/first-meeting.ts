import type { Article } from '../article.ts';

export const firstMeeting: Article = {
  id: 'first-meeting',
  topic: 'people',
  readers: ['me', 'friend'],
  title: { en: 'Your first meeting', es: 'Tu primera reunión' },
  lead: {
    en: 'You can sit near the door, say nothing, and leave when you like. This is what usually happens.',
    es: 'Puedes sentarte cerca de la puerta, no decir nada e irte cuando quieras. Esto es lo que suele pasar.',
  },
  sections: [
    {
      id: 'before',
      title: { en: 'The day of', es: 'El mismo día' },
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              en: 'See if it is open or closed. Anyone may come to an open one. A closed one is for people who use, or who think it may have become too much.',
              es: 'Mira si es abierta o cerrada. A una abierta puede ir quien quiera. Una cerrada es para quienes usan o creen que ya es demasiado.',
              sources: ['na-meeting-types'],
            },
            {
              en: 'Check the time and the place again. Lists get old.',
              es: 'Revisa otra vez la hora y el lugar. Las listas se quedan viejas.',
            },
            {
              en: 'Ask one person to come along, or to be near the phone after.',
              es: 'Pide a una persona que te acompañe, o que tenga el teléfono cerca para después.',
            },
            {
              en: 'Plan a way home that does not pass the old places.',
              es: 'Piensa un camino de vuelta que no pase por los lugares de antes.',
            },
          ],
        },
      ],
    },
    {
      id: 'room',
      title: { en: 'In the room', es: 'Adentro' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'Come a little early. Someone may ask if you are new. Answer as you wish.',
              es: 'Llega un poco antes. Quizá te pregunten si es tu primera vez. Responde lo que quieras.',
              sources: ['na-first-meeting'],
            },
            {
              en: 'Often there is a quiet moment and a short reading. Then people talk, one by one, about their own lives. Most meetings take about an hour.',
              es: 'Muchas veces hay un silencio y una lectura corta. Luego la gente habla, por turnos, de su propia vida. Casi siempre dura cerca de una hora.',
              sources: ['na-what-to-expect'],
            },
            {
              en: 'If they ask for first names, yours is enough. You can say: “I’d like to listen today.” Nobody has to speak.',
              es: 'Si piden nombres, basta con el de pila. Puedes decir: “Hoy prefiero escuchar”. Nadie está obligado a hablar.',
              sources: ['na-what-to-expect'],
            },
            {
              en: 'A basket may go round. You do not have to give.',
              es: 'Puede pasar una canasta. No tienes que dar nada.',
              sources: ['na-no-cost'],
            },
          ],
        },
        {
          kind: 'text',
          said: {
            en: 'Some people there use hard words for themselves. Those are their words. You don’t have to take them for you.',
            es: 'Algunas personas usan palabras duras para hablar de sí mismas. Son sus palabras. No tienes que usarlas para ti.',
          },
        },
      ],
    },
    {
      id: 'used-today',
      title: { en: 'If you used today', es: 'Si hoy usaste' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'NA writes that people who still use are welcome. Some meetings ask them to listen, and to talk with someone before or after.',
            es: 'NA escribe que quienes todavía usan pueden ir. Algunas reuniones les piden escuchar, y hablar con alguien antes o después.',
            sources: ['na-first-meeting'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'Stay with people for a while afterwards. Have naloxone near.',
            es: 'Después quédate un rato con gente. Ten naloxona cerca.',
            sources: ['overdose-toolkit'],
          },
        },
      ],
    },
    {
      id: 'medicine',
      title: { en: 'If you take medicine', es: 'Si tomas medicamento' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'What you take is your own affair. You choose whom you tell. If someone presses you to stop, this line may help: “That is between me and my prescriber.”',
            es: 'Lo que tomas es asunto tuyo. Tú eliges a quién contarlo. Si alguien insiste en que lo dejes, puedes decir: “Eso lo veo con quien me receta”.',
            sources: ['na-groups-medication'],
          },
        },
      ],
    },
    {
      id: 'safe',
      title: { en: 'Keeping yourself safe', es: 'Cuidarte' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'Keep your last name, address and workplace to yourself at first.',
              es: 'Al principio, guarda tu apellido, tu dirección y tu lugar de trabajo.',
            },
            {
              en: 'A meeting is no place for sex, money or favours. AA says that such pressure goes against its principles.',
              es: 'Una reunión no es lugar para sexo, dinero ni favores. AA dice que esa presión va contra sus principios.',
              sources: ['aa-safety'],
            },
            {
              en: 'If you meet someone you fear, leave. You owe no one a reason.',
              es: 'Si ves a alguien que te da miedo, vete. No le debes explicaciones a nadie.',
            },
          ],
        },
      ],
    },
    {
      id: 'after',
      title: { en: 'Afterwards', es: 'Al salir' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Call the person you chose. Tell them one thing that stayed with you. Decide tomorrow whether you go again. If nothing fit, that was one room of many.',
            es: 'Llama a la persona que elegiste. Cuéntale una cosa que se te quedó. Mañana decides si vuelves. Si nada te gustó, fue una sala entre muchas.',
          },
        },
        {
          kind: 'go',
          to: '/learn/groups-kinds',
          label: { en: 'Other kinds of groups', es: 'Otros tipos de grupos' },
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
        en: 'They ask you to speak and you don’t want to. What can you say?',
        es: 'Te piden que hables y no quieres. ¿Qué puedes decir?',
      },
      options: [
        { en: '“I’d like to listen today.”', es: '“Hoy prefiero escuchar”.' },
        { en: 'Nothing. You have to speak.', es: 'Nada. Hay que hablar.' },
        { en: 'Your full name and address', es: 'Tu nombre completo y tu dirección' },
      ],
      right: 0,
      because: {
        en: 'Speaking is a choice. Listening is a full way to take part.',
        es: 'Hablar es una elección. Escuchar también es participar.',
      },
    },
    {
      question: {
        en: 'Can you go to an NA meeting if you still use?',
        es: '¿Puedes ir a una reunión de NA si todavía usas?',
      },
      options: [
        { en: 'No', es: 'No' },
        { en: 'Only with a letter', es: 'Solo con una carta' },
        { en: 'Yes', es: 'Sí' },
      ],
      right: 2,
      because: {
        en: 'NA writes that you are welcome. Some meetings ask you to listen.',
        es: 'NA escribe que puedes ir. Algunas reuniones te piden escuchar.',
      },
    },
  ],
  related: ['groups-kinds', 'sponsors'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
