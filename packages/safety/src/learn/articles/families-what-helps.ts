import type { Article } from '../article.ts';

export const familiesWhatHelps: Article = {
  id: 'families-what-helps',
  topic: 'families',
  readers: ['family', 'friend'],
  title: {
    en: 'What helps when someone you love uses opioids',
    es: 'Qué ayuda cuando alguien que quieres usa opioides',
  },
  lead: {
    en: 'You did not cause this, and you can’t stop it for them. You can make it safer, and keep a door open.',
    es: 'Tú no lo causaste y no puedes dejarlo en su lugar. Sí puedes hacer que haya menos peligro y mantener una puerta abierta.',
  },
  sections: [
    {
      id: 'alive',
      title: { en: 'First: everyone stays alive', es: 'Primero: que todos sigan con vida' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'Have naloxone at home. Learn how to give it today. The World Health Organization says families should have it.',
              es: 'Ten naloxona en casa y aprende hoy a usarla. La Organización Mundial de la Salud dice que las familias deben tenerla.',
              sources: ['who-overdose'],
            },
            {
              en: 'They won’t wake, or they breathe slowly or strangely: call for an ambulance and give naloxone.',
              es: 'Si no despierta, o respira lento o raro: llama a la ambulancia y dale naloxona.',
              sources: ['overdose-toolkit'],
            },
            {
              en: 'After a break, the body can take much less. One study followed 137 people in detox. All three who died of an overdose within four months had finished it.',
              es: 'Después de una pausa, el cuerpo aguanta mucho menos. Un estudio siguió a 137 personas en desintoxicación. Las tres que murieron de sobredosis en cuatro meses la habían terminado.',
              sources: ['detox-deaths'],
            },
            {
              en: 'Ask them not to use alone. It is not the same as saying yes.',
              es: 'Pídele que no use a solas. Eso no es decir que sí.',
              sources: ['overdose-toolkit'],
            },
          ],
        },
        {
          kind: 'go',
          to: '/now/overdose',
          label: { en: 'Overdose: what to do', es: 'Sobredosis: qué hacer' },
        },
        {
          kind: 'note',
          said: {
            en: 'Are you safe at home? If someone hurts or threatens you, your safety comes first.',
            es: '¿En tu casa hay peligro para ti? Si alguien te hace daño o te amenaza, tu seguridad va primero.',
          },
        },
      ],
    },
    {
      id: 'treatment',
      title: { en: 'Know the treatment', es: 'Conoce el tratamiento' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Methadone and buprenorphine are medicines for this illness. People died about half as often while they took them. Life on medicine is recovery.',
            es: 'La metadona y la buprenorfina son medicamentos para esta enfermedad. Mientras las personas las tomaban, hubo cerca de la mitad de muertes. Vivir con medicamento es recuperación.',
            sources: ['oat-and-deaths'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'Detox alone is not a treatment. Counselling can help too. If there is none, that is no reason to wait with medicine.',
            es: 'La desintoxicación sola no es un tratamiento. Hablar con un consejero también puede ayudar. Si no hay, no es motivo para esperar con el medicamento.',
            sources: ['asam-guideline'],
          },
        },
      ],
    },
    {
      id: 'toward',
      title: { en: 'What tends to open the door', es: 'Lo que suele abrir la puerta' },
      blocks: [
        {
          kind: 'list',
          items: [
            { en: 'Warm words at calm times.', es: 'Palabras amables en momentos tranquilos.' },
            {
              en: 'Good hours together when there is no use.',
              es: 'Ratos buenos juntos cuando no hay uso.',
            },
            {
              en: 'A clear offer: this clinic, this day, I drive.',
              es: 'Una oferta clara: esta clínica, este día, yo te llevo.',
            },
            { en: 'A life of your own, with people in it.', es: 'Una vida tuya, con gente en ella.' },
          ],
        },
        {
          kind: 'text',
          said: {
            en: 'These are parts of a family method called CRAFT. In trials, more people began treatment with it than after a planned confrontation.',
            es: 'Son partes de un método para familias que se llama CRAFT. En los estudios, más personas empezaron tratamiento así que con una confrontación planeada.',
            sources: ['craft-review'],
          },
        },
      ],
    },
    {
      id: 'away',
      title: { en: 'What tends to close it', es: 'Lo que suele cerrarla' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Shouting, shame, threats you won’t keep, searching their room, long talks at night. Most families have tried them. You were frightened. You can do the next one in another way.',
            es: 'Gritos, vergüenza, amenazas que no vas a cumplir, revisar su cuarto, charlas largas de noche. Casi todas las familias lo han hecho. Tenías miedo. La próxima vez puedes hacerlo de otra forma.',
          },
        },
        {
          kind: 'text',
          said: {
            en: 'Some will tell you to wait until things get bad enough. Waiting can cost a life.',
            es: 'Quizá te digan que esperes a que todo empeore. Esperar puede costar una vida.',
          },
        },
      ],
    },
    {
      id: 'today',
      title: { en: 'Today', es: 'Hoy' },
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              en: 'Find out where to get naloxone near you.',
              es: 'Averigua dónde conseguir naloxona cerca.',
            },
            { en: 'Tell one person how you are.', es: 'Cuéntale a una persona cómo estás.' },
            {
              en: 'Say one kind thing to the one you worry about. Ask for nothing.',
              es: 'Dile algo amable a quien te preocupa. No pidas nada.',
            },
          ],
        },
        {
          kind: 'go',
          to: '/learn/craft-ideas',
          label: { en: 'Next: ideas from CRAFT', es: 'Sigue: ideas de CRAFT' },
        },
        {
          kind: 'go',
          to: '/now/lines',
          label: { en: 'Talk to someone tonight', es: 'Hablar con alguien esta noche' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'Your son is home after four weeks of detox. What is true?',
        es: 'Tu hijo vuelve a casa después de cuatro semanas de desintoxicación. ¿Qué es cierto?',
      },
      options: [
        { en: 'The danger is over', es: 'Ya pasó el peligro' },
        { en: 'A dose he once took could now kill him', es: 'Una dosis de antes ahora podría matarlo' },
        { en: 'Naloxone would hurt him', es: 'La naloxona le haría daño' },
      ],
      right: 1,
      because: {
        en: 'Tolerance is lost in a break. Keep naloxone near and speak about it early.',
        es: 'En una pausa se pierde la tolerancia. Ten naloxona cerca y habla pronto de esto.',
      },
    },
    {
      question: {
        en: 'Which sentence keeps the door open?',
        es: '¿Qué frase deja la puerta abierta?',
      },
      options: [
        { en: '“After all I did for you.”', es: '“Después de todo lo que hice por ti”.' },
        { en: '“Come back when you have stopped.”', es: '“Vuelve cuando hayas parado”.' },
        { en: '“I’m glad you came to eat with us.”', es: '“Me alegra que vinieras a comer”.' },
      ],
      right: 2,
      because: {
        en: 'It is warm, true and asks for nothing.',
        es: 'Es amable, es verdad y no pide nada.',
      },
    },
  ],
  related: ['craft-ideas', 'talking', 'boundaries', 'overdose-and-naloxone', 'tolerance'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
