import type { Status } from '@holdfast/client';

/** What to do next so that the page can be come back to, while it is not backed up: see `Status.backedUp`. */
export type NextWay = 'card' | 'check' | 'second';

export function nextWay({ card, phone }: Status['waysBack']): NextWay {
  if (card === 'none') return 'card';
  return card === 'made' && !phone ? 'check' : 'second';
}

/** Where each is done. */
export const WAY_PAGES = {
  card: '/card',
  check: '/card',
  second: '/people/trusted',
} as const satisfies Record<NextWay, string>;
