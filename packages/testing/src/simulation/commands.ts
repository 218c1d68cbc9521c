import type { HoldfastApi } from '@holdfast/client';
import type { Account } from '@holdfast/client/inspect';
import type { Device } from './device.ts';
import { knownShutOut } from './observe.ts';
import type { Person, Saved } from './person.ts';
import { liesOf, losesWords } from './options.ts';
import type { World } from './world.ts';

export const DAY = '2026-11-21';

export interface Command {
  readonly name: string;
  readonly weight: number;
  /** Starts the command on an open phone; false when it makes no sense there now. */
  run(world: World, device: Device, account: Account): boolean;
}

const call = (
  world: World,
  device: Device,
  name: string,
  run: (api: HoldfastApi) => Promise<unknown>,
): true => {
  world.spawn(
    device,
    name,
    () => run(device.api),
    () => {},
  );
  return true;
};

/** A write whose words nobody else writes, remembered with what its device knew when it was made. */
function save(
  world: World,
  device: Device,
  kind: 'check-in' | 'person',
  run: (token: string) => ReturnType<HoldfastApi['save']>,
): true {
  const token = device.person.token(kind === 'person' ? 'P' : 'C');
  const entry: Saved = {
    kind,
    token,
    device,
    id: undefined,
    certain: false,
    synced: false,
    removed: undefined,
  };
  device.person.saved.push(entry);
  world.knew.set(token, knownShutOut(world, device));
  world.spawn(
    device,
    kind,
    () => run(token),
    (answer) => {
      if (answer?.ok) Object.assign(entry, { id: answer.value.id, certain: true });
    },
  );
  return true;
}

function line(world: World, device: Device): string {
  const token = device.person.token('L');
  device.person.lines.add(token);
  world.knew.set(token, knownShutOut(world, device));
  return token;
}

function remove(world: World, device: Device, kind: 'check-in' | 'person', account: Account): boolean {
  const shown = new Set(
    (kind === 'person' ? [account.home] : account.ownSpaces('check-ins')).flatMap(({ store }) =>
      store.list(kind).map(({ id }) => id),
    ),
  );
  const entry = world.dice.pick(
    device.person.saved.filter((s) => s.kind === kind && s.id && shown.has(s.id) && !s.removed),
  );
  if (!entry) return false;
  const removal: Saved = {
    ...entry,
    kind: 'removal',
    device,
    certain: false,
    synced: false,
    removed: undefined,
  };
  entry.removed = removal;
  device.person.saved.push(removal);
  world.spawn(
    device,
    'remove',
    () => device.api.remove(kind, entry.id!),
    (answer) => {
      if (answer?.ok) removal.certain = true;
    },
  );
  return true;
}

/** A contact this phone shows in the circle. */
const someContact = (world: World, account: Account): string | undefined =>
  world.dice.pick(account.home.store.list('contact').filter(({ fields }) => fields['invitedBy'] === 'me'))
    ?.id;

/**
 * The end of a card or of a choice of people renews every key and goes into the account's chain. Two phones that do so
 * where one's word was lost leave two chains, which is an alarm: see SIMULATION.md, what is left out. Each person has one
 * of each there.
 */
export const mayEnd = (world: World, person: Person, way: 'code' | 'trusted'): boolean =>
  !(liesOf(world.options) || (world.options.restore > 0 && world.options.devices > 1)) ||
  !person.had.has(way);

