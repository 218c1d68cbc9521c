import ical, { ICalAlarmType, ICalEventClass, ICalEventTransparency } from 'ical-generator';
import type { CalendarEvent } from './calendar.ts';
import { ruleOf } from './calendar.ts';

/** How long an event lasts in the file, ms: some calendars hide one that lasts no time. */
const LASTS = 5 * 60_000;

/**
 * The text of a calendar file (RFC 5545). It names neither this app nor the person, blocks no time, and asks calendars
 * to keep it from others. Loaded when somebody saves one.
 * @param now when it was made, ms since 1970
 */
export function calendarFile(events: readonly CalendarEvent[], now: number): string {
  // The library puts the first hyphen of this itself.
  const calendar = ical({ prodId: '//Calendar//EN' });
  for (const event of events) {
    const start = new Date(`${event.starts}:00Z`);
    const repeating = ruleOf(event);
    calendar.createEvent({
      id: event.uid,
      stamp: new Date(now),
      start,
      end: new Date(start.getTime() + LASTS),
      floating: event.floating,
      summary: event.title,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: [{ type: ICalAlarmType.display, triggerBefore: event.before * 60, description: event.title }],
      ...(repeating === undefined ? {} : { repeating }),
    });
  }
  return calendar.toString();
}
