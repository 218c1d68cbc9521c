import type { IfThen } from '@holdfast/recovery';
import { dueIfThen, feelingsIn, latestOn } from '@holdfast/recovery';
import { Act } from '#lib/account/act.svelte.ts';
import { session } from '#lib/account/session.svelte.ts';
import { localDay, localHour } from '#lib/platform/clock.ts';

/** The if-then plan whose time or feeling has come, for whichever page shows it. Put away, it rests for the day. */
export class DuePlan {
  readonly act = new Act();
  readonly #plans = session.records('if-then');
  readonly #shown = session.records('if-then-shown');
  readonly #checkIns = session.records('check-in');

  get plan(): IfThen | undefined {
    const [plans, shown, checkIns] = [this.#plans.value, this.#shown.value, this.#checkIns.value];
    if (!plans?.length || !shown || !checkIns) return undefined;
    const now = session.now();
    const day = localDay(now);
    const latest = latestOn(checkIns, day);
    return dueIfThen(plans, shown, { day, hour: localHour(now) }, latest ? feelingsIn(latest) : []);
  }

  async putAway(): Promise<void> {
    const id = this.plan?.id;
    if (id) await this.act.run(() => session.api.save('if-then-shown', { day: localDay(session.now()) }, id));
  }
}
