import { loadFeature } from '#locales/features.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [tools, media] = await Promise.all([loadFeature('tools', locale), loadFeature('media', locale)]);
  return { tools, media };
};
