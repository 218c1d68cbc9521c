import { loadFeature } from '#locales/features.ts';
import type { Locale } from '#locales/locale.ts';

/** The words of Today. Those of a medicine, a plan or a reminder come when there is one to show. */
export const load = async ({ parent }: { parent: () => Promise<{ locale: Locale }> }) => ({
  today: await loadFeature('today', (await parent()).locale),
});
