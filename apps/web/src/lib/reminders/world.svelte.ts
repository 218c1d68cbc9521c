import type { ReminderWorld } from '@holdfast/recovery';
import { settingsOf } from '@holdfast/recovery';
import { session } from '#lib/account/session.svelte.ts';

/** Everything that reminders are made of, kept in view. */
export class ReminderRecordsInView {
  readonly #reminders = session.records('reminder');
  readonly #medicines = session.records('medicine');
  readonly #doses = session.records('dose');
  readonly #visits = session.records('appointment');
  readonly #calls = session.records('promised-call');
  readonly #plans = session.records('if-then');
  readonly #shown = session.records('if-then-shown');
  readonly #checkIns = session.records('check-in');
  readonly #answers = session.records('reminder-answer');
  readonly #settings = session.records('reminder-settings');

  /** Undefined until all of it was read. */
  get value(): ReminderWorld | undefined {
    const [reminders, medicines, doses] = [this.#reminders.value, this.#medicines.value, this.#doses.value];
    const [visits, calls, plans] = [this.#visits.value, this.#calls.value, this.#plans.value];
    const [shown, checkIns] = [this.#shown.value, this.#checkIns.value];
    const [answers, settings] = [this.#answers.value, this.#settings.value];
    if (!reminders || !medicines || !doses || !visits || !calls || !plans || !shown || !checkIns)
      return undefined;
    if (!answers || !settings) return undefined;
    return {
      reminders,
      medicines,
      doses,
      visits,
      calls,
      plans,
      shown,
      checkIns,
      answers,
      settings: settingsOf(settings),
    };
  }
}
