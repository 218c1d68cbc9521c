/** The letters of the faces that every PDF reader has: code page WinAnsi (PDF 32000-1, annex D). */
const WRITABLE = /^[\x20-\x7E\u00A1-\u00AC\u00AE-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/u;

const tidy = (text: string): string => text.replaceAll('\u2011', '-').replaceAll(/\s/g, ' ');

/** Whether a paper can hold a text as it is. Western European letters can be written; others are replaced. */
export const isWritable = (text: string): boolean =>
  [...tidy(text).normalize('NFC')].every((letter) => WRITABLE.test(letter));

/** A text in those letters. Others lose their accents, or become a question mark: a host's name may hold any. */
export const plain = (text: string): string =>
  [...tidy(text).normalize('NFC')]
    .map((letter) => {
      if (WRITABLE.test(letter)) return letter;
      const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
      return bare !== '' && WRITABLE.test(bare) ? bare : '?';
    })
    .join('');
