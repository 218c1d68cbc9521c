import type { Article } from '../article.ts';
import { check, go, list, local, said, section, steps, text } from '../blocks.ts';

export const triggers: Article = {
  id: 'triggers',
  topic: 'living',
  readers: ['me', 'family', 'friend'],
  title: local('Triggers: drawing your own map', 'Detonantes: dibuja tu propio mapa'),
  lead: local(
    'A song, a street corner, payday, a fight. Yours are not the same as anyone else’s.',
    'Una canción, una esquina, el día de pago, una pelea. Los tuyos no son los de nadie más.',
  ),
  sections: [
    section(
      'kinds',
      '3 kinds that come up most',
      'Los 3 tipos más frecuentes',
      list(
        said(
          'Reminders: people, places and things tied to past use.',
          'Recordatorios: personas, lugares y cosas ligadas a haber usado.',
          'nida-cues',
        ),
        said(
          'Hard feelings: stress, anger, shame, loneliness, withdrawal.',
          'Emociones difíciles: estrés, enojo, vergüenza, soledad, abstinencia.',
          'hendershot-2011',
          'nida-cues',
        ),
        said(
          'Other people: a conflict, or someone who offers.',
          'Otras personas: un conflicto, o alguien que ofrece.',
          'hendershot-2011',
        ),
      ),
      text(
        'Many people add dates and times: weekends, payday, an anniversary. Few studies have tested that. You know best.',
        'Mucha gente suma fechas y horas: el fin de semana, el día de pago, un aniversario. Hay pocos estudios sobre eso. Tú lo sabes mejor.',
      ),
    ),
    section(
      'map',
      'Look at one real time',
      'Mira una vez real',
      text(
        'Take a time when the urge came and write 4 short lines. Leave out anything you would not want found.',
        'Piensa en una vez que llegaron las ganas y escribe 4 líneas cortas. Deja fuera lo que no quieras que alguien encuentre.',
      ),
      steps(
        said(
          'Before: where was I, with whom, what did I feel?',
          'Antes: ¿dónde estaba, con quién, qué sentía?',
        ),
        said('What I did.', 'Qué hice.'),
        said(
          'What it gave me at once. What it cost later.',
          'Qué me dio en el momento. Qué me costó después.',
        ),
        said('Another way to get the good part.', 'Otra forma de conseguir la parte buena.'),
      ),
      text(
        'The third line matters. Use gave you something: rest, company, no pain. A plan has to offer some of that too.',
        'La tercera línea importa. Usar te daba algo: descanso, compañía, alivio. Un plan también tiene que ofrecer algo de eso.',
      ),
    ),
    section(
      'plan',
      'Avoid, change, or be ready',
      'Evitar, cambiar o prepararte',
      list(
        said(
          'Avoid what you can for now. A longer way home is a fair price.',
          'Evita lo que puedas por ahora. Un camino más largo a casa es un precio justo.',
        ),
        said(
          'Change what you can. A new number, pay sent to an account, a friend at the party.',
          'Cambia lo que puedas. Otro número, el pago a una cuenta, alguien de confianza en la fiesta.',
        ),
        said(
          'Be ready for the rest. Choose one act for one moment: “If Leo calls, then I let it ring and call Rosa.”',
          'Prepárate para el resto. Elige una acción para un momento: “Si llama Leo, entonces no contesto y llamo a Rosa”.',
          'gollwitzer-2006',
        ),
      ),
      text(
        'Say it aloud a few times. A plan works best when it is small, clear and can be done alone. People who made such plans reached their aims more often.',
        'Dilo en voz alta unas veces. Un plan sirve más si es pequeño, claro y puedes hacerlo sin ayuda. Quienes hicieron planes así lograron más sus metas.',
        'gollwitzer-2006',
      ),
    ),
    section(
      'after',
      'If a trigger won today',
      'Si hoy ganó un detonante',
      text(
        'Guilt can do more harm than the slip: “I ruined it, so it makes no difference now.” It does make a difference. Be safe, tell 1 person, and add a line to the map later.',
        'La culpa puede hacer más daño que el desliz: “Ya lo arruiné, así que da igual”. No da igual. Ponte a salvo, avisa a 1 persona y más tarde suma una línea al mapa.',
        'hendershot-2011',
      ),
      text(
        'Your map is private. Share it only if you want to, with one person you trust. They can help you think of a way around.',
        'Tu mapa es privado. Compártelo solo si quieres, con alguien de confianza. Puede ayudarte a pensar en otro camino.',
      ),
      go('/learn/cravings', 'When the urge is here', 'Cuando llegan las ganas'),
      go('/now/lines', 'Talk to a person', 'Habla con alguien'),
    ),
  ],
  checks: [
    check(
      local('Which is the better plan?', '¿Cuál es mejor plan?'),
      [
        local(
          'If it is Friday at 6, then I go to my sister’s',
          'Si es viernes a las 6, entonces voy a casa de mi hermana',
        ),
        local('I will be stronger on Fridays', 'Los viernes voy a tener más fuerza'),
      ],
      local(
        'It names a moment and an act. You can tell if you did it.',
        'Nombra un momento y una acción. Puedes saber si la hiciste.',
      ),
      1,
    ),
    check(
      local('What belongs in the third line of the map?', '¿Qué va en la tercera línea del mapa?'),
      [
        local('What use gave, and what it cost', 'Lo que dio usar y lo que costó'),
        local('Who is to blame', 'Quién tiene la culpa'),
      ],
      local(
        'If the plan forgets the good part, it will not hold.',
        'Si el plan olvida la parte buena, no aguanta.',
      ),
      0,
    ),
  ],
  related: ['cravings', 'routine', 'stress', 'boundaries'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
