import type { TextBlock } from '../text-block.ts';
import { line, strong } from '../text-block.ts';
import type { MedicineSourceId } from './sources.ts';

/** A text beside the medicines, with where it comes from. */
export type CareText = {
  readonly blocks: readonly TextBlock[];
  readonly sources: readonly MedicineSourceId[];
};

/** "Your body has changed": after detox, prison, hospital, a break, missed doses or the end of an injection. */
export const toleranceCard: CareText = {
  blocks: [
    {
      title: { en: 'What has changed', es: 'Qué cambió' },
      lines: [
        strong(
          'After days without, your body can take far less.',
          'Tras días sin usar, tu cuerpo aguanta mucho menos.',
        ),
        strong(
          'A dose you once took can stop your breathing.',
          'Una dosis de antes puede parar tu respiración.',
        ),
        line('It is about the body, not about will.', 'Es cosa del cuerpo, no de voluntad.'),
      ],
    },
    {
      title: { en: 'What keeps you alive', es: 'Qué te mantiene con vida' },
      lines: [
        strong(
          'Stay on methadone or buprenorphine, or ask for it.',
          'Sigue con metadona o buprenorfina, o pídela.',
        ),
        line(
          'Keep naloxone out. Tell someone where it is.',
          'Deja la naloxona a la vista. Di a alguien dónde está.',
        ),
        line('The first 4 weeks carry the most risk.', 'Las primeras 4 semanas son las de más riesgo.'),
      ],
    },
    {
      title: { en: 'If you use', es: 'Si usas' },
      lines: [
        strong('Not alone. Naloxone out.', 'Con alguien. Naloxona a la vista.'),
        line('Far less than before. No mixing.', 'Mucho menos que antes. Sin mezclar.'),
        line('A small amount can still kill.', 'Una cantidad pequeña también puede matar.'),
      ],
    },
  ],
  sources: ['detox-deaths', 'after-prison', 'agonist-mortality', 'vivitrol-label', 'toolkit'],
};

/** The pharmacy has no script, or the dose is not there. */
export const doseProblem: CareText = {
  blocks: [
    {
      title: { en: 'Do this now', es: 'Haz esto ahora' },
      lines: [
        strong('Don’t wait until tomorrow.', 'No esperes a mañana.'),
        strong(
          'Ask the pharmacy to ring the prescriber while you wait.',
          'Pide a la farmacia que llame a quien receta, mientras esperas.',
        ),
        line('Ring your clinic yourself too.', 'Llama tú también a tu clínica.'),
      ],
    },
    {
      title: { en: 'What to say', es: 'Qué decir' },
      lines: [
        line(
          '“My dose is due today. The pharmacy has no script.”',
          '“Hoy me toca mi dosis. La farmacia no tiene la receta.”',
        ),
        line('“I took the last one on …”', '“Tomé la última el …”'),
        line('“What can I do until it comes?”', '“¿Qué hago hasta que llegue?”'),
        line('“Who can I ring when you close?”', '“¿A quién llamo cuando cierren?”'),
      ],
    },
    {
      title: { en: 'Nobody answers?', es: '¿Nadie contesta?' },
      lines: [
        strong('An emergency room can help too.', 'También ayudan en urgencias.'),
        line('Another pharmacy may know what to do.', 'Otra farmacia puede saber qué hacer.'),
        line('Don’t take someone else’s medicine.', 'No tomes la medicina de otra persona.'),
      ],
    },
  ],
  sources: ['tip-63', 'orange-book'],
};

/** When to get medical help at once. */
export const redFlags: CareText = {
  blocks: [
    {
      title: { en: 'Get medical help now if', es: 'Busca ayuda médica ya si' },
      lines: [
        strong(
          'You can’t keep fluids down for a day, or don’t pee.',
          'No retienes líquidos por 1 día, o no orinas.',
        ),
        strong('You faint, are confused, or have a fit.', 'Te desmayas, te confundes o convulsionas.'),
        strong(
          'Chest hurts, heart races, or breathing is hard.',
          'Duele el pecho, el corazón va muy rápido, o cuesta respirar.',
        ),
        line('Blood in vomit or poop.', 'Hay sangre en el vómito o las heces.'),
        line('Fever with shaking.', 'Tienes fiebre y temblores.'),
        line('You are pregnant and in withdrawal.', 'Hay un embarazo y abstinencia.'),
        line('You think of ending your life.', 'Piensas en quitarte la vida.'),
        line(
          'You are coming off alcohol, benzos or medetomidine.',
          'Estás dejando alcohol, benzos o medetomidina.',
        ),
      ],
    },
    {
      title: { en: 'The same day', es: 'El mismo día' },
      lines: [
        line(
          'Skin is hot and swollen, or a wound turns black.',
          'La piel está caliente e hinchada, o hay una herida negra.',
        ),
        line(
          'You have a fever, or a little effort leaves you out of breath.',
          'Tienes fiebre, o te quedas sin aire con poco esfuerzo.',
        ),
      ],
    },
  ],
  sources: ['withdrawal-deaths', 'medetomidine', 'benzo-warning', 'tip-63'],
};

/** Strong vomiting or loose stools. */
export const keepFluids: CareText = {
  blocks: [
    {
      title: { en: 'Fluids come first', es: 'Primero, los líquidos' },
      lines: [
        strong('Take small sips, often.', 'Toma sorbos pequeños, seguido.'),
        strong(
          'They don’t stay down, or you don’t pee? Get help today.',
          '¿No los retienes, o no orinas? Busca ayuda hoy.',
        ),
        line(
          'Ask about methadone or buprenorphine. They ease this.',
          'Pregunta por metadona o buprenorfina. Alivian esto.',
        ),
      ],
    },
  ],
  sources: ['withdrawal-deaths', 'tip-63'],
};

/** Pregnant, and taking opioids or a medicine for them. */
export const pregnancyCare: CareText = {
  blocks: [
    {
      title: { en: 'What matters most', es: 'Lo más importante' },
      lines: [
        strong(
          'Don’t stop opioids or your medicine suddenly.',
          'No dejes de golpe los opioides ni tu medicina.',
        ),
        line(
          'Methadone or buprenorphine is the usual care.',
          'Lo normal es tratar con metadona o buprenorfina.',
        ),
        line('Your dose may need to change. Ask.', 'Quizá tu dosis deba cambiar. Pregunta.'),
        line('A baby’s withdrawal can be treated.', 'La abstinencia del bebé se puede tratar.'),
        line(
          'On steady medicine, most can breastfeed. Ask.',
          'Con medicina estable, casi todas pueden amamantar. Pregunta.',
        ),
      ],
    },
    {
      title: { en: 'Who to ring', es: 'A quién llamar' },
      lines: [
        strong('Ring your clinic, midwife or doctor today.', 'Llama hoy a tu clínica, partera o médico.'),
        line(
          'Bleeding, strong pain or a fit? That is an emergency.',
          '¿Sangrado, dolor fuerte o convulsión? Es una emergencia.',
        ),
      ],
    },
  ],
  sources: ['pregnancy', 'tip-63'],
};

export const CARE_TEXTS = { toleranceCard, doseProblem, redFlags, keepFluids, pregnancyCare } as const;
