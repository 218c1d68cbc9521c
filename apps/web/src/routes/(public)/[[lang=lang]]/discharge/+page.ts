import { loadFeature } from '#locales/features.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [path, medicine] = await Promise.all([loadFeature('path', locale), loadFeature('medicine', locale)]);
  return { path, medicine };
};
