import type { ContactView } from '@holdfast/client';
import type { CheckIn } from '@holdfast/recovery';
import type { AppWords } from '#locales/en/app.ts';

/** A check-in in one line: the person's own words when there are any, else what was chosen. */
export function summaryOf(checkIn: CheckIn, words: AppWords): string {
  if (checkIn.words !== '') return checkIn.words;
  const parts = detailsOf(checkIn, words);
  return parts.length ? parts.join(' · ') : words.history.nothing;
}

/** What was answered, part by part. What was left out is not there. */
export function detailsOf(checkIn: CheckIn, words: AppWords): string[] {
  const { urge, mood, sleep, slept, contact, confidence } = checkIn;
  return [
    mood === null ? '' : words.checkIn.moods[mood],
    urge === null ? '' : words.checkIn.urgeShort(urge),
    sleep === null ? '' : words.history.sleep(words.checkIn.sleeps[sleep].toLocaleLowerCase()),
    slept == null ? '' : words.checkIn.sleptShort(slept),
    contact === true ? words.history.contactYes : '',
    confidence == null ? '' : words.checkIn.sureShort(confidence),
  ].filter((part) => part !== '');
}

/** Who sees the line for others now. */
export const readersOfToday = (circle: readonly ContactView[], now: number): string[] =>
  circle
    .filter(({ shares }) => shares.some(({ category, until }) => category === 'today' && now < until))
    .map(({ name }) => name);

/** Names as a list in the reader's language. */
export const namesOf = (names: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
