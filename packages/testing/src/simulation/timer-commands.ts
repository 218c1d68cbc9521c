import type { Account } from '@holdfast/client/inspect';
import type { AccountId, DueGroupId } from '@holdfast/protocol';
import type { Command } from './commands.ts';
import type { Device } from './device.ts';
import type { Person } from './person.ts';
import { TimerLog } from './timer-log.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A timer somebody was told is armed. */
export interface Armed {
  readonly person: Person;
  readonly contact: AccountId;
  readonly id: DueGroupId;
  /** As it was said, and when that is by the right time. Ms since 1970. */
  readonly at: number;
  readonly wanted: number;
  /** Its person began something later that may end it. */
  ended: boolean;
}

/** Safety timers of a run, as a perfect memory knows them. */
export class TimerMemory {
  readonly log = new TimerLog();
  readonly armed: Armed[] = [];
  /** Groups of which somebody was told that they are stopped, and where. */
  readonly stopped = new Map<string, Device>();
}

const activeOn = (account: Account): DueGroupId[] =>
  account.home.store.list('timer').flatMap(({ id, fields }) => (fields['over'] ? [] : (id as DueGroupId)));

function endBy(world: World, person: Person): void {
  for (const one of world.timers.armed) if (one.person === person) one.ended = true;
}
/** What its person was told is stopped and had not gone out. */
function stop(world: World, device: Device, ids: readonly DueGroupId[]): void {
  const { log, stopped } = world.timers;
  for (const id of ids) if (!log.went(id, world.clock.now())) stopped.set(id, device);
}

export function arm(world: World, device: Device, account: Account, contact: AccountId, ahead: number): void {
  const { person } = device;
  const [at, wanted] = [Math.round(account.now() + ahead), world.clock.now() + ahead];
  const before = activeOn(account);
  endBy(world, person);
  world.spawn(
    device,
    'armTimer',
    () => device.api.armTimer(contact, at),
    (answer) => {
      if (!answer?.ok) return;
      const id = answer.value.id as DueGroupId;
      world.timers.armed.push({ person, contact, id, at, wanted, ended: false });
      stop(world, device, before);
    },
  );
}

export function cancel(world: World, device: Device, account: Account): void {
  const before = activeOn(account);
  endBy(world, device.person);
  world.spawn(
    device,
    'cancelTimer',
    () => device.api.cancelTimer(),
    (answer) => {
      if (answer?.ok) stop(world, device, before);
    },
  );
}

const quietly = (world: World, device: Device, name: string, run: () => Promise<unknown>): true => {
  world.spawn(device, name, run, () => {});
  return true;
};

/** What is done about safety timers. It stands apart, so that a run without them is what it was before. */
export const TIMER_COMMANDS: readonly Command[] = [
  {
    name: 'askForTimer',
    weight: 3,
    run(world, device, account) {
      const contacts = account.home.store.list('contact').map(({ id }) => id as AccountId);
      const id = world.dice.pick(contacts.filter((contact) => !account.timers.isReady(contact)));
      return id !== undefined && quietly(world, device, 'askForTimer', () => device.api.askForTimer(id));
    },
  },
  {
    name: 'agreeToTimer',
    weight: 6,
    run(world, device, account) {
      const id = world.dice.pick(account.timers.asks())?.contactId;
      return id !== undefined && quietly(world, device, 'agreeToTimer', () => device.api.agreeToTimer(id));
    },
  },
  {
    name: 'armTimer',
    weight: 5,
    run(world, device, account) {
      const { dice } = world;
      const contacts = account.home.store.list('contact').map(({ id }) => id as AccountId);
      const id = dice.pick(contacts.filter((contact) => account.timers.isReady(contact)));
      if (!id) return false;
      arm(world, device, account, id, dice.between(25 * MINUTE, dice.chance(0.5) ? DAY / 2 : 10 * DAY));
      return true;
    },
  },
  {
    name: 'cancelTimer',
    weight: 3,
    run(world, device, account) {
      if (activeOn(account).length === 0) return false;
      cancel(world, device, account);
      return true;
    },
  },
  {
    name: 'putAwayNotice',
    weight: 1,
    run(world, device, account) {
      const id = world.dice.pick(account.timers.notices())?.id;
      return id !== undefined && quietly(world, device, 'putAwayNotice', () => device.api.putAwayNotice(id));
    },
  },
];
