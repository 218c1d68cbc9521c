import type { Widen } from '../locale.ts';

/** Words for making sure of a person, going quiet with one, and starting again with nothing left. */
const words = {
  check: {
    title: (name: string) => `Is it really ${name}?`,
    note: (name: string) =>
      `This shows whether someone stands between you and ${name}. Do one of these, once. The other phone has this page too.`,
    done: (name: string) => `You have made sure of ${name}. It holds until one of you starts a new page.`,
    room: 'In the room',
    roomNote: (name: string) => `Hold this out to ${name}’s phone. Then read the square there.`,
    squareLabel: 'Square for the other phone',
    read: 'Read their square',
    scanTitle: (name: string) => `Point the camera at ${name}’s phone`,
    scanNo: 'The camera is not open to this page. Use the code below, or the number.',
    copy: 'Copy code',
    copied: 'Copied.',
    paste: 'Or paste the code of their phone',
    compare: 'Compare',
    call: 'On a call, where you know the voice',
    words: 'Compare 6 words',
    number: 'Or compare the number',
    numberNote: 'Read it aloud, group by group. Both phones show the same 12 groups.',
    numberLabel: 'The number, in 12 groups',
    same: 'The same',
    not: 'Not the same',
    next: 'Choose what to share',
    replaced: (name: string) => `${name} goes on with another page.`,
  },
  stopped: {
    title: (name: string) => `Nothing goes to ${name} now`,
    why: {
      key: [
        'Another key came in this person’s name. The app did not take it.',
        'They may have started a new page. Or someone may stand between you.',
      ],
      differs: [
        'What you compared was not the same on both phones.',
        'One of you may have looked at another page. Or someone may stand between you.',
      ],
    },
    still: 'What you share with others goes on. Nothing you wrote is lost.',
    what: 'What you can do',
    ring: 'Ring them at a number you know, or meet.',
    check: 'Check again',
    checkNote: 'When the number or the squares are the same, what you shared goes on.',
    fresh: 'They started a new page',
    freshNote: 'Invite the new page, and check it. Then put it in place of this one.',
    theirsNote: 'Open the invite of the new page, and check it. Then put it in place of this one.',
    leave: 'Leave it stopped',
    calm: 'Nothing is stopped here.',
  },
  same: {
    title: (name: string) => `Who was ${name} before?`,
    note: 'Someone who lost a phone starts again on a new page. Choose the one they had before.',
    first: (name: string) => `First check that this is really ${name}. Then come back here.`,
    none: 'Nobody else is here to choose from.',
    sure: (before: string) => `Is this the same ${before}, on a new page?`,
    sureNote:
      'What you shared goes on with the new page, to the same day. Nothing more goes to the old one, and it leaves your list.',
    yes: 'Yes',
    done: (name: string) => `${name} goes on with the new page.`,
  },
  again: {
    title: 'Start again with your people',
    lead: 'If a page is lost with a phone, you can start a new one. Your people join it again, one by one.',
    steps: [
      'Ring one of your people, or meet.',
      'Invite them from here, in the room or by a link.',
      'Check together that it is you: a square, 6 words or a number.',
      'On their phone they choose “They had another page before”, and your old page.',
    ],
    after: 'What they shared with you goes on. What you share, you choose anew.',
    sealed: 'What was on the old page stays sealed. Nobody can open it for you, and we cannot either.',
    alone: 'Each of them decides alone, and does not see who else is there.',
    card: 'If you find a recovery card, it still opens the old page.',
    invite: 'Invite someone',
  },
  quiet: {
    title: (name: string) => `Go quiet with ${name}`,
    note: (name: string) =>
      `${name} keeps one short line. All else you share with them stops. Their page looks the same.`,
    label: 'The line they keep',
    help: 'It stays until you change it. Something short that is true.',
    ideas: ['All right here.', 'Quiet days.', 'I will ring you.'],
    ideasLabel: 'Lines to begin with',
    willSee: (name: string) => `${name} will see`,
    lineFirst: 'Write the line first',
    go: 'Go quiet',
    keep: 'Keep this line',
    notNow: 'Not now',
    honest: (name: string) =>
      `We don’t tell ${name}, who may still notice. What was seen cannot be taken back.`,
  },
} as const;

export type SureWords = Widen<typeof words>;
export default words as SureWords;
