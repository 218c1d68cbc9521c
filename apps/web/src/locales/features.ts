import type { Locale } from './locale.ts';

/**
 * The catalogues of the parts of a person's own page, each a chunk of its own in each language: a route loads the
 * words it shows and no others. The Spanish file has the type of the English one.
 */
const LOADERS = {
  plan: { en: () => import('./en/plan.ts'), es: () => import('./es/plan.ts') },
  planParts: { en: () => import('./en/plan-parts.ts'), es: () => import('./es/plan-parts.ts') },
  path: { en: () => import('./en/path.ts'), es: () => import('./es/path.ts') },
  medicine: { en: () => import('./en/medicine.ts'), es: () => import('./es/medicine.ts') },
  progress: { en: () => import('./en/progress.ts'), es: () => import('./es/progress.ts') },
  tools: { en: () => import('./en/tools.ts'), es: () => import('./es/tools.ts') },
  learn: { en: () => import('./en/learn.ts'), es: () => import('./es/learn.ts') },
  things: { en: () => import('./en/things.ts'), es: () => import('./es/things.ts') },
  trusted: { en: () => import('./en/trusted.ts'), es: () => import('./es/trusted.ts') },
  media: { en: () => import('./en/media.ts'), es: () => import('./es/media.ts') },
  today: { en: () => import('./en/today.ts'), es: () => import('./es/today.ts') },
  day: { en: () => import('./en/day.ts'), es: () => import('./es/day.ts') },
  reminders: { en: () => import('./en/reminders.ts'), es: () => import('./es/reminders.ts') },
  sure: { en: () => import('./en/sure.ts'), es: () => import('./es/sure.ts') },
  keep: { en: () => import('./en/keep.ts'), es: () => import('./es/keep.ts') },
  journal: { en: () => import('./en/journal.ts'), es: () => import('./es/journal.ts') },
  export: { en: () => import('./en/export.ts'), es: () => import('./es/export.ts') },
} as const;

export type Feature = keyof typeof LOADERS;
export type FeatureWords<F extends Feature> = Awaited<ReturnType<(typeof LOADERS)[F]['en']>>['default'];

export const FEATURES = Object.keys(LOADERS) as Feature[];

/** Loads the words of one part in one locale. For a route's `load`, which puts them into `page.data` by that name. */
export async function loadFeature<F extends Feature>(feature: F, locale: Locale): Promise<FeatureWords<F>> {
  return (await LOADERS[feature][locale]()).default as FeatureWords<F>;
}
