import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const workHousingMoney: Article = {
  id: 'work-housing-money',
  topic: 'rights',
  readers: ['me'],
  title: local('Work, a home and money', 'Trabajo, casa y dinero'),
  lead: local(
    'A bed, a wage and a paid bill hold a life in place. Take one of them today, not all 3.',
    'Una cama, un sueldo y una cuenta pagada sostienen una vida. Toma una cosa hoy, no las 3.',
  ),
  sections: [
    section(
      'law',
      'Work: what the law may say',
      'El trabajo: qué puede decir la ley',
      list(
        said(
          'United States: a law called the ADA protects many people in recovery at work. Medicine that is prescribed to you, such as methadone or buprenorphine, does not end that. Illegal drug use now does.',
          'Estados Unidos: una ley llamada ADA cuida en el trabajo a mucha gente en recuperación. Tomar con receta metadona o buprenorfina no quita ese derecho. Usar ahora drogas ilegales sí lo quita.',
          'doj-ada-2022',
        ),
        said(
          'There, you may ask for changes such as other hours for treatment. Drug tests are allowed. If your medicine shows up, you may explain it.',
          'Allí puedes pedir cambios, como otro horario para ir a tratamiento. Las pruebas de drogas se permiten. Si aparece tu medicamento, puedes explicarlo.',
          'eeoc-2020',
        ),
        said(
          'Great Britain: addiction alone does not count as a disability, unless it came from prescribed medicine. An illness beside it, such as depression, may count.',
          'Gran Bretaña: la adicción sola no cuenta como discapacidad, salvo si vino de un medicamento recetado. Otra enfermedad, como la depresión, puede contar.',
          'gb-disability-2010',
          'gb-answer-2022',
        ),
        said(
          'Elsewhere: ask a union or free legal aid before you tell your employer.',
          'En otros lugares: pregunta a un sindicato o a la ayuda legal gratuita antes de contarlo en el trabajo.',
        ),
      ),
    ),
    section(
      'telling',
      'How much to tell',
      'Cuánto contar',
      text(
        'Begin with what you need, and say the least that gets it. “I have a medical appointment every morning until 9. Can my shift start later?” Ask in writing and keep a copy.',
        'Empieza por lo que necesitas y di lo mínimo para lograrlo. “Tengo una cita médica cada mañana hasta las 9. ¿Puedo entrar más tarde?”. Pídelo por escrito y guarda copia.',
      ),
      text(
        'Looking for work? In a small trial, 45 people on methadone got a job coach at once or had to wait. After 6 months half of the first group had a job, and 1 in 20 of the others. Ask your clinic if it has one.',
        '¿Buscas trabajo? En un estudio pequeño, 45 personas con metadona tuvieron un asesor laboral enseguida o esperaron. A los 6 meses, la mitad del primer grupo tenía empleo, y 1 de cada 20 del otro. Pregunta en tu clínica si hay uno.',
        'lones-2017',
      ),
    ),
    section(
      'home',
      'A place to live',
      'Un lugar para vivir',
      text(
        'Recovery houses differ a lot. Ask before you pay:',
        'Las casas de recuperación son muy distintas entre sí. Pregunta antes de pagar:',
      ),
      list(
        said(
          'Do you take people on methadone or buprenorphine? Who keeps the medicine?',
          '¿Aceptan a quienes toman metadona o buprenorfina? ¿Quién guarda el medicamento?',
        ),
        said(
          'Are the rules written down? Is the house certified?',
          '¿Hay reglas por escrito? ¿La casa está certificada?',
          'samhsa-housing-2023',
        ),
        said(
          'Is naloxone in the house? What happens to me if I use?',
          '¿Hay naloxona en la casa? ¿Qué pasa conmigo si uso?',
        ),
        said('Does anyone get paid when I move in?', '¿Alguien cobra cuando yo entro?', 'clingan-2023'),
      ),
      note(
        'A free ticket, free rent or cash for coming is a warning sign. People told researchers of brokers who paid them, and even gave them drugs, to fill beds.',
        'Un pasaje gratis, alquiler gratis o dinero por ir es una señal de alerta. Varias personas contaron que les pagaron, y hasta les dieron drogas, para llenar camas.',
        'clingan-2023',
      ),
    ),
    section(
      'money',
      'Money, one step at a time',
      'El dinero, paso a paso',
      steps(
        said(
          'Write what comes in this week and what must go out.',
          'Anota lo que entra esta semana y lo que tiene que salir.',
        ),
        said(
          'Put rent, power, food, phone and the way to treatment first.',
          'Primero van el alquiler, la luz, la comida, el teléfono y el viaje al tratamiento.',
        ),
        said(
          'If cash in hand is hard right now, let bills be paid straight from the account.',
          'Si ahora te cuesta tener efectivo, deja que las cuentas se paguen directo desde el banco.',
        ),
        said(
          'Put debt letters in one folder. They can wait until morning. Free debt advice exists in many places.',
          'Junta las cartas de deudas en una carpeta. Pueden esperar a la mañana. En muchos lugares hay asesoría gratis.',
        ),
      ),
      text(
        'Someone may offer to keep your card. That is your choice: written down, with an end date, easy to stop.',
        'Quizá alguien ofrezca guardar tu tarjeta. Tú decides: por escrito, con fecha final y fácil de parar.',
      ),
      go('/learn/rights-and-privacy', 'Your rights and your privacy', 'Tus derechos y tu privacidad'),
      go('/now/lines', 'Talk to a person', 'Hablar con alguien'),
    ),
  ],
  checks: [
    check(
      local(
        'A house pays your flight and the first month. What is wise?',
        'Una casa te paga el vuelo y el primer mes. ¿Qué conviene?',
      ),
      [
        local('Ask who gets paid, and check its licence', 'Preguntar quién cobra y revisar su licencia'),
        local('Say yes quickly', 'Decir que sí rápido'),
        local('Leave your medicine at home', 'Dejar tu medicamento en casa'),
      ],
      local(
        'Gifts for coming are a sign of patient brokering. A good house answers plainly.',
        'Los regalos por ir son señal de que alguien vende pacientes. Una buena casa responde claro.',
      ),
      1,
    ),
  ],
  related: ['rights-and-privacy', 'first-90-days', 'routine'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
