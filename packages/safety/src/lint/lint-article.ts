import { SAFETY_LOCALES } from '../local-text.ts';
import type { ArticleBlock } from './claims.ts';
import { claimFindings } from './claims.ts';
import type { LintExcuses, LintFinding, LintLevel } from './word-lint.ts';
import { lintCatalogue, lintText } from './word-lint.ts';

/** How an article is checked. */
export type ArticleLint = LintExcuses & {
  readonly level: LintLevel;
  /** Stands before each block's place in the report: `learn.tolerance`. */
  readonly path: string;
  /** Ids of the sources that exist. Without them, any id counts. */
  readonly known?: ReadonlySet<string>;
};

/**
 * Checks an article block by block, in every language: the words ([WORD-1] to [WORD-4], [WORD-7], [WORD-8],
 * [WORD-10]), a source for every claim ([WORD-9]), and the reading grade of the whole.
 */
export function lintArticle(
  blocks: readonly ArticleBlock[],
  { level, path, known, ...excuses }: ArticleLint,
): LintFinding[] {
  const one = blocks.flatMap((block, index) => [
    ...SAFETY_LOCALES.flatMap((locale) =>
      lintText({ locale, level, text: block[locale], path: `${path}.${index}.${locale}`, ...excuses }),
    ),
    ...claimFindings(block, `${path}.${index}`, known),
  ]);
  const whole = SAFETY_LOCALES.flatMap((locale) =>
    lintCatalogue(locale, { [locale]: blocks.map((block) => block[locale]) }, level, path).filter(
      (finding) => finding.rule === 'WORD-4' && finding.path === `${path}.${locale}`,
    ),
  );
  return [...one, ...whole];
}
