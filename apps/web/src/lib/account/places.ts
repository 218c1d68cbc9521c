import type { BarItem } from '#lib/ui/BottomBar.svelte';
import type { AppWords } from '#locales/en/app.ts';

/** Whose page this is: their own, one they were let into, or both. */
export interface WhosePage {
  readonly purpose: 'own' | 'supporter' | undefined;
  /** A supporter who has also begun to write on a page of their own. */
  readonly ownInUse: boolean;
}

/** The places in the bottom bar. Only pages that exist. */
export function placesOf({ purpose, ownInUse }: WhosePage, words: AppWords): BarItem[] {
  const home: BarItem = { href: '/shared', label: words.nav.home, icon: 'home' };
  const today: BarItem = { href: '/today', label: words.nav.today, icon: 'today' };
  const plan: BarItem = { href: '/plan', label: words.nav.plan, icon: 'plan' };
  const people: BarItem = { href: '/people', label: words.nav.people, icon: 'people' };
  const more: BarItem = { href: '/more', label: words.nav.more, icon: 'more' };
  // With Home there is no room for Plan at 320 px; More leads there.
  if (purpose === 'supporter') return ownInUse ? [home, today, people, more] : [home, more];
  return [today, plan, people, more];
}
