import { equalBytes, toHex } from '@holdfast/base';
import type { Account } from '@holdfast/client/inspect';
import { parseEnvelope } from '@holdfast/protocol';
import type { SpaceReplica } from '@holdfast/sync';
import type { Place } from './attacker.ts';
import { everythingReadable } from './attacker.ts';
import type { Device } from './device.ts';
import { liesOf } from './options.ts';
import { lineOn, readersOn } from './observe.ts';
import type { Person } from './person.ts';
import { checkRooms, checkRoomSecrets, isKept } from './room-checks.ts';
import { checkTimers } from './timer-checks.ts';
import { checkShares, checkTrusted } from './trusted-checks.ts';
import type { World } from './world.ts';

/** Checks what must hold once every phone has had its rounds with a calm network. See SIMULATION.md. */
export async function checkAll(world: World): Promise<void> {
  for (const person of world.people) {
    const devices = person.live().filter((device) => device.account);
    for (const device of devices) {
      checkQuiet(world, device, device.account!);
      await checkSaved(world, person, device);
    }
    checkEqual(world, devices);
    checkShutOut(world, person, devices);
  }
  for (const reader of world.people) await checkReader(world, reader);
  await checkRooms(world);
  await checkTimers(world);
  checkTrusted(world);
  checkShares(world);
  for (const person of world.people) checkSecrets(world, person);
}

/** [SIM-1] Nothing waits, nothing is held back, nothing was refused, no alarm. */
export function checkQuiet(world: World, device: Device, account: Account): void {
  for (const replica of account.replicas()) {
    const what = `${device.name} ${nameOf(account, replica)}`;
    const room = account.spaces.get(replica.spaceId)?.record.role === 'room';
    if (replica.waiting > 0 && (!room || isKept(world, device, replica.spaceId)))
      world.violate(`[SIM-1] ${what}: ${replica.waiting} writes wait`);
    // See SIMULATION.md, what is left out: in a room some wait for what nobody can give them.
    const held = !room || isKept(world, device, replica.spaceId) ? replica.held : [];
    for (const bytes of held) {
      const parsed = parseEnvelope(bytes);
      const { kind, epoch, wseq } = (parsed.ok && parsed.value.header) || {};
      world.violate(`[SIM-1] ${what}: ${kind} ${wseq} of epoch ${epoch} is held`);
    }
  }
  if (account.alarm) world.violate(`[SIM-1] ${device.name}: alarm`);
  // After a restore it did go back, whoever says so.
  if (account.wasSetBack && !liesOf(world.options) && !world.restored)
    world.violate(`[SIM-1] ${device.name}: says that the server went back`);
}

const nameOf = (account: Account, replica: SpaceReplica): string => {
  const record = account.spaces.get(replica.spaceId)?.record;
  return record ? `${record.role}/${record.category}/${replica.spaceId.slice(0, 6)}` : 'private';
};

/** [SIM-1] All phones of an account show the same, space for space. */
function checkEqual(world: World, [first, ...others]: readonly Device[]): void {
  const { sha256 } = world.primitives;
  for (const other of others) {
    const [a, b] = [first!.account!, other.account!];
    if (!equalBytes(a.own.heads.at(-1)!, b.own.heads.at(-1)!))
      world.violate(`[SIM-1] ${first!.name} and ${other.name} hold different account chains`);
    const ids = new Set([...a.spaces.keys(), ...b.spaces.keys()]);
    const pairs: (readonly [SpaceReplica | undefined, SpaceReplica | undefined])[] = [
      [a.home, b.home],
      ...[...ids].map((id) => [a.spaces.get(id)?.replica, b.spaces.get(id)?.replica] as const),
    ];
    for (const [x, y] of pairs) {
      const what = nameOf(a, (x ?? y)!);
      const { spaceId } = (x ?? y)!;
      const role = a.spaces.get(spaceId)?.record.role;
      if (
        role === 'reader' ||
        // See SIMULATION.md, what is left out: a phone may have begun to read a room later than another.
        (role === 'room' && world.options.setBack > 0) ||
        (role === 'room' && !(isKept(world, first!, spaceId) && isKept(world, other, spaceId)))
      )
        continue;
      if (x?.log.epoch !== y?.log.epoch)
        world.violate(`[SIM-1] ${first!.name} and ${other.name} are in different epochs of ${what}`);
      else if (!x || !y || toHex(x.store.stateHash(sha256)) !== toHex(y.store.stateHash(sha256)))
        world.violate(`[SIM-1] ${first!.name} and ${other.name} differ in ${what}`);
    }
  }
}

