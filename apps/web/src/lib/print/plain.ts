import { codeOf } from './metrics.ts';

const tidy = (text: string): string => text.replaceAll('\u2011', '-').replaceAll(/\s/g, ' ');

/** Whether a paper can hold a text as it is. Western European letters can be written; others are replaced. */
export const isWritable = (text: string): boolean =>
  [...tidy(text).normalize('NFC')].every((letter) => codeOf(letter) !== undefined);

/** A text in those letters. Others lose their accents, or become a question mark: a host's name may hold any. */
export const plain = (text: string): string =>
  [...tidy(text).normalize('NFC')]
    .map((letter) => {
      if (codeOf(letter) !== undefined) return letter;
      const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
      return bare !== '' && [...bare].every((each) => codeOf(each) !== undefined) ? bare : '?';
    })
    .join('');
