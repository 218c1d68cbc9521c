import type { SignInputs } from './inputs.ts';
import type { Ease, Sign } from './rules.ts';
import { SIGN_RULES, signsOf } from './rules.ts';

/**
 * What is said. nine: the suicide item's own screen comes instead · used: the way after a return to use comes
 * instead, and is never a level · steady · care · reach.
 */
export type SignState = 'nine' | 'used' | 'steady' | 'care' | 'reach';

export interface Assessment {
  readonly state: SignState;
  /** Why, for the person to read. */
  readonly signs: readonly Sign[];
  /** Show the facts about lost tolerance. */
  readonly tolerance: boolean;
  /** Name the prescriber. */
  readonly prescriber: boolean;
  /** Name medical help. */
  readonly medical: boolean;
}

/**
 * Explained early signs: fixed rules over what the person said themselves, decided on this phone and stored nowhere.
 * The thresholds are design choices, not validated ones. No number comes out of it, and what is missing is no sign.
 *
 * Reach out: anything at that level; 3 or more things from 2 or more rows; short nights with anything else; 5 days
 * without a supportive talk with anything else. Otherwise, with anything at all: take care.
 */
export function assess(inputs: SignInputs, ease: Readonly<Record<string, Ease>> = {}): Assessment {
  const none = { signs: [], tolerance: false, prescriber: false, medical: false };
  if (inputs.nine) return { state: 'nine', ...none };
  if (inputs.used) return { state: 'used', ...none, tolerance: true };
  const signs = SIGN_RULES.flatMap((rule) => signsOf(rule, inputs, ease[rule] ?? 0));
  const rows = new Set(signs.map(({ rule }) => rule));
  const alone = signs.find(({ rule }) => rule === 'contact')?.n ?? 0;
  const reach =
    signs.some(({ level }) => level === 'reach') ||
    (signs.length >= 3 && rows.size >= 2) ||
    (rows.has('sleep') && rows.size >= 2) ||
    (alone >= 5 && rows.size >= 2);
  return {
    state: reach ? 'reach' : signs.length ? 'care' : 'steady',
    signs,
    tolerance: signs.some(
      ({ rule, what, level }) =>
        (rule === 'medicine' && (level === 'reach' || what === 'late')) ||
        (rule === 'time' && level === 'reach'),
    ),
    prescriber: signs.some(({ rule }) => rule === 'medicine'),
    medical: signs.some(({ rule, level }) => rule === 'body' && level === 'reach'),
  };
}

/** "This isn't right": the next step of ease for a row. */
export const eased = (now: Ease | undefined): Ease => (now === undefined || now === 0 ? 1 : 2);
