import type { DoseMark, Slot } from '@holdfast/recovery';
import { doseId } from '@holdfast/recovery';
import { Act } from '#lib/account/act.svelte.ts';
import { session } from '#lib/account/session.svelte.ts';
import { later } from '#lib/platform/clock.ts';

/** Ms after a change in which a tap in a list is the second of a double tap: it hits what came up under the finger. */
const SAME_TAP = 1000;
/** For all lists together: another one may have come up there. */
let changed = false;
let forget = (): void => undefined;

function justChanged(): void {
  forget();
  changed = true;
  forget = later(SAME_TAP, () => (changed = false));
}

/** Marks doses, and takes marks away. */
export class DoseMarks {
  readonly act = new Act();

  /**
   * Saves what the person says of a dose, in place of what they said before. False when it could not be saved. Where
   * nothing was said yet, the record is called after the dose, so that no second one of it can come into being.
   */
  async mark(medicine: string, { day, time, dose }: Slot, mark: DoseMark): Promise<boolean> {
    const fields = { medicine, day, time, mark, at: session.now() };
    const id = dose?.id ?? doseId(medicine, day, time);
    const saved = await this.act.run(() => session.api.save('dose', fields, id));
    if (saved) justChanged();
    return Boolean(saved);
  }

  /** Takes the mark away: the dose is then not marked, as if nothing had been said. */
  async clear({ dose }: Slot): Promise<boolean> {
    const removed = dose && (await this.act.run(() => session.api.remove('dose', dose.id)));
    if (removed) justChanged();
    return Boolean(removed);
  }

  /** "Taken", in one tap in a list. False when it was the second of a double tap, too. */
  async take(medicine: string, slot: Slot): Promise<boolean> {
    return !changed && (await this.mark(medicine, slot, 'taken'));
  }

  /** Takes the mark away in one tap in a list. False when it was the second of a double tap, too. */
  async undo(slot: Slot): Promise<boolean> {
    return !changed && (await this.clear(slot));
  }
}
