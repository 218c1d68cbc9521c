import { loadFeature } from '#locales/features.ts';
import type { Locale } from '#locales/locale.ts';

export const load = async ({ parent }: { parent: () => Promise<{ locale: Locale }> }) => {
  const { locale } = await parent();
  const [reminders, medicine] = await Promise.all([
    loadFeature('reminders', locale),
    loadFeature('medicine', locale),
  ]);
  return { reminders, medicine };
};
