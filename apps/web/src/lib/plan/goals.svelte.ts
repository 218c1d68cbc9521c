import type { Change } from '@holdfast/client';
import type { Goal, GoalStep } from '@holdfast/recovery';
import { daysByStep } from '@holdfast/recovery';
import { session } from '#lib/account/session.svelte.ts';

/** Goals, their steps and the days those were done on, kept current while a screen is open. */
export class Goals {
  readonly #goals = session.records('goal');
  readonly #steps = session.records('goal-step');
  readonly #marks = session.records('step-done');

  readonly loaded = $derived(Boolean(this.#goals.value && this.#steps.value && this.#marks.value));
  readonly all = $derived((this.#goals.value ?? []).toSorted((a, b) => a.at - b.at));
  readonly marks = $derived(this.#marks.value ?? []);
  readonly days = $derived(daysByStep(this.marks));
  readonly #byGoal = $derived.by(() => {
    const found = new Map<string, GoalStep[]>();
    for (const step of (this.#steps.value ?? []).toSorted((a, b) => a.at - b.at))
      found.set(step.goal, [...(found.get(step.goal) ?? []), step]);
    return found;
  });

  goal(id: string | null | undefined): Goal | undefined {
    return this.all.find((one) => one.id === id);
  }
  step(id: string | null): GoalStep | undefined {
    return this.#steps.value?.find((one) => one.id === id);
  }
  /** The steps of a goal, as first written. */
  stepsOf(goal: string): readonly GoalStep[] {
    return this.#byGoal.get(goal) ?? [];
  }
  /** What goes with some steps when they are removed: the days they were done on. */
  daysOf(steps: readonly { readonly id: string }[]): Change[] {
    const ids = new Set(steps.map(({ id }) => id));
    return this.marks
      .filter(({ step }) => ids.has(step))
      .map(({ id }) => ({ type: 'step-done', id, remove: true }));
  }
  /** What goes with a goal: its steps and their days. */
  belongingsOf(goal: string): Change[] {
    const steps = this.stepsOf(goal);
    return [
      ...steps.map(({ id }): Change => ({ type: 'goal-step', id, remove: true })),
      ...this.daysOf(steps),
    ];
  }
}
