/** A word we do not use: what matches it, what to write instead, and the reason shown to the writer. */
export type WordRule = {
  readonly pattern: RegExp;
  readonly use: string;
  readonly reason: string;
  /** Only in crisis texts. */
  readonly crisisOnly?: true;
};

/**
 * Matches whole words only, in any case. `\b` is not enough: it takes the last letter of "cometió"
 * for a word boundary.
 */
export const words = (pattern: string, flags = 'giu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags);

export const PERSON_FIRST = 'a person is more than a condition';
export const JUDGES = 'passes a moral judgement';
export const BLAMES = 'puts the failure on the person';
export const SHAMES = 'shames return to use';
export const MEDICINE = 'recovery with medicine is recovery, not a swap';
export const SUICIDE = 'suicide is not a crime or a success';
export const WAR = 'war and drama frighten and shame';
export const PLAIN = 'makes a hard thing sound easy';
export const CLAIM = 'we make no claim that it works';
export const PRIVACY = 'promises more privacy or approval than we can show';
export const PRAISE = 'praise turns a slip into a loss';
