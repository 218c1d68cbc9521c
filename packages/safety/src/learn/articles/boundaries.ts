import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const boundaries: Article = {
  id: 'boundaries',
  topic: 'families',
  readers: ['family', 'friend'],
  title: local('Boundaries that hold and stay kind', 'Límites firmes y con cariño'),
  lead: local(
    'A boundary is about what you will do. It is not a way to make someone else change.',
    'Un límite habla de lo que tú vas a hacer. No es una manera de obligar a otra persona a cambiar.',
  ),
  sections: [
    section(
      'shape',
      '3 parts',
      '3 partes',
      list(
        said(
          'What I will do. “I go to bed at 11 and lock the door.”',
          'Lo que haré. “Me acuesto a las 11 y cierro con llave”.',
        ),
        said('What I need it for. “I have to sleep.”', 'Para qué lo necesito. “Tengo que dormir”.'),
        said(
          'Care. “There is food, and you can call me any time you’re in danger.”',
          'Cariño. “Hay comida, y puedes llamarme a cualquier hora si hay peligro”.',
        ),
      ),
      text(
        'A demand sounds like this: “You must be home by 11.” You cannot keep that one for them. You can keep your own.',
        'Una exigencia suena así: “Tienes que llegar antes de las 11”. Eso no lo puedes cumplir tú. Tu límite sí.',
      ),
    ),
    section(
      'never',
      'Things that are never a penalty',
      'Cosas que nunca son castigo',
      list(
        said(
          'Naloxone. It stays in the house, whatever happened.',
          'La naloxona. Se queda en casa, pase lo que pase.',
          'who-2014',
        ),
        said(
          'Medicine for opioid use disorder. People die less often while they take it.',
          'El medicamento para el trastorno por uso de opioides. Mientras lo toman, mueren menos personas.',
          'santo-2021',
        ),
        said('The phone, or another way to call for help.', 'El teléfono, u otra forma de pedir ayuda.'),
        said('The way to a clinic or a meeting.', 'El camino a una clínica o a una reunión.'),
        said('The ambulance. Call it always.', 'La ambulancia. Llámala siempre.'),
      ),
      note(
        'A boundary keeps you well. It must not make the next dose more deadly.',
        'Un límite te cuida a ti. No debe hacer más mortal la próxima dosis.',
      ),
    ),
    section(
      'examples',
      'Words you can borrow',
      'Palabras que puedes usar',
      list(
        said(
          'Money: “I don’t give cash. I can pay the landlord, or cook with you.”',
          'Dinero: “No doy efectivo. Puedo pagarle al dueño de la casa o cocinar contigo”.',
        ),
        said(
          'Nights: “I don’t argue after 10. I’ll be in the kitchen at 8.”',
          'Noches: “Después de las 10 no discuto. A las 8 estoy en la cocina”.',
        ),
        said(
          'Lies: “I won’t call your boss for you. I’ll sit with you while you call.”',
          'Mentiras: “No voy a llamar a tu jefe. Me siento contigo mientras llamas”.',
        ),
        said(
          'Children: “You see them here when you are well. If not, we pick another day.”',
          'Niños: “Los ves aquí cuando estés bien. Si no, buscamos otro día”.',
        ),
        said(
          'The house: “I can’t have drugs here with the little one. Let’s find a safe place for you together.”',
          'La casa: “Con niños en casa, aquí no puede haber drogas. Busquemos juntos un lugar seguro para ti”.',
        ),
      ),
    ),
    section(
      'make',
      'Make one of your own',
      'Haz el tuyo',
      steps(
        said('Choose one thing that wears you out. Only one.', 'Elige una cosa que te agota. Solo una.'),
        said(
          'Write what you will do, in one line you can keep on a bad night.',
          'Escribe qué harás, en una frase que puedas cumplir en una mala noche.',
        ),
        said(
          'Ask: could this put a life at risk? If so, change it.',
          'Pregúntate: ¿esto puede poner una vida en peligro? Si es así, cámbialo.',
        ),
        said(
          'Say it once, at a calm time. Tell the others in the house.',
          'Dilo una vez, en un momento tranquilo. Avisa a los demás de la casa.',
        ),
        said(
          'Keep it. If it turns out wrong, say so and make a better one.',
          'Cúmplelo. Si no sirve, dilo y haz uno mejor.',
        ),
      ),
    ),
    section(
      'unsafe',
      'If saying no is dangerous',
      'Si decir no es peligroso',
      text(
        'If someone may hurt you, do not announce a boundary. Get away and get help first. A violence line can plan the next step with you.',
        'Si alguien puede hacerte daño, no anuncies un límite. Primero aléjate y pide ayuda. Una línea contra la violencia puede planear contigo el siguiente paso.',
      ),
      go('/now/lines', 'Lines in your country', 'Líneas de tu país'),
      go('/learn/own-wellbeing', 'Next: looking after yourself', 'Sigue: cuidarte'),
    ),
  ],
  checks: [
    check(
      local('Which one is a boundary?', '¿Cuál de estos es un límite?'),
      [
        local('“I don’t give cash. I can buy food.”', '“No doy efectivo. Puedo comprar comida”.'),
        local('“You have to stop this week.”', '“Tienes que parar esta semana”.'),
        local('“No phone until the test is negative.”', '“Sin teléfono hasta que la prueba salga negativa”.'),
      ],
      local(
        'It says what you do, and offers care. A phone may be the way to call for help.',
        'Dice lo que tú haces y ofrece cariño. El teléfono puede ser la forma de pedir ayuda.',
      ),
      1,
    ),
  ],
  related: ['talking', 'craft-ideas', 'own-wellbeing', 'tolerance'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
