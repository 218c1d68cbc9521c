/**
 * The units of sharing (VISION: Words). Each is an encrypted space of its own; a grant is membership of exactly
 * that space. Journal, slips and the suicide item have none: they can only be sent as a message, by hand.
 */
export const CATEGORIES = {
  today: { sensitive: false, keeps: 'current' },
  'check-ins': { sensitive: false, keeps: 'history' },
  milestones: { sensitive: false, keeps: 'history' },
  goals: { sensitive: false, keeps: 'history' },
  routine: { sensitive: false, keeps: 'history' },
  help: { sensitive: false, keeps: 'history' },
  plan: { sensitive: true, keeps: 'history' },
  medicine: { sensitive: true, keeps: 'history' },
  measures: { sensitive: true, keeps: 'history' },
  triggers: { sensitive: true, keeps: 'history' },
  'safety-plan': { sensitive: true, keeps: 'history' },
} as const satisfies Record<string, CategoryRule>;

export interface CategoryRule {
  /** Needs a check that both sides made before it may be shared: six words, numbers or squares. */
  readonly sensitive: boolean;
  /** 'current': one record that is replaced, without times; a new reader is given the one that stands now. */
  readonly keeps: 'current' | 'history';
}

export type Category = keyof typeof CATEGORIES;

export const isCategory = (text: string): text is Category => Object.hasOwn(CATEGORIES, text);
