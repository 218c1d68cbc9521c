import type { Article } from '../article.ts';

export const workHousingMoney: Article = {
  id: 'work-housing-money',
  topic: 'rights',
  readers: ['me'],
  title: { en: 'Work, a home and money', es: 'Trabajo, casa y dinero' },
  lead: {
    en: 'A bed, a wage and a paid bill hold a life in place. Take one of them today, not all three.',
    es: 'Una cama, un sueldo y una cuenta pagada sostienen una vida. Toma una cosa hoy, no las tres.',
  },
  sections: [
    {
      id: 'law',
      title: { en: 'Work: what the law may say', es: 'El trabajo: qué puede decir la ley' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'United States: a law called the ADA protects many people in recovery at work. Medicine that is prescribed to you, such as methadone or buprenorphine, does not end that. Illegal drug use now does.',
              es: 'Estados Unidos: una ley llamada ADA cuida en el trabajo a mucha gente en recuperación. Tomar con receta metadona o buprenorfina no quita ese derecho. Usar ahora drogas ilegales sí lo quita.',
              sources: ['ada-opioids'],
            },
            {
              en: 'There, you may ask for changes such as other hours for treatment. Drug tests are allowed. If your medicine shows up, you may explain it.',
              es: 'Allí puedes pedir cambios, como otro horario para ir a tratamiento. Las pruebas de drogas se permiten. Si aparece tu medicamento, puedes explicarlo.',
              sources: ['eeoc-opioids'],
            },
            {
              en: 'Great Britain: addiction alone does not count as a disability, unless it came from prescribed medicine. An illness beside it, such as depression, may count.',
              es: 'Gran Bretaña: la adicción sola no cuenta como discapacidad, salvo si vino de un medicamento recetado. Otra enfermedad, como la depresión, puede contar.',
              sources: ['gb-disability-rules'],
            },
            {
              en: 'Elsewhere: ask a union or free legal aid before you tell your employer.',
              es: 'En otros lugares: pregunta a un sindicato o a la ayuda legal gratuita antes de contarlo en el trabajo.',
            },
          ],
        },
      ],
    },
    {
      id: 'telling',
      title: { en: 'How much to tell', es: 'Cuánto contar' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Begin with what you need, and say the least that gets it. “I have a medical appointment every morning until nine. Can my shift start later?” Ask in writing and keep a copy.',
            es: 'Empieza por lo que necesitas y di lo mínimo para lograrlo. “Tengo una cita médica cada mañana hasta las nueve. ¿Puedo entrar más tarde?”. Pídelo por escrito y guarda copia.',
          },
        },
        {
          kind: 'text',
          said: {
            en: 'Looking for work? In a small trial, 45 people on methadone got a job coach at once or had to wait. After six months half of the first group had a job, and one in 20 of the others. Ask your clinic if it has one.',
            es: '¿Buscas trabajo? En un estudio pequeño, 45 personas con metadona tuvieron un asesor laboral o esperaron. A los seis meses, la mitad del primer grupo tenía empleo, y una de cada 20 del otro. Pregunta en tu clínica si hay uno.',
            sources: ['job-coach-methadone'],
          },
        },
      ],
    },
    {
      id: 'home',
      title: { en: 'A place to live', es: 'Un lugar para vivir' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Recovery houses differ a lot. Ask before you pay:',
            es: 'Las casas de recuperación son muy distintas entre sí. Pregunta antes de pagar:',
          },
        },
        {
          kind: 'list',
          items: [
            {
              en: 'Do you take people on methadone or buprenorphine? Who keeps the medicine?',
              es: '¿Aceptan a quienes toman metadona o buprenorfina? ¿Quién guarda el medicamento?',
            },
            {
              en: 'Are the rules written down? Is the house certified?',
              es: '¿Hay reglas por escrito? ¿La casa está certificada?',
              sources: ['recovery-housing'],
            },
            {
              en: 'Is naloxone in the house? What happens to me if I use?',
              es: '¿Hay naloxona en la casa? ¿Qué pasa conmigo si uso?',
            },
            {
              en: 'Does anyone get paid when I move in?',
              es: '¿Alguien cobra cuando yo entro?',
              sources: ['patient-brokering'],
            },
          ],
        },
        {
          kind: 'note',
          said: {
            en: 'A free ticket, free rent or cash for coming is a warning sign. People told researchers of brokers who paid them, and even gave them drugs, to fill beds.',
            es: 'Un pasaje gratis, alquiler gratis o dinero por ir es una señal de alerta. Varias personas contaron que les pagaron, y hasta les dieron drogas, para llenar camas.',
            sources: ['patient-brokering'],
          },
        },
      ],
    },
    {
      id: 'money',
      title: { en: 'Money, one step at a time', es: 'El dinero, paso a paso' },
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              en: 'Write what comes in this week and what must go out.',
              es: 'Anota lo que entra esta semana y lo que tiene que salir.',
            },
            {
              en: 'Put rent, power, food, phone and the way to treatment first.',
              es: 'Primero van el alquiler, la luz, la comida, el teléfono y el viaje al tratamiento.',
            },
            {
              en: 'If cash in hand is hard right now, let bills be paid straight from the account.',
              es: 'Si ahora te cuesta tener efectivo, deja que las cuentas se paguen directo desde el banco.',
            },
            {
              en: 'Put debt letters in one folder. They can wait until morning. Free debt advice exists in many places.',
              es: 'Junta las cartas de deudas en una carpeta. Pueden esperar a la mañana. En muchos lugares hay asesoría gratis.',
            },
          ],
        },
        {
          kind: 'text',
          said: {
            en: 'Someone may offer to keep your card. That is your choice: written down, with an end date, easy to stop.',
            es: 'Quizá alguien ofrezca guardar tu tarjeta. Tú decides: por escrito, con fecha final y fácil de parar.',
          },
        },
        {
          kind: 'go',
          to: '/learn/rights-and-privacy',
          label: { en: 'Your rights and your privacy', es: 'Tus derechos y tu privacidad' },
        },
        {
          kind: 'go',
          to: '/now/lines',
          label: { en: 'Talk to a person', es: 'Hablar con alguien' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'A house pays your flight and the first month. What is wise?',
        es: 'Una casa te paga el vuelo y el primer mes. ¿Qué conviene?',
      },
      options: [
        { en: 'Say yes quickly', es: 'Decir que sí rápido' },
        { en: 'Ask who gets paid, and check its licence', es: 'Preguntar quién cobra y revisar su licencia' },
        { en: 'Leave your medicine at home', es: 'Dejar tu medicamento en casa' },
      ],
      right: 1,
      because: {
        en: 'Gifts for coming are a sign of patient brokering. A good house answers plainly.',
        es: 'Los regalos por ir son señal de que alguien vende pacientes. Una buena casa responde claro.',
      },
    },
  ],
  related: ['rights-and-privacy', 'first-90-days', 'routine'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
