import type { AccountId } from '@holdfast/protocol';
import { Dice } from './dice.ts';
import { awayFor } from './faults.ts';
import { arm, cancel } from './timer-commands.ts';
import { answered } from './trusted-end.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** [SIM-12] Once everything is calm: some arm a timer, some of those stop it or push it on, and time passes. */
export async function runOut(world: World, everyoneSyncs: () => Promise<void>): Promise<void> {
  const dice = new Dice(world.options.seed * 374_761_393);
  for (const person of world.people) {
    const device = person.live().find(({ account }) => account);
    const account = device?.account;
    if (!device || !account || dice.chance(0.3)) continue;
    const ready = account.home.store
      .list('contact')
      .map(({ id }) => id as AccountId)
      .filter((id) => account.timers.isReady(id));
    const contact = dice.pick(ready);
    if (!contact) continue;
    const acts = dice.pick(['arms', 'arms twice', 'cancels'] as const);
    for (let times = acts === 'arms twice' ? 2 : 1; times > 0; times--) {
      arm(world, device, account, contact, dice.between(HOUR, 24 * HOUR));
      await answered(world, device);
    }
    if (acts === 'cancels') cancel(world, device, account);
    await answered(world, device);
  }
  if (dice.chance(0.5)) awayFor(world, Math.round(dice.between(2 * MINUTE, 30 * HOUR)));
  await everyoneSyncs();
  const now = world.clock.now();
  world.advance(world.timers.log.last(now) - now + MINUTE);
  for (let round = 0; round < 3; round++) await everyoneSyncs();
}
