import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, text } from '../blocks.ts';

export const therapyKinds: Article = {
  id: 'therapy-kinds',
  topic: 'treatment',
  readers: ['me', 'family', 'friend'],
  title: local('Kinds of therapy, and what is known', 'Tipos de terapia y lo que se sabe'),
  lead: local(
    'Therapy can help. Not having it is no reason to go without medicine.',
    'La terapia puede ayudar. No tenerla no es motivo para quedarse sin medicamento.',
  ),
  sections: [
    section(
      'kinds',
      'What the names mean',
      'Qué significan los nombres',
      list(
        said(
          'Cognitive behavioral therapy, or CBT. You learn to spot the moments that lead to use, and what to do in them.',
          'Terapia cognitivo-conductual, o TCC. Aprendes a ver los momentos que llevan a usar y qué hacer en ellos.',
          'nida-ask-2013',
        ),
        said(
          'Motivational interviewing. A talk that starts from your own reasons for change.',
          'Entrevista motivacional. Una charla que parte de tus propias razones para cambiar.',
          'nida-ask-2013',
        ),
        said(
          'Incentives, also called contingency management. You get rewards for clear steps, such as a visit kept or a negative test.',
          'Incentivos, o manejo de contingencias. Recibes premios por pasos claros, como ir a una cita o una prueba negativa.',
          'nida-ask-2013',
          'bolivar-2021',
        ),
        said(
          'Couple, family and group therapy. You work on it with others in the room.',
          'Terapia de pareja, de familia y de grupo. Se trabaja junto con otras personas.',
          'nice-2007',
          'nida-ask-2013',
        ),
      ),
    ),
    section(
      'evidence',
      'What studies found',
      'Lo que encontraron los estudios',
      text(
        'It is mixed, and worth knowing. One review joined 35 trials with 4,319 people on methadone or buprenorphine. Adding therapy did not clearly keep more people in treatment or lower opioid use.',
        'Los resultados son mixtos, y vale la pena saberlo. Una revisión reunió 35 ensayos con 4319 personas con metadona o buprenorfina. Sumar terapia no mostró claramente más permanencia ni menos uso.',
        'amato-2011',
      ),
      text(
        'A second review looked at 8 key trials with buprenorphine. 4 found no gain. 4 found some, mostly with incentives.',
        'Otra revisión miró 8 ensayos clave con buprenorfina. En 4 no hubo mejora. En 4 hubo alguna, sobre todo con incentivos.',
        'carroll-2017',
      ),
      text(
        'Incentives have the best record. A review of 74 trials found less use and more kept visits while the rewards lasted. A British guide advises incentives and couple therapy.',
        'Los incentivos tienen los mejores datos. Una revisión de 74 ensayos vio menos uso y más citas cumplidas mientras duraban. Una guía británica aconseja los incentivos y la terapia de pareja.',
        'bolivar-2021',
        'nice-2007',
      ),
    ),
    section(
      'reasons',
      'Good reasons to want it',
      'Buenas razones para quererla',
      text(
        'Trials count opioid use. Your reasons may be others: grief, fear, violence in the past, a marriage, sleep. Wanting someone to talk to is reason enough.',
        'Los ensayos miden el uso de opioides. Tus razones pueden ser otras: un duelo, miedo, violencia del pasado, una pareja, el sueño. Querer hablar con alguien es razón suficiente.',
      ),
      note(
        'Nobody should hold back medicine until you accept therapy, or because there is none nearby.',
        'Nadie debería negarte el medicamento hasta que aceptes terapia, ni porque no haya una cerca.',
        'nas-2019',
        'asam-2020',
      ),
    ),
    section(
      'ask',
      'Questions for a first visit',
      'Preguntas para la primera visita',
      list(
        said(
          'Have you worked with people who use opioids? Are you fine with my medicine?',
          '¿Has trabajado con personas que usan opioides? ¿Te parece bien mi medicamento?',
        ),
        said(
          'What will we do together, and how will we know it helps?',
          '¿Qué haremos, y cómo sabremos si ayuda?',
        ),
        said(
          'What do you write down? When must you tell others?',
          '¿Qué anotas? ¿Cuándo tienes que contarlo a otros?',
        ),
        said('What does it cost? Can we meet by phone?', '¿Cuánto cuesta? ¿Se puede por teléfono?'),
      ),
      text(
        'After 3 or 4 visits, ask yourself: do I feel respected, and is something a little easier? If not, you may change. Leaving a therapist is not leaving recovery.',
        'Después de 3 o 4 visitas, pregúntate: ¿me tratan con respeto, hay algo un poco más fácil? Si no, puedes cambiar. Dejar a un terapeuta no es dejar la recuperación.',
      ),
      go('/learn/medicines', 'Read about the 3 medicines', 'Conoce los 3 medicamentos'),
      go('/now/lines', 'Ask a line who is near you', 'Pregunta a una línea quién hay cerca'),
    ),
  ],
  checks: [
    check(
      local(
        'A clinic says: no therapy, no medicine. What do guides say?',
        'Una clínica dice: sin terapia no hay medicamento. ¿Qué dicen las guías?',
      ),
      [
        local('Medicine should not wait for therapy', 'El medicamento no debe esperar a la terapia'),
        local('Therapy must come first', 'La terapia va primero'),
      ],
      local(
        'You can say so, and ask for another prescriber. A helpline can tell you where.',
        'Puedes decirlo y pedir otra persona que recete. Una línea de ayuda puede decirte dónde.',
      ),
      0,
    ),
    check(
      local(
        'Which has the best record beside medicine?',
        '¿Qué tiene los mejores datos junto al medicamento?',
      ),
      [
        local('Incentives', 'Los incentivos'),
        local('Being confronted', 'La confrontación'),
        local('All are equal', 'Todo da igual'),
      ],
      local(
        'The gains were seen while the rewards lasted.',
        'Las mejoras se vieron mientras duraban los premios.',
      ),
      1,
    ),
  ],
  related: ['medicines', 'groups-kinds', 'not-substituting', 'stress'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
