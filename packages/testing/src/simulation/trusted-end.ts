import type { AccountId } from '@holdfast/protocol';
import { Dice } from './dice.ts';
import type { Device } from './device.ts';
import type { Person } from './person.ts';
import type { Choice } from './trust.ts';
import { helpersFor, mayComeBack } from './trust.ts';
import { answer, askWith, buy, choose, drawChoice, helpBack } from './trusted-commands.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;
const MONTH = 31 * 24 * HOUR;

/**
 * [SIM-11] Once everything is calm: whoever has no phone left is let in by the people they had chosen, and some of the
 * others choose anew and are let in on a phone of theirs, or stop it from another one.
 */
export async function bringBack(world: World, syncs: () => Promise<void>): Promise<void> {
  const everyoneSyncs = async () => {
    await syncs();
    for (const device of world.devices) if (device.state === 'on') await answered(world, device);
  };
  const dice = new Dice(world.options.seed * 668_265_263);
  for (const person of world.people) {
    const hasPhone = person.live().some(({ account }) => account);
    for (const device of person.devices)
      if (hasPhone && world.trust.seeking.delete(device) && device.alive) device.state = 'gone';
    if (!hasPhone) await fromNothing(world, person);
    else if (dice.chance(0.5)) await chosenAnew(world, person, dice, everyoneSyncs);
  }
  for (let round = 0; round < 5; round++) await everyoneSyncs();
}

/** Phones that were let in just before the app ended there are opened again. */
export async function openSeeking(world: World): Promise<void> {
  for (const device of world.trust.seeking) {
    if (device.state !== 'on') continue;
    await calmly(world, device, 'open', () => device.api.unlock());
    if (device.account) world.trust.seeking.delete(device);
  }
}

/** One call in a calm world. */
async function calmly<T>(
  world: World,
  device: Device,
  label: string,
  run: () => Promise<T>,
): Promise<T | undefined> {
  let given: T | undefined;
  world.spawn(device, label, run, (done) => (given = done));
  await answered(world, device);
  return given;
}

/** An app may count long before it answers. */
export async function answered(world: World, device: Device): Promise<void> {
  for (let turns = 0; turns < 50 && device.busy > 0; turns++) await world.idle();
}

/** Everybody who was chosen is alive and keeps their share, and the person has nothing. */
async function fromNothing(world: World, person: Person): Promise<void> {
  const { trust } = world;
  if (!person.accountId) return;
  const waiting = person.live().find((one) => trust.tried.has(one));
  if (waiting && trust.letIn.has(person)) {
    if (!(await comesBack(world, waiting)))
      world.violate(`[SIM-11] ${waiting.name} was let in at the server and cannot open the account`);
    return;
  }
  if (!mayComeBack(world, person)) return;
  const arranged = trust.standing(person)!;
  const helpers = helpersFor(world, arranged).filter(({ account }) => account);
  if (helpers.length < arranged.needed) return;
  const device = person.live().find((one) => trust.seeking.has(one)) ?? buy(world, person);
  device.clock.jumpTo(world.clock.now());
  const view = await calmly(world, device, 'backIn', () => device.api.backIn());
  const state = view?.standing?.state;
  if (state !== 'open' && state !== 'released') {
    if (view) await calmly(world, device, 'dropBackIn', () => device.api.dropBackIn());
    // What was stopped before is over by then.
    world.advance(MONTH);
    const asked = await calmly(world, device, 'askBack', () => askWith(helpers[0]!, device));
    if (!asked?.ok) return world.violate(`[SIM-11] ${device.name} cannot ask: ${JSON.stringify(asked)}`);
  }
  for (const helper of helpers) {
    helpBack(world, helper, device, true);
    await answered(world, helper);
  }
  world.advance((arranged.waitHours + 2) * HOUR);
  if (await comesBack(world, device)) world.count('came back from nothing');
  else world.violate(`[SIM-11] ${device.name} is not let in by the people ${person.name} chose`);
}

async function comesBack(world: World, device: Device): Promise<boolean> {
  await calmly(world, device, 'comeBack', () => device.api.comeBack());
  if (!device.account) return false;
  world.trust.seeking.delete(device);
  return true;
}

