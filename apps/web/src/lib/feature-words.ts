import { page } from '$app/state';
import type { Feature, FeatureWords } from '#locales/features.ts';

/**
 * The words of one part of a person's own page, which its route has loaded under that name. Read `.now` where they
 * are used, so that a change of language reaches it.
 */
export const featureWords = <F extends Feature>(feature: F): { readonly now: FeatureWords<F> } => ({
  get now() {
    return page.data[feature] as FeatureWords<F>;
  },
});
