import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';

/** Lists of 2,048 distinct words each (BIP-39). Apart from the rest, because they weigh more than the code does. */
export const WORD_LISTS: Readonly<Record<'en' | 'es', readonly string[]>> = { en: english, es: spanish };
