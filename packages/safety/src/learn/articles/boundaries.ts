import type { Article } from '../article.ts';

export const boundaries: Article = {
  id: 'boundaries',
  topic: 'families',
  readers: ['family', 'friend'],
  title: { en: 'Boundaries that hold and stay kind', es: 'Límites firmes y con cariño' },
  lead: {
    en: 'A boundary is about what you will do. It is not a way to make someone else change.',
    es: 'Un límite habla de lo que tú vas a hacer. No es una manera de obligar a otra persona a cambiar.',
  },
  sections: [
    {
      id: 'shape',
      title: { en: 'Three parts', es: 'Tres partes' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'What I will do. “I go to bed at eleven and lock the door.”',
              es: 'Lo que haré. “Me acuesto a las once y cierro con llave”.',
            },
            { en: 'What I need it for. “I have to sleep.”', es: 'Para qué lo necesito. “Tengo que dormir”.' },
            {
              en: 'Care. “There is food, and you can call me any time you’re in danger.”',
              es: 'Cariño. “Hay comida, y puedes llamarme a cualquier hora si hay peligro”.',
            },
          ],
        },
        {
          kind: 'text',
          said: {
            en: 'A demand sounds like this: “You must be home by eleven.” You cannot keep that one for them. You can keep your own.',
            es: 'Una exigencia suena así: “Tienes que llegar antes de las once”. Eso no lo puedes cumplir tú. Tu límite sí.',
          },
        },
      ],
    },
    {
      id: 'never',
      title: { en: 'Things that are never a penalty', es: 'Cosas que nunca son castigo' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'Naloxone. It stays in the house, whatever happened.',
              es: 'La naloxona. Se queda en casa, pase lo que pase.',
              sources: ['who-overdose'],
            },
            {
              en: 'Medicine for opioid use disorder. To stop it is dangerous.',
              es: 'El medicamento para el trastorno por uso de opioides. Dejarlo es peligroso.',
              sources: ['oat-and-deaths'],
            },
            {
              en: 'The phone, or another way to call for help.',
              es: 'El teléfono, u otra forma de pedir ayuda.',
            },
            { en: 'The way to a clinic or a meeting.', es: 'El camino a una clínica o a una reunión.' },
            { en: 'The ambulance. Call it always.', es: 'La ambulancia. Llámala siempre.' },
          ],
        },
        {
          kind: 'note',
          said: {
            en: 'A boundary keeps you well. It must not make the next dose more deadly.',
            es: 'Un límite te cuida a ti. No debe hacer más mortal la próxima dosis.',
          },
        },
      ],
    },
    {
      id: 'examples',
      title: { en: 'Words you can borrow', es: 'Palabras que puedes usar' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'Money: “I don’t give cash. I can pay the landlord, or cook with you.”',
              es: 'Dinero: “No doy efectivo. Puedo pagarle al dueño de la casa o cocinar contigo”.',
            },
            {
              en: 'Nights: “I don’t argue after ten. I’ll be in the kitchen at eight.”',
              es: 'Noches: “Después de las diez no discuto. A las ocho estoy en la cocina”.',
            },
            {
              en: 'Lies: “I won’t call your boss for you. I’ll sit with you while you call.”',
              es: 'Mentiras: “No voy a llamar a tu jefe. Me siento contigo mientras llamas”.',
            },
            {
              en: 'Children: “You see them here when you are well. If not, we pick another day.”',
              es: 'Niños: “Los ves aquí cuando estés bien. Si no, buscamos otro día”.',
            },
            {
              en: 'The house: “I can’t have drugs here with the little one. Let’s find a safe place for you together.”',
              es: 'La casa: “No puede haber drogas aquí con el niño. Busquemos juntos un lugar seguro para ti”.',
            },
          ],
        },
      ],
    },
    {
      id: 'make',
      title: { en: 'Make one of your own', es: 'Haz el tuyo' },
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              en: 'Choose one thing that wears you out. Only one.',
              es: 'Elige una cosa que te agota. Solo una.',
            },
            {
              en: 'Write what you will do, in one line you can keep on a bad night.',
              es: 'Escribe qué harás, en una frase que puedas cumplir en una mala noche.',
            },
            {
              en: 'Ask: could this put a life at risk? If so, change it.',
              es: 'Pregúntate: ¿esto puede poner una vida en peligro? Si es así, cámbialo.',
            },
            {
              en: 'Say it once, at a calm time. Tell the others in the house.',
              es: 'Dilo una vez, en un momento tranquilo. Avisa a los demás de la casa.',
            },
            {
              en: 'Keep it. If it turns out wrong, say so and make a better one.',
              es: 'Cúmplelo. Si no sirve, dilo y haz uno mejor.',
            },
          ],
        },
      ],
    },
    {
      id: 'unsafe',
      title: { en: 'If saying no is dangerous', es: 'Si decir no es peligroso' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'If someone may hurt you, do not announce a boundary. Get away and get help first. A violence line can plan the next step with you.',
            es: 'Si alguien puede hacerte daño, no anuncies un límite. Primero aléjate y pide ayuda. Una línea contra la violencia puede planear contigo el siguiente paso.',
          },
        },
        {
          kind: 'go',
          to: '/now/lines',
          label: { en: 'Lines in your country', es: 'Líneas de tu país' },
        },
        {
          kind: 'go',
          to: '/learn/own-wellbeing',
          label: { en: 'Next: looking after yourself', es: 'Sigue: cuidarte' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'Which one is a boundary?',
        es: '¿Cuál de estos es un límite?',
      },
      options: [
        { en: '“You have to stop this week.”', es: '“Tienes que parar esta semana”.' },
        { en: '“I don’t give cash. I can buy food.”', es: '“No doy efectivo. Puedo comprar comida”.' },
        {
          en: '“No phone until the test is negative.”',
          es: '“Sin teléfono hasta que la prueba salga negativa”.',
        },
      ],
      right: 1,
      because: {
        en: 'It says what you do, and offers care. A phone may be the way to call for help.',
        es: 'Dice lo que tú haces y ofrece cariño. El teléfono puede ser la forma de pedir ayuda.',
      },
    },
  ],
  related: ['talking', 'craft-ideas', 'own-wellbeing', 'tolerance'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
