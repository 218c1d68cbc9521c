import type { Status } from '@holdfast/client';
import type { Place } from './session.svelte.ts';

/** What a private address shows, given what this tab knows of the account. */
export type Gate =
  | 'page'
  | 'opening'
  | 'elsewhere'
  | 'broken'
  | 'unlock'
  | 'lost'
  | 'lost-supporter'
  | 'shut-out'
  | { readonly go: '/start' | '/today' | '/recover/people' };

export interface GateInput {
  readonly place: Place;
  readonly phase: Status['phase'] | undefined;
  /** What this browser once held, by its own mark; null for nothing. */
  readonly was: string | null;
  readonly path: string;
  /** This phone asked to be let back in, and waits. */
  readonly backIn?: boolean | undefined;
}

/** Pages that bring an account here from elsewhere, and those that make one. */
const BACK = new Set(['/recover', '/recover/people', '/join']);
const WITHOUT = new Set(['/start', '/i', ...BACK]);

/**
 * A browser that once held a page and now holds none was emptied: that is told apart from a newcomer, and a
 * supporter is told apart from an owner, because only one of them can have a recovery card.
 */
export function gateFor({ place, phase, was, path, backIn }: GateInput): Gate {
  if (place === 'elsewhere' || place === 'broken') return place;
  if (place === 'opening' || phase === undefined)
    return WITHOUT.has(path) && was === null ? 'page' : 'opening';
  switch (phase) {
    case 'open':
      return path === '/unlock' ? { go: '/today' } : 'page';
    case 'locked':
      return BACK.has(path) ? 'page' : 'unlock';
    case 'shut-out':
      return BACK.has(path) ? 'page' : 'shut-out';
    case 'lost':
    case 'empty': {
      if (WITHOUT.has(path)) return 'page';
      if (backIn) return { go: '/recover/people' };
      if (was === 'supporter') return 'lost-supporter';
      return phase === 'lost' || was !== null ? 'lost' : { go: '/start' };
    }
  }
}
