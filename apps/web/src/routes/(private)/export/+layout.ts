import { loadFeature } from '#locales/features.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [words, keep] = await Promise.all([loadFeature('export', locale), loadFeature('keep', locale)]);
  return { export: words, keep };
};
