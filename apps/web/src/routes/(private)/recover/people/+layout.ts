import { loadFeature } from '#locales/features.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ parent }) => ({
  trusted: await loadFeature('trusted', (await parent()).locale),
});
