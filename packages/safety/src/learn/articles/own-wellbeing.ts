import type { Article } from '../article.ts';

export const ownWellbeing: Article = {
  id: 'own-wellbeing',
  topic: 'families',
  readers: ['family', 'friend'],
  title: { en: 'Looking after yourself', es: 'Cuidarte' },
  lead: {
    en: 'You listen for the door at night. You check the phone. Your own body has been on guard for a long time.',
    es: 'De noche escuchas la puerta. Miras el teléfono. Tu cuerpo lleva mucho tiempo en guardia.',
  },
  sections: [
    {
      id: 'strain',
      title: { en: 'What it does to a family', es: 'Lo que le hace a una familia' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'When one person has a substance use disorder, the whole family feels it. Money, sleep, work, trust and health can suffer. Some live with violence. To be worn out is not weakness, and it is not a lack of love.',
            es: 'Cuando una persona tiene un trastorno por uso de drogas, toda la familia lo siente. Pueden sufrir el dinero, el sueño, el trabajo, la confianza y la salud. Hay quien vive con violencia. Agotarse no es debilidad ni falta de amor.',
            sources: ['family-strain'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'You can get help for yourself, whatever the other person does. In the Netherlands, 145 relatives began a five-step method made for them. Those who were asked again felt a lower burden at the end and three months later. There was no group to compare with, so we can’t be sure what did it.',
            es: 'Puedes recibir ayuda para ti, haga lo que haga la otra persona. En los Países Bajos, 145 familiares empezaron un método de cinco pasos hecho para ellos. Quienes respondieron de nuevo sentían menos carga al final y a los tres meses. No hubo un grupo para comparar, así que no se sabe bien la causa.',
            sources: ['five-steps'],
          },
        },
      ],
    },
    {
      id: 'small',
      title: { en: 'Small things that are yours', es: 'Cosas pequeñas que son tuyas' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'One meal a day, sitting down.',
              es: 'Una comida al día, con calma y en la mesa.',
            },
            {
              en: 'One hour in which you don’t check on anyone. Someone else may hold the phone.',
              es: 'Una hora sin vigilar a nadie. Otra persona puede tener el teléfono.',
            },
            {
              en: 'One thing you did before all this: a walk, a choir, a prayer, a garden.',
              es: 'Algo que hacías antes de todo esto: caminar, cantar, rezar, las plantas.',
            },
            {
              en: 'A night plan: naloxone on the shelf, the number to call, and then bed.',
              es: 'Un plan para la noche: naloxona a mano, el número para llamar, y a la cama.',
            },
          ],
        },
      ],
    },
    {
      id: 'people',
      title: { en: 'People who know', es: 'Gente que entiende' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Secrets weigh more than facts. Choose one person and tell them a little. You may say first: “I don’t need advice. I need you to hear this.”',
            es: 'Los secretos pesan más que los hechos. Elige a una persona y cuéntale un poco. Puedes empezar así: “No necesito consejos. Necesito que me escuches”.',
          },
        },
        {
          kind: 'text',
          said: {
            en: 'Nar-Anon is a 12-step group for relatives. SMART Family and Friends teaches skills. In trials relatives felt better with either kind of help.',
            es: 'Nar-Anon es un grupo de doce pasos para familiares. SMART Family and Friends enseña herramientas. En los estudios, los familiares se sintieron mejor con los dos tipos de ayuda.',
            sources: ['nar-anon', 'smart-family', 'craft-review'],
          },
        },
      ],
    },
    {
      id: 'children',
      title: { en: 'Children in the house', es: 'Si hay niños en casa' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'They notice more than we think. Say it simply: “Papa has an illness. You didn’t make it happen, and it isn’t your job to fix it. You can always ask me.” Show them how to call for an ambulance. Keep medicines locked away.',
            es: 'Notan más de lo que creemos. Dilo fácil: “Papá tiene una enfermedad. No es por tu culpa y no te toca arreglarla. Siempre puedes preguntarme”. Enséñales a llamar a la ambulancia. Guarda los medicamentos con llave.',
          },
        },
      ],
    },
    {
      id: 'more',
      title: { en: 'When to get more help', es: 'Cuándo pedir más ayuda' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'For weeks you hardly sleep, eat or work.',
              es: 'Llevas semanas sin dormir, comer o trabajar bien.',
            },
            {
              en: 'You drink or take pills to get through.',
              es: 'Bebes o tomas pastillas para aguantar.',
            },
            {
              en: 'Someone hurts you, or you are afraid at home.',
              es: 'Alguien te hace daño, o tienes miedo en casa.',
            },
            {
              en: 'You think of not being alive. Call a line now.',
              es: 'Piensas en no seguir viviendo. Llama ya a una línea.',
            },
          ],
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
        en: 'Do you have to wait for them to get help before you do?',
        es: '¿Tienes que esperar a que esa persona pida ayuda para pedirla tú?',
      },
      options: [
        { en: 'No', es: 'No' },
        { en: 'Yes', es: 'Sí' },
        { en: 'Only if a doctor sends you', es: 'Solo si te manda un médico' },
      ],
      right: 0,
      because: {
        en: 'Help for relatives is for you. It needs nothing from the other person.',
        es: 'La ayuda para familiares es para ti. No depende de la otra persona.',
      },
    },
  ],
  related: ['families-what-helps', 'boundaries', 'grief', 'groups-kinds'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
