import { line, strong } from '../text-block.ts';
import type { NowText } from './now-page.ts';

/** "I want to use": a person first, then something for the next minutes. No minutes are promised. */
export const wantPage: NowText = {
  id: 'want',
  title: { en: 'I want to use', es: 'Quiero usar' },
  lead: {
    en: 'Urges rise and fall. You don’t have to be alone with this one.',
    es: 'Las ganas suben y bajan. No tienes que pasarlas a solas.',
  },
  breathing: true,
  steps: [
    {
      id: 'talk',
      tool: 'people',
      title: { en: 'Talk to a person', es: 'Habla con una persona' },
      lines: [
        line(
          'You can say: “I want to use. Can you stay on the phone?”',
          'Puedes decir: “Quiero usar. ¿Te quedas al teléfono?”',
        ),
      ],
    },
    {
      id: 'ways',
      title: { en: 'Or try 1 of these', es: 'O prueba 1 de estas cosas' },
      lines: [],
      choices: [
        { id: 'ride', tool: 'ride', title: { en: 'Ride the urge', es: 'Dejar pasar las ganas' }, lines: [] },
        { id: 'breathe', tool: 'breathe', title: { en: 'Breathe slowly', es: 'Respirar lento' }, lines: [] },
        {
          id: 'ground',
          tool: 'ground',
          title: { en: 'Come back to the room', es: 'Volver a donde estás' },
          lines: [],
        },
      ],
    },
    {
      id: 'one-thing',
      title: { en: 'One small thing', es: 'Una cosa pequeña' },
      lines: [
        strong(
          'Leave the place you are in. Go where people are.',
          'Sal del lugar donde estás. Ve donde haya gente.',
        ),
        line(
          'Ask someone to hold your money or cards tonight.',
          'Pide a alguien que guarde tu dinero o tus tarjetas esta noche.',
        ),
        line('Block the number of anyone who sells to you.', 'Bloquea el número de quien te vende.'),
        line(
          'Hungry, angry, lonely, tired or in pain? Do 1 thing for that.',
          '¿Hambre, enojo, soledad, sueño o dolor? Haz 1 cosa por eso.',
        ),
      ],
    },
    {
      id: 'other',
      title: { en: 'Is it something else?', es: '¿Es otra cosa?' },
      lines: [],
      links: [
        { to: 'sick', text: { en: 'I feel sick without it', es: 'Me siento mal sin eso' } },
        { to: 'going', text: { en: 'I’m going to use', es: 'Voy a usar' } },
        { to: 'used', text: { en: 'I used', es: 'Usé' } },
        { to: 'life', text: { en: 'I’m thinking of ending my life', es: 'Pienso en quitarme la vida' } },
      ],
    },
  ],
  sources: ['urge-surfing'],
};
