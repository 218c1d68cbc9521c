import type { Widen } from '../locale.ts';

/** Words of photos and voice notes, wherever a record carries them. */
const words = {
  photo: 'Photo',
  voice: 'Voice note',
  choose: 'Choose a photo',
  take: 'Take a photo',
  reading: 'One moment. The photo is being made smaller.',
  stripped: 'Kept without its place, its time and its camera.',
  record: 'Record your voice',
  waiting: 'One moment',
  recording: 'Recording',
  paused: 'Paused',
  of: (most: string) => `of ${most}`,
  quiet: 'Nothing is heard. Is the microphone covered?',
  stop: 'Done',
  pause: 'Pause',
  goOn: 'Go on',
  leaving: 'It stops when you leave this page. What you said until then stays.',
  listen: (length: string) => `Listen, ${length}`,
  cannotPlay: 'This phone cannot play this recording.',
  again: 'Try again',
  inWords: 'In words',
  shows: 'What the photo shows',
  says: 'What the voice says',
  help: 'For search, and for when it cannot be seen or heard. You can leave this empty.',
  removePhoto: 'Remove the photo',
  removeVoice: 'Remove the voice note',
  removeSure: 'Remove this from all your phones?',
  most: 'There is room for 4 photos or voice notes here.',
  troubles: {
    'no-picture': 'This phone cannot read that file as a picture. Choose another one.',
    refused: 'The microphone is off for this page. You can allow it in the browser, or write it down.',
    none: 'No microphone works right now. Try again, or write it down.',
    unable: 'This browser cannot record. You can write it down.',
    nothing: 'Nothing was recorded. Try again, or write it down.',
  },
} as const;

export type MediaWords = Widen<typeof words>;
export default words as MediaWords;