/** [SIM-2] Whatever the app said was saved is there, once, and what it said was removed is not. */
async function checkSaved(world: World, person: Person, device: Device): Promise<void> {
  const shown = new Map<string, string>();
  for (const { id, words } of await device.api.records('check-in')) shown.set(id, words);
  for (const { id, name } of await device.api.records('person')) shown.set(id, name);
  const places = new Map<string, number>();
  for (const text of shown.values()) places.set(text, (places.get(text) ?? 0) + 1);
  for (const entry of person.saved) {
    if (entry.kind === 'removal') continue;
    const times = places.get(entry.token) ?? 0;
    if (times > 1) world.violate(`[SIM-2] ${device.name} shows ${entry.token} ${times} times`);
    if (!entry.certain) continue;
    const there = shown.get(entry.id!) === entry.token;
    if (!entry.removed && !there)
      world.violate(`[SIM-2] ${device.name} lost ${entry.token} saved on ${entry.device.name}`);
    if (entry.removed?.certain && there)
      world.violate(`[SIM-2] ${device.name} still shows removed ${entry.token}`);
  }
  const line = lineOn(device.account!);
  if (line && !person.lines.has(line))
    world.violate(`[SIM-2] ${device.name} shows a line nobody wrote: ${line}`);
}

/** [SIM-7] A phone believes that it was shut out exactly when it was. */
function checkShutOut(world: World, person: Person, live: readonly Device[]): void {
  const own = live[0]?.account?.own;
  for (const device of live)
    if (own?.devices.get(device.account!.deviceId)?.revokedAt !== undefined)
      world.violate(`[SIM-7] ${device.name} was shut out, and does not know it`);
  for (const device of person.devices) {
    if (device.state !== 'shut' || !own) continue;
    if (own.devices.get(device.known!.deviceId)?.revokedAt === undefined)
      world.violate(`[SIM-7] ${device.name} believes it was shut out, and was not`);
  }
}

/**
 * [SIM-4] A supporter's app is calm whatever the other side did, shows nothing but a line they may have, and shows
 * the current one while they are given it.
 */
async function checkReader(world: World, reader: Person): Promise<void> {
  for (const device of reader.live()) {
    const { account } = device;
    if (!account) continue;
    for (const view of await device.api.sharedWithMe()) {
      const owner = world.people.find((person) => person.accountId === view.contactId);
      if (!owner) continue;
      const extra = Object.keys(view).filter(
        (key) => !['contactId', 'name', 'state', 'line', 'cameBack'].includes(key),
      );
      if (extra.length > 0) world.violate(`[SIM-4] ${device.name} is shown ${extra.join()}`);
      if (view.line && !owner.allowed.get(account.accountId)?.has(view.line))
        world.violate(`[SIM-3] ${device.name} shows ${view.line}, which was never for them`);
      const theirs = owner.live().find((other) => other.account)?.account;
      if (!theirs || view.state !== 'joined' || !readersOn(theirs).includes(account.accountId)) continue;
      const line = lineOn(theirs);
      world.count('shares in force');
      if (line && view.line !== line)
        world.violate(`[SIM-4] ${device.name} shows ${view.line} instead of ${line} of ${owner.name}`);
    }
  }
}

/** [SIM-3] What somebody could read with everything their phones ever held and everything the server ever saw. */
function checkSecrets(world: World, person: Person): void {
  const known = person.devices.flatMap((device) => device.known ?? []);
  const all = everythingReadable(world.primitives, world.archive, known);
  world.count('opened by attackers', all.envelopes);
  checkRoomSecrets(world, person, all);
  for (const [token, where] of all.tokens) {
    if (token.startsWith('[R')) continue;
    const owner = world.people[Number(/\d+/.exec(token)![0])]!;
    if (owner === person) continue;
    const allowed = owner.allowed.get(person.accountId!)?.has(token);
    if (!allowed)
      world.violate(`[SIM-3] ${person.name} can read ${token} of ${owner.name} in ${show(where)}`);
  }
  for (const device of person.devices) {
    if (!device.known) continue;
    const after = [...world.knew].filter(([, knew]) => knew.has(device)).map(([token]) => token);
    if (after.length === 0) continue;
    world.count('words after a shut-out', after.length);
    const own = everythingReadable(world.primitives, world.archive, [device.known]);
    for (const token of after)
      if (own.tokens.has(token))
        world.violate(
          `[SIM-3] ${device.name}, shut out, can read ${token} in ${show(own.tokens.get(token)!)}`,
        );
  }
}

const show = ({ spaceId, epoch }: Place): string => `${spaceId} epoch ${epoch}`;
