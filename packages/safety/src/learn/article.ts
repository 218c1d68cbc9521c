import type { LocalText } from '../local-text.ts';

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly year: number;
  /** https, owner's page or DOI */
  readonly url?: string;
  /** YYYY-MM-DD: when the fact was compared with the source or a stored copy */
  readonly checkedOn: string;
}

/** en, es, source ids for its claims */
export interface Said extends LocalText {
  readonly sources?: readonly string[];
}

export type Block =
  | { readonly kind: 'text'; readonly said: Said }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly Said[] }
  /** one quiet band, at most one or two an article */
  | { readonly kind: 'note'; readonly said: Said }
  /** a way on: '/now', '/now/overdose', '/now/lines', '/learn/<id>' */
  | { readonly kind: 'go'; readonly to: `/${string}`; readonly label: LocalText };

export interface Section {
  readonly id: string;
  readonly title: LocalText;
  readonly blocks: readonly Block[];
}

export interface Check {
  readonly question: LocalText;
  readonly options: readonly LocalText[];
  readonly right: number;
  readonly because: LocalText;
}

export const TOPICS = [
  'start',
  'safety',
  'treatment',
  'living',
  'people',
  'rights',
  'families',
  'helpers',
] as const;
export type Topic = (typeof TOPICS)[number];

export const READERS = ['me', 'family', 'friend', 'clinician', 'organisation'] as const;
export type Reader = (typeof READERS)[number];

export interface Article {
  readonly id: string;
  readonly topic: Topic;
  readonly readers: readonly Reader[];
  readonly title: LocalText;
  readonly lead: LocalText;
  readonly sections: readonly Section[];
  readonly checks: readonly Check[];
  readonly related: readonly string[];
  readonly writtenOn: string;
  readonly reviewBy: string;
  /** null: not yet clinically reviewed */
  readonly checkedBy: string | null;
}
