import { loadFeature } from '#locales/features.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ parent }) => ({
  media: await loadFeature('media', (await parent()).locale),
});
