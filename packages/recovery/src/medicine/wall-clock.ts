/** Making one takes far longer than using it, and a list of appointments uses the same again and again. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** @returns undefined for a zone that this browser does not know, and for a phone's own that it cannot tell */
function makeFormat(timeZone: string | undefined): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    return undefined;
  }
}

/**
 * A record may name a zone that this browser does not know: it was written on a newer phone. It is then read by the
 * phone's own clock, which is nearly always the same one, because a page that shows nothing helps nobody.
 */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = makeFormat(zone) ?? makeFormat(undefined) ?? makeFormat('UTC')!;
    formats.set(zone, format);
  }
  return format;
}

/** What the clock on the wall of a zone shows at an instant, `YYYY-MM-DDTHH:MM`. */
export function wallClock(at: number, zone: string): string {
  const parts = formatOf(zone).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The local calendar day at an instant, YYYY-MM-DD. */
export const dayIn = (at: number, zone: string): string => wallClock(at, zone).slice(0, 10);

/**
 * The instant at which a zone's wall clock shows `local` (`YYYY-MM-DDTHH:MM`), ms since 1970. Of an hour that comes
 * twice it is the first; a time that the clock jumps over counts from before the jump, so 02:30 becomes 03:30.
 */
export function instantOf(local: string, zone: string): number {
  const asUtc = Date.parse(`${local}:00Z`);
  const offset = (at: number): number => Date.parse(`${wallClock(at, zone)}:00Z`) - at;
  // No zone is further than a day from UTC, so a day before and after see the offset on each side of a change.
  const before = asUtc - offset(asUtc - 86_400_000);
  const after = asUtc - offset(asUtc + 86_400_000);
  const fits = [before, after].filter((at) => wallClock(at, zone) === local);
  return fits.length ? Math.min(...fits) : before;
}
