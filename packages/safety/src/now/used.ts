import { line, strong } from '../text-block.ts';
import type { NowText } from './now-page.ts';

/** "I used": safe now, the body, one person, the next day, and learning later. Nothing is counted. */
export const usedPage: NowText = {
  id: 'used',
  title: { en: 'I used', es: 'Usé' },
  lead: {
    en: 'It happens to many people. It does not undo what you built.',
    es: 'Le pasa a mucha gente. No borra lo que has hecho.',
  },
  breathing: true,
  steps: [
    {
      id: 'safe',
      tool: 'call',
      title: { en: 'Safe right now?', es: '¿Estás a salvo ahora?' },
      lines: [
        strong(
          'Very sleepy, or hard to breathe? Call {number} now.',
          '¿Mucho sueño, o te cuesta respirar? Llama al {number} ya.',
        ),
        line(
          'Ask someone to sit with you for the next hours.',
          'Pide a alguien que se quede contigo las próximas horas.',
        ),
        line('Nobody near? Stay on the phone with someone.', '¿No hay nadie? Sigue al teléfono con alguien.'),
        line('Don’t go to sleep alone yet.', 'No te duermas a solas todavía.'),
      ],
    },
    {
      id: 'body',
      title: { en: 'Your body today', es: 'Tu cuerpo hoy' },
      lines: [
        strong(
          'Your body may handle less than before. More now is riskier.',
          'Tu cuerpo puede aguantar menos que antes. Más ahora es más riesgo.',
        ),
        line('Keep naloxone out. Tell someone where it is.', 'Deja la naloxona a la vista. Di dónde está.'),
        line('No alcohol, benzos or pills on top.', 'Nada de alcohol, benzos ni pastillas encima.'),
      ],
      links: [{ to: 'going', text: { en: 'If you may use again', es: 'Si quizá uses otra vez' } }],
    },
    {
      id: 'tell',
      tool: 'people',
      title: { en: 'Tell 1 person', es: 'Cuéntale a 1 persona' },
      lines: [
        line(
          'You can say: “I used. I’m safe. Can you stay with me?”',
          'Puedes decir: “Usé. Estoy a salvo. ¿Te quedas conmigo?”',
        ),
      ],
    },
    {
      id: 'day',
      title: { en: 'The next 24 hours', es: 'Las próximas 24 horas' },
      lines: [
        strong(
          'On medicine? Ask your prescriber or pharmacist today about the next dose.',
          '¿Tomas medicina? Pregunta hoy a tu médico o farmacia por la próxima dosis.',
        ),
        line('Using is no reason to stop it.', 'Usar no es motivo para dejarla.'),
        line('Drink water. Eat something small.', 'Bebe agua. Come algo pequeño.'),
        line('Sleep where someone can check on you.', 'Duerme donde alguien pueda verte.'),
      ],
    },
    {
      id: 'later',
      title: { en: 'Later', es: 'Más tarde' },
      lines: [
        line('What led up to it can wait for another day.', 'Lo que pasó antes puede esperar a otro día.'),
        line('Then look at it with someone you trust.', 'Entonces míralo con alguien de confianza.'),
        line(
          'Nothing was counted or changed here. Your days stay yours.',
          'Aquí no se contó ni cambió nada. Tus días siguen siendo tuyos.',
        ),
      ],
      links: [
        {
          to: 'learn/cravings',
          text: { en: 'Read later: when the urge is strong', es: 'Para leer luego: ganas fuertes' },
        },
        { to: 'sick', text: { en: 'I feel sick', es: 'Me siento mal' } },
        { to: 'life', text: { en: 'I’m thinking of ending my life', es: 'Pienso en quitarme la vida' } },
      ],
    },
  ],
  sources: ['toolkit', 'detox-deaths', 'benzo-warning', 'tip-63'],
};
