import { loadFeature } from '#locales/features.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ parent }) => ({
  medicine: await loadFeature('medicine', (await parent()).locale),
});
