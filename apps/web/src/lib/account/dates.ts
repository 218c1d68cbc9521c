const tag = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

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
  new Intl.DateTimeFormat(tag(locale), {
    day: 'numeric',
    month: 'long',
    ...(year && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

/** A calendar day, YYYY-MM-DD, with its weekday: "Thursday 19 November". Starts with a capital in every language. */
export function fullDay(day: string, locale: string): string {
  const text = new Intl.DateTimeFormat(tag(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
