import type { PlanContent } from '@holdfast/recovery';
import { contentOf } from '@holdfast/recovery';
import { session } from '#lib/account/session.svelte.ts';

/** The whole plan as it stands now, kept current while a screen is open. */
export class PlanNow {
  readonly #reason = session.records('reason');
  readonly #ifThen = session.records('if-then');
  readonly #goal = session.records('goal');
  readonly #step = session.records('goal-step');
  readonly #routine = session.records('routine-item');
  readonly #trigger = session.records('trigger');
  readonly #sign = session.records('early-sign');
  readonly #safety = session.records('safety-line');

  /** Undefined until all of it is known. */
  readonly content: PlanContent | undefined = $derived.by(() => {
    const reason = this.#reason.value;
    const ifThen = this.#ifThen.value;
    const goal = this.#goal.value;
    const step = this.#step.value;
    const routine = this.#routine.value;
    const trigger = this.#trigger.value;
    const sign = this.#sign.value;
    const safety = this.#safety.value;
    return reason && ifThen && goal && step && routine && trigger && sign && safety
      ? contentOf({
          reason,
          'if-then': ifThen,
          goal,
          'goal-step': step,
          'routine-item': routine,
          trigger,
          'early-sign': sign,
          'safety-line': safety,
        })
      : undefined;
  });
}
