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

/** How somebody was made sure of: both sides compared what only the two of them can have. */
export const CHECKED = ['six-words', 'numbers', 'square'] as const;
export type Checked = (typeof CHECKED)[number];
/**
 * How far a contact is known to be who they say. A link carries the inviter's word that they rang; a code read in the
 * room went one way, and whoever saw the screen may have been quicker.
 */
export type Assurance = 'link' | 'in-person' | Checked;

export const isChecked = (assurance: Assurance): assurance is Checked =>
  (CHECKED as readonly string[]).includes(assurance);

/** Whether a category may be given to someone known in this way. */
export const mayShare = (category: Category, assurance: Assurance): boolean =>
  !CATEGORIES[category].sensitive || isChecked(assurance);
