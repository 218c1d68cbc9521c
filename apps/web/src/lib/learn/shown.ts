import type { Source, Topic } from '@holdfast/safety/learn';

/* What the pages of Learn show, in one language. */

export interface ArticleEntry {
  readonly id: string;
  readonly topic: Topic;
  readonly title: string;
  readonly lead: string;
  readonly minutes: number;
}

export type ShownBlock =
  | { readonly kind: 'text' | 'note'; readonly text: string }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'go'; readonly to: `/${string}`; readonly label: string };

export interface ShownCheck {
  readonly question: string;
  readonly options: readonly string[];
  readonly right: number;
  readonly because: string;
}

export interface ShownArticle extends ArticleEntry {
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly blocks: readonly ShownBlock[];
  }[];
  readonly checks: readonly ShownCheck[];
  readonly sources: readonly Source[];
  readonly related: readonly ArticleEntry[];
  readonly writtenOn: string;
  readonly reviewBy: string;
  readonly checkedBy: string | null;
}

/** What the search looks through: one entry an article, all its words in one text. */
export interface SearchText {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly text: string;
}

/** What is read aloud of an article: its paragraphs in order, without links and questions. */
export const spokenParts = ({ title, lead, sections }: ShownArticle): string[] =>
  [
    title,
    lead,
    ...sections.flatMap((section) => [
      section.title,
      ...section.blocks.flatMap((block) =>
        block.kind === 'go' ? [] : 'items' in block ? block.items : [block.text],
      ),
    ]),
  ].map((text) => (/[.!?…”"]$/.test(text) ? text : `${text}.`));
