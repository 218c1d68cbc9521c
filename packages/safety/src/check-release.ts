import { daysBetween } from './calendar-date.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { CountryPack } from './country-pack.ts';
import { freshness } from './lines.ts';
import { reviewLimitDays } from './review-limits.ts';

/**
 * A line that needs a person before a release: it is past its review (`stale`), its number was only copied and
 * nobody has looked at the owner's own page or called (`transcribed`), or one person checked it alone (`alone`).
 */
export type ReleaseFinding = {
  readonly reason: 'stale' | 'transcribed' | 'alone';
  readonly country: string;
  readonly lineId: string;
  readonly sourceUrl: string;
  readonly ageDays: number;
  readonly limitDays: number;
};

/** `verifiedBy` of a line that was really checked: two people, so that one slip of the eye is seen. */
const TWO_PEOPLE = /\S and \S/;

/** Every line that needs checking before a release on `today`, at most one finding per line and reason. */
export function releaseFindings(packs: readonly CountryPack[], today: CalendarDate): ReleaseFinding[] {
  return packs.flatMap(({ country, lines }) =>
    lines.flatMap((line) => {
      const ageDays = daysBetween(line.verifiedOn, today);
      const limitDays = reviewLimitDays(line.kind);
      const finding = { country, lineId: line.id, sourceUrl: line.sourceUrl, ageDays, limitDays };
      return [
        ...(freshness(line, today) === 'expired' ? [{ ...finding, reason: 'stale' as const }] : []),
        ...(line.verification === 'transcribed' ? [{ ...finding, reason: 'transcribed' as const }] : []),
        ...(line.verification !== 'transcribed' && !TWO_PEOPLE.test(line.verifiedBy)
          ? [{ ...finding, reason: 'alone' as const }]
          : []),
      ];
    }),
  );
}
