import type { CalendarDate, CountryPack, ReleaseFinding } from '@holdfast/safety';
import { releaseFindings } from '@holdfast/safety';

/** What to do about each kind of finding, in words for the person who prepares a release. */
const TO_DO: Readonly<Record<ReleaseFinding['reason'], string>> = {
  stale: 'past review. Check again',
  transcribed: "only copied. Look at the owner's own page, or call",
  alone: 'checked by one person alone. Ask a second one',
};

/**
 * The report of `npm run packs:check`: each line of a pack that a release waits for, grouped by what to do. Empty when
 * a release may go out.
 */
export function packsReport(packs: readonly CountryPack[], today: CalendarDate): string[] {
  const findings = releaseFindings(packs, today);
  if (findings.length === 0) return [];
  const groups = Map.groupBy(findings, ({ reason }) => reason);
  const say = (found: ReleaseFinding): string =>
    `  ${found.lineId}  checked ${found.ageDays} days ago, good for ${found.limitDays}  ${found.sourceUrl}`;
  return [
    ...[...groups].flatMap(([reason, found]) => [`${count(found)} ${TO_DO[reason]}:`, ...found.map(say)]),
    'Then put the new verifiedOn, verifiedBy, verification and reviewBy into packages/safety/src/packs.',
    'docs/country-packs.md says how to check a line, who signs, and for how long a check is good.',
  ];
}

/** One line for the output of a test run: how many numbers are past their review. Undefined when none is. */
export function staleWarning(packs: readonly CountryPack[], today: CalendarDate): string | undefined {
  const stale = releaseFindings(packs, today).filter(({ reason }) => reason === 'stale');
  return stale.length === 0
    ? undefined
    : `warning: ${count(stale)} in the country packs ${stale.length === 1 ? 'is' : 'are'} past review. The app warns beside each; npm run packs:check lists them.`;
}

const count = (list: readonly unknown[]): string => `${list.length} ${list.length === 1 ? 'line' : 'lines'}`;