async function chosenAnew(
  world: World,
  person: Person,
  dice: Dice,
  everyoneSyncs: () => Promise<void>,
): Promise<void> {
  const old = person.live().find(({ account }) => account)!;
  const account = old.account!;
  const keepers = new Map<AccountId, Device>();
  for (const { id: contact } of account.home.store.list('contact')) {
    const id = contact as AccountId;
    const keeper = world.devices.find((other) => other.account?.accountId === id);
    const checked = await calmly(world, old, 'compareWords', () => old.api.confirmWords(id));
    if (keeper && checked?.ok) keepers.set(id, keeper);
  }
  if (keepers.size < 2) return;
  const choice = drawChoice(world, account.accountId, [...keepers.keys()]);
  choose(world, old, choice);
  await answered(world, old);
  const arranged = world.trust.standing(person);
  if (!arranged) return world.violate(`[SIM-11] ${old.name} cannot choose people`);
  for (let round = 0; round < 2; round++) await everyoneSyncs();
  for (const id of choice.people) {
    const keeper = keepers.get(id)!;
    const asked = (await keeper.api.heldShares()).find(
      (share) => share.contactId === account.accountId && share.state === 'asked',
    );
    if (!asked) continue;
    answer(world, keeper, asked.id, account.accountId, dice.chance(0.9));
    await answered(world, keeper);
  }
  for (let round = 0; round < 2; round++) await everyoneSyncs();
  const helpers = helpersFor(world, arranged);
  const enough = helpers.length >= choice.needed;
  const { ready } = await old.api.trusted();
  // A share whose keeper has renewed keys since they were last heard of counts no more: the page asks to choose again.
  if (ready && !enough) world.violate(`[SIM-11] ${old.name} shows enough people, and they are not`);
  if (helpers.length === 0) return;
  const next = buy(world, person);
  next.clock.jumpTo(world.clock.now());
  const isIn = await asks(world, { old, next, helpers, choice, dice });
  if (isIn) await checkKnown(world, person, next, everyoneSyncs);
  else {
    world.trust.seeking.delete(next);
    next.state = 'gone';
  }
}

interface Asking {
  readonly old: Device;
  readonly next: Device;
  readonly helpers: readonly Device[];
  readonly choice: Choice;
  readonly dice: Dice;
}

/** A new phone asks, people help, the old phone does something or nothing, and time passes. */
async function asks(world: World, { old, next, helpers, choice, dice }: Asking): Promise<boolean> {
  const asked = await calmly(world, next, 'askBack', () => askWith(helpers[0]!, next));
  if (!asked?.ok) {
    world.violate(`[SIM-11] ${next.name} cannot ask: ${JSON.stringify(asked)}`);
    return false;
  }
  const does = dice.pick(['nothing', 'is there', 'that is me', 'not me'] as const)!;
  if (does !== 'nothing') {
    await calmly(world, old, 'sync', () =>
      old.api.checkIn({ urge: 5, mood: null, sleep: null, contact: null, words: '', day: '2026-11-21' }),
    );
    await calmly(world, old, 'sync', () => old.api.sync());
    if (!(await old.api.status()).recoveryAsked)
      world.violate(`[SIM-11] ${old.name} does not say that somebody asks`);
  }
  if (does === 'not me') await calmly(world, old, does, () => old.api.answerRecovery(false, ''));
  // Each that waits is asked about by itself.
  for (let left = 16; does === 'that is me' && left > 0; left--) {
    const shown = (await old.api.status()).recoveryAsked;
    if (!shown || shown.mine) break;
    await calmly(world, old, does, () => old.api.answerRecovery(true, shown.id));
  }
  const some = helpers.slice(0, dice.chance(0.5) ? choice.needed : helpers.length);
  for (const helper of some) {
    helpBack(world, helper, next, false);
    helpBack(world, helper, next, true);
    await answered(world, helper);
  }
  const enough = some.length >= choice.needed;
  const everyone = some.length === choice.people.length && some.length >= 3;
  world.advance((choice.waitHours - 1) * HOUR);
  if (await comesBack(world, next)) world.violate(`[SIM-11] ${next.name} is let in too soon`);
  world.advance(4 * HOUR);
  const stopped = does === 'is there' || does === 'not me';
  const soon = enough && !stopped;
  if ((await comesBack(world, next)) !== soon)
    world.violate(
      `[SIM-11] ${next.name} is ${soon ? 'not ' : ''}let in after the wait: ${some.length}, ${does}`,
    );
  if (soon) world.count('came back beside a phone');
  if (next.account) return true;
  world.advance(MONTH);
  const late = enough && everyone;
  if ((await comesBack(world, next)) !== late)
    world.violate(
      `[SIM-11] ${next.name} is ${late ? 'not ' : ''}let in after a month: ${some.length}, ${does}`,
    );
  world.count(late ? 'let in by everyone' : 'kept out');
  return next.account !== undefined;
}

/** The others are told of the phone that came in, and the phones before it are out. */
async function checkKnown(
  world: World,
  person: Person,
  next: Device,
  everyoneSyncs: () => Promise<void>,
): Promise<void> {
  for (let round = 0; round < 5; round++) await everyoneSyncs();
  const { accountId, deviceId } = next.account!;
  for (const other of world.devices) {
    if (other.person === person) {
      if (other !== next && other.alive)
        world.violate(`[SIM-11] ${other.name} was not shut out when ${next.name} was let in`);
      continue;
    }
    if (!other.account?.home.store.get('contact', accountId)) continue;
    const device = other.account.accountOf(accountId)?.devices.get(deviceId);
    if (!device || device.revokedAt !== undefined)
      world.violate(`[SIM-11] ${other.name} does not know ${next.name}, which people let in`);
    const shown = [...(await other.api.sharedWithMe()), ...(await other.api.circle())];
    if (
      !shown.some((view) => ('contactId' in view ? view.contactId : view.id) === accountId && view.cameBack)
    )
      world.violate(`[SIM-11] ${other.name} is not told that people let ${person.name} in`);
  }
}
