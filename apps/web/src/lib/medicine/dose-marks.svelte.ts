import type { DoseMark, Slot } from '@holdfast/recovery';
import { Act } from '#lib/account/act.svelte.ts';
import { session } from '#lib/account/session.svelte.ts';

/** Marks doses, and takes marks away. */
export class DoseMarks {
  readonly act = new Act();

  /** Saves what the person says of a dose, in place of what they said before. False when it could not be saved. */
  async mark(medicine: string, { day, time, dose }: Slot, mark: DoseMark): Promise<boolean> {
    const fields = { medicine, day, time, mark, at: session.now() };
    return Boolean(await this.act.run(() => session.api.save('dose', fields, dose?.id)));
  }

  /** Takes the mark away: the dose is then not marked, as if nothing had been said. */
  async clear({ dose }: Slot): Promise<boolean> {
    return Boolean(dose && (await this.act.run(() => session.api.remove('dose', dose.id))));
  }
}
