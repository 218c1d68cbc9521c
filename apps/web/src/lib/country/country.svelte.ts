import type { CountryPack } from '@holdfast/safety';
import { readLocal, writeLocal } from '#lib/platform/local.ts';
import { chooseCountry } from './choose.ts';
import { shelf } from './pack-shelf.svelte.ts';

const KEY = 'hf.country';

/**
 * The country whose numbers are shown. Starts unknown, as in the prerendered page; `settle` reads the device.
 */
export class Country {
  #saved: string | null = $state(null);
  #zone: string | undefined = $state();
  #code = $derived(chooseCountry(shelf.packs, this.#saved, this.#zone)?.country);
  /** The newest pack of it that this phone has. Undefined when no country is known: no number is guessed. */
  readonly pack: CountryPack | undefined = $derived(shelf.packs.find((pack) => pack.country === this.#code));

  /** Reads the person's choice, then the time zone, and looks for newer packs. Call once in the browser. */
  settle(): void {
    this.#saved = readLocal(KEY);
    this.#zone = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined;
    shelf.freshen();
  }

  /** Keeps the person's own choice on this device. Where nothing can be kept, it holds for this visit. */
  choose(pack: CountryPack): void {
    this.#saved = pack.country;
    writeLocal(KEY, pack.country);
  }
}
