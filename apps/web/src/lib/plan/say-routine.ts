import type { RoutineItem } from '@holdfast/recovery';
import { readRule, weekdayOf } from '@holdfast/recovery';
import { dayInWords } from '#lib/account/dates.ts';
import type { PlanPartsWords } from '#locales/en/plan-parts.ts';

/** The name of an ISO weekday, 1 for Monday. */
export const weekdayName = (day: number, locale: string, form: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(locale, { weekday: form, timeZone: 'UTC' }).format(
    // 5 January 1970 was a Monday.
    (day + 3) * 86_400_000,
  );

/** When an item takes place, in words: "Mon and Fri", "Every month on the last Tuesday, until 3 May 2027". */
export function ruleWords(
  { rule: text, starts }: Pick<RoutineItem, 'rule' | 'starts'>,
  w: PlanPartsWords['routine'],
  locale: string,
): string {
  const start = starts.slice(0, 10);
  if (text === '') return w.once(dayInWords(start, locale, 'year'));
  const rule = readRule(text);
  if (!rule) return w.unknown;
  const { freq, interval, weekdays, nth, until } = rule;
  const named = (): string => {
    if (freq === 'DAILY') return w.daily(interval);
    if (freq === 'MONTHLY')
      return nth
        ? w.monthlyNth(interval, w.nths[`${nth.n}`], weekdayName(nth.weekday, locale, 'long'))
        : w.monthlyDay(interval, Number(start.slice(8, 10)));
    const days = weekdays.length ? weekdays : [weekdayOf(start)];
    const form = days.length === 1 ? 'long' : 'short';
    const list = new Intl.ListFormat(locale).format(days.map((day) => weekdayName(day, locale, form)));
    return w.weekly(interval, list.charAt(0).toLocaleUpperCase(locale) + list.slice(1));
  };
  return until === undefined ? named() : w.untilDay(named(), dayInWords(until, locale, 'year'));
}
