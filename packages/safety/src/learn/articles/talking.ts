import type { Article } from '../article.ts';
import { check, go, list, local, said, section, steps, text } from '../blocks.ts';

export const talking: Article = {
  id: 'talking',
  topic: 'families',
  readers: ['family', 'friend'],
  title: local('Talking and listening', 'Hablar y escuchar'),
  lead: local(
    'No sentence is perfect. A few small habits make it easier to hear and to be heard.',
    'Ninguna frase es perfecta. Unas pocas costumbres hacen más fácil oír y que te oigan.',
  ),
  sections: [
    section(
      'when',
      'Pick the hour',
      'Elige la hora',
      text(
        'Choose a time when nobody has used, nobody is sick, and nobody has to leave. Side by side is easier than face to face: in the car, at the sink, on a walk. 10 minutes is plenty.',
        'Busca un momento sin uso, sin malestar y sin prisa. De lado es más fácil que de frente: en un viaje, al lavar los platos, al caminar. Con 10 minutos basta.',
      ),
    ),
    section(
      'listen',
      'Listen first',
      'Primero escucha',
      steps(
        said(
          'Ask something open. “How has this week been for you?”',
          'Pregunta algo abierto. “¿Cómo te fue esta semana?”.',
          'samhsa-tip35-2019',
        ),
        said(
          'Say back what you heard. “You’re tired of being watched.”',
          'Repite lo que oíste. “Te cansa que te vigilen”.',
          'samhsa-tip35-2019',
        ),
        said(
          'Check. “Did I get that right?” Then wait. Silence is fine.',
          'Confirma. “¿Te entendí bien?”. Y espera. El silencio está bien.',
        ),
        said(
          'Name one thing that is good in them. “You called me. That mattered.”',
          'Nombra algo bueno que ves. “Me llamaste. Eso me importó”.',
          'samhsa-tip35-2019',
        ),
        said(
          'Ask before you advise. “Would it help to hear what I found?”',
          'Pide permiso antes de aconsejar. “¿Quieres que te cuente lo que encontré?”.',
          'samhsa-tip35-2019',
        ),
      ),
      text(
        'Counsellors learn the same steps. Pushing tends to make people push back.',
        'Los consejeros aprenden lo mismo. Si empujas, la otra persona suele empujar también.',
        'samhsa-tip35-2019',
      ),
    ),
    section(
      'i-words',
      'Speak from “I”',
      'Habla desde el “yo”',
      text(
        'When (what happened), I feel (one feeling), because (what I need). I’d like (one small thing). Is that all right?',
        'Cuando (lo que pasó), me siento (una emoción), porque (lo que necesito). Me gustaría (algo pequeño). ¿Te parece?',
      ),
      list(
        said(
          'Not “You never listen.” But “When you left last night I was scared, because I didn’t know where you were. I’d like a text before midnight. Is that all right?”',
          'En lugar de “Nunca escuchas”: “Cuando saliste anoche tuve miedo, porque no sabía dónde estabas. Me gustaría un mensaje antes de medianoche. ¿Te parece?”.',
        ),
        said(
          'Not “You are ruining this family.” But “I’m worn out, and I need one calm evening. Can we eat without talking of it tonight?”',
          'En lugar de “Estás arruinando a la familia”: “No doy más y necesito una noche tranquila. ¿Podemos cenar hoy sin hablar de esto?”.',
        ),
      ),
      text(
        'Watch out for “I feel that you…”. After it comes blame, not a feeling.',
        'Cuidado con “siento que tú…”. Después viene un reproche y no una emoción.',
      ),
    ),
    section(
      'hard',
      'Hard moments',
      'Momentos difíciles',
      list(
        said(
          'They have used: keep it short and kind. Check that they wake and breathe well. Talk another day.',
          'Ha usado: sé breve y amable. Mira que despierte y respire bien. Hablen otro día.',
        ),
        said(
          'Voices rise: “I want to hear you. I’ll come back in half an hour.” Then come back.',
          'Suben las voces: “Quiero oírte. Vuelvo en media hora”. Y vuelve.',
        ),
        said(
          'They tell of a lapse: “Thank you for telling me. Are you safe now?” The rest can wait.',
          'Te cuenta un desliz: “Gracias por decírmelo. ¿Estás a salvo ahora?”. Lo demás puede esperar.',
        ),
        said(
          'They speak of dying: stay with them, and call a line together.',
          'Habla de morir: quédate y llamen juntos a una línea.',
        ),
      ),
      go('/now/overdose', 'Overdose: what to do', 'Sobredosis: qué hacer'),
      go('/now/lines', 'Lines in your country', 'Líneas de tu país'),
    ),
    section(
      'repair',
      'When it went badly',
      'Si salió mal',
      text(
        '“I shouted. I’m sorry. I was afraid.” 3 short lines are enough. Try again on another day.',
        '“Grité. Perdón. Tenía miedo”. Bastan 3 frases cortas. Otro día lo intentas de nuevo.',
      ),
      go('/learn/boundaries', 'Next: boundaries', 'Sigue: los límites'),
    ),
  ],
  checks: [
    check(
      local('Which line speaks from “I”?', '¿Cuál habla desde el “yo”?'),
      [
        local('“When the door was locked I was afraid.”', '“Cuando la puerta estaba cerrada, tuve miedo”.'),
        local('“I feel that you don’t care.”', '“Siento que no te importa”.'),
        local('“You scare me.”', '“Me asustas”.'),
      ],
      local(
        'It names what happened and one feeling. It blames nobody.',
        'Dice lo que pasó y una emoción. No culpa a nadie.',
      ),
      1,
    ),
    check(
      local(
        'They tell you they used again. What comes first?',
        'Te cuenta que volvió a usar. ¿Qué va primero?',
      ),
      [
        local('Thank them and ask if they are safe', 'Agradecer y preguntar si está a salvo'),
        local('Ask what went wrong', 'Preguntar qué salió mal'),
        local('Call the whole family', 'Llamar a toda la familia'),
      ],
      local(
        'Safe now, then one person, then tomorrow. Learning comes later.',
        'Primero la seguridad, luego una persona, luego mañana. Aprender viene después.',
      ),
      2,
    ),
  ],
  related: ['boundaries', 'craft-ideas', 'families-what-helps'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
