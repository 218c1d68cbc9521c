import type { AccountId } from '@holdfast/protocol';
import type { Account } from '@holdfast/client/inspect';
import type { World } from './world.ts';

const MINUTE = 60_000;
const SECOND = 1000;

interface Seen {
  readonly contact: AccountId;
  readonly at: number;
  readonly counter: number;
}
const seenOn = (account: Account): Seen[] =>
  account.home.store.list('notice').map(({ fields }) => fields as unknown as Seen);

const isOf = ({ contact, at }: Seen, of: AccountId | undefined, armedFor: number): boolean =>
  contact === of && at === Math.ceil(armedFor / SECOND) * SECOND;

/**
 * [SIM-12] A timer that ran out is seen by whoever it was for, once, and by nobody else; one that its person was told is
 * stopped by nobody, or as settled where the server was set back meanwhile.
 */
export async function checkTimers(world: World): Promise<void> {
  const { armed, stopped, log } = world.timers;
  const now = world.clock.now();
  for (const one of armed) {
    const what = `a timer of ${one.person.name} for ${new Date(one.wanted).toISOString()}`;
    if (one.at < one.wanted - MINUTE)
      world.violate(`[SIM-12] ${what} was armed for ${new Date(one.at).toISOString()}`);
    const isStopped = stopped.has(one.id);
    if (isStopped && log.went(one.id, now) && !world.restored)
      world.violate(`[SIM-12] ${what} went out, though it was stopped`);
    const must = !one.ended && !isStopped && (!world.restored || log.went(one.id, now));
    for (const device of world.devices) {
      const { account } = device;
      if (!account) continue;
      const notes = seenOn(account).filter((seen) => isOf(seen, one.person.accountId, one.at));
      if (account.accountId !== one.contact) {
        if (notes.length > 0)
          world.violate(`[SIM-12] ${device.name} is told of ${what}, which is not for them`);
        continue;
      }
      const shown = (await device.api.notices()).filter(
        ({ contactId, at }) => contactId === one.person.accountId && at === notes[0]?.at,
      );
      if (notes.length > 1) world.violate(`[SIM-12] ${device.name} is told ${notes.length} times of ${what}`);
      if (must) {
        world.count('timers that ran out');
        if (notes.length === 0) world.violate(`[SIM-12] ${device.name} is not told of ${what}`);
        if (shown.some(({ settled }) => settled))
          world.violate(`[SIM-12] ${device.name} is told that ${what} is settled`);
      }
      if (!isStopped) continue;
      world.count('timers stopped in time');
      const knows = !world.restored || stopped.get(one.id)!.alive;
      if (knows && shown.some(({ settled }) => !settled))
        world.violate(`[SIM-12] ${device.name} is told of ${what}, which was stopped`);
    }
  }
}
