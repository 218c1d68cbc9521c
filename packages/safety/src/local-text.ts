/** The languages every safety text exists in. Adding one makes each untranslated text a compile error. */
export const SAFETY_LOCALES = ['en', 'es'] as const;
export type SafetyLocale = (typeof SAFETY_LOCALES)[number];

/** One text in every language. */
export type LocalText = Readonly<Record<SafetyLocale, string>>;
