import type { IfThen, Named, PlanFeeling } from '@holdfast/recovery';
import { dueIfThen, feelingsNamed, latestOn } from '@holdfast/recovery';
import { Act } from '#lib/account/act.svelte.ts';
import { session } from '#lib/account/session.svelte.ts';
import { localDay, localHour } from '#lib/platform/clock.ts';

/**
 * The if-then plan whose time or feeling has come, for whichever page shows it. Put away, it rests for the day. A page
 * for a hard hour is for feelings of its own. Being there says an urge; a low mood it does not say, so that a plan for
 * one comes there once a day at most.
 */
export class DuePlan {
  readonly act = new Act();
  readonly #here: readonly Named[];
  readonly #plans = session.records('if-then');
  readonly #shown = session.records('if-then-shown');
  readonly #checkIns = session.records('check-in');
  readonly #urges = session.records('urge');

  constructor(here: readonly PlanFeeling[] = []) {
    const at = session.now();
    this.#here = here.map((feeling) => ({ feeling, at: feeling === 'urge' ? at : 0 }));
  }

  get plan(): IfThen | undefined {
    const [plans, shown, checkIns] = [this.#plans.value, this.#shown.value, this.#checkIns.value];
    const urges = this.#urges.value;
    if (!plans?.length || !shown || !checkIns || !urges) return undefined;
    const now = session.now();
    const day = localDay(now);
    const named = feelingsNamed(
      latestOn(checkIns, day),
      urges.filter((urge) => urge.day === day),
    );
    return dueIfThen(plans, shown, { day, hour: localHour(now) }, named, this.#here);
  }

  async putAway(): Promise<void> {
    const id = this.plan?.id;
    if (!id) return;
    const at = session.now();
    await this.act.run(() => session.api.save('if-then-shown', { day: localDay(at), at }, id));
  }
}
