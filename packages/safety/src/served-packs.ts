import { daysBetween } from './calendar-date.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { CountryPack, LocalLines } from './country-pack.ts';
import { emergencyNumber } from './lines.ts';
import type { PackFinding } from './validate-packs.ts';
import { validateLocalLines, validatePacks } from './validate-packs.ts';

/** What a host serves beside the app: whole packs, and lines of its own. Everything in it is checked before use. */
export type ServedPacks = {
  readonly packs: readonly unknown[];
  readonly local: unknown;
};

/** The packs to show, the host's own lines, and what was left out and for which reason. */
export type MergedPacks = {
  readonly packs: readonly CountryPack[];
  readonly local: LocalLines | undefined;
  readonly refused: readonly PackFinding[];
};

/**
 * The bundled packs, each replaced by a newer one that the host serves, plus countries that only the host has.
 * A served pack is left out when it breaks a rule, by itself or beside the others ([PACK-1] to [PACK-6]), is dated
 * after today ([PACK-12]), or has another emergency number than the bundled one ([PACK-13]): the bundled pack
 * then stays. The same is done by the server when it starts and by the phone.
 * @param today the day on this device
 */
export function mergePacks(
  bundled: readonly CountryPack[],
  served: ServedPacks,
  today: CalendarDate,
): MergedPacks {
  const refused: PackFinding[] = [];
  let packs = bundled;
  for (const candidate of served.packs) {
    const alone = validatePacks([candidate]);
    if (alone.length > 0) {
      refused.push(...alone);
      continue;
    }
    // Valid by its schema from here on.
    const pack = candidate as CountryPack;
    const known = packs.find(({ country }) => country === pack.country);
    const next = known ? packs.map((old) => (old === known ? pack : old)) : [...packs, pack];
    const findings = [...datedAhead(pack.country, pack.updatedOn, today), ...keepsNumber(known, pack)];
    if (known && findings.length === 0 && daysBetween(known.updatedOn, pack.updatedOn) <= 0) continue;
    const beside = findings.length > 0 ? findings : validatePacks(next);
    if (beside.length > 0) refused.push(...beside);
    else packs = next;
  }
  const local = mergeLocal(served.local, today, refused);
  return { packs, local, refused };
}

function mergeLocal(candidate: unknown, today: CalendarDate, refused: PackFinding[]): LocalLines | undefined {
  if (candidate === null || candidate === undefined) return undefined;
  const findings = validateLocalLines(candidate);
  const local = candidate as LocalLines;
  if (findings.length === 0) findings.push(...datedAhead('local-lines', local.updatedOn, today));
  refused.push(...findings);
  return findings.length === 0 ? local : undefined;
}

/** One day of grace: the host may live where it is already tomorrow. */
function datedAhead(where: string, updatedOn: CalendarDate, today: CalendarDate): PackFinding[] {
  if (daysBetween(today, updatedOn) <= 1) return [];
  return [{ rule: 'PACK-12', where, message: `updatedOn ${updatedOn} is after today` }];
}

function keepsNumber(known: CountryPack | undefined, pack: CountryPack): PackFinding[] {
  if (!known || emergencyNumber(known) === emergencyNumber(pack)) return [];
  const message = `the emergency number is ${emergencyNumber(known)}; only a new version of the app changes it`;
  return [{ rule: 'PACK-13', where: pack.country, message }];
}

/** Reads the text of `/packs.json`. Undefined when it is not of that form at all. */
export function readServed(text: string): ServedPacks | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { packs, local = null } = value as { packs?: unknown; local?: unknown };
  return Array.isArray(packs) ? { packs, local } : undefined;
}
