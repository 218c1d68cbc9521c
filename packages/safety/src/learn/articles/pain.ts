import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const pain: Article = {
  id: 'pain',
  topic: 'treatment',
  readers: ['me', 'family', 'friend'],
  title: local('Pain, surgery and the dentist', 'Dolor, operaciones y dentista'),
  lead: local(
    'Your pain is real. You can be in recovery and have it treated.',
    'Tu dolor es real. Puedes estar en recuperación y recibir tratamiento para él.',
  ),
  sections: [
    section(
      'right',
      'Pain deserves treatment',
      'El dolor merece tratamiento',
      text(
        'Guides for doctors say that pain must be looked at and treated. That includes people with opioid use disorder.',
        'Las guías para médicos dicen que el dolor se debe evaluar y tratar. Eso incluye a las personas con trastorno por uso de opioides.',
        'asam-2020',
        'cdc-pain-2022',
      ),
      text(
        'People on methadone or buprenorphine are at special risk of getting too little for sudden pain. Their daily dose is not a pain plan. New pain needs a plan of its own, and it can be treated well.',
        'Quienes toman metadona o buprenorfina corren más riesgo de recibir poco para un dolor repentino. Su dosis diaria no es un plan para el dolor. Un dolor nuevo necesita su propio plan, y se puede tratar bien.',
        'alford-2006',
      ),
    ),
    section(
      'planned',
      'Before an operation or a dentist visit',
      'Antes de una operación o del dentista',
      steps(
        said(
          'Tell both sides early: the surgeon or dentist, and your prescriber. Ask them to talk to each other.',
          'Avisa pronto a los 2 lados: quien opera o el dentista, y quien te receta. Pide que hablen entre sí.',
          'asam-2020',
        ),
        said(
          'Ask: “Can I stay on my methadone or buprenorphine?” Stopping before surgery is not required.',
          'Pregunta: “¿Puedo seguir con mi metadona o buprenorfina?” No es obligatorio dejarla antes de operar.',
          'asam-2020',
        ),
        said(
          'On naltrexone? Say so weeks ahead. It blocks opioid pain medicine, so another plan is needed.',
          '¿Tomas naltrexona? Dilo con semanas de tiempo. Bloquea los opioides para el dolor y hace falta otro plan.',
          'naltrexone-label',
        ),
        said(
          'Ask what comes first besides opioids: numbing injections, other pain medicine, ice, movement.',
          'Pregunta qué hay antes de los opioides: anestesia local, otros medicamentos, hielo, movimiento.',
          'asam-2020',
        ),
      ),
    ),
    section(
      'card',
      'For an emergency: a card in your pocket',
      'Para una urgencia: una tarjeta en el bolsillo',
      list(
        said(
          'The medicine I take, and who prescribes it, with a number.',
          'El medicamento que tomo y quién lo receta, con un número.',
        ),
        said(
          '“Please don’t stop it. Please treat my pain as well.”',
          '“Por favor, no lo suspendan. Por favor, traten también mi dolor.”',
        ),
        said(
          'Naltrexone, if I have it: the date of the last injection.',
          'Naltrexona, si la uso: la fecha de la última inyección.',
        ),
      ),
      text(
        'You decide who sees the card. Staff treat you better with it than by guessing.',
        'Tú decides quién ve la tarjeta. Con ella te atienden mejor que adivinando.',
      ),
    ),
    section(
      'home',
      'If you go home with opioid pills',
      'Si vuelves a casa con pastillas de opioides',
      list(
        said(
          'Ask for the smallest number of days, and a check-up date.',
          'Pide los menos días posibles y una cita de control.',
        ),
        said(
          'Let someone you trust hold them and give you each one.',
          'Deja que alguien de confianza las guarde y te dé cada una.',
        ),
        said(
          'Keep naloxone out. Tell that person how it works.',
          'Ten naloxona a mano. Explica a esa persona cómo se usa.',
          'asam-2020',
        ),
        said(
          'Ask a pharmacy how to hand back what is left over.',
          'Pregunta en una farmacia cómo devolver lo que sobre.',
        ),
      ),
      note(
        'Pain is bad and nobody listens? Ask for someone else: another doctor, a patient advocate, your clinic. Don’t treat it alone with street drugs. Your tolerance may have changed.',
        '¿Duele mucho y nadie escucha? Pide otra persona: otro médico, defensoría del paciente, tu clínica. No lo trates en soledad con drogas de la calle. Tu tolerancia pudo cambiar.',
      ),
    ),
    section(
      'long',
      'Pain that stays',
      'Cuando el dolor se queda',
      text(
        'For long-lasting pain, the guide puts other ways first: physical therapy, behavioral approaches, medicines that are not opioids. Methadone and buprenorphine ease pain too, so tell your prescriber.',
        'Para el dolor que dura, la guía pone primero otras formas: fisioterapia, terapia de conducta, medicamentos sin opioides. La metadona y la buprenorfina también alivian el dolor; dilo a quien te receta.',
        'asam-2020',
      ),
      go('/learn/medicines', 'How the 3 medicines differ', 'En qué se diferencian los 3 medicamentos'),
      go('/now/lines', 'Talk to a person', 'Habla con alguien'),
    ),
  ],
  checks: [
    check(
      local(
        'Do you have to stop buprenorphine before surgery?',
        '¿Hay que dejar la buprenorfina antes de operar?',
      ),
      [
        local('No. The teams decide with you', 'No. Los equipos deciden contigo'),
        local('Yes, always', 'Sí, siempre'),
      ],
      local(
        'The 2020 guide says stopping is not required. Ask the 2 teams to talk.',
        'La guía de 2020 dice que no es obligatorio. Pide que los 2 equipos hablen.',
      ),
      1,
    ),
    check(
      local(
        'Which medicine blocks opioid pain relief?',
        '¿Qué medicamento bloquea los opioides para el dolor?',
      ),
      [local('Naltrexone', 'Naltrexona'), local('Methadone', 'Metadona')],
      local(
        'So every doctor and dentist needs to know about it.',
        'Por eso todo médico y dentista debe saberlo.',
      ),
      0,
    ),
  ],
  related: ['medicines', 'tolerance', 'rights-and-privacy'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
