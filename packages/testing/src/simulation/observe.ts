import type { Account } from '@holdfast/client/inspect';
import type { AccountId, SpaceId } from '@holdfast/protocol';
import type { Device } from './device.ts';
import { isHealed } from './lies.ts';
import type { World } from './world.ts';

/** What the owner's own phone shows as their line now. */
export function lineOn(account: Account): string {
  for (const { store } of account.ownSpaces('today')) {
    const line = store.get('today', 'current')?.fields['line'];
    if (typeof line === 'string') return line;
  }
  return '';
}

/** People whom this phone believes to be sharing the line with now. */
export function readersOn(account: Account): AccountId[] {
  const now = account.now();
  return account.home.store.list('grant').flatMap(({ fields }) => {
    const { contact, category, until, ended } = fields;
    const active = !ended && now < (until as number);
    return active && category === 'today' ? [contact as AccountId] : [];
  });
}

/** Takes notes of every phone: what its owner allowed at this moment, and what has reached the server. */
export function observe(world: World): void {
  for (const person of world.people)
    for (const device of person.devices) {
      const { account } = device;
      if (!account) continue;
      if (account.shutOut) {
        device.state = 'shut';
        continue;
      }
      const readers = readersOn(account);
      const line = readers.length > 0 ? lineOn(account) : '';
      for (const reader of readers) {
        const allowed = person.allowed.get(reader) ?? new Set();
        person.allowed.set(reader, allowed.add(line));
      }
      const open = [...person.saved, ...world.trust.yeses].filter(
        (entry) => !entry.synced && entry.certain && entry.device === device,
      );
      const said = world.rooms.said.filter(
        (entry) => !entry.synced && entry.certain && entry.device === device,
      );
      if (open.length + said.length === 0 || !isHealed(world, account)) continue;
      const waits = (room: boolean) =>
        account.replicas().some(({ spaceId, waiting }) => waiting > 0 && isRoom(account, spaceId) === room);
      if (open.length > 0 && !waits(false)) for (const entry of open) entry.synced = true;
      if (said.length > 0 && !waits(true)) for (const entry of said) entry.synced = true;
    }
}

const isRoom = (account: Account, spaceId: SpaceId): boolean =>
  account.spaces.get(spaceId)?.record.role === 'room';

/** Phones that were shut out of their account as far as this phone knows. */
export function knownShutOut(world: World, device: Device): Set<Device> {
  const account = device.account;
  return new Set(
    world.devices.filter((other) => {
      const theirs = other.known && account?.accountOf(other.known.accountId);
      return theirs?.devices.get(other.known!.deviceId)?.revokedAt !== undefined;
    }),
  );
}
