import { line, strong } from '../text-block.ts';
import type { NowText } from './now-page.ts';

/** "Time away": the body after detox, prison, hospital or a break. Kept for a friend, too. */
export const awayPage: NowText = {
  id: 'away',
  title: { en: 'Time away', es: 'Tiempo fuera' },
  lead: {
    en: 'Detox, prison, hospital, rehab, or a break of your own.',
    es: 'Desintoxicación, rehabilitación, cárcel, hospital, o una pausa tuya.',
  },
  breathing: true,
  steps: [
    {
      id: 'changed',
      title: { en: 'Your body has changed', es: 'Tu cuerpo cambió' },
      lines: [
        strong(
          'After a break, your body can take far less.',
          'Después de una pausa, tu cuerpo aguanta mucho menos.',
        ),
        strong(
          'A dose you once took can stop your breathing.',
          'Una dosis de antes puede parar tu respiración.',
        ),
        line('A few days are enough.', 'Bastan unos días.'),
        line('It is about the body, not about will.', 'Es cosa del cuerpo, no de voluntad.'),
      ],
    },
    {
      id: 'weeks',
      title: { en: 'The first weeks', es: 'Las primeras semanas' },
      lines: [
        strong(
          'The first days and weeks out carry the most risk.',
          'Los primeros días y semanas fuera son los de más riesgo.',
        ),
        line(
          'It is the same after you stop methadone, buprenorphine or naltrexone.',
          'Es igual al dejar la metadona, la buprenorfina o la naltrexona.',
        ),
      ],
      links: [
        { to: 'learn/tolerance', text: { en: 'Read: your body has changed', es: 'Lee: tu cuerpo cambió' } },
      ],
    },
    {
      id: 'before',
      title: { en: 'Before you leave, or today', es: 'Antes de salir, u hoy' },
      lines: [
        strong('Ask for naloxone to take with you.', 'Pide naloxona para llevar.'),
        line(
          'Ask for methadone or buprenorphine, and where the next dose is.',
          'Pide metadona o buprenorfina, y dónde será la próxima dosis.',
        ),
        line(
          'In a study, people who kept taking it after prison died less often.',
          'En un estudio, quienes la siguieron tomando tras la cárcel murieron menos.',
        ),
        line('Choose who meets you when you come out.', 'Elige quién te espera al salir.'),
      ],
    },
    {
      id: 'use',
      title: { en: 'If you use', es: 'Si usas' },
      lines: [
        strong(
          'Not alone. Naloxone out. Far less than before. No mixing.',
          'Con alguien. Naloxona a la vista. Mucho menos que antes. Sin mezclar.',
        ),
        line('Tell this to a friend who is away.', 'Cuenta esto a alguien que está fuera.'),
      ],
      links: [
        { to: 'going', text: { en: 'I’m going to use', es: 'Voy a usar' } },
        { to: 'missed', text: { en: 'I missed my medicine', es: 'No tomé mi medicina' } },
      ],
    },
    {
      id: 'people',
      tool: 'people',
      title: { en: 'Talk to a person', es: 'Habla con una persona' },
      lines: [],
    },
  ],
  sources: ['detox-deaths', 'after-prison', 'agonist-mortality', 'naltrexone-label', 'toolkit'],
};
