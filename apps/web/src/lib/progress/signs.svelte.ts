import type { Assessment } from '@holdfast/recovery';
import { assess, SIGN_SETTINGS_ID, signInputs } from '@holdfast/recovery';
import { session } from '#lib/account/session.svelte.ts';
import { localZone } from '#lib/platform/clock.ts';

/** Early signs as they stand now: what the page says in full, and what decides whether Today says anything. */
export class Signs {
  readonly #settings = session.records('sign-settings');
  readonly #read = {
    checkIns: session.records('check-in'),
    notes: session.records('day-note'),
    urges: session.records('urge'),
    slips: session.records('slip'),
    results: session.records('measure-result'),
    nines: session.records('item-nine'),
    hardTimes: session.records('hard-time'),
    transitions: session.records('transition'),
    medicines: session.records('medicine'),
    doses: session.records('dose'),
    symptoms: session.records('symptom-log'),
  };

  readonly loaded = $derived(
    this.#settings.value !== undefined && Object.values(this.#read).every(({ value }) => value !== undefined),
  );
  readonly own = $derived(this.#settings.value?.find(({ id }) => id === SIGN_SETTINGS_ID));
  /** Undefined until every record they read is here: half of them could say less than is so. */
  readonly found: Assessment | undefined = $derived(this.loaded ? this.#assess() : undefined);

  #assess(): Assessment {
    const read = this.#read;
    const facts = {
      checkIns: read.checkIns.value ?? [],
      notes: read.notes.value ?? [],
      urges: read.urges.value ?? [],
      slips: read.slips.value ?? [],
      results: read.results.value ?? [],
      nines: read.nines.value ?? [],
      hardTimes: read.hardTimes.value ?? [],
      transitions: read.transitions.value ?? [],
      medicines: read.medicines.value ?? [],
      doses: read.doses.value ?? [],
      symptoms: read.symptoms.value ?? [],
    };
    return assess(signInputs(facts, session.now(), localZone()), this.own?.ease);
  }
}
