import { loadFeature } from '#locales/features.ts';
import type { Locale } from '#locales/locale.ts';

/** The `load` of every page that shows the words of Learn. */
export const loadLearn = async ({ parent }: { parent: () => Promise<{ locale: Locale }> }) => ({
  learn: await loadFeature('learn', (await parent()).locale),
});
