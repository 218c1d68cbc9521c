import { loadFeature } from '#locales/features.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ parent }) => ({
  export: await loadFeature('export', (await parent()).locale),
});
