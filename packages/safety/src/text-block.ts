import type { LocalText, SafetyLocale } from './local-text.ts';

/** A title and its lines in every language. `strong` marks the words to read first. */
export type TextBlock = {
  readonly title: LocalText;
  readonly lines: readonly { readonly text: LocalText; readonly strong?: true }[];
};

/** `strong` marks the words to read first, and the ones to read aloud. */
export type CardLine = { readonly text: string; readonly strong: boolean };
export type CardList = { readonly title: string; readonly lines: readonly CardLine[] };

/** A line, English and Spanish side by side so that neither can lose its twin. */
export const line = (en: string, es: string): { text: LocalText } => ({ text: { en, es } });
export const strong = (en: string, es: string): { text: LocalText; strong: true } => ({
  text: { en, es },
  strong: true,
});

/** A block in one language. */
export const blockIn = ({ title, lines }: TextBlock, locale: SafetyLocale): CardList => ({
  title: title[locale],
  lines: lines.map(({ text, strong: first }) => ({ text: text[locale], strong: first === true })),
});

/** Puts the emergency number, as people know it, into a text that has `{number}`. */
export const withNumber = (text: string, number: string): string => text.replaceAll('{number}', number);
