import type { AccountId, SpaceId } from '@holdfast/protocol';
import type { Account } from '@holdfast/client/inspect';
import type { Command } from './commands.ts';
import type { Device } from './device.ts';
import { knownShutOut } from './observe.ts';
import type { World } from './world.ts';

/** A text somebody wrote in a room, and what their phone knew of the room then. */
export interface Said {
  readonly token: string;
  readonly room: SpaceId;
  readonly device: Device;
  readonly author: AccountId;
  /** The epoch it may be sealed under at the earliest. */
  readonly epoch: number;
  readonly roster: readonly AccountId[];
  certain: boolean;
  synced: boolean;
}

/** Rooms of a run and what was said in them, as a perfect memory knows it. */
export class Rooms {
  /** Who was ever let go, by room. */
  readonly letGo = new Map<SpaceId, Set<AccountId>>();
  readonly said: Said[] = [];
  /** Where they came from: a person makes one. */
  readonly makers = new Set<Device['person']>();
}

export const roomsOn = (account: Account) =>
  [...account.spaces].flatMap(([id, { record, replica }]) =>
    record.role === 'room' ? [{ id, record, replica }] : [],
  );

const mayDecide = (account: Account) =>
  roomsOn(account).filter(
    ({ replica: { log } }) =>
      (log.epoch === 0 && log.genesis.owner === account.accountId) ||
      log.roster.some((member) => member.account === account.accountId && member.role === 'admin'),
  );

function decide(
  world: World,
  device: Device,
  room: SpaceId,
  who: AccountId,
  want: 'admin' | 'member' | 'out',
): true {
  world.spawn(
    device,
    want === 'out' ? 'letGo' : 'letIn',
    () => device.api.setInRoom(room, who, want),
    () => {},
  );
  return true;
}

/** What people do with rooms. They stand apart, so that a run without rooms is what it was before there were any. */
export const ROOM_COMMANDS: readonly Command[] = [
  {
    name: 'makeRoom',
    weight: 2,
    run(world, device) {
      const { makers, letGo } = world.rooms;
      if (makers.has(device.person)) return false;
      makers.add(device.person);
      world.spawn(
        device,
        'makeRoom',
        () => device.api.makeRoom('Thursday'),
        (answer) => answer?.ok && letGo.set(answer.value.id as SpaceId, new Set()),
      );
      return true;
    },
  },
  {
    name: 'letIn',
    weight: 6,
    run(world, device, account) {
      const room = world.dice.pick(mayDecide(account));
      const who = world.dice.pick(account.home.store.list('contact'))?.id as AccountId | undefined;
      if (!room || !who || room.replica.log.roster.some((member) => member.account === who)) return false;
      return decide(world, device, room.id, who, world.dice.chance(0.3) ? 'admin' : 'member');
    },
  },
  {
    name: 'letGo',
    weight: 1,
    run(world, device, account) {
      const room = world.dice.pick(mayDecide(account));
      const others = room?.replica.log.roster.filter((member) => member.account !== account.accountId);
      const who = world.dice.pick(others ?? [])?.account;
      if (!room || !who) return false;
      world.rooms.letGo.get(room.id)?.add(who);
      return decide(world, device, room.id, who, 'out');
    },
  },
  {
    name: 'joinRoom',
    weight: 4,
    run(world, device, account) {
      const asked = roomsOn(account).filter(
        ({ record, replica }) =>
          record.joined !== true && replica.log.roster.some((member) => member.account === account.accountId),
      );
      const room = world.dice.pick(asked);
      if (!room) return false;
      world.spawn(
        device,
        'joinRoom',
        () => device.api.joinRoom(room.id, true),
        () => {},
      );
      return true;
    },
  },
  {
    name: 'say',
    weight: 8,
    run(world, device, account) {
      const room = world.dice.pick(roomsOn(account));
      if (!room) return false;
      const token = device.person.token('R');
      const { log } = room.replica;
      const said: Said = {
        token,
        room: room.id,
        device,
        author: account.accountId,
        epoch: log.epoch,
        roster: log.roster.map((member) => member.account),
        certain: false,
        synced: false,
      };
      world.rooms.said.push(said);
      // Only an admin can open an epoch without somebody's lost phone, and only that person holds their own words back.
      const own = [...knownShutOut(world, device)].filter((other) => other.person === device.person);
      world.knew.set(token, new Set(own));
      world.spawn(
        device,
        'say',
        () => device.api.sayInRoom(room.id, token),
        (answer) => {
          said.certain = answer?.ok === true;
        },
      );
      return true;
    },
  },
];
