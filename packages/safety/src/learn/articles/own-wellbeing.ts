import type { Article } from '../article.ts';
import { check, go, list, local, said, section, text } from '../blocks.ts';

export const ownWellbeing: Article = {
  id: 'own-wellbeing',
  topic: 'families',
  readers: ['family', 'friend'],
  title: local('Looking after yourself', 'Cuidarte'),
  lead: local(
    'You listen for the door at night. You check the phone. Your own body has been on guard for a long time.',
    'De noche escuchas la puerta. Miras el teléfono. Tu cuerpo lleva mucho tiempo en guardia.',
  ),
  sections: [
    section(
      'strain',
      'What it does to a family',
      'Lo que le hace a una familia',
      text(
        'When one person has a substance use disorder, the whole family feels it. Money, sleep, work, trust and health can suffer. Some live with violence. To be worn out is not weakness, and it is not a lack of love.',
        'Cuando una persona tiene un trastorno por uso de drogas, toda la familia lo siente. Pueden sufrir el dinero, el sueño, el trabajo, la confianza y la salud. Hay quien vive con violencia. Agotarse no es debilidad ni falta de amor.',
        'lander-2013',
      ),
      text(
        'You can get help for yourself, whatever the other person does. In the Netherlands, 145 relatives began a 5-step method made for them. Those who were asked again felt a lower burden at the end and 3 months later. There was no group to compare with, so we can’t be sure what did it.',
        'Puedes recibir ayuda para ti, haga lo que haga la otra persona. En los Países Bajos, 145 familiares empezaron un método de 5 pasos hecho para ellos. Quienes respondieron de nuevo sentían menos carga al final y a los 3 meses. No hubo un grupo para comparar, así que no se sabe bien la causa.',
        'five-steps-2023',
      ),
    ),
    section(
      'small',
      'Small things that are yours',
      'Cosas pequeñas que son tuyas',
      list(
        said('One meal a day, sitting down.', 'Una comida al día, con calma y en la mesa.'),
        said(
          'One hour in which you don’t check on anyone. Someone else may hold the phone.',
          'Una hora sin vigilar a nadie. Otra persona puede tener el teléfono.',
        ),
        said(
          'One thing you did before all this: a walk, a choir, a prayer, a garden.',
          'Algo que hacías antes de todo esto: caminar, cantar, rezar, las plantas.',
        ),
        said(
          'A night plan: naloxone on the shelf, the number to call, and then bed.',
          'Un plan para la noche: naloxona a mano, el número para llamar, y a la cama.',
        ),
      ),
    ),
    section(
      'people',
      'People who know',
      'Gente que entiende',
      text(
        'It is heavy to keep this secret. Choose one person and tell them a little. You may say first: “I don’t need advice. I need you to hear this.”',
        'Guardar este secreto pesa. Elige a una persona y cuéntale un poco. Puedes empezar así: “No necesito consejos. Necesito que me escuches”.',
      ),
      text(
        'Nar-Anon is a 12-step group for relatives. SMART Family and Friends teaches skills. In trials relatives felt better with either kind of help.',
        'Nar-Anon es un grupo de 12 pasos para familiares. SMART Family and Friends enseña herramientas. En los estudios, los familiares se sintieron mejor con ambos tipos de ayuda.',
        'nar-anon',
        'smart-family',
        'roozen-2010',
      ),
    ),
    section(
      'children',
      'Children in the house',
      'Si hay niños en casa',
      text(
        'They notice more than we think. Say it simply: “Papa has an illness. You didn’t make it happen, and it isn’t your job to fix it. You can always ask me.” Show them how to call for an ambulance. Keep medicines locked away.',
        'Notan más de lo que creemos. Dilo fácil: “Papá tiene una enfermedad. No es por tu culpa y no te toca arreglarla. Siempre puedes preguntarme”. Enséñales a llamar a la ambulancia. Guarda los medicamentos con llave.',
      ),
    ),
    section(
      'more',
      'When to get more help',
      'Cuándo pedir más ayuda',
      list(
        said('For weeks you hardly sleep, eat or work.', 'Llevas semanas sin dormir, comer o trabajar bien.'),
        said('You drink or take pills to get through.', 'Bebes o tomas pastillas para aguantar.'),
        said(
          'Someone hurts you, or you are afraid at home.',
          'Alguien te hace daño, o tienes miedo en casa.',
        ),
        said(
          'You think of not being alive. Call a line now.',
          'Piensas en no seguir viviendo. Llama ya a una línea.',
        ),
      ),
      go('/now/lines', 'Talk to a person now', 'Hablar ahora con alguien'),
    ),
  ],
  checks: [
    check(
      local(
        'Do you have to wait for them to get help before you do?',
        '¿Tienes que esperar a que esa persona pida ayuda para pedirla tú?',
      ),
      [
        local('No', 'No'),
        local('Yes', 'Sí'),
        local('Only if a doctor sends you', 'Solo si te manda un médico'),
      ],
      local(
        'Help for relatives is for you. It needs nothing from the other person.',
        'La ayuda para familiares es para ti. No depende de la otra persona.',
      ),
    ),
  ],
  related: ['families-what-helps', 'boundaries', 'grief', 'groups-kinds'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
