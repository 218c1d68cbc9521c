import { loadFeature } from '#locales/features.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [journal, media] = await Promise.all([loadFeature('journal', locale), loadFeature('media', locale)]);
  return { journal, media };
};
