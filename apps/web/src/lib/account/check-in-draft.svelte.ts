import type { MOODS, SLEEPS } from '@holdfast/recovery';

/** A check-in that is being filled in. It outlives a lock, so that nothing half-written is lost with the screen. */
export class CheckInDraft {
  urge: number | undefined = $state();
  mood: (typeof MOODS)[number] | undefined = $state();
  sleep: (typeof SLEEPS)[number] | undefined = $state();
  contact: 'yes' | 'no' | undefined = $state();
  confidence: number | undefined = $state();
  words = $state('');
  /** A new line for others, when there are any. */
  line = $state('');

  /** The fields to save on a day. What was left out is null, never 0. */
  fields(day: string) {
    return {
      urge: this.urge ?? null,
      mood: this.mood ?? null,
      sleep: this.sleep ?? null,
      contact: this.contact === undefined ? null : this.contact === 'yes',
      ...(this.confidence === undefined ? {} : { confidence: this.confidence }),
      words: this.words.trim(),
      day,
    };
  }

  clear(): void {
    this.urge = this.mood = this.sleep = this.contact = this.confidence = undefined;
    this.words = this.line = '';
  }
}

/** The one being filled in. */
export const draft = new CheckInDraft();
