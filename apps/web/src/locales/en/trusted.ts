import type { Widen } from '../locale.ts';

const people = (n: number) => `${n} ${n === 1 ? 'person' : 'people'}`;

/** Words of the pages for getting back in with trusted people: the person's own, the trusted person's, the new phone's. */
const words = {
  title: 'If this phone is lost',
  what: 'Choose a few people now. If this phone is gone, some of them together let you back in on a new one.',
  alone: 'Alone, none of them can open or read anything. They do not learn who else you chose.',
  tipsTitle: 'Whom to choose',
  tips: [
    'People you can ring, and whose voice you know.',
    'Not all from one home.',
    'Never only a partner and a parent of that partner.',
  ],
  knowTitle: 'Good to know',
  know: [
    'If somebody tries this without you, this phone asks you. You can stop it.',
    'If all of them say yes, a stop holds for 30 days. Choose others within that time.',
    'The host and enough of your people, acting together, could open your page.',
    'Your journal does not come back this way. A card brings all of it back.',
  ],
  fewTitle: 'First, people you made sure of',
  few: 'You need at least 2 people you made sure of, by 6 words, a number or a square.',
  fewGo: 'My people',
  who: 'Who?',
  whoHelp: 'From 2 to 5. They are asked in their app.',
  needed: 'How many must say yes?',
  neededOf: (n: number) => `${n}`,
  wait: 'How long must they wait?',
  waitHelp: 'In this time you can stop it from any phone of yours.',
  waits: { '24': '1 day', '48': '2 days', '168': '7 days' },
  ask: 'Ask them',
  needsServer: 'This needs the server once. Try again when there is signal.',

  yours: 'Your people for this',
  answers: {
    waiting: 'Not answered yet',
    yes: 'Said yes',
    no: 'Cannot do it now',
    over: 'To be chosen again',
  },
  ready: (needed: number, wait: string) =>
    `Ready. If this phone is lost, ${needed} of these people together can let you back in. It takes ${wait}.`,
  notYet: (needed: number) =>
    `It works once ${needed} of them said yes. They find the question in their app.`,
  off: 'This was stopped 3 times in a month, so it is off. Choose people again to turn it on.',
  again: 'Something changed for one of your people, so their part no longer counts. Choose again.',
  twoWays: 'You have 2 ways back: these people, and your card.',
  oneWay: 'Make a card too. It is faster, and it brings your journal back.',
  change: 'Choose again',
  changeNote: 'What people hold from before then opens nothing. They are not told.',
  stop: 'Stop this',
  stopSure: 'Stop this? Then these people can no longer let you back in. They are not told.',

  askedTitle: 'Somebody asks to get into your page',
  askedNote: 'It is a phone that has nothing on it yet. If nobody stops it, it can open your page.',
  askedWhen: (when: string) => `It can open from ${when}.`,
  askedPaused: 'The time stands still until you answer here.',
  mine: 'That is me',
  mineNote: 'Good. The rest of the time runs now. You can still stop it here.',
  notMine: 'Not me: stop this',
  stopped: 'Stopped. For a day nobody can ask again.',
  stoppedNote: 'Think of whom you no longer trust with this. You can choose others here.',

  help: {
    askTitle: (name: string) => `${name} asks you to keep part of a key`,
    ask: (name: string) =>
      `If ${name} loses the phone, you help ${name} back in. Until then there is nothing to do.`,
    askNote: (name: string) =>
      `It shows you nothing of ${name}’s page. You can say no. Nobody asks you for a reason.`,
    keep: 'Keep it',
    no: 'Not now',
    noDone: 'All right. Your answer was passed on.',
    kept: (name: string) => `You keep part of a key for ${name}. It stays in your app.`,
    title: (name: string) => `Help ${name} back in`,
    live: (name: string) => `Only while you hear ${name} on a call, or stand face to face. Not by text.`,
    liveTitle: 'Do you know the voice?',
    codeTitle: (name: string) => `Read these letters to ${name}`,
    code: 'On the new phone: open this address, then “I have a page already”, then “My people can help”.',
    codeLabel: 'Letters to read out',
    wordsTitle: (name: string) => `${name} reads 6 words to you`,
    words: 'Type the 6 words here',
    wordsHelp: 'As you hear them, in this order. Capitals do not matter.',
    send: (name: string) => `Let ${name} in`,
    different: (name: string) =>
      `No phone that asks shows these words. Ask ${name} to read them again, slowly.`,
    nobody: (name: string) => `No phone asks now. First ${name} types the letters on the new phone.`,
    done: (name: string) => `Your yes is sent to ${name}’s phone.`,
    doneNote: 'It opens after a waiting time. You have nothing more to do.',
    wrong: 'Does something feel wrong? Stop here. Nobody is told.',
    leave: 'Stop here',
    empty: 'Nobody has given you part of a key to keep.',
    several: 'Who rings you?',
  },

  back: {
    title: 'My people can help',
    note: 'Ring one of the people you chose. Their app shows 12 letters for you.',
    where: 'They find them beside your name.',
    label: 'The 12 letters they read out',
    labelHelp: 'Capitals, spaces and dashes do not matter.',
    good: 'The letters fit.',
    length: (have: number) => `${have} ${have === 1 ? 'letter' : 'letters'} so far. There are 12.`,
    check: 'A letter is not right. Ask them to read the letters again.',
    ask: 'Go on',
    failures: {
      'no-account': 'No page belongs to these letters. Ask another of your people.',
      'turned-off': 'This way is turned off for your page. A recovery card still opens it.',
      'stopped-lately': 'Somebody stopped this on one of your phones. Try again in a day.',
    },
    wordsTitle: 'Read these 6 words to each of them',
    wordsNote: 'Only to people you chose, on a call or face to face. Do not send them.',
    yes: (n: number) => (n === 0 ? 'Nobody said yes so far.' : `${people(n)} said yes.`),
    more: (n: number) => (n === 0 ? 'Ring one of your people.' : 'Ring one more of your people.'),
    enough: 'That is enough.',
    now: 'Your page can open now',
    when: (when: string) => `Your page can open from ${when}.`,
    keep: 'You can close this. It is kept on this phone.',
    paused:
      'One of your old phones is in use, and asks there if this is you. Until then the time stands still.',
    vetoed:
      'This was stopped on one of your old phones. If that was not you, use your card or ring all your people.',
    over: 'This came to an end. Start again with one of your people.',
    offline: 'No signal right now. The words stay the same.',
    open: 'Open my page',
    again: 'Start again',
    againSure: 'Start again? Then the words are new, and your people have to say yes again.',
    done: 'You are back',
    doneNote: 'Your other phones are shut out, and old cards no longer work.',
    doneJournal: 'Your journal did not come back. It can be read only on a phone that has it.',
    doneNext: 'Make a new card now, and choose your people again.',
    card: 'Make a card',
    choose: 'Choose my people',
  },
} as const;

export type TrustedWords = Widen<typeof words>;
export default words as TrustedWords;
