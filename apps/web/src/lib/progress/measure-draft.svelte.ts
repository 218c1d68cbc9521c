import type { InstrumentId, ItemNine } from '@holdfast/recovery';

/** A questionnaire that is being answered. It outlives a lock and a visit to Right now; it is stored when finished. */
export class MeasureDraft {
  instrument: InstrumentId | undefined = $state();
  /** Which question stands on the screen, from 0. */
  at = $state(0);
  answers: Record<string, number | null> = $state({});
  /** The record of the ninth answer, once it was written, which it is as soon as one is chosen. */
  nine: ItemNine | undefined = $state.raw();

  begin(instrument: InstrumentId): void {
    this.clear();
    this.instrument = instrument;
  }
  clear(): void {
    this.instrument = undefined;
    this.at = 0;
    this.answers = {};
    this.nine = undefined;
  }
}

/** The one being answered. */
export const measureDraft = new MeasureDraft();
