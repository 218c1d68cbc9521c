import { line, strong } from '../text-block.ts';
import type { NowText } from './now-page.ts';

/** "I missed my medicine": never a dose, never double; who to call, by medicine. */
export const missedPage: NowText = {
  id: 'missed',
  title: { en: 'I missed my medicine', es: 'No tomé mi medicina' },
  lead: {
    en: 'It happens. You can get back on it. A call today is the way.',
    es: 'A veces pasa. Hay manera de volver a ella. Empieza hoy con una llamada.',
  },
  breathing: true,
  steps: [
    {
      id: 'today',
      tool: 'health',
      title: { en: 'Today', es: 'Hoy' },
      lines: [
        strong('Never take a double dose.', 'Nunca tomes doble dosis.'),
        strong(
          'Call your clinic, pharmacist or prescriber today.',
          'Llama hoy a tu clínica, farmacia o médico.',
        ),
        line(
          'You can say: “I missed my medicine. My last dose was on …”',
          'Puedes decir: “No tomé mi medicina. Mi última dosis fue el …”',
        ),
        line('Tell them about anything else you took.', 'Di también qué otra cosa tomaste.'),
      ],
    },
    {
      id: 'which',
      title: { en: 'Which medicine?', es: '¿Qué medicina?' },
      lines: [],
      choices: [
        {
          id: 'methadone',
          title: { en: 'Methadone', es: 'Metadona' },
          lines: [
            strong(
              'Missed 3 days or more? Your old dose may be too strong now.',
              '¿3 días o más sin ella? Tu dosis de antes puede ser muy fuerte.',
            ),
            line('Don’t start again by yourself. It can kill.', 'No empieces por tu cuenta. Puede matar.'),
            line('Fewer days? Call before the next dose.', '¿Menos días? Llama antes de la próxima dosis.'),
          ],
        },
        {
          id: 'buprenorphine',
          title: { en: 'Buprenorphine, each day', es: 'Buprenorfina, cada día' },
          lines: [
            strong(
              'Missed 3 days or more? Ask before you start again.',
              '¿3 días o más sin ella? Pregunta antes de empezar.',
            ),
            line(
              'Used other opioids since? Too soon can make you suddenly very sick.',
              '¿Usaste otros opioides? Tomarla demasiado pronto puede ponerte muy mal de golpe.',
            ),
            line('Your prescriber sets the time.', 'Tu médico decide la hora.'),
          ],
        },
        {
          id: 'injection',
          title: { en: 'Buprenorphine injection', es: 'Buprenorfina inyectada' },
          lines: [
            strong(
              'Call the clinic for the next free time.',
              'Llama a la clínica y pide la próxima hora libre.',
            ),
            line('Say the date of your last one.', 'Di la fecha de la última.'),
            line('Only the clinic gives it.', 'Solo la clínica la pone.'),
            line('Used other opioids since? Tell them first.', '¿Usaste otros opioides? Dilo primero.'),
          ],
        },
        {
          id: 'naltrexone',
          title: { en: 'Naltrexone', es: 'Naltrexona' },
          lines: [
            strong(
              'When it wears off, a dose you once took can kill.',
              'Cuando pierde efecto, una dosis de antes puede matar.',
            ),
            line(
              'Used opioids since? Naltrexone can make you suddenly very sick.',
              '¿Usaste opioides? La naltrexona puede hacerte mucho mal de golpe.',
            ),
            line(
              'Ask your prescriber before you start again.',
              'Pregunta a tu médico antes de empezar otra vez.',
            ),
          ],
        },
      ],
    },
    {
      id: 'script',
      title: { en: 'The pharmacy has no script?', es: '¿La farmacia no tiene la receta?' },
      lines: [
        line(
          'Ask them to ring the prescriber while you wait.',
          'Pide que llamen al médico mientras esperas.',
        ),
        line('Ask what they can do until it comes.', 'Pregunta qué pueden hacer hasta que llegue.'),
        line(
          'No luck? Ring your clinic, or a line above. Don’t leave it until tomorrow.',
          '¿Nada? Llama a tu clínica o a una línea de arriba. No lo dejes para mañana.',
        ),
      ],
    },
    {
      id: 'body',
      title: { en: 'Until you are back on it', es: 'Hasta que la retomes' },
      lines: [
        strong('Your body may handle less than before.', 'Tu cuerpo puede aguantar menos que antes.'),
        line('Keep naloxone out. Don’t be alone.', 'Deja la naloxona a la vista. Que haya alguien contigo.'),
      ],
      links: [
        { to: 'sick', text: { en: 'I feel sick', es: 'Me siento mal' } },
        { to: 'going', text: { en: 'I’m going to use', es: 'Voy a usar' } },
      ],
    },
    {
      id: 'people',
      tool: 'people',
      title: { en: 'Talk to a person', es: 'Habla con una persona' },
      lines: [],
    },
  ],
  sources: ['missed-methadone', 'orange-book', 'naltrexone-label', 'tip-63'],
};
