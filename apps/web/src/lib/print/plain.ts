/** What the fonts that every PDF reader has can write: Western European letters and the marks of our texts. */
const WRITABLE = /[\x20-\x7E\u00A1-\u00FF‘’“”–—•…€]/u;

/** A text in those letters. Others lose their accents, or become a question mark: a host's name may hold any. */
export const plain = (text: string): string =>
  [...text.replaceAll('\u2011', '-').replaceAll(/\s/g, ' ')]
    .map((letter) => {
      if (WRITABLE.test(letter)) return letter;
      const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
      return bare !== '' && [...bare].every((each) => WRITABLE.test(each)) ? bare : '?';
    })
    .join('');
