import { loadFeature } from '#locales/features.ts';
import type { PageLoad } from './$types.js';

/** The words of the parts a file is made of. */
export const load: PageLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [medicine, progress, plan, planParts, path] = await Promise.all([
    loadFeature('medicine', locale),
    loadFeature('progress', locale),
    loadFeature('plan', locale),
    loadFeature('planParts', locale),
    loadFeature('path', locale),
  ]);
  return { medicine, progress, plan, planParts, path };
};
