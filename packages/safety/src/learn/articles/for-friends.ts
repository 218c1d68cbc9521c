import type { Article } from '../article.ts';

export const forFriends: Article = {
  id: 'for-friends',
  topic: 'families',
  readers: ['friend'],
  title: { en: 'For a friend', es: 'Si eres su amigo o su amiga' },
  lead: {
    en: 'You are not their nurse or their guard. You are the one who knew them before, and still calls.',
    es: 'No tienes que hacer de enfermera ni de guardia. Eres alguien que estaba antes y que sigue llamando.',
  },
  sections: [
    {
      id: 'stay',
      title: { en: 'Stay a friend', es: 'Sigue siendo su amistad' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'Ask about the dog, the match, the new song. Not each time about drugs.',
              es: 'Pregunta por el perro, el partido, la canción nueva. No siempre por las drogas.',
            },
            {
              en: 'Plan things without alcohol or drugs, with an easy way to leave.',
              es: 'Haz planes sin alcohol ni drogas, de los que sea fácil irse.',
            },
            {
              en: 'Say your limits early. “I can talk until eleven. I can’t lend money.”',
              es: 'Di pronto tus límites. “Puedo hablar hasta las once. No puedo prestar dinero”.',
            },
            {
              en: 'If they go quiet, send one line that needs no reply. “Thinking of you.”',
              es: 'Si deja de responder, manda una línea que no pida respuesta. “Pienso en ti”.',
            },
          ],
        },
      ],
    },
    {
      id: 'still-using',
      title: { en: 'If they still use', es: 'Si todavía usa' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'Carry naloxone. Friends should have it too, says the World Health Organization.',
              es: 'Lleva naloxona. Las amistades también deben tenerla, dice la Organización Mundial de la Salud.',
              sources: ['who-overdose'],
            },
            {
              en: 'Ask them to tell you when they use, so that they are not alone.',
              es: 'Pídele que te avise cuando use, para no estar a solas.',
              sources: ['overdose-toolkit'],
            },
            {
              en: 'They won’t wake or breathe badly: call, give naloxone, stay.',
              es: 'Si no despierta o respira mal: llama, dale naloxona y quédate.',
              sources: ['overdose-toolkit'],
            },
            {
              en: 'If they say they want to stop: “Shall we call a clinic together?” Have a number ready.',
              es: 'Si dice que quiere parar: “¿Llamamos juntos a una clínica?”. Ten un número listo.',
            },
          ],
        },
        {
          kind: 'go',
          to: '/now/overdose',
          label: { en: 'Overdose: what to do', es: 'Sobredosis: qué hacer' },
        },
      ],
    },
    {
      id: 'recovery',
      title: { en: 'If they are in recovery', es: 'Si está en recuperación' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Ask which words they like, and use those. Medicine is part of recovery for many. While people took methadone or buprenorphine, they died about half as often. So it is better not to ask when they will be off it.',
            es: 'Pregunta qué palabras prefiere y usa esas. Para mucha gente el medicamento es parte de la recuperación. Mientras las personas tomaban metadona o buprenorfina, hubo cerca de la mitad de muertes. Por eso es mejor no preguntar cuándo lo va a dejar.',
            sources: ['words-matter', 'oat-and-deaths'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'Offer something you can do: a lift, a meal, coming along to a first meeting and waiting outside.',
            es: 'Ofrece algo que puedas hacer: llevarla en carro, una comida, ir a la primera reunión y esperar afuera.',
          },
        },
        {
          kind: 'text',
          said: {
            en: 'If they used again, the first words matter: “I’m glad you told me. Are you safe?” After a break, the old amount can kill. Stay, or find someone who can.',
            es: 'Si volvió a usar, las primeras palabras importan: “Me alegra que me lo digas. ¿Estás a salvo?”. Después de una pausa, la cantidad de antes puede matar. Quédate, o busca a alguien que pueda.',
            sources: ['detox-deaths'],
          },
        },
      ],
    },
    {
      id: 'private',
      title: { en: 'Keep it private', es: 'Guárdalo' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'What they tell you can cost them work, custody or safety. Don’t pass it on, and don’t post it. If they share a page with you here, you see only what they chose. One thing is no secret to keep: danger to a life. Tell them so beforehand.',
            es: 'Lo que te cuenta le puede costar el trabajo, la custodia o la seguridad. No lo repitas ni lo publiques. Si comparte contigo una página aquí, ves solo lo que eligió. Hay un secreto que no se guarda: una vida en peligro. Díselo desde antes.',
          },
        },
      ],
    },
    {
      id: 'you',
      title: { en: 'And you', es: 'Y tú' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'You can be tired, or angry, and take a week off. Say it: “I’m not leaving. I need some days.” Name someone else they can call. If you use too, or are in recovery, look after that first.',
            es: 'Puedes cansarte, o enojarte, y tomar una semana. Dilo: “No me voy. Necesito unos días”. Nombra a otra persona a quien pueda llamar. Si tú también usas, o estás en recuperación, cuida eso primero.',
          },
        },
        {
          kind: 'go',
          to: '/learn/talking',
          label: { en: 'Next: talking and listening', es: 'Sigue: hablar y escuchar' },
        },
        {
          kind: 'go',
          to: '/now/lines',
          label: { en: 'Talk to someone yourself', es: 'Hablar tú con alguien' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'Your friend takes buprenorphine. What is a kind thing to say?',
        es: 'Tu amiga toma buprenorfina. ¿Qué es amable decir?',
      },
      options: [
        { en: '“When will you be off it?”', es: '“¿Cuándo la vas a dejar?”.' },
        { en: '“So you still take something.”', es: '“Entonces todavía tomas algo”.' },
        { en: '“I’m glad it is there for you.”', es: '“Me alegra que la tengas”.' },
      ],
      right: 2,
      because: {
        en: 'Recovery with medicine is recovery.',
        es: 'La recuperación con medicamento es recuperación.',
      },
    },
  ],
  related: ['talking', 'boundaries', 'first-meeting', 'overdose-and-naloxone'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
