import { loadFeature } from '#locales/features.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ parent }) => ({
  things: await loadFeature('things', (await parent()).locale),
});
