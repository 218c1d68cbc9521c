import { packs } from '@holdfast/safety';
import type { CountryPack } from '@holdfast/safety';
import { readLocal, writeLocal } from '#lib/platform/local.ts';
import { chooseCountry } from './choose.ts';

const KEY = 'hf.country';

/**
 * The country whose numbers are shown. Starts unknown, as in the prerendered page; `settle` reads the device.
 */
export class Country {
  pack: CountryPack | undefined = $state.raw();

  /** Reads the person's choice, then the time zone. Call once in the browser. */
  settle(): void {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined;
    const choice = chooseCountry(packs, readLocal(KEY), zone);
    this.pack = packs.find((pack) => pack.country === choice?.country);
  }

  /** Keeps the person's own choice on this device. */
  choose(pack: CountryPack): void {
    this.pack = pack;
    writeLocal(KEY, pack.country);
  }
}
