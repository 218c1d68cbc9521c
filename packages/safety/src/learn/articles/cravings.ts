import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const cravings: Article = {
  id: 'cravings',
  topic: 'living',
  readers: ['me', 'family', 'friend'],
  title: local('When the urge is strong', 'Cuando las ganas son fuertes'),
  lead: local(
    'An urge is loud. It is not an order. There are things to do while it is here.',
    'Las ganas de usar gritan. No son una orden. Hay cosas que hacer mientras están.',
  ),
  sections: [
    section(
      'now',
      'Right now, in this order',
      'Ahora mismo, en este orden',
      steps(
        said(
          'Move: another room, the street, a shop, a bus stop.',
          'Muévete: otro cuarto, la calle, una tienda, una parada.',
        ),
        said(
          'Call or text 1 person. “Strong urge. Talk to me for 10 minutes.”',
          'Llama o escribe a 1 persona. “Tengo muchas ganas. Háblame 10 minutos.”',
        ),
        said(
          'Eat or drink something. Cold water on your hands and face.',
          'Come o toma algo. Agua fría en las manos y la cara.',
        ),
        said('Give it 10 minutes. Then look again.', 'Dale 10 minutos. Luego mira otra vez.'),
      ),
      note(
        'Very sleepy, or breathing slow? That is not an urge. Go to the overdose page now.',
        '¿Mucho sueño o respiración lenta? Eso no son ganas. Ve ya a la página de sobredosis.',
      ),
      go('/now/overdose', 'Overdose help', 'Ayuda en sobredosis'),
    ),
    section(
      'what',
      'What an urge is',
      'Qué son las ganas',
      text(
        'Urges rise and fall. Places, people and feelings that go with past use can set one off. The brain has learned the link, and it answers before you think.',
        'Las ganas suben y bajan. Las despiertan lugares, personas y emociones ligadas a haber usado. El cerebro aprendió esa unión y responde antes de que pienses.',
        'nida-cues',
      ),
      text(
        'Take a strong one seriously. In one study of people in treatment for pain-pill use, stronger urges went with more use in the next week.',
        'Toma en serio las más fuertes. En un estudio con personas en tratamiento por pastillas, ganas más fuertes iban con más uso la semana siguiente.',
        'mchugh-2014',
      ),
      text(
        'Feeling one says nothing about your will or your worth.',
        'Sentirlas no dice nada de tu voluntad ni de lo que vales.',
      ),
    ),
    section(
      'ride',
      'Riding the wave',
      'Pasar la ola',
      steps(
        said(
          'Where in your body is it? Chest, belly, hands?',
          '¿En qué parte del cuerpo está? ¿Pecho, vientre, manos?',
        ),
        said('Give it a number from 0 to 10.', 'Ponle un número de 0 a 10.'),
        said(
          'Breathe in through the nose, and out for longer. Let the urge be there.',
          'Toma aire por la nariz y suéltalo más despacio. Deja que las ganas estén.',
        ),
        said('Watch it change. Give it a number again.', 'Mira cómo cambia. Ponle número otra vez.'),
      ),
      text(
        'What is known: in a small trial with students who smoke, this did not make urges weaker. They did smoke less in the week after. For opioids there is little evidence. It costs nothing to try.',
        'Lo que se sabe: en un ensayo pequeño con estudiantes que fuman, esto no bajó las ganas. Pero fumaron menos esa semana. Con opioides hay poca evidencia. Probar no cuesta nada.',
        'bowen-2009',
      ),
    ),
    section(
      'before',
      'Before the next one',
      'Antes de las próximas',
      list(
        said(
          'Ask about medicine. Methadone and buprenorphine make urges weaker. Urges every day are a reason to call your prescriber.',
          'Pregunta por el medicamento. La metadona y la buprenorfina bajan las ganas. Tenerlas cada día es motivo para llamar a quien te receta.',
          'nida-medicines',
        ),
        said(
          'Make one if-then plan. “If I get paid, then I walk to Ana’s first.” In 94 tests on all kinds of goals, such plans helped people do what they meant to do.',
          'Haz un plan de “si… entonces”. “Si me pagan, entonces voy primero a casa de Ana.” En 94 pruebas con toda clase de metas, estos planes ayudaron a hacer lo que la gente quería.',
          'gollwitzer-2006',
        ),
        said(
          'Check the basics: hungry, angry, lonely, tired, bored, in pain, in withdrawal? Meet that need first.',
          'Revisa lo básico: ¿hambre, enojo, soledad, cansancio, aburrimiento, dolor, abstinencia? Atiende eso primero.',
        ),
      ),
      go('/learn/triggers', 'Know what sets it off', 'Conoce qué las despierta'),
      go('/now', 'Help for right now', 'Ayuda para ahora mismo'),
    ),
  ],
  checks: [
    check(
      local(
        'The urge is at 8 and you are alone. What helps first?',
        'Las ganas están en 8 y no hay nadie contigo. ¿Qué ayuda primero?',
      ),
      [
        local('Move, and reach 1 person', 'Moverte y buscar a 1 persona'),
        local('Wait for it to pass in the same room', 'Esperar en el mismo cuarto'),
        local('Argue with yourself', 'Discutir contigo'),
      ],
      local(
        'A new place and a voice change the moment. Thinking harder seldom does.',
        'Otro lugar y una voz cambian el momento. Darle vueltas a la idea pocas veces lo logra.',
      ),
      0,
    ),
  ],
  related: ['triggers', 'medicines', 'stress', 'first-90-days'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
