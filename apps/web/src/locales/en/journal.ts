import type { Widen } from '../locale.ts';

/** Questions to begin with, by a stable id that an entry keeps. */
const prompts = {
  today: 'What was today like, in a few words?',
  body: 'How does my body feel right now?',
  good: 'What was one good minute of this day?',
  hard: 'What was hard, and how did I get through it?',
  need: 'What do I need tonight?',
  helped: 'What helped this week, even a little?',
  person: 'Who was kind to me? What did they do?',
  thanks: 'Whom would I like to thank, and for what?',
  letgo: 'What can I put down for today?',
  worry: 'What worries me? What of it is in my hands?',
  calm: 'Where do I feel calm? What is it like there?',
  before: 'What did I like doing before all this?',
  learn: 'What did I learn about myself lately?',
  strength: 'What have I come through already?',
  friend: 'What would I say to a friend who had my day?',
  tomorrow: 'What is one small thing for tomorrow?',
  home: 'What makes a place feel like home to me?',
  sound: 'Which song is with me these days? What does it bring up?',
  miss: 'What or whom do I miss?',
  anger: 'What made me angry? What was under it?',
  limit: 'What did I say no to? What would I like to say no to?',
  wish: 'If one thing could be easier, what would it be?',
  year: 'What would I like to be able to say in a year?',
  urge: 'When an urge came, what was it asking for?',
  alone: 'When am I alone and fine? When am I alone and not?',
  reason: 'What is a reason that still holds?',
} as const;

/** Words of the journal. */
const words = {
  title: 'Journal',
  onlyMe: 'For you alone. It can be shared with nobody.',
  write: 'Write',
  good: '3 good things',
  prompt: 'Begin with a question',
  searchLabel: 'Words to look for',
  found: (n: number) => (n === 1 ? '1 entry' : `${n} entries`),
  foundNone: 'No entry has these words.',
  empty: 'Nothing written yet. A line is enough.',
  month: 'Months',
  showMore: 'Show more',
  keepTitle: 'How long new entries stay',
  defaultRow: 'How long entries stay',
  keep: {
    label: 'How long to keep it',
    0: 'For good',
    30: '30 days',
    90: '90 days',
    365: '1 year',
  },
  keepNote: 'After that it removes itself from all your phones.',
  until: (day: string) => `Removes itself on ${day}.`,
  forGood: 'Stays until you delete it.',

  writeTitle: 'Write',
  label: 'Your words',
  goodLabel: (n: number) => `Good thing ${n}`,
  goodHelp: 'Warm socks. A text from Ana. Sun on the wall.',
  nothing: 'Write something first, then save.',
  another: 'Another question',
  noPrompt: 'No question',
  low: 'If this stirs up too much, stop. Right now has people to talk to.',

  edit: 'Change it',
  remove: 'Delete',
  removeSure: 'Delete this entry from all your phones?',
  removed: 'Deleted.',
  undo: 'Bring it back',

  prompts,
} as const;

export type JournalWords = Widen<typeof words>;
export default words as JournalWords;
