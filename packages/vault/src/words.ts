import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { PLAIN, UNKIND } from './word-swaps.ts';

/** The list with its unkind words taken out and plain ones put in their place. */
function kind(
  list: readonly string[],
  unkind: readonly string[],
  plain: readonly string[],
): readonly string[] {
  const out = new Set(unkind.map((word) => word.normalize('NFC')));
  const words = list.map((word) => word.normalize('NFC'));
  const spare = [...new Set(plain)].filter((word) => !words.includes(word) && !out.has(word));
  return words.flatMap((word) => (out.has(word) ? spare.splice(0, 1) : [word]));
}

/**
 * The lists the six words are read from: 2,048 distinct words each, from BIP-39, without those that would hurt.
 * Apart from the rest, because they weigh more than the code does.
 */
export const WORD_LISTS: Readonly<Record<'en' | 'es', readonly string[]>> = {
  en: kind(english, UNKIND.en, PLAIN.en),
  es: kind(spanish, UNKIND.es, PLAIN.es),
};
