import type { Instrument, Item } from '../instrument.ts';

/** What both forms of the Brief Addiction Monitor share. */
export const BAM_OWNER =
  'U.S. Department of Veterans Affairs, Center of Excellence in Substance Abuse Treatment and Education (CESATE), Philadelphia';
export const BAM_PERMISSION =
  'A work of the United States government, not subject to copyright in the United States.';
export const BAM_CITATION =
  'Cacciola JS, Alterman AI, DePhilippis D, et al. Development and initial evaluation of the Brief Addiction Monitor (BAM). J Subst Abuse Treat 2013;44:256–263.';

export const BAM_CHECKED: Instrument['checkedAgainst'] = {
  en: [
    'The printed form ("Volume 6: Patient Resources", pages 4 to 7) in jjcurtin/arc_measures, BAM/BAM.pdf: all items and answers; its item 5 has "4 if patient is female or over 65"',
    'A clinic system’s public database script (table form_assessment_questions, 153 to 175): all items, with typing errors; 11 without "i.e." and quotation marks',
    'A public clinic app: items 1 to 6 and 8 to 17; 5 with the note on one drink, 11 with "i.e." and quotation marks',
  ],
};

const DRUGS = ['7a', '7b', '7c', '7d', '7e', '7f', '7g'];
const AFTER_USE = ['8', '9', '10', '11', '12', '13', '14', '15', '16', '17'];

/** The items in order with the form's own skips: no drinking, no heavy drinking; no drugs, none of a kind. */
export const bamItems = (scaleOf: (id: string) => string): Item[] =>
  ['1', '2', '3', '4', '5', '6', ...DRUGS, ...AFTER_USE].map((id) => ({
    id,
    scale: scaleOf(id),
    ...(id === '5' ? { zeroWith: '4' } : DRUGS.includes(id) ? { zeroWith: '6' } : {}),
  }));

/** Items 7A to 7G with the line above them, so that each can be read alone. */
const drug = (name: string) =>
  `In the past 30 days, how many days did you use any of the following drugs: ${name}`;

export const BAM_ITEMS: Readonly<Record<string, string>> = {
  1: 'In the past 30 days, would you say your physical health has been?',
  2: 'In the past 30 days, how many nights did you have trouble falling asleep or staying asleep?',
  3: 'In the past 30 days, how many days have you felt depressed, anxious, angry or very upset throughout most of the day?',
  4: 'In the past 30 days, how many days did you drink ANY alcohol?',
  5: 'In the past 30 days, how many days did you have at least 5 drinks (if you are a man) or at least 4 drinks (if you are a woman)? [One drink is considered one shot of hard liquor (1.5 oz.) or 12-ounce can/bottle of beer or 5-ounce glass of wine.]',
  6: 'In the past 30 days, how many days did you use any illegal/street drugs or abuse any prescription medications?',
  '7a': drug('Marijuana (cannabis, pot, weed)?'),
  '7b': drug(
    'Sedatives/Tranquilizers (e.g., “benzos”, Valium, Xanax, Ativan, Ambien, “barbs”, Phenobarbital, downers, etc.)?',
  ),
  '7c': drug('Cocaine/Crack?'),
  '7d': drug(
    'Other Stimulants (e.g., amphetamine, methamphetamine, Dexedrine, Ritalin, Adderall, “speed”, “crystal meth”, “ice”, etc.)?',
  ),
  '7e': drug(
    'Opiates (e.g., Heroin, Morphine, Dilaudid, Demerol, Oxycontin, oxy, codeine (Tylenol 2,3,4), Percocet, Vicodin, Fentanyl, etc.)?',
  ),
  '7f': drug('Inhalants (glues/adhesives, nail polish remover, paint thinner, etc.)?'),
  '7g': drug(
    'Other drugs (steroids, non-prescription sleep/diet pills, Benadryl, Ephedra, other over-the-counter/unknown medications)?',
  ),
  8: 'In the past 30 days, how much were you bothered by cravings or urges to drink alcohol or use drugs?',
  9: 'How confident are you in your ability to be completely abstinent (clean) from alcohol and drugs in the next 30 days?',
  10: 'In the past 30 days, how many days did you attend self-help meetings like AA or NA to support your recovery?',
  11: 'In the past 30 days, how many days were you in any situations or with any people that might put you at an increased risk for using alcohol or drugs (i.e., around risky “people, places or things”)?',
  12: 'Does your religion or spirituality help support your recovery?',
  13: 'In the past 30 days, how many days did you spend much of the time at work, school, or doing volunteer work?',
  14: 'Do you have enough income (from legal sources) to pay for necessities such as housing, transportation, food and clothing for yourself and your dependents?',
  15: 'In the past 30 days, how much have you been bothered by arguments or problems getting along with any family members or friends?',
  16: 'In the past 30 days, how many days were you in contact or spent time with any family members or friends who are supportive of your recovery?',
  17: 'How satisfied are you with your progress toward achieving your recovery goals?',
};
export const BAM_LABELS = {
  health: ['Excellent', 'Very Good', 'Good', 'Fair', 'Poor'],
  amount: ['Not at all', 'Slightly', 'Moderately', 'Considerably', 'Extremely'],
  yesNo: ['No', 'Yes'],
};

/** Which kind of answer an item has. */
export function bamScale(id: string): 'health' | 'amount' | 'yesNo' | 'days' {
  if (id === '1') return 'health';
  if (id === '14') return 'yesNo';
  return ['8', '9', '12', '15', '17'].includes(id) ? 'amount' : 'days';
}
