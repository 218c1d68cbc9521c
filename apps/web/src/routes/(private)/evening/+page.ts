import { loadFeature } from '#locales/features.ts';
import type { Locale } from '#locales/locale.ts';

export const load = async ({ parent }: { parent: () => Promise<{ locale: Locale }> }) => ({
  day: await loadFeature('day', (await parent()).locale),
});
