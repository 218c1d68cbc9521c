import type { CountryPack } from './country-pack.ts';
import { packs } from './packs/index.ts';

/** The pack a device's IANA time zone points to. Undefined rather than a guess when none claims the zone. */
export function packForTimeZone(tz: string, list: readonly CountryPack[] = packs): CountryPack | undefined {
  return list.find((pack) => pack.timeZones.includes(tz));
}

/** The pack of an ISO 3166-1 alpha-2 country code, in either case. */
export function packForCountry(
  country: string,
  list: readonly CountryPack[] = packs,
): CountryPack | undefined {
  return list.find((pack) => pack.country === country.toUpperCase());
}
