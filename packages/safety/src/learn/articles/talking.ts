import type { Article } from '../article.ts';

export const talking: Article = {
  id: 'talking',
  topic: 'families',
  readers: ['family', 'friend'],
  title: { en: 'Talking and listening', es: 'Hablar y escuchar' },
  lead: {
    en: 'No sentence is perfect. A few small habits make it easier to hear and to be heard.',
    es: 'Ninguna frase es perfecta. Unas pocas costumbres hacen más fácil oír y que te oigan.',
  },
  sections: [
    {
      id: 'when',
      title: { en: 'Pick the hour', es: 'Elige la hora' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Choose a time when nobody has used, nobody is sick, and nobody has to leave. Side by side is easier than face to face: in the car, at the sink, on a walk. Ten minutes is plenty.',
            es: 'Busca un momento sin uso, sin malestar y sin prisa. De lado es más fácil que de frente: en el carro, al lavar los platos, al caminar. Con diez minutos basta.',
          },
        },
      ],
    },
    {
      id: 'listen',
      title: { en: 'Listen first', es: 'Primero escucha' },
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              en: 'Ask something open. “How has this week been for you?”',
              es: 'Pregunta algo abierto. “¿Cómo te fue esta semana?”.',
              sources: ['motivation-guide'],
            },
            {
              en: 'Say back what you heard. “You’re tired of being watched.”',
              es: 'Repite lo que oíste. “Te cansa que te vigilen”.',
              sources: ['motivation-guide'],
            },
            {
              en: 'Check. “Did I get that right?” Then wait. Silence is fine.',
              es: 'Confirma. “¿Te entendí bien?”. Y espera. El silencio está bien.',
            },
            {
              en: 'Name one thing that is good in them. “You called me. That mattered.”',
              es: 'Nombra algo bueno que ves. “Me llamaste. Eso me importó”.',
              sources: ['motivation-guide'],
            },
            {
              en: 'Ask before you advise. “Would it help to hear what I found?”',
              es: 'Pide permiso antes de aconsejar. “¿Quieres que te cuente lo que encontré?”.',
              sources: ['motivation-guide'],
            },
          ],
        },
        {
          kind: 'text',
          said: {
            en: 'Counsellors learn the same steps. Pushing tends to make people push back.',
            es: 'Los consejeros aprenden lo mismo. Si empujas, la otra persona suele empujar también.',
            sources: ['motivation-guide'],
          },
        },
      ],
    },
    {
      id: 'i-words',
      title: { en: 'Speak from “I”', es: 'Habla desde el “yo”' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'When (what happened), I feel (one feeling), because (what I need). I’d like (one small thing). Is that all right?',
            es: 'Cuando (lo que pasó), me siento (una emoción), porque (lo que necesito). Me gustaría (algo pequeño). ¿Te parece?',
          },
        },
        {
          kind: 'list',
          items: [
            {
              en: 'Not “You never listen.” But “When you left last night I was scared, because I didn’t know where you were. I’d like a text before midnight. Is that all right?”',
              es: 'En lugar de “Nunca escuchas”: “Cuando saliste anoche tuve miedo, porque no sabía dónde estabas. Me gustaría un mensaje antes de medianoche. ¿Te parece?”.',
            },
            {
              en: 'Not “You are ruining this family.” But “I’m worn out, and I need one calm evening. Can we eat without talking of it tonight?”',
              es: 'En lugar de “Estás arruinando a la familia”: “No doy más y necesito una noche tranquila. ¿Podemos cenar hoy sin hablar de esto?”.',
            },
          ],
        },
        {
          kind: 'text',
          said: {
            en: 'Watch out for “I feel that you…”. After it comes blame, not a feeling.',
            es: 'Cuidado con “siento que tú…”. Después viene un reproche y no una emoción.',
          },
        },
      ],
    },
    {
      id: 'hard',
      title: { en: 'Hard moments', es: 'Momentos difíciles' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'They have used: keep it short and kind. Check that they wake and breathe well. Talk another day.',
              es: 'Ha usado: sé breve y amable. Mira que despierte y respire bien. Hablen otro día.',
            },
            {
              en: 'Voices rise: “I want to hear you. I’ll come back in half an hour.” Then come back.',
              es: 'Suben las voces: “Quiero oírte. Vuelvo en media hora”. Y vuelve.',
            },
            {
              en: 'They tell of a lapse: “Thank you for telling me. Are you safe now?” The rest can wait.',
              es: 'Te cuenta un desliz: “Gracias por decírmelo. ¿Estás a salvo ahora?”. Lo demás puede esperar.',
            },
            {
              en: 'They speak of dying: stay with them, and call a line together.',
              es: 'Habla de morir: quédate y llamen juntos a una línea.',
            },
          ],
        },
        {
          kind: 'go',
          to: '/now/lines',
          label: { en: 'Lines in your country', es: 'Líneas de tu país' },
        },
      ],
    },
    {
      id: 'repair',
      title: { en: 'When it went badly', es: 'Si salió mal' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: '“I shouted. I’m sorry. I was afraid.” Three short lines mend more than a long letter. Try again on another day.',
            es: '“Grité. Perdón. Tenía miedo”. Tres frases cortas arreglan más que una carta larga. Otro día lo intentas de nuevo.',
          },
        },
        {
          kind: 'go',
          to: '/learn/boundaries',
          label: { en: 'Next: boundaries', es: 'Sigue: los límites' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'Which line speaks from “I”?',
        es: '¿Cuál habla desde el “yo”?',
      },
      options: [
        { en: '“I feel that you don’t care.”', es: '“Siento que no te importa”.' },
        {
          en: '“When the door was locked I was afraid.”',
          es: '“Cuando la puerta estaba cerrada, tuve miedo”.',
        },
        { en: '“You scare me.”', es: '“Me asustas”.' },
      ],
      right: 1,
      because: {
        en: 'It names what happened and one feeling. It blames nobody.',
        es: 'Dice lo que pasó y una emoción. No culpa a nadie.',
      },
    },
    {
      question: {
        en: 'They tell you they used again. What comes first?',
        es: 'Te cuenta que volvió a usar. ¿Qué va primero?',
      },
      options: [
        { en: 'Ask what went wrong', es: 'Preguntar qué salió mal' },
        { en: 'Call the whole family', es: 'Llamar a toda la familia' },
        { en: 'Thank them and ask if they are safe', es: 'Agradecer y preguntar si está a salvo' },
      ],
      right: 2,
      because: {
        en: 'Safe now, then one person, then tomorrow. Learning comes later.',
        es: 'Primero la seguridad, luego una persona, luego mañana. Aprender viene después.',
      },
    },
  ],
  related: ['boundaries', 'craft-ideas', 'families-what-helps'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
