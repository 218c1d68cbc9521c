import { equalBytes } from '@holdfast/base';
import type { AccountId, SpaceId } from '@holdfast/protocol';
import type { Account } from '@holdfast/client/inspect';
import type { Device } from './device.ts';
import type { Person } from './person.ts';
import { roomsOn } from './room-commands.ts';
import type { Readable } from './attacker.ts';
import type { World } from './world.ts';

interface Seat {
  readonly device: Device;
  readonly account: Account;
  readonly id: AccountId;
  readonly replica: ReturnType<typeof roomsOn>[number]['replica'];
}

/** What a room's last epoch says, and the phones that are in it. */
interface Room {
  readonly seats: readonly Seat[];
  readonly admins: ReadonlySet<AccountId>;
  /** The key of the last epoch. */
  readonly key: Uint8Array | undefined;
}

/**
 * Phones whose account is on the last roster of a room, where somebody is left who can keep it going: an admin's phone
 * that holds the current epoch.
 */
function roomIn(world: World, room: SpaceId): Room | undefined {
  const epoch = world.server.state.spaces.get(room)?.epoch;
  const seats = world.devices.flatMap((device): Seat[] => {
    const { account } = device;
    const here = account && roomsOn(account).find(({ id }) => id === room);
    return here ? [{ device, account, id: account.accountId, replica: here.replica }] : [];
  });
  const last = seats.find(
    ({ id, replica: { log } }) =>
      log.epoch === epoch && log.roster.some(({ account, role }) => account === id && role === 'admin'),
  )?.replica;
  if (!last) return undefined;
  const { roster } = last.log;
  return {
    seats: seats.filter(({ id }) => roster.some(({ account }) => account === id)),
    admins: new Set(roster.flatMap(({ account, role }) => (role === 'admin' ? [account] : []))),
    key: last.keysOf(last.log.epoch)?.key,
  };
}

/**
 * Whether a phone has a pair space with one of these people, and takes keys of the room from them: as far as it has read,
 * they are an admin. Of one it has read nothing of it takes them from whoever let it in.
 */
const knowsOneOf = ({ account, replica }: Seat, people: ReadonlySet<AccountId>): boolean =>
  [...account.spaces.values()].some(({ record }) => {
    const contact = record.contact as AccountId;
    if (record.role !== 'peer' || !people.has(contact)) return false;
    const { epoch, roster } = replica.log;
    return epoch === 0 || roster.some((one) => one.account === contact && one.role === 'admin');
  });

/**
 * Admins who have the last epoch's key, or know an admin who has it or gets it so. An admin gives nobody a key that they
 * lack, themselves neither: one who knows no such admin stays behind, though the roster they read last calls them one.
 */
function givers(world: World, id: SpaceId, { seats, admins, key }: Room): ReadonlySet<AccountId> {
  const others = seats.filter((seat) => admins.has(seat.id));
  // A key alone opens nothing: what leads from the last epoch they read to this one has to be there too.
  const has = ({ account, replica }: Seat) =>
    key !== undefined &&
    replica.log.epoch > 0 &&
    account.keyRecords(id).some((record) => record.control && equalBytes(record.key, key));
  const found = new Set(others.filter(has).map((seat) => seat.id));
  const isNext = (seat: Seat) =>
    !found.has(seat.id) && !world.rooms.letGo.get(id)?.has(seat.id) && knowsOneOf(seat, found);
  for (let next = others.find(isNext); next; next = others.find(isNext)) found.add(next.id);
  return found;
}

/**
 * Whether a phone gets all there is of a room and can write in it: its person is on the last roster, was never let go,
 * and is an admin who has the last key, or knows an admin who can give it keys and list it. Others may wait for what
 * nobody can give them.
 */
export function isKept(world: World, device: Device, id: SpaceId): boolean {
  const room = roomIn(world, id);
  const own = room?.seats.find((seat) => seat.device === device);
  if (!room || !own || world.rooms.letGo.get(id)?.has(own.id)) return false;
  const able = givers(world, id, room);
  return able.has(own.id) || knowsOneOf(own, able);
}

/** [SIM-10] Everybody in a room is in the same one, and is shown what was said since they are in it, once. */
export async function checkRooms(world: World): Promise<void> {
  for (const [room, letGo] of world.rooms.letGo) {
    const seats = roomIn(world, room)?.seats ?? [];
    const epoch = world.server.state.spaces.get(room)?.epoch;
    for (const { device, account, id, replica } of seats) {
      world.count('seats in rooms');
      const what = `${device.name} in room ${room.slice(0, 6)}`;
      if (account.freezing.has(room)) world.violate(`[SIM-10] ${what} saw two histories`);
      if (!isKept(world, device, room)) continue;
      if (replica.log.epoch !== epoch)
        world.violate(`[SIM-10] ${what} is in epoch ${replica.log.epoch} of ${epoch}`);
      const texts = (await device.api.saidInRoom(room)).map(({ text }) => text);
      if (new Set(texts).size < texts.length) world.violate(`[SIM-10] ${what} is shown a text twice`);
      for (const said of world.rooms.said) {
        if (said.room !== room || !said.certain || letGo.has(said.author)) continue;
        if (!said.roster.includes(id) || !isKept(world, said.device, room)) continue;
        world.count('texts for members');
        if (!texts.includes(said.token))
          world.violate(`[SIM-10] ${what} lacks ${said.token} of ${said.device.name}`);
      }
    }
  }
}

/** [SIM-3] Whoever can read a text was on the roster of its epoch, which is none from before what its writer knew. */
export function checkRoomSecrets(world: World, person: Person, { tokens, rosters }: Readable): void {
  for (const said of world.rooms.said) {
    const at = tokens.get(said.token);
    if (!at || said.device.person === person) continue;
    world.count('texts opened by others');
    const what = `${person.name} can read ${said.token}, said in epoch ${said.epoch} of a room, in ${at.epoch}`;
    if (at.spaceId !== said.room || at.epoch < said.epoch) world.violate(`[SIM-3] ${what}`);
    const { accountId } = person;
    if (!accountId || !rosters.get(at.keyName)?.includes(accountId))
      world.violate(`[SIM-3] ${what}, and was not in it`);
  }
}