export const COMMANDS: readonly Command[] = [
  {
    name: 'checkIn',
    weight: 8,
    run: (world, device) =>
      save(world, device, 'check-in', (words) =>
        device.api.checkIn(
          { urge: 5, mood: null, sleep: null, contact: null, words, day: DAY },
          world.dice.chance(0.3) ? line(world, device) : undefined,
        ),
      ),
  },
  {
    name: 'setTodayLine',
    weight: 8,
    run: (world, device) =>
      call(world, device, 'setTodayLine', (api) => api.setTodayLine(line(world, device))),
  },
  {
    name: 'savePerson',
    weight: 3,
    run: (world, device) =>
      save(world, device, 'person', (name) => device.api.save('person', { name, number: '0861234' })),
  },
  { name: 'removeCheckIn', weight: 1, run: (w, d, account) => remove(w, d, 'check-in', account) },
  { name: 'removePerson', weight: 1, run: (w, d, account) => remove(w, d, 'person', account) },
  { name: 'sync', weight: 14, run: (world, device) => call(world, device, 'sync', (api) => api.sync()) },
  {
    name: 'goOnline',
    weight: 1,
    run: (world, device) => call(world, device, 'goOnline', (api) => api.goOnline()),
  },
  {
    name: 'lock',
    weight: 1,
    run: (world, device) => call(world, device, 'lock', (api) => api.lock()),
  },
  {
    name: 'invite',
    weight: 3,
    run(world, device) {
      const { person } = device;
      const guest = world.dice.pick(world.people.filter((other) => other !== person));
      if (!guest || person.tickets.length >= 3) return false;
      world.spawn(
        device,
        'invite',
        () => device.api.invite({ name: guest.name, how: 'link', language: 'en' }),
        (answer) => {
          if (answer?.ok) person.tickets.push({ ticket: answer.value.ticket, guest });
        },
      );
      return true;
    },
  },
  {
    name: 'acceptInvite',
    weight: 8,
    run(world, device) {
      const mine = world.people.flatMap((p) => p.tickets.filter(({ guest }) => guest === device.person));
      const ticket = world.dice.pick(mine)?.ticket;
      if (!ticket) return false;
      return call(world, device, 'acceptInvite', (api) => api.acceptInvite(ticket, device.person.name));
    },
  },
  {
    name: 'confirmInvite',
    weight: 10,
    run(world, device, account) {
      const answered = account.home.store
        .list('invite')
        .filter(({ fields }) => fields['state'] === 'answered');
      const id = world.dice.pick(answered)?.id;
      return id !== undefined && call(world, device, 'confirmInvite', (api) => api.confirmInvite(id));
    },
  },
  {
    name: 'share',
    weight: 8,
    run(world, device, account) {
      const id = someContact(world, account);
      const days = world.dice.pick([7, 30, 90] as const)!;
      return id !== undefined && call(world, device, 'share', (api) => api.share(id, 'today', days));
    },
  },
  {
    name: 'stop',
    weight: 3,
    run(world, device, account) {
      const id = someContact(world, account);
      return id !== undefined && call(world, device, 'stop', (api) => api.stop(id, 'today'));
    },
  },
  {
    name: 'pauseAll',
    weight: 1,
    run: (world, device) => call(world, device, 'pauseAll', (api) => api.pauseAll()),
  },
  {
    name: 'makeCard',
    weight: 2,
    run(world, device, account) {
      const { person } = device;
      if (!mayEnd(world, person, 'code')) return false;
      person.had.add('code');
      person.card = undefined;
      world.spawn(
        device,
        'makeCard',
        () => device.api.makeCard(),
        (answer) => {
          person.card = answer?.ok && account.device.version > 0 ? answer.value.qr : undefined;
          world.snapshots = [];
        },
      );
      return true;
    },
  },
  {
    name: 'cancelCard',
    weight: 0.5,
    run(world, device) {
      if (!mayEnd(world, device.person, 'code')) return false;
      device.person.card = undefined;
      world.spawn(
        device,
        'cancelCard',
        () => device.api.cancelCard(),
        () => (world.snapshots = []),
      );
      return true;
    },
  },
  {
    name: 'shutOut',
    weight: 3,
    run(world, device, account) {
      // See SIMULATION.md, what is left out: a shut-out followed by a restore.
      if (losesWords(world.options)) return false;
      const others = [...account.own.devices].filter(
        ([id, { revokedAt }]) => id !== account.deviceId && revokedAt === undefined,
      );
      const id = world.dice.pick(others)?.[0];
      if (id === undefined) return false;
      device.person.card = undefined;
      world.snapshots = [];
      world.trust.changes(device.person);
      world.spawn(
        device,
        'shutOut',
        () => device.api.shutOut(id),
        () => (world.snapshots = []),
      );
      return true;
    },
  },
];

/** Opens the app's account again, begins one, or recovers it, whichever this phone is waiting for. */
export function open(world: World, device: Device): void {
  const { person } = device;
  const first = person.devices[0] === device;
  world.spawn(
    device,
    'open',
    async () => {
      const { phase } = await device.api.status();
      if (phase === 'locked') return device.api.unlock();
      if (phase !== 'empty') return { ok: true };
      if (first) return device.api.start('own', DAY);
      world.snapshots = [];
      return person.card ? device.api.recover(person.card) : { ok: false };
    },
    () => {
      world.snapshots = [];
      // A new phone on which the account could not be opened is given up; the next one begins afresh.
      if (!first && !device.account && device.memory.usedBytes === 0 && device.alive) device.state = 'gone';
    },
  );
}
