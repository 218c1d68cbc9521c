import { page } from '$app/state';
import type { Feature, FeatureWords } from '#locales/features.ts';
import { loadFeature } from '#locales/features.ts';
import type { Locale } from '#locales/locale.ts';

/**
 * The words of a part that a page shows only to some people: fetched once `wanted` says so, and anew when the language
 * changes. Make it while a component is being set up.
 */
export class LateWords<F extends Feature> {
  /** Undefined until they are here. */
  now: FeatureWords<F> | undefined = $state.raw();

  constructor(feature: F, wanted: () => boolean) {
    $effect(() => {
      if (wanted()) void this.#load(feature, page.data.locale as Locale);
    });
  }

  async #load(feature: F, locale: Locale): Promise<void> {
    const words = await loadFeature(feature, locale);
    if (page.data.locale === locale) this.now = words;
  }
}
