const tag = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

const made = new Map<string, Intl.DateTimeFormat>();
/** How calendar days are written. Made once each: a list of hundreds of days would make as many, which takes long. */
function calendar(locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, parts]);
  let format = made.get(key);
  if (!format) made.set(key, (format = new Intl.DateTimeFormat(tag(locale), { ...parts, timeZone: 'UTC' })));
  return format;
}

/** A moment as day and month, in this phone's time zone: "19 December". */
export const dayMonth = (ms: number, locale: string): string =>
  new Intl.DateTimeFormat(tag(locale), { day: 'numeric', month: 'long' }).format(ms);

/** A moment within days from now: "Sunday 14:00". */
export const dayTime = (ms: number, locale: string): string =>
  new Intl.DateTimeFormat(tag(locale), { weekday: 'long', hour: '2-digit', minute: '2-digit' }).format(ms);

/** A time of day: "14:05". */
export const clockTime = (ms: number, locale: string): string =>
  new Intl.DateTimeFormat(tag(locale), { hour: '2-digit', minute: '2-digit' }).format(ms);

/** A calendar day, YYYY-MM-DD, for the middle of a sentence: "19 November", or with its year. */
export const dayInWords = (day: string, locale: string, year?: 'year'): string =>
  calendar(locale, { day: 'numeric', month: 'long', ...(year && { year: 'numeric' }) }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A calendar day, YYYY-MM-DD, with its weekday: "Thursday 19 November". Starts with a capital in every language. */
export function fullDay(day: string, locale: string): string {
  const text = calendar(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** A month, YYYY-MM: "November 2026". Starts with a capital in every language. */
export function monthInWords(month: string, locale: string): string {
  const text = calendar(locale, { month: 'long', year: 'numeric' }).format(new Date(`${month}-01T00:00:00Z`));
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** A calendar day, YYYY-MM-DD, in a narrow column: "Sat 21", or "21 Nov 26" where days of several months stand. */
export const shortDay = (day: string, locale: string, withMonth = false): string =>
  calendar(locale, {
    ...(withMonth ? { month: 'short', year: '2-digit' } : { weekday: 'short' }),
    day: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`));
