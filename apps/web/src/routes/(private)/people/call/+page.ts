import { loadFeature } from '#locales/features.ts';
import type { Locale } from '#locales/locale.ts';

export const load = async ({ parent }: { parent: () => Promise<{ locale: Locale }> }) => ({
  reminders: await loadFeature('reminders', (await parent()).locale),
});
