import type { Widen } from '../locale.ts';

/** The short questions of a morning and an evening. */
const words = {
  morning: {
    title: 'This morning',
    one: 'One thing for today',
    oneHelp: 'A walk, a call, a meal. It can be small.',
    ahead: 'What could make today hard?',
    aheadHelp: 'And, if you like, what you would do then.',
  },
  evening: {
    title: 'This evening',
    one: 'One good thing of today',
    oneHelp: 'Warm socks will do.',
    ahead: 'What helps tomorrow?',
    aheadHelp: 'Something to have ready, or someone to ring.',
  },
  sleep: 'How did you sleep?',
  how: 'How was the day?',
  alone: 'For you alone. It cannot be shared with anyone.',
  notWatched: 'Nobody watches this. To reach a person, open Right now.',
  stop: 'Do not offer these questions',
  stopped: 'They are no longer offered. You can turn them on again under Reminders.',
  again: 'Offer them again',
  history: {
    morning: 'Morning',
    evening: 'Evening',
    slept: (how: string) => `Sleep: ${how}`,
    was: (how: string) => `The day: ${how}`,
    remove: 'Delete these answers',
    removeSure: 'Delete these answers from all your phones?',
  },
} as const;

export type DayWords = Widen<typeof words>;
export default words as DayWords;
