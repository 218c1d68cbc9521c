import type { LocalText } from '../local-text.ts';
import type { Block, Check, Said, Section } from './article.ts';

/*
 * Short forms for writing articles, English and Spanish side by side so that no sentence can lose its twin.
 * The texts after the Spanish one are ids of the sources that carry the claim.
 */

/** One text in both languages. */
export const local = (en: string, es: string): LocalText => ({ en, es });

/** A text with the ids of the sources for its claims. */
export const said = (en: string, es: string, ...sources: readonly string[]): Said =>
  sources.length > 0 ? { en, es, sources } : { en, es };

export const text = (en: string, es: string, ...sources: readonly string[]): Block => ({
  kind: 'text',
  said: said(en, es, ...sources),
});

export const note = (en: string, es: string, ...sources: readonly string[]): Block => ({
  kind: 'note',
  said: said(en, es, ...sources),
});

export const list = (...items: readonly Said[]): Block => ({ kind: 'list', items });

export const steps = (...items: readonly Said[]): Block => ({ kind: 'steps', items });

export const go = (to: `/${string}`, en: string, es: string): Block => ({
  kind: 'go',
  to,
  label: local(en, es),
});

export const section = (id: string, en: string, es: string, ...blocks: readonly Block[]): Section => ({
  id,
  title: local(en, es),
  blocks,
});

/** A check of understanding. The first option is the right one; `right` says where the reader finds it. */
export function check(
  question: LocalText,
  options: readonly [LocalText, ...LocalText[]],
  because: LocalText,
  right = 0,
): Check {
  const [answer, ...others] = options;
  return { question, options: others.toSpliced(right, 0, answer), right, because };
}
