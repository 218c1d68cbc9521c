/**
 * Names that belong to others and are never corrected. Longer names first, so that the whole name is
 * masked and not a part of it.
 */
const PROPER_NAMES = [
  'Substance Abuse and Mental Health Services Administration',
  'National Institute on Drug Abuse',
  'National Domestic Abuse Helpline',
  'Domestic Abuse and Forced Marriage Helpline',
  'Medication-Assisted Recovery Anonymous',
  'Adult Children of Alcoholics',
  'Co-Dependents Anonymous',
  'Drug Addicts Anonymous',
  'Adictos Anónimos',
  'Familias Anónimas',
  '\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)? Anonymous',
  '\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)? Anónim[oa]s',
];

const PATTERN = new RegExp(`(?<!\\p{L})(?:${PROPER_NAMES.join('|')})(?!\\p{L})`, 'gu');

/** The text with every letter of a proper name replaced, so that no word rule sees it. */
export const maskProperNames = (text: string): string =>
  text.replaceAll(PATTERN, (name) => name.replaceAll(/\p{L}/gu, 'x'));
