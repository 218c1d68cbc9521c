/** How the country was settled: by the person, or by a time zone that only one country has. */
export type CountrySource = 'saved' | 'zone';

export interface CountryChoice {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly source: CountrySource;
}

/**
 * Which country's numbers to show. The person's own choice wins; otherwise the device's time zone decides,
 * but only when exactly one country owns it. Anything else is unknown: a wrong emergency number is worse than
 * a question.
 * @param saved a country code kept on the phone, or null
 * @param timeZone IANA zone of the device, e.g. `Europe/Dublin`
 */
export function chooseCountry(
  packs: readonly { readonly country: string; readonly timeZones: readonly string[] }[],
  saved: string | null,
  timeZone: string | undefined,
): CountryChoice | undefined {
  const kept = packs.find((pack) => pack.country === saved);
  if (kept) return { country: kept.country, source: 'saved' };
  if (!timeZone) return undefined;
  const owners = packs.filter((pack) => pack.timeZones.includes(timeZone));
  const [only] = owners;
  return owners.length === 1 && only ? { country: only.country, source: 'zone' } : undefined;
}
