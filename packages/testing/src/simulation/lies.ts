import { equalBytes, seededRandom } from '@holdfast/base';
import type { Account } from '@holdfast/client/inspect';
import type { FakeServer } from '../fake-server.ts';
import type { Device } from './device.ts';
import type { Link } from './network.ts';
import { liesOf } from './options.ts';
import type { World } from './world.ts';

/** A second server that says it is the first, and the phones that talk to it. */
interface Copy {
  readonly server: FakeServer;
  readonly phones: ReadonlySet<Device>;
}

/** What a server did that it does not say, as a perfect memory knows it. */
export class Lies {
  copy: Copy | undefined;
  copies = 0;
  /** How often each phone had noted that the server went back, when it last did. */
  readonly noted = new Map<Device, number>();

  /** The copy, for a phone that talks to it. */
  serverOf(link: Link): FakeServer | undefined {
    const { copy } = this;
    return copy && [...copy.phones].some((device) => device.link === link) ? copy.server : undefined;
  }
}

/** Whether the server has all of what this phone wrote, as far as it ever took it. */
const hasWordsOf = ({ server }: World, account: Account): boolean =>
  account.replicas().every(({ spaceId, log, writers, beginning }) => {
    const space = server.state.spaces.get(spaceId);
    // Made anew, and what stands was not carried over yet.
    if (log.epoch > 0 && space?.log.length === 0) return false;
    // What stood before a new beginning was carried over, and a writer from then may be in no list any more.
    const carriedOver = beginning.purged && space !== undefined && space.epoch >= beginning.epoch;
    return writers.every(({ writerId }) => {
      const here = log.writer(writerId);
      const there = space?.writers.get(writerId);
      if (!here || here.removed || (!there && carriedOver)) return true;
      return there !== undefined && there.from.wseq + there.chain.length >= here.wseq;
    });
  });

/**
 * Whether all that the server ever took from this phone is there, or can be said to be: a server that says when it was
 * restored has it again once the phone has noted that. One that lies is looked at itself.
 */
export function isHealed(world: World, account: Account): boolean {
  const { lies, options, server } = world;
  if (!liesOf(options)) return account.device.generation === server.state.generation;
  const row = server.state.accounts.get(account.accountId);
  return !lies.copy && row?.version === account.device.version && hasWordsOf(world, account);
}

/** What the server does between two steps that it does not say. */
export function lie(world: World): void {
  const { dice, lies, options } = world;
  if (lies.copy) return void (dice.chance(0.1) && join(world));
  if (options.silent > 0 && dice.chance(options.silent)) goBack(world);
  if (options.fork > 0 && dice.chance(options.fork)) split(world);
}

/** It lies no more; the last time is not long ago. */
export function endLies(world: World): void {
  const { dice, options } = world;
  join(world);
  if (options.silent > 0 && dice.chance(0.5)) goBack(world);
}

/** The server is as it was once, and says nothing. */
function goBack(world: World): void {
  const snapshot = world.dice.pick(world.snapshots);
  if (!snapshot) return;
  world.count('fault went back');
  world.tell('server goes back to an earlier copy in silence');
  world.server.goBack(snapshot);
  unsettle(world);
}

/** From here on some phones talk to a copy of the server, until all talk to one of the two again. */
function split(world: World): void {
  const { dice, lies, server } = world;
  // See SIMULATION.md, what is left out: who is not in a copy is taken for somebody who was shut out.
  const isThere = ({ known }: Device): boolean => {
    const keys = (known && server.state.accounts.get(known.accountId)?.keys) ?? [];
    return keys.some(({ publicKey }) => equalBytes(publicKey, known!.login.publicKey));
  };
  if (!world.people.every((person) => person.live().every(isThere))) return;
  const phones = new Set(world.devices.filter((device) => device.alive && dice.chance(0.5)));
  const copy = world.newServer(seededRandom(world.options.seed + 1_000 * ++lies.copies));
  copy.takeOver(server.snapshot());
  hangUp(phones);
  lies.copy = { server: copy, phones };
  world.count('fault fork');
  world.tell(`server goes on in two copies: ${[...phones].map(({ name }) => name).join()} on one`);
}

/** One of two copies is the server from here on: to whoever talked to the other it went back. */
function join(world: World): void {
  const { lies, server } = world;
  const { copy } = lies;
  if (!copy) return;
  lies.copy = undefined;
  const stays = world.dice.chance(0.5);
  if (stays) hangUp(copy.phones);
  else server.goBack(copy.server.snapshot());
  world.count('fault join');
  world.tell(`server is ${stays ? 'the first' : 'the second'} of two copies for everybody`);
  unsettle(world);
}

/** What arrived may be gone, and the phones have not noted it. */
function unsettle(world: World): void {
  for (const device of world.devices) {
    const { known } = device;
    if (!known) continue;
    const { setBack, generation } = known.device;
    // One that is still sending again what was lost before notes nothing new.
    const busy = generation !== known.generation && setBack.times > 0;
    world.lies.noted.set(device, setBack.times - (busy ? 1 : 0));
  }
  for (const person of world.people) for (const entry of person.saved) entry.synced = false;
  for (const said of [...world.rooms.said, ...world.trust.yeses]) said.synced = false;
}

function hangUp(phones: Iterable<Device>): void {
  for (const { link } of phones) for (const channel of link.channels) channel.close();
}

/** Phones with words that a server that lies lacks now. */
export const robbed = (world: World): Device[] =>
  liesOf(world.options) ? world.devices.filter(({ account }) => account && !hasWordsOf(world, account)) : [];

/**
 * [SIM-13] Whoever's words the server had lost was told so, or whoever put them back: another phone of the account, or
 * of a contact, may have come first. A phone that was told before may go over to what it finds without another word.
 */
export function checkTold(world: World, phones: readonly Device[]): void {
  const wasTold = ({ account }: Device, before: number | undefined): boolean =>
    account !== undefined && account.device.setBack.times > (before ?? 0);
  const somebody = world.devices.some((device) => wasTold(device, world.lies.noted.get(device)));
  for (const device of phones) {
    if (!device.account) continue;
    world.count('words lost in silence');
    if (!somebody && device.account.device.setBack.times === 0)
      world.violate(`[SIM-13] ${device.name}: the server went back, and nothing was said`);
  }
}
