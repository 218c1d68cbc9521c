import type { CalendarDate } from '../calendar-date.ts';
import { isCalendarDate } from '../calendar-date.ts';
import { packs } from '../packs/index.ts';
import { REFUSED_NUMBERS } from '../refused-numbers.ts';

/** A run of 7 digits or more, with the marks people write between them; not part of a date, a time or a range of years. */
const LONG = /(?<![\p{L}\d/])\+?\(?\d(?:[ \u00A0().-]{0,2}\d){6,14}(?![\p{L}\d%])/gu;

/** A short number after a word that tells to dial it: "call 988", "text HOME to 741741", "marca el 112". */
const SHORT =
  /(?<!\p{L})(?:call|dial|ring|phone|text|sms|llam[aáe]r?|marc[aáe]r?|envía|escribe|mensaje)(?: +(?:\p{Lu}{2,}|to|on|al?|el|now|ya|número|number|la|en)){0,3} +(\d[\d -]{1,7}\d)(?![\p{L}\d%]| (?:times|veces|people|personas|minutes?|minutos?|hours?|horas?|days?|días?|seconds?|segundos?))/giu;

/** A day, or a version named after one. */
const DATE = /^\d{4}-\d{2}-\d{2}(?:\.\d+)?$/;
const digits = (text: string): string => text.replaceAll(/\D/g, '');

/** Numbers in a text that look as if they could be dialled, as written. */
export function phoneLike(text: string): string[] {
  const long = [...text.matchAll(LONG)].map(([found]) => found.trim());
  const rest = text.replaceAll(LONG, ' · ');
  const short = [...rest.matchAll(SHORT)].map(([, found]) => found!.trim());
  return [...new Set([...long, ...short])].filter((found) => !DATE.test(found));
}

const dated = (): ReadonlySet<string> =>
  new Set(
    packs
      .flatMap(({ lines }) => lines.flatMap(({ channels }) => channels))
      .flatMap(({ value, display }) => [digits(value), digits(display)])
      .filter((number) => number !== ''),
  );

/**
 * SPEC.md [WORD-10]: dialable numbers in a text that no pack dates. `verifiedOn` is the day the text's own numbers
 * were checked, for a text that cannot take them from a pack. A refused number is never excused by a date.
 */
export function undatedNumbers(text: string, verifiedOn?: CalendarDate): string[] {
  const known = dated();
  const isDated = verifiedOn !== undefined && isCalendarDate(verifiedOn);
  const refused = new Set(
    REFUSED_NUMBERS.filter(({ country }) => country === undefined).map(({ value }) => value),
  );
  return phoneLike(text).filter(
    (number) => refused.has(digits(number)) || (!isDated && !known.has(digits(number))),
  );
}
