import { loadFeature } from '#locales/features.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ parent }) => ({
  path: await loadFeature('path', (await parent()).locale),
});
