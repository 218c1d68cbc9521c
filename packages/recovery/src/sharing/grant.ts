import type { Category } from './category.ts';
import { CATEGORIES } from './category.ts';

/** One line of the ledger: who may read what, from when until when. Times are ms since 1970. */
export interface Grant {
  readonly contact: string;
  readonly category: Category;
  readonly from: number;
  readonly until: number;
  /** When the owner stopped it, if they did. */
  readonly ended?: number;
}

/** How long a share may be asked for, days. Nothing is shared without an end. */
export const GRANT_DAYS = [7, 30, 90] as const;
export type GrantDays = (typeof GRANT_DAYS)[number];
export const DEFAULT_GRANT_DAYS: GrantDays = 30;

const DAY = 86_400_000;

export const grantUntil = (from: number, days: GrantDays): number => from + days * DAY;

/** A grant holds from its start to its end, unless it was stopped. */
export const grantIsActive = (grant: Grant, now: number): boolean =>
  grant.ended === undefined && grant.from <= now && now < grant.until;

/** Who may read a category now, each once, in order of id. */
export function readersOf(grants: readonly Grant[], category: Category, now: number): string[] {
  const active = grants.filter((grant) => grant.category === category && grantIsActive(grant, now));
  return [...new Set(active.map((grant) => grant.contact))].toSorted();
}

/** How a contact was made sure of. A link alone carries the inviter's word that they rang. */
export type Assurance = 'link' | 'in-person' | 'six-words';

/** Whether a category may be given to someone made sure of in this way. */
export const mayShare = (category: Category, assurance: Assurance): boolean =>
  !CATEGORIES[category].sensitive || assurance !== 'link';
