import * as v from 'valibot';
import { daysBetween } from './calendar-date.ts';
import { CountryPack, LocalLines } from './country-pack.ts';
import type { Line } from './country-pack.ts';
import { REFUSED_NUMBERS } from './refused-numbers.ts';
import { reviewLimitDays } from './review-limits.ts';

export type PackRule =
  'PACK-1' | 'PACK-2' | 'PACK-3' | 'PACK-4' | 'PACK-5' | 'PACK-6' | 'PACK-12' | 'PACK-13' | 'PACK-14';

/** One broken rule: where, and what is wrong, in words for the person editing the data. */
export type PackFinding = { readonly rule: PackRule; readonly where: string; readonly message: string };

type Add = (rule: PackRule, where: string, message: string) => void;

/**
 * Checks packs from any source, bundled or added by a host, against SPEC.md [PACK-1] to [PACK-6].
 * An empty list means they may be used. A pack that fails its schema is not checked further.
 */
export function validatePacks(list: readonly unknown[]): PackFinding[] {
  const findings: PackFinding[] = [];
  const add: Add = (rule, where, message) => findings.push({ rule, where, message });
  const packs = list.flatMap((candidate, index) => {
    const result = v.safeParse(CountryPack, candidate);
    for (const issue of result.issues ?? []) add('PACK-1', place(`packs.${index}`, issue), issue.message);
    return result.success ? [result.output] : [];
  });
  const zones = new Map<string, string>();
  const countries = new Set<string>();
  const ids = new Set<string>();
  for (const pack of packs) {
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
    checkLines(pack.lines, pack.country, pack.country.toLowerCase(), ids, add);
  }
  return findings;
}

/** Checks a host's own lines against SPEC.md [PACK-14]: the rules of any line, with ids of their own. */
export function validateLocalLines(candidate: unknown): PackFinding[] {
  const findings: PackFinding[] = [];
  const add: Add = (rule, where, message) => findings.push({ rule, where, message });
  const result = v.safeParse(LocalLines, candidate);
  if (!result.success) {
    for (const issue of result.issues) add('PACK-1', place('local-lines', issue), issue.message);
    return findings;
  }
  const { country, lines } = result.output;
  checkLines(lines, country, 'local', new Set(), add);
  for (const { id, kind } of lines)
    if (kind === 'emergency') add('PACK-14', id, 'an emergency number comes from the pack of its country');
  return findings;
}

/** The rules each line keeps by itself: [PACK-2], [PACK-4] and [PACK-6]. */
function checkLines(
  lines: readonly Line[],
  country: string,
  prefix: string,
  ids: Set<string>,
  add: Add,
): void {
  for (const line of lines) {
    if (ids.has(line.id)) add('PACK-4', line.id, 'id used twice');
    ids.add(line.id);
    if (!line.id.startsWith(`${prefix}-`)) add('PACK-4', line.id, `must start with ${prefix}-`);
    const days = daysBetween(line.verifiedOn, line.reviewBy);
    const limit = reviewLimitDays(line.kind);
    if (days < 1 || days > limit)
      add('PACK-2', line.id, `review must fall 1 to ${limit} days after the check`);
    for (const reason of refusals(line, country)) add('PACK-6', line.id, reason);
  }
}

/** Reasons why a number of this line must not be shown. */
function refusals(line: Line, country: string): string[] {
  const numbers = new Set(line.channels.flatMap(({ value, display }) => [digits(value), digits(display)]));
  return REFUSED_NUMBERS.filter((entry) => entry.country === undefined || entry.country === country)
    .filter(({ value }) => numbers.has(value))
    .map(({ value, reason }) => `${value}: ${reason}`);
}

const place = (root: string, issue: v.BaseIssue<unknown>): string =>
  [root, v.getDotPath(issue)].filter(Boolean).join('.');
const digits = (text: string): string => text.replace(/\D/g, '');
