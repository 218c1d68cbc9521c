import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const overdoseAndNaloxone: Article = {
  id: 'overdose-and-naloxone',
  topic: 'safety',
  readers: ['me', 'family', 'friend', 'organisation'],
  title: local('Overdose and naloxone', 'Sobredosis y naloxona'),
  lead: local(
    'An opioid overdose stops the breath. You can bring it back, and you do not need to be trained.',
    'Una sobredosis de opioides frena la respiración. Puedes ayudar a que vuelva, y no necesitas un curso.',
  ),
  sections: [
    section(
      'now',
      'If it is happening now',
      'Si está pasando ahora',
      note(
        'Call the emergency number. Give naloxone. Breathe for them. Do not read on here.',
        'Llama a emergencias. Da naloxona. Respira por la persona. No sigas leyendo aquí.',
      ),
      go('/now/overdose', 'The steps, one at a time', 'Los pasos, uno por uno'),
    ),
    section(
      'signs',
      'How it looks',
      'Cómo se ve',
      text(
        '2 signs are enough. They will not wake up. They breathe slowly, strangely or not at all.',
        'Bastan 2 señales. No despierta. Respira lento, raro o nada.',
        'samhsa-toolkit-2025',
      ),
      text(
        'Lips or nails may turn blue. On darker skin they look grey. Deep snoring can be a sign too.',
        'Los labios o las uñas pueden ponerse azules. En piel oscura se ven grises. Un ronquido profundo también puede ser señal.',
        'samhsa-toolkit-2025',
      ),
    ),
    section(
      'naloxone',
      'What naloxone does',
      'Qué hace la naloxona',
      text(
        'Naloxone pushes opioids off for a while, and breath can come back. It does no harm if no opioid is there.',
        'La naloxona aparta los opioides por un rato, y la respiración puede volver. No hace daño si no hay opioides.',
        'samhsa-toolkit-2025',
      ),
      list(
        said(
          'No better after 2 to 3 minutes? Give another dose.',
          '¿Sin mejora en 2 o 3 minutos? Da otra dosis.',
          'with-you-naloxone',
        ),
        said(
          'It wears off, and the overdose can come back. Someone stays with them.',
          'El efecto se acaba, y la sobredosis puede volver. Alguien se queda con la persona.',
          'with-you-naloxone',
        ),
        said(
          'A stronger spray is not better. In one US study, 8 mg saved no more people than 4 mg. It made more of them vomit.',
          'Un aerosol más fuerte no es mejor. En un estudio de Estados Unidos, 8 mg no salvaron más vidas que 4. Más personas vomitaron.',
          'mmwr-2024',
        ),
      ),
    ),
    section(
      'mixtures',
      'When something else is mixed in',
      'Cuando hay otra cosa en la mezcla',
      text(
        'Some supplies hold sedatives that naloxone does not touch. Give it all the same. Most of the time an opioid is there too.',
        'A veces hay sedantes en la mezcla, y la naloxona no los toca. Dala igual. Casi siempre hay también un opioide.',
        'cdc-medetomidine-2025',
      ),
      text(
        'Breathing well but still asleep? Lay them on their side and stay. Call for help. The goal is breath, not waking up.',
        '¿Respira bien pero sigue dormida? Ponla de lado y quédate. Pide ayuda. La meta es que respire, no que despierte.',
        'cdc-medetomidine-2025',
      ),
    ),
    section(
      'ready',
      'Be ready before',
      'Prepárate antes',
      steps(
        said(
          'Get naloxone. Ask a pharmacy, a clinic or a drug service.',
          'Consigue naloxona. Pregunta en una farmacia, una clínica o un servicio de drogas.',
        ),
        said(
          'Keep it where it can be seen. Show people where it is.',
          'Tenla a la vista. Muestra a otros dónde está.',
          'who-2014',
        ),
        said(
          'Read the steps once, aloud, with the people you live with.',
          'Lee los pasos una vez, en voz alta, con quienes vives.',
        ),
        said(
          'Tell each other before using. Try not to be alone.',
          'Avísense antes de usar. Traten de no estar a solas.',
          'samhsa-toolkit-2025',
        ),
      ),
      text(
        'The World Health Organization advises it for anyone who may see an overdose. That means families and friends too.',
        'La Organización Mundial de la Salud la aconseja a quien pueda presenciar una sobredosis. También a familia y amistades.',
        'who-2014',
      ),
      go('/learn/tolerance', 'When the body can take less', 'Cuando el cuerpo aguanta menos'),
      go('/now/lines', 'Talk to a person', 'Habla con una persona'),
    ),
  ],
  checks: [
    check(
      local(
        'You gave one dose. After 3 minutes they still do not breathe well.',
        'Diste una dosis. A los 3 minutos aún no respira bien.',
      ),
      [
        local(
          'Give another dose and go on breathing for them',
          'Doy otra dosis y sigo respirando por la persona',
        ),
        local('Wait for the ambulance and do nothing', 'Espero la ambulancia sin hacer nada'),
        local('Put them in a cold shower', 'La llevo a una ducha fría'),
      ],
      local(
        'Each breath counts. Another dose may do what the first did not.',
        'Cada respiración cuenta. Otra dosis puede lograr lo que la primera no.',
      ),
    ),
    check(
      local(
        'You are not sure that it was an opioid. Do you give naloxone?',
        'No sabes si fue un opioide. ¿Das naloxona?',
      ),
      [local('Yes', 'Sí'), local('No, it could harm them', 'No, podría hacer daño')],
      local('It does no harm if no opioid is there.', 'No hace daño si no hay opioides.'),
    ),
  ],
  related: ['tolerance', 'families-what-helps', 'detox-alone'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
