import type { Widen } from '../locale.ts';

/** Words of Today itself. */
const words = {
  /**
   * A kind word for a part of the day. Each is true whatever the day was: it speaks of this page, of the kelp or of
   * the hour. It praises nothing, promises nothing and asks for nothing.
   */
  kind: {
    night: [
      'It is late, and this page is here.',
      'Nothing here has to be done tonight.',
      'You can read here without writing a word.',
      'Right now opens at any hour, with no signal too.',
      'Morning comes without anyone doing anything for it.',
    ],
    morning: [
      'Nothing here has to be filled in.',
      'A day can be small and still be a day.',
      'You can begin with one thing, or with none.',
      'What you leave out here means nothing.',
      'The kelp grew in the night, as it does each night.',
    ],
    day: [
      'The kelp grows the same on every day.',
      'You can leave things out. Nobody counts them.',
      'What you write here is yours.',
      'Right now is one tap away, on every page.',
      'You can stop in the middle and come back.',
      'You can change your mind here at any time.',
    ],
    evening: [
      'Today counts the same as any other day.',
      'You can close this page with nothing written.',
      'What was hard today may stay off this page.',
      'You can rest from what you wrote.',
      'Tomorrow this page is here again.',
    ],
  },
  offer: { morning: '3 questions for the morning', evening: '3 questions for the evening' },
  offerNote: 'For you alone. Leave out what you like.',
  done: 'Done',
  doneCall: (name: string) => `Done: the call to ${name}`,
  letter: 'A letter from you is here',
  reminders: 'Reminders',
} as const;

export type TodayWords = Widen<typeof words>;
export default words as TodayWords;
