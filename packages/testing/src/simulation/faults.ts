import type { Device } from './device.ts';
import { isHealed, lie } from './lies.ts';
import { liesOf } from './options.ts';
import { mayComeBack } from './trust.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** What goes wrong with the world between two steps. */
export async function misfortune(world: World): Promise<void> {
  const { dice, options, server } = world;
  if (dice.chance(0.15) && world.snapshots.length < 4) world.snapshots.push(server.snapshot());
  if (dice.chance(options.restart)) {
    world.count('fault restart');
    world.tell('server restarts');
    server.restart();
  }
  if (world.snapshots.length > 0 && dice.chance(options.restore) && allCameBy(world)) restore(world);
  if (liesOf(options)) lie(world);
  if (options.outage > 0 && dice.chance(options.outage))
    awayFor(world, Math.round(dice.between(MINUTE, dice.chance(0.5) ? 10 * MINUTE : 2 * DAY)));
  for (const device of world.devices) {
    if (device.state === 'off' && dice.chance(0.5)) await device.boot();
    if (device.state !== 'on') continue;
    if (device.link.down ? dice.chance(0.2) : dice.chance(options.partition)) {
      if (device.link.down) device.link.down = false;
      else {
        device.link.cut();
        world.count('fault partition');
      }
      world.tell(`${device.name} ${device.link.down ? 'has no signal' : 'has signal again'}`);
    }
    if (dice.chance(options.crash)) {
      world.count('fault crash');
      world.tell(`${device.name} will die`);
      if (dice.chance(0.3)) device.kill();
      else device.crashAfter(dice.below(6), dice.chance(0.5) ? 'before' : 'after');
    }
    if (device.full ? dice.chance(0.3) : dice.chance(options.full)) {
      device.full = !device.full;
      if (device.full) world.count('fault full');
      world.tell(`${device.name} has ${device.full ? 'no room' : 'room again'}`);
    }
    if (dice.chance(options.clockJump)) {
      world.count('fault clock');
      const years = dice.chance(0.5) ? 0 : Math.round(dice.between(-10, 10) * YEAR);
      device.clock.jumpTo(world.clock.now() + years);
      world.tell(`${device.name} clock ${years / YEAR} years off`);
    }
    if (dice.chance(options.loss)) lose(world, device);
    else if (options.setBack > 0 && dice.chance(options.setBack)) setBack(world, device);
    else if (options.clone > 0 && dice.chance(options.clone)) clone(world, device);
  }
}

/** A phone is set back to a copy of itself, or such a copy is made of it first. */
function setBack(world: World, device: Device): void {
  const image = world.images.get(device);
  if (!device.account) return;
  if (!image) return void world.images.set(device, device.image());
  world.count('fault set back');
  world.tell(`${device.name} is set back to an earlier copy of itself`);
  device.setBackTo(image);
  world.images.delete(device);
  world.snapshots = [];
  forgetUnsynced(world, device);
}

/** Phones of one person at once, copies among them: more would only take time. */
const PHONES = 4;

/** What is on a phone is copied as it is, and both go on: the server and the other phones cannot tell them apart. */
function clone(world: World, device: Device): void {
  const { person, account } = device;
  // See SIMULATION.md, what is left out: a copy from before the account was registered.
  if (!account || account.device.version === 0 || person.live().length >= PHONES) return;
  world.count('fault clone');
  const copy = world.addDevice(person, device);
  world.tell(`${copy.name} is a copy of ${device.name}, and both go on`);
}

/** The server is away for so long, and then starts again. More than a minute of that is an outage to it. */
export function awayFor(world: World, ms: number): void {
  world.count('fault outage');
  world.tell(`server away for ${ms / MINUTE} minutes`);
  const links = world.devices.flatMap(({ state, link }) => (state === 'on' && !link.down ? [link] : []));
  for (const link of links) link.cut();
  const since = world.clock.now();
  world.advance(ms);
  for (const link of links) link.down = false;
  world.server.restart();
  world.server.wasAway(ms);
  if (ms > MINUTE) for (const { log } of [world.timers, world.trust]) log.away(since, world.clock.now());
}

/** Every phone that was there before the last restore has come by since, and put right what it could. */
const allCameBy = ({ devices, server }: World): boolean =>
  devices.every(
    ({ state, account }) =>
      (state !== 'on' && state !== 'off') ||
      !account ||
      (account.device.generation === server.state.generation &&
        account.replicas().every(({ isBehind }) => !isBehind)),
  );

/** Back to an earlier copy of everything the server held. */
function restore(world: World): void {
  const snapshot = world.dice.pick(world.snapshots)!;
  world.count('fault restore');
  world.tell('server restored from an earlier copy');
  world.restored = true;
  world.server.restore(snapshot);
  world.trust.log.restored(snapshot.at, world.clock.now());
  world.timers.log.restored(snapshot.at, world.clock.now());
  for (const person of world.people) for (const entry of person.saved) entry.synced = false;
  for (const said of [...world.rooms.said, ...world.trust.yeses]) said.synced = false;
}

/** The phone falls into the sea. Only where the account can be reached without it, or nothing could be learnt. */
function lose(world: World, device: Device): void {
  const { person } = device;
  const { account } = device;
  if (!account || !isHealed(world, account)) return;
  const others = person.live().some((other) => other !== device && other.known !== undefined);
  if (!others && !person.card && !mayComeBack(world, person)) return;
  world.count('fault loss');
  world.tell(`${device.name} is lost`);
  device.kill();
  device.state = 'gone';
  world.snapshots = [];
  forgetUnsynced(world, device);
}

/** What only this phone had is gone with it, and nobody can say what of it had arrived. */
export function forgetUnsynced(world: World, device: Device): void {
  for (const entry of [...device.person.saved, ...world.rooms.said, ...world.trust.yeses])
    if (entry.device === device && !entry.synced) entry.certain = false;
}
