import type { Channel, CountryPack, Line } from '@holdfast/safety';
import { openState } from '@holdfast/safety';
import { staffed } from '#lib/now/lines.ts';

/** A line and one way to reach it. */
export interface HelpLine {
  readonly line: Line;
  readonly channel: Channel;
}

/**
 * Who to call or write to when someone thinks of ending their life: the crisis lines of the country, by voice and by
 * text, the whole country's before a region's. Where a country has none, its other staffed lines.
 */
export function crisisLines(pack: CountryPack, instant: Date): HelpLine[] {
  const own = pack.lines
    .filter((line) => line.kind === 'suicide' && openState(line, instant) !== 'closed')
    .toSorted((a, b) => (a.region ? 1 : 0) - (b.region ? 1 : 0));
  const lines = own.length ? own : staffed(pack, instant, 3);
  return lines
    .slice(0, 4)
    .flatMap((line) =>
      line.channels
        .filter(({ type }) => type === 'call' || type === 'text')
        .map((channel) => ({ line, channel })),
    );
}

/** The day on which the numbers of a country were last checked: the oldest of those shown. */
export const checkedOn = (lines: readonly HelpLine[]): string | undefined =>
  lines.map(({ line }) => line.verifiedOn).toSorted()[0];

/** A link that opens the phone's own message app with words in it. Nothing is sent by opening it. */
export function smsHref(number: string, body: string): string | undefined {
  const digits = number.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '');
  return /\d{2}/.test(digits) ? `sms:${digits}?body=${encodeURIComponent(body)}` : undefined;
}
