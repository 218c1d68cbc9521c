import { loadFeature } from '#locales/features.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ parent }) => ({
  keep: await loadFeature('keep', (await parent()).locale),
});
