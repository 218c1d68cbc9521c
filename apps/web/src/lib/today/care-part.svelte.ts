import type { NextDose } from '@holdfast/recovery';
import { page } from '$app/state';
import { session } from '#lib/account/session.svelte.ts';
import type { DoseMarks } from '#lib/medicine/dose-marks.svelte.ts';
import type * as OnToday from '#lib/medicine/on-today.ts';
import { loadFeature } from '#locales/features.ts';
import type { MedicineWords } from '#locales/en/medicine.ts';
import type { Locale } from '#locales/locale.ts';

/**
 * The part of Today that is about medicine: doses, what is to be seen to, the tolerance card. It is fetched where there
 * may be something of it.
 */
export class CarePart {
  part: (typeof OnToday & { readonly words: MedicineWords }) | undefined = $state.raw();
  marks: DoseMarks | undefined = $state.raw();
  /** The dose whose sheet is open, or was last. */
  opened: NextDose | undefined = $state.raw();
  looking = $state(false);
  readonly #medicines = session.records('medicine');
  readonly #transitions = session.records('transition');
  readonly #hardTimes = session.records('hard-time');

  constructor() {
    $effect(() => {
      const any =
        this.#medicines.value?.length ||
        this.#transitions.value?.some(({ seen }) => seen === null) ||
        this.#hardTimes.value?.length;
      if (any) void this.#load(page.data.locale as Locale);
    });
  }

  async #load(locale: Locale): Promise<void> {
    const [part, words] = await Promise.all([
      import('#lib/medicine/on-today.ts'),
      loadFeature('medicine', locale),
    ]);
    this.marks ??= new part.DoseMarks();
    if (this.part?.words !== words && page.data.locale === locale) this.part = { ...part, words };
  }

  open(dose: NextDose): void {
    this.opened = dose;
    this.looking = true;
  }
}
