import { line, strong } from '../text-block.ts';
import type { NowText } from './now-page.ts';

/**
 * "I'm thinking of ending my life": one question and three answers. No score, no level, no alarm colour, and nothing is
 * sent to anybody.
 */
export const lifePage: NowText = {
  id: 'life',
  title: { en: 'I’m thinking of ending my life', es: 'Pienso en quitarme la vida' },
  lead: {
    en: 'Thank you for saying it. You don’t have to be alone with it.',
    es: 'Gracias por decirlo. No tienes que llevarlo a solas.',
  },
  breathing: false,
  steps: [
    {
      id: 'safe',
      title: { en: 'Are you safe right now?', es: '¿Estás a salvo ahora?' },
      lines: [],
      choices: [
        {
          id: 'not-safe',
          tool: 'crisis',
          title: { en: 'I’m not safe, or I might act', es: 'No estoy a salvo, o podría hacerme daño' },
          lines: [
            strong(
              'Go to where someone is: a neighbour, a shop, a hospital.',
              'Ve donde haya alguien: un vecino, una tienda, un hospital.',
            ),
            strong('Call {number}, or 1 of these, now.', 'Llama al {number}, o a 1 de estos, ya.'),
            line('You can say: “I’m not safe. Stay with me.”', 'Puedes decir: “No estoy a salvo. Quédate.”'),
            line('Move away from what you might use.', 'Aléjate de lo que podrías usar.'),
          ],
        },
        {
          id: 'talk',
          tool: 'write',
          title: { en: 'I’d like to talk', es: 'Quiero hablar' },
          lines: [
            line(
              'You can start with: “I’m having a hard night.”',
              'Puedes empezar así: “Estoy pasando una mala noche.”',
            ),
            line('Say as much or as little as you want.', 'Di tanto o tan poco como quieras.'),
          ],
        },
        {
          id: 'for-now',
          title: { en: 'I’m OK for now', es: 'Por ahora estoy bien' },
          lines: [
            line('This page stays here, under Right now.', 'Esta página sigue aquí, en Ahora mismo.'),
            line('Tell 1 person today how it has been.', 'Cuéntale hoy a 1 persona cómo has estado.'),
            line('Ask them to check on you tomorrow.', 'Pide que te llame mañana.'),
            strong('If it gets stronger, come back here, or call.', 'Si crece, vuelve aquí, o llama.'),
          ],
        },
      ],
    },
    {
      id: 'opioids',
      title: { en: 'If you use opioids', es: 'Si usas opioides' },
      lines: [
        strong('Already took something? Call {number} now.', '¿Ya tomaste algo? Llama al {number} ya.'),
        line(
          'Ask someone to hold spare pills, opioids and medicines.',
          'Pide a alguien que guarde las pastillas, opioides y medicinas que sobran.',
        ),
        line('Keep naloxone near. Tell someone where.', 'Ten naloxona cerca. Di a alguien dónde.'),
        line('Stay with someone tonight.', 'Quédate con alguien esta noche.'),
      ],
      links: [{ to: 'overdose', text: { en: 'The overdose steps', es: 'Los pasos de sobredosis' } }],
    },
    {
      id: 'who-sees',
      title: { en: 'Who sees this', es: 'Quién ve esto' },
      lines: [
        line('Nobody at Holdfast sees this.', 'Nadie en Holdfast ve esto.'),
        line('It is not sent to anyone, unless you send it.', 'No se envía a nadie, si tú no lo envías.'),
        line(
          'A line may send help if a life is in danger.',
          'Una línea puede enviar ayuda si hay una vida en peligro.',
        ),
      ],
    },
    {
      id: 'people',
      tool: 'people',
      title: { en: 'Talk to a person', es: 'Habla con una persona' },
      lines: [],
    },
  ],
  sources: ['safety-plan', 'toolkit'],
};
