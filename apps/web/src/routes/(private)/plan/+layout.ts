import { loadFeature } from '#locales/features.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [plan, planParts] = await Promise.all([
    loadFeature('plan', locale),
    loadFeature('planParts', locale),
  ]);
  return { plan, planParts };
};
