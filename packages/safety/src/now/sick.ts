import { line, strong } from '../text-block.ts';
import type { NowText } from './now-page.ts';

/** "I feel sick": withdrawal. When to get help at once, what must not be stopped, and where care is. No recipes. */
export const sickPage: NowText = {
  id: 'sick',
  title: { en: 'I feel sick', es: 'Me siento mal' },
  lead: {
    en: 'Withdrawal is hard. You don’t have to sit through it at home alone.',
    es: 'La abstinencia es dura. No tienes que pasarla en casa a solas.',
  },
  breathing: true,
  steps: [
    {
      id: 'red-flags',
      tool: 'call',
      title: { en: 'Get medical help now if', es: 'Busca ayuda médica ya si' },
      lines: [
        strong(
          'You can’t keep fluids down for a day, or don’t pee.',
          'No retienes líquidos por 1 día, o no orinas.',
        ),
        strong('You faint, are confused, or have a fit.', 'Te desmayas, te confundes o convulsionas.'),
        strong(
          'Your chest hurts, your heart races, or it is hard to breathe.',
          'Duele el pecho, el corazón va muy rápido, o cuesta respirar.',
        ),
        line('There is blood in vomit or poop.', 'Hay sangre en el vómito o las heces.'),
        line('You have a fever and shake.', 'Tienes fiebre y temblores.'),
        line(
          'Skin is hot and swollen, or a wound turns black.',
          'La piel está caliente e hinchada, o hay una herida negra.',
        ),
      ],
      links: [
        { to: 'life', text: { en: 'I’m thinking of ending my life', es: 'Pienso en quitarme la vida' } },
      ],
    },
    {
      id: 'sudden',
      title: { en: 'Alcohol or benzos each day?', es: '¿Alcohol o benzos cada día?' },
      lines: [
        strong(
          'Don’t stop them suddenly. It can cause fits.',
          'No los dejes de golpe. Puede dar convulsiones.',
        ),
        line(
          'Get medical help first. Say all you take.',
          'Primero busca ayuda médica. Di todo lo que tomas.',
        ),
        line(
          'Medetomidine withdrawal is an emergency too.',
          'La abstinencia de medetomidina también es una emergencia.',
        ),
      ],
    },
    {
      id: 'pregnant',
      title: { en: 'Pregnant?', es: '¿Hay un embarazo?' },
      lines: [
        strong(
          'Don’t stop opioids or your medicine suddenly.',
          'No dejes de golpe los opioides ni tu medicina.',
        ),
        line(
          'Methadone or buprenorphine is the usual care.',
          'Lo normal es tratar con metadona o buprenorfina.',
        ),
        line(
          'In withdrawal? Get medical help now. If not, call your clinic or midwife today.',
          '¿Con abstinencia? Busca ayuda médica ya. Si no, llama hoy a tu clínica o partera.',
        ),
      ],
    },
    {
      id: 'care',
      tool: 'health',
      title: { en: 'What can ease it', es: 'Qué puede aliviar' },
      lines: [
        strong(
          'Ask about methadone or buprenorphine today. They ease withdrawal.',
          'Pregunta hoy por metadona o buprenorfina. Alivian la abstinencia.',
        ),
        line(
          'A clinic, a doctor or an emergency room can help.',
          'Puede ayudar una clínica, un médico o urgencias.',
        ),
        line(
          'They set the time of the first dose. Too soon can make you sicker.',
          'Ahí deciden la hora de la primera dosis. Demasiado pronto puede ser peor.',
        ),
        line('Until then: small sips, and someone near.', 'Mientras: sorbos pequeños, y alguien cerca.'),
      ],
    },
    {
      id: 'body',
      title: { en: 'If you use to stop it', es: 'Si usas para pararlo' },
      lines: [
        strong(
          'After days without, a dose you once took can kill.',
          'Tras días sin usar, una dosis de antes puede matar.',
        ),
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
  sources: ['withdrawal-deaths', 'medetomidine', 'pregnancy', 'benzo-warning', 'tip-63', 'detox-deaths'],
};
