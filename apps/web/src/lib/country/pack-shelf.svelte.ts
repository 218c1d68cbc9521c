import { packs as bundled } from '@holdfast/safety';
import type { CountryPack, LocalLines, MergedPacks } from '@holdfast/safety';
import { afterPaint, localDay } from '#lib/platform/clock.ts';
import { readLocal, writeLocal } from '#lib/platform/local.ts';
import { fetchPacksFile } from '#lib/platform/packs-file.ts';

/**
 * The country packs in use: those of the app at once, then what the host serves that is newer. The checks it takes
 * come in a file of their own after the page is painted; until then, and whenever anything fails, the bundled packs
 * stand.
 */
class PackShelf {
  packs: readonly CountryPack[] = $state.raw(bundled);
  /** Lines of the host's own, if it has any. */
  local: LocalLines | undefined = $state.raw();
  #asked = false;

  /** Looks for newer packs, on this phone and then at the host. Once for each time the app is opened. */
  freshen(): void {
    if (this.#asked) return;
    this.#asked = true;
    afterPaint(() => void this.#look().catch(() => undefined));
  }

  async #look(): Promise<void> {
    const { keptPacks, newPacks } = await import('#lib/packs/kept-packs.ts');
    const ports = { read: readLocal, write: writeLocal, today: localDay(), ask: fetchPacksFile };
    this.#put(keptPacks(ports));
    const news = await newPacks(ports);
    if (news) this.#put(news);
  }

  #put({ packs, local }: MergedPacks): void {
    this.packs = packs;
    this.local = local;
  }
}

export const shelf = new PackShelf();
