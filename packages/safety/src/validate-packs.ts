import * as v from 'valibot';
import { daysBetween } from './calendar-date.ts';
import { CountryPack } from './country-pack.ts';
import type { Line } from './country-pack.ts';
import { REFUSED_NUMBERS } from './refused-numbers.ts';
import { reviewLimitDays } from './review-limits.ts';

export type PackRule = 'PACK-1' | 'PACK-2' | 'PACK-3' | 'PACK-4' | 'PACK-5' | 'PACK-6';

/** One broken rule: where, and what is wrong, in words for the person editing the data. */
export type PackFinding = { readonly rule: PackRule; readonly where: string; readonly message: string };

/**
 * Checks packs from any source, bundled or added by a host, against SPEC.md [PACK-1] to [PACK-6].
 * An empty list means they may be used. A pack that fails its schema is not checked further.
 */
export function validatePacks(list: readonly unknown[]): PackFinding[] {
  const findings: PackFinding[] = [];
  const packs: CountryPack[] = [];
  list.forEach((candidate, index) => {
    const result = v.safeParse(CountryPack, candidate);
    if (result.success) packs.push(result.output);
    for (const issue of result.issues ?? []) {
      const path = v.getDotPath(issue);
      findings.push({ rule: 'PACK-1', where: `packs.${index}.${path ?? ''}`, message: issue.message });
    }
  });
  const zones = new Map<string, string>();
  const countries = new Set<string>();
  const ids = new Set<string>();
  for (const pack of packs) {
    const add = (rule: PackRule, where: string, message: string): void => {
      findings.push({ rule, where, message });
    };
    if (countries.has(pack.country)) add('PACK-3', pack.country, 'two packs for one country');
    countries.add(pack.country);
    for (const zone of pack.timeZones) {
      const owner = zones.get(zone);
      if (owner !== undefined) add('PACK-3', pack.country, `${zone} already points to ${owner}`);
      zones.set(zone, pack.country);
    }
    const [first] = pack.lines;
    if (first?.kind !== 'emergency' || first.channels[0]?.type !== 'call') {
      add('PACK-5', pack.country, 'the first line must be the number that brings an ambulance');
    }
    for (const line of pack.lines) {
      if (ids.has(line.id)) add('PACK-4', line.id, 'id used twice');
      ids.add(line.id);
      if (!line.id.startsWith(`${pack.country.toLowerCase()}-`))
        add('PACK-4', line.id, `not of ${pack.country}`);
      const days = daysBetween(line.verifiedOn, line.reviewBy);
      const limit = reviewLimitDays(line.kind);
      if (days < 1 || days > limit)
        add('PACK-2', line.id, `review must fall 1 to ${limit} days after the check`);
      for (const reason of refusals(line, pack.country)) add('PACK-6', line.id, reason);
    }
  }
  return findings;
}

/** Reasons why a number of this line must not be shown. */
function refusals(line: Line, country: string): string[] {
  const numbers = new Set(line.channels.flatMap(({ value, display }) => [digits(value), digits(display)]));
  return REFUSED_NUMBERS.filter((entry) => entry.country === undefined || entry.country === country)
    .filter(({ value }) => numbers.has(value))
    .map(({ value, reason }) => `${value}: ${reason}`);
}

const digits = (text: string): string => text.replace(/\D/g, '');
