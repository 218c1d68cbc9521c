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
  const own: BarItem[] = [
    { href: '/today', label: words.nav.today, icon: 'today' },
    { href: '/people', label: words.nav.people, icon: 'people' },
  ];
  const more: BarItem = { href: '/more', label: words.nav.more, icon: 'more' };
  if (purpose === 'supporter') return ownInUse ? [home, ...own, more] : [home, more];
  return [...own, more];
}
