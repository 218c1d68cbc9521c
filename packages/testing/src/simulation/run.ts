import { checkAll, checkQuiet } from './checks.ts';
import { COMMANDS, mayEnd, open } from './commands.ts';
import type { Device } from './device.ts';
import { forgetUnsynced, misfortune } from './faults.ts';
import { checkTold, endLies, isHealed, robbed } from './lies.ts';
import { observe } from './observe.ts';
import type { SimOptions } from './options.ts';
import { liesOf } from './options.ts';
import type { Person } from './person.ts';
import { ROOM_COMMANDS } from './room-commands.ts';
import { settle } from './prelude.ts';
import { TIMER_COMMANDS } from './timer-commands.ts';
import { runOut } from './timer-end.ts';
import { buysPhone, seekBack, TRUSTED_COMMANDS } from './trusted-commands.ts';
import { bringBack, openSeeking } from './trusted-end.ts';
import type { SimParts } from './world.ts';
import { SimFailure, World } from './world.ts';

export interface SimReport {
  readonly counts: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
  readonly story: readonly string[];
}

/** Calls an app may have under way at once: a person taps while a round runs. */
const BUSY = 3;
const ROUNDS = 5;
const MINUTE = 60_000;
const dayAt = (ms: number): number => Math.floor(ms / 86_400_000);

/** One run: everything goes wrong, then nothing does, then the checkers look. The same options, the same run. */
export async function simulate(options: SimOptions, parts: SimParts = {}): Promise<SimReport> {
  const world = new World(options, parts);
  try {
    await run(world);
  } catch (error) {
    if (!(error instanceof SimFailure)) throw error;
    world.violate(error.message);
    for (const device of world.devices) if (device.account) checkQuiet(world, device, device.account);
  }
  world.count('envelopes', world.archive.size);
  world.count('epochs', world.archive.epochs);
  return { counts: world.counts, violations: world.violations, story: world.story };
}

async function run(world: World): Promise<void> {
  const { options } = world;
  if (options.settled) await settle(world);
  for (let step = 0; step < options.steps; step++) {
    await misfortune(world);
    actSomewhere(world);
    await world.deliver(world.dice.below(options.haste + 1));
    world.advance(timePasses(world));
  }
  await calmDown(world);
  const owed = robbed(world);
  for (let round = 0; round < ROUNDS; round++) await everyoneSyncs(world, round === ROUNDS - 1);
  checkTold(world, owed);
  await checkSettled(world);
  if (options.trusted > 0) await bringBack(world, () => everyoneSyncs(world, false));
  if (options.timers > 0) await runOut(world, () => everyoneSyncs(world, false));
  await newPhones(world);
  await checkAll(world);
}

function timePasses({ dice }: World): number {
  if (dice.chance(0.85)) return Math.round(dice.between(10, 60_000));
  return Math.round(
    dice.chance(0.8) ? dice.between(MINUTE, 600 * MINUTE) : dice.between(1, 40) * 24 * 60 * MINUTE,
  );
}

/** One thing a person does on one of their phones. */
function actSomewhere(world: World): void {
  const { dice } = world;
  const person = dice.pick(world.people)!;
  if (world.options.trusted > 0 && buysPhone(world, person)) world.tell(`${person.name} asks their people`);
  else if (wantsNewPhone(world, person)) world.addDevice(person);
  const device = dice.pick(person.devices.filter(({ state, busy }) => state === 'on' && busy < BUSY));
  if (!device) return;
  const { account } = device;
  if (!account) {
    if (device.busy === 0) (world.trust.seeking.has(device) ? seekBack : open)(world, device);
    return;
  }
  if (dice.chance(world.options.online * 0.1))
    return void COMMANDS.find(({ name }) => name === 'goOnline')!.run(world, device, account);
  if (world.options.rooms > 0 && dice.chance(world.options.rooms)) {
    for (let tries = 0; tries < 4; tries++)
      if (dice.weighted(ROOM_COMMANDS)!.run(world, device, account)) return;
    return;
  }
  const { trusted, timers } = world.options;
  const wants = (share: number) => share > 0 && dice.chance(share);
  const commands = wants(trusted) ? TRUSTED_COMMANDS : wants(timers) ? TIMER_COMMANDS : COMMANDS;
  for (let tries = 0; tries < 4; tries++) if (dice.weighted(commands)!.run(world, device, account)) return;
}

