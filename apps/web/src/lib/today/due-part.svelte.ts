import { page } from '$app/state';
import { session } from '#lib/account/session.svelte.ts';
import type DueReminders from '#lib/reminders/DueReminders.svelte';
import { loadFeature } from '#locales/features.ts';
import type { RemindersWords } from '#locales/en/reminders.ts';
import type { Locale } from '#locales/locale.ts';

/** The part of Today that says what was due. It is fetched where something can be: most phones never load it. */
export class DuePart {
  part: { readonly Band: typeof DueReminders; readonly words: RemindersWords } | undefined = $state.raw();
  readonly #reminders = session.records('reminder');
  readonly #calls = session.records('promised-call');
  readonly #visits = session.records('appointment');

  constructor() {
    $effect(() => {
      const any =
        this.#reminders.value?.length ||
        this.#calls.value?.some(({ remind }) => remind) ||
        this.#visits.value?.some(({ remind }) => remind !== null);
      if (any) void this.#load(page.data.locale as Locale);
    });
  }

  async #load(locale: Locale): Promise<void> {
    const [{ default: Band }, words] = await Promise.all([
      import('#lib/reminders/DueReminders.svelte'),
      loadFeature('reminders', locale),
    ]);
    if (this.part?.words !== words) this.part = { Band, words };
  }
}
