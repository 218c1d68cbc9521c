import type { Article } from '../article.ts';
import { check, go, list, local, said, section, steps, text } from '../blocks.ts';

export const stress: Article = {
  id: 'stress',
  topic: 'living',
  readers: ['me', 'family', 'friend'],
  title: local('Stress: help for a tense body', 'Estrés: ayuda para un cuerpo tenso'),
  lead: local(
    'Tight jaw, fast heart, thoughts going round. Begin with the body; the thoughts follow.',
    'Mandíbula tensa, corazón rápido, ideas que dan vueltas. Empieza por el cuerpo; las ideas lo siguen.',
  ),
  sections: [
    section(
      'link',
      'Stress and use: what was measured',
      'Estrés y uso: lo que se midió',
      text(
        'Researchers gave phones to people in treatment and asked, many times a day, how they were. Stress and urges went up together.',
        'En un estudio, personas en tratamiento contaban en un teléfono cómo estaban, varias veces al día. El estrés y las ganas subían juntos.',
        'preston-2018',
      ),
      text(
        'But stress alone did not decide what happened. A slip could come without it, and stress often came without a slip.',
        'Pero el estrés solo no decidía lo que pasaba. Podía haber un desliz sin él, y muchas veces había estrés sin desliz.',
        'burgess-hull-2021',
      ),
      text(
        'One finding stands out. In the hours after use, people’s stress was no lower and their mood no better.',
        'Un dato llama la atención. En las horas después de usar, el estrés no era menor ni el ánimo mejor.',
        'preston-2018',
      ),
    ),
    section(
      'now',
      '3 minutes for the body',
      '3 minutos para el cuerpo',
      steps(
        said(
          'Sit or stand with both feet on the floor.',
          'Siéntate o quédate de pie, con los 2 pies en el suelo.',
        ),
        said(
          'Breathe in for 4, out for 6. Do it 6 times. No need to hold your breath.',
          'Toma aire en 4 y suéltalo en 6. Hazlo 6 veces. No hace falta retenerlo.',
        ),
        said(
          'Squeeze your fists for 5 seconds. Let go. Then shoulders, face, legs. Skip any place that hurts.',
          'Aprieta los puños 5 segundos. Suelta. Luego hombros, cara, piernas. Salta lo que te duela.',
        ),
        said('Name 5 things you can see.', 'Nombra 5 cosas que ves.'),
      ),
      text(
        'Such exercises are seen as safe for healthy people. A few feel more anxious; if you do, stop and try a walk. With a serious illness, ask first. For many health problems the evidence is limited.',
        'Estos ejercicios se consideran seguros para personas sanas. Algunas sienten más ansiedad; si te pasa, detente y prueba caminar. Con una enfermedad seria, pregunta antes. Para muchos problemas de salud hay poca evidencia.',
        'nccih-relaxation',
      ),
    ),
    section(
      'load',
      'Making the load smaller',
      'Hacer la carga más liviana',
      list(
        said(
          'Write down what presses on you. Mark what you can change this week. Pick one.',
          'Escribe lo que te pesa. Marca lo que puedes cambiar esta semana. Elige una cosa.',
        ),
        said(
          'Rest from news and feeds. Go outside. Move. Eat.',
          'Descansa de noticias y redes. Sal. Muévete. Come.',
          'cdc-stress',
        ),
        said(
          'Tell someone you trust how it is. No advice needed.',
          'Cuéntale a alguien de confianza cómo estás. No hace falta consejo.',
          'cdc-stress',
        ),
        said(
          'Debts, court, housing: ask for a helper who knows the forms.',
          'Deudas, juzgado, vivienda: pide ayuda a quien conozca los trámites.',
        ),
      ),
      text(
        'Some stress is not in your head. It is rent, a violent home, a sick child. That needs practical help and safety, not only calm.',
        'A veces el estrés no está en tu cabeza. Es el alquiler, una casa violenta, un hijo enfermo. Eso pide ayuda práctica y seguridad, no solo calma.',
      ),
    ),
    section(
      'more',
      'When to ask for more',
      'Cuándo pedir más ayuda',
      list(
        said(
          'Chest pain, or trouble breathing: get medical help now.',
          'Dolor de pecho o falta de aire: busca atención médica ya.',
        ),
        said(
          'Fear or low mood on most days for 2 weeks: talk to a clinician.',
          'Miedo o tristeza casi todos los días por 2 semanas: habla con un profesional.',
        ),
        said(
          'Thoughts of ending your life: call a line now. You don’t have to be sure.',
          'Ideas de terminar con tu vida: llama ya a una línea. No hace falta tener certeza.',
        ),
      ),
      go('/now', 'Help for right now', 'Ayuda para ahora mismo'),
      go('/now/lines', 'Talk to a person', 'Habla con alguien'),
    ),
  ],
  checks: [
    check(
      local(
        'What did people report in the hours after use?',
        '¿Qué contaron las personas en las horas después de usar?',
      ),
      [
        local('Stress was no lower', 'El estrés no era menor'),
        local('Stress was gone', 'El estrés se había ido'),
      ],
      local(
        'Relief was hoped for. Measured by the hour, it was not there.',
        'Se esperaba alivio. Medido hora por hora, no apareció.',
      ),
      0,
    ),
    check(
      local(
        'Breathing exercises make you more anxious. What now?',
        'Los ejercicios de respiración te dan más ansiedad. ¿Qué haces?',
      ),
      [
        local('Stop, and try something else', 'Detenerte y probar otra cosa'),
        local('Push on until it works', 'Seguir hasta que funcione'),
      ],
      local(
        'It happens. Walking or talking may suit you better.',
        'Pasa. Quizás te sirva más caminar o hablar.',
      ),
      1,
    ),
  ],
  related: ['sleep', 'cravings', 'routine', 'own-wellbeing'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
