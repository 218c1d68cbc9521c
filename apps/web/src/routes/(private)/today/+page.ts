import { loadFeature } from '#locales/features.ts';
import type { Locale } from '#locales/locale.ts';

/** The words of Today, and of what comes next: a dose, a visit, a plan that is due. */
export const load = async ({ parent }: { parent: () => Promise<{ locale: Locale }> }) => {
  const { locale } = await parent();
  const [today, medicine, plan] = await Promise.all([
    loadFeature('today', locale),
    loadFeature('medicine', locale),
    loadFeature('plan', locale),
  ]);
  return { today, medicine, plan };
};
