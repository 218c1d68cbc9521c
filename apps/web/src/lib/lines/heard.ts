import type { CalendarDate, Line } from '@holdfast/safety';
import { isCalendarDate, openState } from '@holdfast/safety';

/** What a person found when they tried a line: open or closed, and on which day. */
export interface Heard {
  readonly state: 'open' | 'closed';
  readonly day: CalendarDate;
}

/** By line id. */
export type HeardLines = Readonly<Record<string, Heard>>;

/** Reads what is stored there. Anything of another form is left out, never an error. */
export function readHeard(stored: string | null): HeardLines {
  let value: unknown;
  try {
    value = JSON.parse(stored ?? '{}');
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, entry]) => {
      const { state, day } = (entry ?? {}) as Record<string, unknown>;
      const isHeard =
        (state === 'open' || state === 'closed') && typeof day === 'string' && isCalendarDate(day);
      return isHeard ? [[id, { state, day }]] : [];
    }),
  );
}

/** With one finding more, or, without `heard`, with that of the line taken back. */
export function withHeard(all: HeardLines, id: string, heard?: Heard): HeardLines {
  const { [id]: _, ...others } = all;
  return heard ? { ...others, [id]: heard } : others;
}

/**
 * Whether to call a line open. What the person found stands before its hours ([PACK-15]).
 * @param instant now, or undefined while prerendering
 */
export function stateOf(
  line: Pick<Line, 'hours' | 'tz'>,
  instant: Date | undefined,
  heard?: Heard,
): 'open' | 'closed' | 'unknown' {
  if (heard) return heard.state;
  return instant ? openState(line, instant) : 'unknown';
}
