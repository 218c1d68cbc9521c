import type { Article } from '../article.ts';
import { check, go, list, local, said, section, text } from '../blocks.ts';

export const forClinicians: Article = {
  id: 'for-clinicians',
  topic: 'helpers',
  readers: ['clinician'],
  title: local('For clinicians and counsellors', 'Para profesionales de la salud y consejería'),
  lead: local(
    'A client shows you this app, or you think of showing it to one. Here is what it does, and where it stops.',
    'Alguien te muestra esta aplicación, o piensas en mostrarla. Esto es lo que hace y hasta dónde llega.',
  ),
  sections: [
    section(
      'is',
      'What it is, and is not',
      'Qué es y qué no es',
      list(
        said(
          'It is a private page that a person owns, with help pages that need no account.',
          'Es una página privada que pertenece a la persona, con páginas de ayuda que no piden cuenta.',
          'holdfast-threats',
        ),
        said(
          'It is not care, not a monitor and not an emergency service. Nobody watches what people write.',
          'No es atención médica, ni vigilancia, ni un servicio de emergencia. Nadie mira lo que la gente escribe.',
        ),
        said(
          'It gives no dose, no time to start a medicine, no diagnosis and no level of risk.',
          'No da dosis, ni hora para empezar un medicamento, ni diagnóstico, ni nivel de riesgo.',
        ),
        said(
          'We make no claim that it changes drug use. In a trial with 414 people, another app beside medicine did not raise abstinence. Those with the app went to more meetings and used emergency rooms less.',
          'No decimos que cambie el uso de drogas. En un estudio con 414 personas, otra aplicación junto al medicamento no aumentó la abstinencia. Quienes la tenían fueron a más reuniones y menos a urgencias.',
          'gustafson-2024',
        ),
      ),
    ),
    section(
      'medicine',
      'Medicine comes first',
      'Primero, el medicamento',
      text(
        'Medicine is first-line treatment, and life on medicine is recovery. Our pages describe methadone, buprenorphine and naltrexone each by itself. They lean on the ASAM guideline of 2020. It says to offer all approved medicines, with no set end. A client who declines counselling should still get medicine without delay.',
        'El medicamento es el primer tratamiento, y vivir con él es recuperación. Aquí se explica cada uno por separado: metadona, buprenorfina y naltrexona. La base es la guía de ASAM de 2020. Dice que hay que ofrecer todos los medicamentos aprobados, sin plazo fijo. Si alguien no quiere consejería, igual debe tener su medicamento, sin demora.',
        'asam-2020',
      ),
      text(
        'In a review of 36 cohorts, the death rate during agonist treatment was 0.47 times the rate outside it. In the first 4 weeks of methadone it was nearly double that of the time after. So our pages come back to tolerance and naloxone often.',
        'En una revisión de 36 cohortes, la tasa de muerte durante el tratamiento agonista fue 0.47 veces la de fuera. En las primeras 4 semanas de metadona fue casi el doble que después. Por eso aquí se habla tanto de tolerancia y naloxona.',
        'santo-2021',
      ),
    ),
    section(
      'words',
      'Words change care',
      'Las palabras cambian la atención',
      text(
        'In a randomised study, 516 clinicians read the same case with one of 2 labels. One named the person by the drug use, the other said “has a substance use disorder”. The first group judged in a more punishing way. Other scales did not differ.',
        'En un estudio al azar, 516 profesionales leyeron el mismo caso con una de 2 etiquetas. Una nombraba a la persona por su uso. La otra decía “tiene un trastorno por uso de sustancias”. El primer grupo juzgó con más castigo. En otras escalas no hubo diferencia.',
        'kelly-2010',
      ),
      list(
        said(
          'Say: person with opioid use disorder, positive test, return to use, medicine for opioid use disorder.',
          'Di: persona con trastorno por uso de opioides, prueba positiva, volver a usar, medicamento para el trastorno.',
          'nida-words',
        ),
        said(
          'Let people name themselves as they wish. Don’t correct them.',
          'Deja que cada quien se nombre como quiera. No corrijas.',
          'nida-words',
        ),
      ),
    ),
    section(
      'sharing',
      'If a client shares with you',
      'Si alguien comparte contigo',
      list(
        said(
          'You see what they chose, until the date they chose, and nothing else. You can’t tell hidden from absent.',
          'Ves lo que eligió, hasta la fecha que eligió, y nada más. No puedes saber si algo está oculto o no existe.',
          'holdfast-threats',
        ),
        said(
          'They can stop without a notice. Quiet is not a sign.',
          'Puede dejar de compartir sin aviso. El silencio no es una señal.',
          'holdfast-threats',
        ),
        said(
          'Say when you read, what you must report, and whom to call at night.',
          'Di cuándo lees, qué tienes que informar y a quién llamar de noche.',
        ),
        said(
          'Never make a share a condition of care, a dose or a report.',
          'Nunca pongas como condición compartir para dar atención, una dosis o un informe.',
        ),
        said(
          'What you copy into your records falls under your own rules. In the United States that may be 42 CFR Part 2.',
          'Lo que copias a tus registros sigue tus propias reglas. En Estados Unidos puede ser 42 CFR Parte 2.',
          'part-2-2024',
        ),
      ),
    ),
    section(
      'start',
      'A good way to begin',
      'Una buena manera de empezar',
      text(
        'Before discharge, open the overdose page together on their phone. After one visit it works with no signal. Ask if it is safe for them to have this on the phone. Some are watched at home.',
        'Antes del alta, abran juntos la página de sobredosis en su teléfono. Después de una visita funciona sin señal. Pregunta si no es peligroso tener esto en el teléfono. A algunas personas las vigilan en casa.',
        'techsafety',
      ),
      text(
        'Each page says whether a clinician has reviewed it. If you see an error, tell the host or the project.',
        'Cada página dice si la revisó un profesional clínico. Si ves un error, avisa a quien la aloja o al proyecto.',
      ),
      go('/now/overdose', 'See the overdose steps', 'Ver los pasos de sobredosis'),
      go('/learn/for-organisations', 'For organisations', 'Para organizaciones'),
    ),
  ],
  checks: [
    check(
      local(
        'A client’s shared page has been quiet for a week. What does it tell you?',
        'La página que alguien comparte contigo lleva una semana en silencio. ¿Qué te dice eso?',
      ),
      [
        local('Nothing. Ask them, as you would anyway.', 'Nada. Pregúntale, como siempre.'),
        local('They used', 'Que usó'),
        local('The app raised an alarm', 'Que la aplicación dio una alarma'),
      ],
      local(
        'Nothing new, stopped and never shared look the same on purpose.',
        'Nada nuevo, dejar de compartir y nunca compartir se ven igual a propósito.',
      ),
      1,
    ),
  ],
  related: ['for-organisations', 'medicines', 'not-substituting', 'tolerance'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
