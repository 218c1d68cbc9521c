import type { Widen } from '../locale.ts';

/** Words of the pages that need no account. Kept apart from the rest: these pages load nothing else. */
const words = {
  languageName: 'English',
  leave: 'Leave',
  close: 'Close',
  back: 'Back',
  home: 'Home',
  rightNow: 'Right now',
  rightNowNote: 'help without signing up',
  barLabel: 'Main',

  emblem: 'the part of kelp that grips the rock',
  homeTitle: 'What would help today?',
  startTitle: 'Start my own page',
  startNote: 'Today, your days, your people',
  openTitle: 'Open my page',
  openNote: 'It is kept on this phone',
  familiesTitle: 'I love someone who uses',
  familiesNote: 'What helps, and your own rest',
  learnTitle: 'Learn',
  learnNote: 'Medicine, urges, rights, first meetings',
  readyTitle: 'I’m not ready yet',
  readyNote: 'No pressure. Read, think, close it again',
  homePromise: 'No name, e-mail or number.',
  recover: 'I have a recovery card',
  about: 'What the host can see',

  odTitle: 'Someone won’t wake up',
  odNote: 'or breathing is slow or strange',
  call: (number: string) => `Call ${number}`,
  callSpeaker: (number: string) => `Call ${number}, on speaker`,
  callNumbers: 'Call: find your country',
  numbersTitle: 'Emergency numbers',
  talkTitle: 'Talk to a person',
  ring: (name: string) => `Call ${name}`,
  textOnly: (number: string) => `text ${number}`,
  text: (keyword: string, number: string) => `text ${keyword} to ${number}`,
  changeCountry: 'change',
  chooseCountry: 'Choose your country',
  chooseNote: 'We ask so that the number is right. It stays on this phone.',
  otherLines: (country: string) => `${country}: more lines`,
  theNumber: 'the emergency number',
  allLines: 'Lines in every country',
  nowNote: 'Works without signal. Nothing tapped here is saved. Calls stay in your call log.',
  nowNoteWeb: 'Nothing tapped here is saved. Calls stay in your call log.',

  openNow: 'open now',

  linesTitle: 'Lines you can ring',
  linesNote: 'People answer these. The emergency number of each country stands first.',
  linesLog: 'Calls and texts stay in the phone’s own log.',
  elsewhereTitle: 'Another country',
  elsewhere: 'Find a line near you at findahelpline.com',

  stepOf: (step: number, all: number) => `Step ${step} of ${all}`,
  next: 'Next',
  readAloud: 'Read aloud',
  stopReading: 'Stop reading',
  doseClock: 'If no better, next dose in',
  doseDue: 'If no better, give another dose now',
  doses: (count: number) => (count === 1 ? '1 dose given.' : `${count} doses given.`),
  gaveDose: 'Dose given',
  undoDose: 'Undo',
  otherNostril: 'Use the other nostril next.',
  breatheNow: 'Breathe now',
  breatheWait: 'Wait',
  breatheThen: 'then 2 · 3 · 4 · 5',
  breathStart: 'Start the 5-second beat',
  breathStop: 'Stop the beat',
  breathLabel: 'Breath beat: one breath on 1, then wait to 5',
  cardDates: (written: string, review: string, by: string) =>
    `Written ${written}, to be looked at again by ${review}; ${by}.`,
  cardSources: 'Where this comes from',
  backToNow: 'Back to Right now',

  aboutTitle: 'What the host can and cannot see',
  aboutHost:
    'Holdfast runs on a computer that belongs to the group that hosts it. This page says what that group can see.',
  aboutCannotTitle: 'What it cannot do',
  aboutCannot: [
    'The server stores only encrypted content. It cannot read it, add people, or change it unnoticed.',
    'It never asks for your name, e-mail or number.',
    'The pages for right now send nothing about what you tap.',
  ],
  aboutCanTitle: 'What it can see',
  aboutCan: [
    'It can see when your device connects and roughly how much is sent.',
    'While you are connected it can see your internet address, and which spaces you open. From that it could guess who is in touch with whom.',
    'It keeps the day your page was begun, and the hour in which each sealed piece arrived.',
  ],
  aboutCouldTitle: 'What it could do',
  aboutCould: [
    'If you open the app in a browser you trust the host to send honest code. Altered code could read what you write.',
    'A court may demand what the host holds. It would get what is listed here.',
    'Someone who can unlock your phone may see your page. A PIN keeps a curious person out, not an expert.',
  ],
  aboutPeopleTitle: 'What your people see',
  aboutPeople:
    'Nothing, until you share it with one of them. You can stop at any time. People keep what they have already seen.',
  aboutLimits:
    'Holdfast is not an emergency service, and nobody is watching what you write. If a life is in danger, ring the emergency number.',

  updateReady: 'A new version is ready. It is there when you next open this.',
  notFoundTitle: 'This page is not here',
  notFoundNote: 'The link may be old or cut short.',
} as const;

export type PublicWords = Widen<typeof words>;
export const publicWords: PublicWords = words;
