import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, text } from '../blocks.ts';

export const tolerance: Article = {
  id: 'tolerance',
  topic: 'safety',
  readers: ['me', 'family', 'friend', 'clinician'],
  title: local('Your body has changed: tolerance', 'Tu cuerpo cambió: la tolerancia'),
  lead: local(
    'After a break the body can take far less. An amount that was usual before can stop your breath.',
    'Después de una pausa el cuerpo aguanta mucho menos. Una cantidad que antes era normal puede parar tu respiración.',
  ),
  sections: [
    section(
      'what',
      'What tolerance is',
      'Qué es la tolerancia',
      text(
        'A body that gets opioids often gets used to them. It needs more for the same effect. When they stop, this goes away fast.',
        'Un cuerpo que recibe opioides a menudo se acostumbra. Necesita más para lo mismo. Cuando paran, eso se pierde rápido.',
        'samhsa-toolkit-2025',
      ),
      text(
        'You cannot feel how much is left. You may feel as strong as before. Your body does not remember the old amount.',
        'No se siente cuánta queda. Puedes sentirte igual de fuerte que antes. Tu cuerpo ya no recuerda la cantidad de antes.',
      ),
      text(
        'This is nobody’s fault, and it is no sign of weakness. It is how every body works.',
        'No es culpa de nadie ni señal de debilidad. Así funciona cualquier cuerpo.',
      ),
    ),
    section(
      'when',
      'When it is low',
      'Cuándo está baja',
      list(
        said('After detox or rehab.', 'Después de desintoxicarse o de un centro.', 'strang-2003'),
        said('After prison.', 'Después de la cárcel.', 'degenhardt-2014'),
        said('After a hospital stay.', 'Después de un hospital.', 'white-2015'),
        said('After any break of some days.', 'Después de cualquier pausa de varios días.'),
        said(
          'When methadone or buprenorphine was stopped or missed.',
          'Cuando se dejó o se saltó la metadona o la buprenorfina.',
        ),
        said(
          'Near the end of a naltrexone injection.',
          'Hacia el final de una inyección de naltrexona.',
          'naltrexone-label',
        ),
      ),
    ),
    section(
      'seen',
      'What was seen',
      'Lo que se vio',
      text(
        'In London, 137 people began a detox. 3 died of an overdose within 4 months. All 3 had finished it.',
        'En Londres, 137 personas empezaron una desintoxicación. 3 murieron por sobredosis en 4 meses. Las 3 la habían terminado.',
        'strang-2003',
      ),
      text(
        'So finishing a detox is not the end of the danger. The weeks after it need a plan, and people who know.',
        'Terminar no es el fin del peligro. Las semanas de después necesitan un plan, y gente que lo sepa.',
      ),
      text(
        'In New South Wales, the 4 weeks after prison were studied. People who were on medicine in those weeks died far less often.',
        'En Nueva Gales del Sur se estudiaron las 4 semanas después de la cárcel. Quienes tomaban medicamento morían mucho menos.',
        'degenhardt-2014',
      ),
    ),
    section(
      'safer',
      'If you may use',
      'Si quizá vas a usar',
      note(
        'Not alone. Naloxone out. Tell someone. Far less than before, and wait. Do not mix.',
        'No a solas. Naloxona a mano. Avisa a alguien. Mucho menos que antes, y espera. No mezcles.',
        'samhsa-toolkit-2025',
      ),
      text(
        'A small amount can still kill. There is no amount that is sure to be safe. Some countries have a line that stays on the phone with you.',
        'Una cantidad pequeña también puede matar. No hay cantidad segura. En algunos países hay una línea que se queda en el teléfono contigo.',
      ),
      go('/now', 'Help for right now', 'Ayuda para ahora mismo'),
    ),
    section(
      'tell',
      'Say it early',
      'Dilo pronto',
      text(
        'Tell the people you live with. Ask the clinic about medicine before you leave. Ask for naloxone to take home.',
        'Díselo a quienes viven contigo. Pregunta en la clínica por el medicamento antes de irte. Pide naloxona para la casa.',
        'asam-2020',
      ),
      go('/learn/overdose-and-naloxone', 'Overdose and naloxone', 'Sobredosis y naloxona'),
      go('/now/lines', 'Talk to a person', 'Habla con una persona'),
    ),
  ],
  checks: [
    check(
      local(
        'After 3 weeks in hospital, what is true?',
        'Después de 3 semanas en el hospital, ¿qué es cierto?',
      ),
      [
        local('The amount from before can now kill', 'La cantidad de antes ahora puede matar'),
        local('The body can take the same as before', 'El cuerpo aguanta lo mismo que antes'),
        local('Naloxone no longer works', 'La naloxona ya no funciona'),
      ],
      local(
        'Tolerance goes away fast. Naloxone works as before.',
        'La tolerancia se pierde rápido. La naloxona funciona igual.',
      ),
    ),
  ],
  related: ['overdose-and-naloxone', 'detox-alone', 'medicines', 'first-90-days'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
