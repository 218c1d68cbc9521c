import type { ItemNine } from '@holdfast/recovery';
import { Act } from '#lib/account/act.svelte.ts';
import { session } from '#lib/account/session.svelte.ts';

type Answer = Omit<ItemNine, 'id'>;

/**
 * The answer to the last question of the PHQ-9. It stands here the moment it is chosen, so that help never waits for
 * the phone; it is kept as soon as the phone can, and what was chosen last is what is kept.
 */
export class NineAnswer {
  readonly act = new Act();
  /** What was chosen, kept or not. */
  now: Answer | undefined = $state.raw();
  /** The record it is kept in, once it was. */
  id: string | undefined;
  #kept: Answer | undefined;
  #turn: Promise<boolean> | undefined;

  constructor(held?: ItemNine) {
    if (!held) return;
    const { id, ...answer } = held;
    this.id = id;
    this.now = this.#kept = answer;
  }

  /** Changes it, and keeps it. Answers whether it is kept. */
  set(answer: Answer): Promise<boolean> {
    this.now = answer;
    return this.keep();
  }

  /** Keeps what is not kept yet. */
  keep(): Promise<boolean> {
    this.#turn ??= this.#keep().finally(() => (this.#turn = undefined));
    return this.#turn;
  }

  async #keep(): Promise<boolean> {
    while (this.now && this.now !== this.#kept) {
      const answer = this.now;
      const saved = await this.act.run(() => session.api.save('item-nine', answer, this.id));
      if (!saved) return false;
      this.id = saved.value.id;
      this.#kept = answer;
    }
    return true;
  }
}
