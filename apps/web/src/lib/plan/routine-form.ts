import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import type { Recurrence, RoutineItem } from '@holdfast/recovery';
import { addDays, firstDay, readRule, ruleText, weekdayOf } from '@holdfast/recovery';
import { fallsOn } from '@holdfast/recovery/rule-days';

/** How often something comes, as the form offers it. `kept` is a rule the form has no words for: it stays as it is. */
export const OFTENS = ['once', 'day', 'week', 'fortnight', 'nth', 'last'] as const;
export type Often = (typeof OFTENS)[number] | 'kept';

/** A routine item as it stands in the form: what is typed, as text. */
export interface RoutineForm {
  words: string;
  company: string;
  /** HH:MM, or empty. */
  time: string;
  /** The first day, or empty. */
  from: string;
  often: Often;
  /** ISO weekdays as text, for rules by the week. */
  days: string[];
  /** The last day; empty to go on. */
  until: string;
}

const dateOf = (day: string): number => Number(day.slice(8, 10));
/** Which weekday of its month a day is; a fifth one counts as the last. */
const nthOf = (day: string): 1 | 2 | 3 | 4 | -1 => {
  const n = Math.ceil(dateOf(day) / 7);
  return n > 4 ? -1 : (n as 1 | 2 | 3 | 4);
};

function oftenOf(rule: Recurrence | undefined, start: string): Often {
  if (!rule) return 'kept';
  const { freq, interval, nth } = rule;
  if (freq === 'DAILY' && interval === 1) return 'day';
  if (freq === 'WEEKLY' && interval <= 2) return interval === 1 ? 'week' : 'fortnight';
  if (freq === 'MONTHLY' && interval === 1 && nth?.weekday === weekdayOf(start))
    return nth.n === -1 ? 'last' : nth.n === nthOf(start) ? 'nth' : 'kept';
  return 'kept';
}

/** The form of an item, or of a new one that may begin with words and a day. */
export function routineFormOf(
  item: RoutineItem | undefined,
  today: string,
  first: { words?: string | undefined; from?: string | undefined; time?: string | undefined } = {},
): RoutineForm {
  if (!item)
    return {
      words: first.words ?? '',
      company: '',
      time: first.time ?? '',
      from: first.from ?? today,
      often: first.words === undefined ? 'week' : 'once',
      days: [],
      until: '',
    };
  const start = item.starts.slice(0, 10);
  const rule = readRule(item.rule);
  return {
    words: item.words,
    company: item.company,
    time: item.starts.slice(11, 16),
    from: start,
    often: item.rule === '' ? 'once' : oftenOf(rule, start),
    days: (rule?.weekdays ?? []).map(String),
    until: rule?.until ?? '',
  };
}

/** The rule of a form; undefined for once. */
function ruleOf(form: RoutineForm): Recurrence | undefined {
  const weekday = weekdayOf(form.from);
  const base = {
    freq: 'WEEKLY',
    interval: 1,
    weekdays: [],
    nth: undefined,
    until: form.until || undefined,
  } as const satisfies Recurrence;
  const weekdays = form.days.length ? form.days.map(Number).toSorted((a, b) => a - b) : [weekday];
  switch (form.often) {
    case 'day':
      return { ...base, freq: 'DAILY' };
    case 'week':
      return { ...base, weekdays };
    case 'fortnight':
      return { ...base, interval: 2, weekdays };
    case 'nth':
      return { ...base, freq: 'MONTHLY', nth: { n: nthOf(form.from), weekday } };
    case 'last':
      return { ...base, freq: 'MONTHLY', nth: { n: -1, weekday } };
    case 'once':
    case 'kept':
      return undefined;
  }
}

export type RoutineTrouble = 'words' | 'time' | 'from' | 'until';

/**
 * The fields to save, or the first field that is not filled in. The first day moves on to one the rule falls on. An
 * item keeps the zone it was written in, and the days that were left out.
 */
export function routineFieldsOf(
  form: RoutineForm,
  held: RoutineItem | undefined,
  zone: string,
  at: number,
): Result<Omit<RoutineItem, 'id'>, RoutineTrouble> {
  if (form.words.trim() === '') return err('words');
  if (form.time === '') return err('time');
  if (form.from === '') return err('from');
  const rule = ruleOf(form);
  const start = rule ? firstDay({ ...rule, until: undefined }, form.from, fallsOn) : form.from;
  if (rule?.until !== undefined && rule.until < start) return err('until');
  return ok({
    words: form.words,
    company: form.company,
    starts: `${start}T${form.time}`,
    zone: held?.zone ?? zone,
    rule: form.often === 'kept' ? (held?.rule ?? '') : rule ? ruleText(rule) : '',
    except: [...(held?.except ?? [])],
    at: held?.at ?? at,
  });
}

/** The days left out with one more. Those of more than a year before it can be of no use any more. */
export const leaveOut = (except: readonly string[], on: string): string[] =>
  [...except.filter((day) => day !== on && day > addDays(on, -366)), on].toSorted().slice(-366);
