import type { Article } from '../article.ts';

export const forClinicians: Article = {
  id: 'for-clinicians',
  topic: 'helpers',
  readers: ['clinician'],
  title: { en: 'For clinicians and counsellors', es: 'Para profesionales de la salud y consejería' },
  lead: {
    en: 'A client shows you this app, or you think of showing it to one. Here is what it does, and where it stops.',
    es: 'Alguien te muestra esta aplicación, o piensas en mostrarla. Esto es lo que hace y hasta dónde llega.',
  },
  sections: [
    {
      id: 'is',
      title: { en: 'What it is, and is not', es: 'Qué es y qué no es' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'It is a private page that a person owns, with help pages that need no account.',
              es: 'Es una página privada que pertenece a la persona, con páginas de ayuda que no piden cuenta.',
              sources: ['holdfast-threats'],
            },
            {
              en: 'It is not care, not a monitor and not an emergency service. Nobody watches what people write.',
              es: 'No es atención médica, ni vigilancia, ni un servicio de emergencia. Nadie mira lo que la gente escribe.',
            },
            {
              en: 'It gives no dose, no time to start a medicine, no diagnosis and no level of risk.',
              es: 'No da dosis, ni hora para empezar un medicamento, ni diagnóstico, ni nivel de riesgo.',
            },
            {
              en: 'We make no claim that it changes drug use. In a trial with 414 people, another app beside medicine did not raise abstinence. Those with the app went to more meetings and used emergency rooms less.',
              es: 'No decimos que cambie el uso de drogas. En un estudio con 414 personas, otra aplicación junto al medicamento no aumentó la abstinencia. Quienes la tenían fueron a más reuniones y menos a urgencias.',
              sources: ['app-trial'],
            },
          ],
        },
      ],
    },
    {
      id: 'medicine',
      title: { en: 'Medicine comes first', es: 'Primero, el medicamento' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Our pages treat methadone, buprenorphine and naltrexone each by itself, and count life on medicine as recovery. They lean on the ASAM guideline of 2020. It says to offer all approved medicines, with no set end. A client who declines counselling should still get medicine without delay.',
            es: 'Aquí la metadona, la buprenorfina y la naltrexona van cada una por su lado. Vivir con medicamento es recuperación. La base es la guía de ASAM de 2020. Dice que hay que ofrecer todos los medicamentos aprobados, sin plazo fijo. Si alguien no quiere consejería, igual debe tener su medicamento, sin demora.',
            sources: ['asam-guideline'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'In a review of 36 cohorts, the death rate during agonist treatment was 0.47 times the rate outside it. In the first four weeks of methadone it was nearly double that of the time after. So our pages come back to tolerance and naloxone often.',
            es: 'En una revisión de 36 cohortes, la tasa de muerte durante el tratamiento agonista fue 0.47 veces la de fuera. En las primeras cuatro semanas de metadona fue casi el doble que después. Por eso aquí se habla tanto de tolerancia y naloxona.',
            sources: ['oat-and-deaths'],
          },
        },
      ],
    },
    {
      id: 'words',
      title: { en: 'Words change care', es: 'Las palabras cambian la atención' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'In a randomised study, 516 clinicians read the same case with one of two labels. One named the person by the drug use, the other said “has a substance use disorder”. The first group judged in a more punishing way. Other scales did not differ.',
            es: 'En un estudio al azar, 516 profesionales leyeron el mismo caso con una de dos etiquetas. Una nombraba a la persona por su uso. La otra decía “tiene un trastorno por uso de sustancias”. El primer grupo juzgó con más castigo. En otras escalas no hubo diferencia.',
            sources: ['words-trial'],
          },
        },
        {
          kind: 'list',
          items: [
            {
              en: 'Say: person with opioid use disorder, positive test, return to use, medicine for opioid use disorder.',
              es: 'Di: persona con trastorno por uso de opioides, prueba positiva, volver a usar, medicamento para el trastorno.',
              sources: ['words-matter'],
            },
            {
              en: 'Let people name themselves as they wish. Don’t correct them.',
              es: 'Deja que cada quien se nombre como quiera. No corrijas.',
              sources: ['words-matter'],
            },
          ],
        },
      ],
    },
    {
      id: 'sharing',
      title: { en: 'If a client shares with you', es: 'Si alguien comparte contigo' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'You see what they chose, until the date they chose, and nothing else. You can’t tell hidden from absent.',
              es: 'Ves lo que eligió, hasta la fecha que eligió, y nada más. No puedes saber si algo está oculto o no existe.',
              sources: ['holdfast-threats'],
            },
            {
              en: 'They can stop without a notice. Quiet is not a sign.',
              es: 'Puede dejar de compartir sin aviso. El silencio no es una señal.',
              sources: ['holdfast-threats'],
            },
            {
              en: 'Say when you read, what you must report, and whom to call at night.',
              es: 'Di cuándo lees, qué tienes que informar y a quién llamar de noche.',
            },
            {
              en: 'Never make a share a condition of care, a dose or a report.',
              es: 'Nunca pongas como condición compartir para dar atención, una dosis o un informe.',
            },
            {
              en: 'What you copy into your records falls under your own rules. In the United States that may be 42 CFR Part 2.',
              es: 'Lo que copias a tus registros sigue tus propias reglas. En Estados Unidos puede ser 42 CFR Parte 2.',
              sources: ['part-2'],
            },
          ],
        },
      ],
    },
    {
      id: 'start',
      title: { en: 'A good way to begin', es: 'Una buena manera de empezar' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Before discharge, open the overdose page together on their phone. After one visit it works with no signal. Ask if it is safe for them to have this on the phone. Some are watched at home.',
            es: 'Antes del alta, abran juntos la página de sobredosis en su teléfono. Después de una visita funciona sin señal. Pregunta si no es peligroso tener esto en el teléfono. A algunas personas las vigilan en casa.',
            sources: ['app-safety'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'Each page says whether a clinician has reviewed it. If you see an error, tell the host or the project.',
            es: 'Cada página dice si la revisó un profesional clínico. Si ves un error, avisa a quien la aloja o al proyecto.',
          },
        },
        {
          kind: 'go',
          to: '/now/overdose',
          label: { en: 'See the overdose steps', es: 'Ver los pasos de sobredosis' },
        },
        {
          kind: 'go',
          to: '/learn/for-organisations',
          label: { en: 'For organisations', es: 'Para organizaciones' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'A client’s shared page has been quiet for a week. What does it tell you?',
        es: 'La página que alguien comparte contigo lleva una semana en silencio. ¿Qué te dice eso?',
      },
      options: [
        { en: 'They used', es: 'Que usó' },
        { en: 'Nothing. Ask them, as you would anyway.', es: 'Nada. Pregúntale, como siempre.' },
        { en: 'The app raised an alarm', es: 'Que la aplicación dio una alarma' },
      ],
      right: 1,
      because: {
        en: 'Nothing new, stopped and never shared look the same on purpose.',
        es: 'Nada nuevo, dejar de compartir y nunca compartir se ven igual a propósito.',
      },
    },
  ],
  related: ['for-organisations', 'medicines', 'not-substituting', 'tolerance'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