function wantsNewPhone(world: World, person: Person): boolean {
  const live = person.live();
  if (!person.card || live.some((device) => !device.known)) return false;
  // See SIMULATION.md, what is left out: who is not in a copy is taken for somebody who was shut out.
  if (world.lies.copy || !live.every(({ known }) => known && isHealed(world, known))) return false;
  return live.length === 0 || (live.length < world.options.devices && world.dice.chance(0.2));
}

/** Faults end: signal everywhere, room everywhere, right clocks. What was under way comes to its end. */
async function calmDown(world: World): Promise<void> {
  world.tell('-- calm');
  endLies(world);
  world.network.calm = true;
  for (const device of world.devices) {
    device.clock.jumpTo(world.clock.now());
    device.link.down = false;
    // A crash that was planned and did not come yet is called off by ending the app.
    if (device.state === 'on' && (device.willCrash || world.dice.chance(0.4))) device.kill();
    device.full = false;
  }
  await world.deliver(Number.POSITIVE_INFINITY);
  // An app may count long before it speaks again.
  for (
    let turns = 0;
    turns < 50 && world.devices.some(({ state, busy }) => state === 'on' && busy > 0);
    turns++
  )
    await world.deliver(Number.POSITIVE_INFINITY);
  for (const device of world.devices)
    if (device.state === 'on' && device.busy > 0)
      world.violate(`[SIM-6] a call on ${device.name} never ends`);
  for (const person of world.people) {
    for (const device of person.devices) if (device.state === 'off') await device.boot();
    if (wantsNewPhone(world, person) && person.live().length === 0) world.addDevice(person);
  }
  await openSeeking(world);
  for (const device of world.devices)
    if (device.state === 'on' && !device.account && !world.trust.seeking.has(device)) {
      open(world, device);
      await world.idle();
      if (!device.account && device.alive) device.state = 'gone';
    }
}

async function everyoneSyncs(world: World, must: boolean): Promise<void> {
  world.advance(MINUTE);
  await world.idle();
  for (const device of world.devices) {
    if (device.state !== 'on' || !device.account) continue;
    world.spawn(
      device,
      'last sync',
      () => device.api.sync(),
      (answer) => {
        observe(world);
        if (must && device.state === 'on' && answer?.ok !== true)
          world.violate(`[SIM-1] ${device.name} cannot sync: ${JSON.stringify(answer)}`);
      },
    );
    await world.idle();
  }
  for (const device of world.devices) if (device.state === 'shut') forgetUnsynced(world, device);
}

/** [SIM-8] When nothing changes any more, a round changes nothing. */
async function checkSettled(world: World): Promise<void> {
  // With a new day a space may begin anew.
  if (dayAt(world.clock.now()) !== dayAt(world.clock.now() + MINUTE))
    for (let round = 0; round < ROUNDS; round++) await everyoneSyncs(world, true);
  const before = world.archive.size;
  await everyoneSyncs(world, true);
  if (world.archive.size !== before)
    world.violate(`[SIM-8] ${world.archive.size - before} envelopes were sent though nothing had changed`);
}

/** [SIM-9] A new phone with nothing but a card gets everything from the server, and the others stay as they were. */
async function newPhones(world: World): Promise<void> {
  for (const person of world.people) {
    const device = person.live().find((candidate) => candidate.account);
    if (!device || !world.dice.chance(0.5)) continue;
    // See SIMULATION.md, what is left out: two phones that renew keys where a server lost words.
    const makes = !liesOf(world.options) || mayEnd(world, person, 'code');
    if (!makes && !person.card) continue;
    if (makes)
      world.spawn(
        device,
        'last card',
        () => device.api.makeCard(),
        (answer) => {
          person.card = answer?.ok ? answer.value.qr : undefined;
        },
      );
    // Much that happens on the phone alone looks like rest.
    for (let turn = 0; turn === 0 || (device.busy > 0 && turn < 100); turn++) await world.idle();
    if (!person.card) {
      world.violate(`[SIM-9] ${device.name} cannot make a card`);
      continue;
    }
    const next: Device = world.addDevice(person);
    next.clock.jumpTo(world.clock.now());
    open(world, next);
    await world.idle();
    if (!next.account) world.violate(`[SIM-9] the card of ${person.name} does not open the account`);
  }
  // In a room a new phone asks an admin to be listed, and is heard by the others after that.
  const rounds = world.options.rooms > 0 ? ROUNDS : 3;
  for (let round = 0; round < rounds; round++) await everyoneSyncs(world, round === rounds - 1);
}
