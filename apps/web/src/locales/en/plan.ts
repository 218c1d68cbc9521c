import type { Widen } from '../locale.ts';

/** Words of Plan: reasons, if-then plans, safety plan. */
const words = {
  title: 'Plan',
  lead: 'Your own words, for the hours when it is hard to find them.',
  limits: 'A plan cannot prevent everything. It helps you find the next step.',
  groups: { hold: 'To hold on to', do: 'To do', know: 'To know in time', path: 'The way' },
  private: 'Only you can read this, unless you choose to share it.',
  print: 'Print',
  add: 'Add',
  none: 'Nothing here yet',
  written: (n: number) => (n === 1 ? '1 line' : `${n} lines`),
  plans: (n: number) => (n === 1 ? '1 plan' : `${n} plans`),
  line: 'In your own words',
  change: 'Change this line',
  more: 'Show more',
  removeSure: 'Remove this?',
  due: {
    title: 'A plan for now',
    say: 'Say it once in your head.',
    away: 'Put away for today',
  },
  reasons: {
    title: 'Reasons',
    lead: 'What you hold on to. One line is enough.',
    kinds: {
      reason: { title: 'My reasons', help: 'People, places or days that matter to you.' },
      commitment: { title: 'My commitment', help: 'What you want to stand by.' },
      vision: { title: 'The life I want', help: 'A day in it, small or large.' },
    },
  },
  ifThen: {
    title: 'If-then plans',
    lead: 'Choose one moment, and one small thing to do in it.',
    add: 'Add a plan',
    changeTitle: 'Change this plan',
    ifWord: 'If',
    thenWord: 'I',
    unless: 'What could get in the way',
    cue: 'If this happens',
    cueHelp: 'A moment you would notice at once.',
    cueList: 'Choose a moment',
    action: 'I do this',
    actionHelp: 'Something small that you can do alone.',
    actionList: 'Choose something to do',
    obstacle: 'What could get in the way, if anything',
    show: 'When to bring it up',
    parts: { none: 'Off', morning: 'Morning', afternoon: 'Noon', evening: 'Evening' },
    showHelp: 'It comes up on this page, at most once a day.',
    days: 'On which days',
    dayNames: { all: 'All days', week: 'Mon–Fri', weekend: 'Sat–Sun' },
    feeling: 'Also after a check-in with',
    feelings: { none: 'Off', urge: 'An urge', low: 'Low mood' },
    feelingHelp: 'An urge of 5 or more, or a low mood.',
    thoughts: {
      'wide-cue': 'A place, a time or a person can make this moment easier to notice.',
      'many-actions': 'One thing is easier to do than several. The rest can be a plan of its own.',
    },
    needCue: 'Write the moment this plan is for.',
    needAction: 'Write the one thing you want to do.',
    cues: {
      feeling: {
        title: 'A feeling',
        items: ['I feel lonely in the evening', 'I feel angry after a talk', 'I feel an urge coming'],
      },
      place: {
        title: 'A place',
        items: ['I pass a place where I used', 'I come home to an empty room', 'I wait at a bus stop'],
      },
      people: {
        title: 'People',
        items: ['someone offers me something', 'someone I used with calls me', 'I argue with someone close'],
      },
      time: {
        title: 'A time',
        items: ['I wake up in the night', 'money comes into my account', 'Friday evening begins'],
      },
      body: {
        title: 'My body',
        items: ['I notice pain coming back', 'I have not eaten for hours', 'I lie awake for a long time'],
      },
    },
    actions: [
      'drink a glass of cold water',
      'walk around the block',
      'breathe out slowly ten times',
      'open the page Right now',
      'read my reasons',
      'leave the room',
      'say “not today” out loud',
      'put on one song',
      'eat something small',
    ],
  },
  safety: {
    title: 'Safety plan',
    lead: 'For hours when you think of dying or of hurting yourself. Write it on a calmer day.',
    unseen: 'Nobody at Holdfast sees this. It is not sent to anyone unless you send it.',
    now: 'If you are in danger now',
    nowRow: 'Open Right now',
    lines: 'Lines to call',
    linesNote: 'The numbers for your country',
    opioids: 'If opioids are near',
    opioidNotes: [
      'Keep naloxone where others can find it, and tell someone where it is.',
      'Do not be alone if you use.',
      'Ask someone to hold spare medicine for you.',
    ],
    kinds: {
      sign: { title: 'How I notice it coming', help: 'Thoughts, feelings or things I begin to do.' },
      alone: { title: 'What I can do by myself', help: 'Things that carry me through an hour.' },
      distract: {
        title: 'People and places that take my mind off it',
        help: 'I need not tell them anything.',
      },
      tell: { title: 'People I can tell', help: 'A name and a number.' },
      professional: { title: 'Lines and professionals', help: 'A clinic, a doctor, a line I trust.' },
      safer: {
        title: 'How I make my home safer',
        help: 'What to give away or lock up. Where naloxone is, and who knows.',
      },
      reason: { title: 'What I live for', help: 'One thing is enough.' },
    },
  },
} as const;

export type PlanWords = Widen<typeof words>;
export default words as PlanWords;
