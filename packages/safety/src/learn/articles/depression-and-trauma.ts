import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const depressionAndTrauma: Article = {
  id: 'depression-and-trauma',
  topic: 'treatment',
  readers: ['me', 'family', 'friend'],
  title: local('Depression or trauma beside recovery', 'Depresión o trauma junto a la recuperación'),
  lead: local(
    'Low for weeks, or the past comes back at night. Both can be helped, and neither has to wait.',
    'Semanas de ánimo bajo, o el pasado que vuelve de noche. Para las dos cosas hay ayuda, y ninguna tiene que esperar.',
  ),
  sections: [
    section(
      'common',
      'You are not the only one',
      'No te pasa solo a ti',
      text(
        'US surveys looked at people who had a mental illness. About half also had a substance use disorder at some time. It holds the other way round too.',
        'En encuestas de EE. UU., cerca de la mitad de quienes tuvieron una enfermedad mental tuvo también un trastorno por uso de sustancias. Al revés pasa lo mismo.',
        'nida-comorbidity-2020',
      ),
      text(
        'A study asked 303 people on medicine for opioid use about their past. 41% were above the mark of a short screening for post-traumatic stress (PTSD). A screening is a first look. It is not a diagnosis.',
        'Un estudio preguntó por su pasado a 303 personas con medicamento para los opioides. El 41% pasó la marca de una prueba corta de estrés postraumático (TEPT). Una prueba así es una primera mirada. No es un diagnóstico.',
        'rodriguez-2024',
      ),
    ),
    section(
      'early',
      'Early recovery, or depression?',
      '¿Los primeros tiempos, o depresión?',
      text(
        'At first it is hard to tell. Withdrawal and pain change sleep, hunger and strength. So can opioids.',
        'Al principio es difícil saberlo. La abstinencia y el dolor cambian el sueño, el hambre y la fuerza. Los opioides también pueden hacerlo.',
      ),
      text(
        'In many people low mood lifts within days or weeks of stopping, or of starting a medicine such as methadone. In others it stays.',
        'En muchas personas el ánimo mejora días o semanas después de dejar de usar o de empezar la metadona. En otras se queda bajo.',
        'nunes-2008',
      ),
      text(
        'So a guide for doctors says: look at mood when treatment starts, and again once the medicine is steady. Starting the medicine should not wait for that.',
        'Por eso una guía para médicos dice: mirar el ánimo al empezar, y otra vez cuando el medicamento sea estable. Empezar el medicamento no debe esperar a eso.',
        'asam-2020',
      ),
      list(
        said(
          'Low or empty on most days for 2 weeks: tell a clinician.',
          'Ánimo bajo o vacío casi todos los días por 2 semanas: cuéntalo en la consulta.',
        ),
        said(
          'Bad dreams, sudden pictures of the past, always on guard: tell them that too.',
          'Pesadillas, imágenes del pasado que llegan de golpe, siempre en alerta: cuenta eso también.',
        ),
      ),
    ),
    section(
      'both',
      'Help for both at once',
      'Ayuda para las dos cosas a la vez',
      text(
        'Treatment for both together has done better than treating each apart, says a US institute.',
        'Tratar las dos cosas juntas ha dado mejor resultado que tratar cada una por separado, dice un instituto de EE. UU.',
        'nida-comorbidity-2020',
      ),
      text(
        'The US center for PTSD says: having one is no reason to be refused help for the other. People with both can bear therapy that works on the trauma, and gain from it.',
        'El centro de EE. UU. para el TEPT dice: tener una cosa no es razón para negarte ayuda con la otra. Quienes tienen las dos pueden hacer una terapia que trabaja el trauma, y les sirve.',
        'va-ptsd-sud',
      ),
      text(
        'Medicine for depression: a review joined 14 trials with 848 people who also were dependent on alcohol or other drugs. The gain was modest, and not in every trial.',
        'Medicamentos para la depresión: una revisión reunió 14 ensayos con 848 personas que además dependían del alcohol u otras drogas. La mejora fue modesta, y no en todos los ensayos.',
        'nunes-2004',
      ),
      text(
        'Talking therapy for both: a review found 7 trials with 608 people. Each compared one therapy with another, so much is still open.',
        'Terapia de conversación para las dos cosas: una revisión halló 7 ensayos con 608 personas. Cada uno comparó una terapia con otra, así que mucho queda por saber.',
        'hides-2019',
      ),
      note(
        'Go on with your medicine for opioid use. Tell whoever prescribes about every other medicine. Some do not go well together.',
        'Sigue con tu medicamento para los opioides. Cuenta a quien te receta qué otros medicamentos tomas. Algunos no van bien juntos.',
        'asam-2020',
      ),
    ),
    section(
      'ask',
      'How to ask, and how little you have to tell',
      'Cómo pedirla, y lo poco que tienes que contar',
      steps(
        said(
          'One sentence is enough. “I am low most days, and bad things happened to me.”',
          'Basta una frase. “Casi siempre estoy sin ánimo, y me pasaron cosas malas”.',
        ),
        said(
          'You don’t have to say what happened. “I don’t want to talk about it yet.”',
          'No tienes que decir qué pasó. “Todavía no quiero hablar de eso”.',
        ),
        said(
          'Ask: “Do you treat both here? If not, who does?”',
          'Pregunta: “¿Aquí tratan las dos cosas? Si no, ¿quién?”',
        ),
        said('Ask what is written down, and who reads it.', 'Pregunta qué se anota y quién lo lee.'),
      ),
      text(
        'Told to come back once you no longer use? You may ask for someone else. A helpline can say who treats both.',
        '¿Te dicen que vuelvas cuando ya no uses? Puedes buscar a otra persona. Una línea de ayuda puede decirte quién trata las dos cosas.',
      ),
    ),
    section(
      'dark',
      'If it gets dark',
      'Si se pone oscuro',
      text(
        'Thoughts of ending your life: call a line now. You don’t have to be sure. Have naloxone close, and someone near you.',
        'Ideas de terminar con tu vida: llama ya a una línea. No hace falta tener certeza. Ten naloxona a mano y a alguien cerca.',
      ),
      go('/learn/stress', 'A body that won’t calm down', 'Un cuerpo que no se calma'),
      go('/now', 'Help for right now', 'Ayuda para ahora mismo'),
      go('/now/lines', 'Talk to a person', 'Habla con alguien'),
    ),
  ],
  checks: [
    check(
      local(
        'A clinic says: first stop using, then we look at the trauma. What can you say?',
        'Una clínica dice: primero deja de usar, después vemos el trauma. ¿Qué puedes decir?',
      ),
      [
        local('Both can be treated together', 'Las dos cosas se pueden tratar juntas'),
        local('That is the only order', 'No hay otro orden'),
      ],
      local(
        'One is no reason to be refused help for the other.',
        'Una no es razón para negarte ayuda con la otra.',
      ),
      0,
    ),
    check(
      local(
        'You feel low in the first week on methadone. What now?',
        'La primera semana con metadona te sientes sin ánimo. ¿Qué haces?',
      ),
      [
        local('Stop the methadone', 'Dejar la metadona'),
        local('Go on, and tell the clinic', 'Seguir, y contarlo en la clínica'),
      ],
      local(
        'It may lift within weeks. If it stays, there is help for it.',
        'Puede mejorar en semanas. Si se queda, hay ayuda para eso.',
      ),
      1,
    ),
  ],
  related: ['therapy-kinds', 'stress', 'sleep', 'grief'],
  writtenOn: '2026-11-26',
  reviewBy: '2027-05-25',
  checkedBy: null,
};
