import type { SearchText } from '#lib/learn/shown.ts';
import type { Locale } from '#locales/locale.ts';

/** The texts that the search of Learn looks through; undefined when they are not on this phone and there is no signal. */
export async function loadTexts(locale: Locale): Promise<readonly SearchText[] | undefined> {
  try {
    const answer = await fetch(`/learn-texts/${locale}.json`);
    return answer.ok ? ((await answer.json()) as readonly SearchText[]) : undefined;
  } catch {
    return undefined;
  }
}
