import type { Account } from '@holdfast/client/inspect';
import type { AccountId } from '@holdfast/protocol';
import type { Command } from './commands.ts';
import { mayEnd } from './commands.ts';
import type { Device } from './device.ts';
import type { Person } from './person.ts';
import type { Choice, No, Yes } from './trust.ts';
import { mayComeBack } from './trust.ts';
import { losesWords } from './options.ts';
import type { World } from './world.ts';

export function choose(world: World, device: Device, choice: Choice): void {
  const { trust } = world;
  device.person.had.add('trusted');
  trust.chosen.push(choice);
  const change = trust.changes(device.person);
  const { people: contactIds, needed, waitHours } = choice;
  world.spawn(
    device,
    'chooseTrusted',
    () => device.api.chooseTrusted({ contactIds, needed, waitHours }),
    (answer) => {
      world.snapshots = [];
      if (answer?.ok) trust.arranged(device.person, change, device.account, choice);
    },
  );
}

/** Shares in pair spaces that nobody has said anything to yet. */
const unanswered = (account: Account) =>
  [...account.spaces.values()].flatMap(({ record, replica }) =>
    record.role !== 'peer'
      ? []
      : replica.store
          .list('trusted-share')
          .filter(
            ({ id, fields }) =>
              fields['owner'] === record.contact && !account.home.store.get('held-share', id),
          ),
  );

export function answer(world: World, device: Device, id: string, owner: AccountId, yes: boolean): void {
  const said: Yes = { device, owner, id, certain: false, synced: false };
  const no: No = { person: device.person, id };
  if (yes) world.trust.yeses.push(said);
  else world.trust.noes.add(no);
  world.spawn(
    device,
    yes ? 'keepShare' : 'refuseShare',
    () => device.api.answerShare(id, yes),
    (done) => {
      said.certain = done?.ok === true;
      // An app that died may have said it; one that says it could not did not.
      if (done?.ok === false) world.trust.noes.delete(no);
    },
  );
}

/** The new phone reads its six words out on a live call, and somebody types them. */
export function helpBack(world: World, device: Device, seeking: Device, right: boolean): void {
  const owner = seeking.person.accountId!;
  world.spawn(
    device,
    right ? 'helpBack' : 'helpBack wrongly',
    async () => {
      const view = await seeking.api.backIn();
      if (!view) return { ok: false as const, error: { code: 'nobody asks' } };
      const words = right ? view.words : view.words.toReversed();
      world.trust.readOut.add(words.join(' '));
      return device.api.approveRecovery(owner, words.join(' '));
    },
    () => {},
  );
}

/** Asks with the code that somebody who keeps a share reads out; for an account of which nobody keeps one, in vain. */
export async function askWith(helper: Device, seeking: Device) {
  const shares = await helper.api.heldShares();
  const share = shares.find(({ contactId }) => contactId === seeking.person.accountId);
  return seeking.api.askBack(share?.callCode?.join(' ') ?? '', 'en');
}

/** What is done on a phone that waits to be let in. */
export function seekBack(world: World, device: Device): void {
  const { dice, trust } = world;
  const { person } = device;
  const keepers = world.devices.filter(({ account }) =>
    account?.home.store
      .list('held-share')
      .some(({ fields }) => fields['owner'] === person.accountId && fields['yes'] === true),
  );
  const helper = dice.pick(keepers);
  // See SIMULATION.md, what is left out: a shut-out followed by a restore. These come in at the end.
  const waits = losesWords(world.options);
  const givesUp = dice.chance(0.05) && !trust.tried.has(device) && !trust.gaveUp.has(person);
  world.spawn(
    device,
    'seekBack',
    async () => {
      const { phase, backIn } = await device.api.status();
      if (phase === 'locked') return device.api.unlock();
      if (phase !== 'empty') return { ok: true };
      if (givesUp && backIn) {
        trust.gaveUp.add(person);
        return device.api.dropBackIn();
      }
      if (backIn && waits) return { ok: true };
      if (backIn) {
        trust.tried.add(device);
        return device.api.comeBack();
      }
      return helper ? askWith(helper, device) : { ok: false, error: { code: 'nobody to ask' } };
    },
    () => {
      if (!device.account) return;
      world.count('came back');
      trust.seeking.delete(device);
    },
  );
}

/** A phone with nothing on it, to be let in by people. */
export function buy(world: World, person: Person): Device {
  const device = world.addDevice(person);
  world.trust.letIn.delete(person);
  world.trust.seeking.add(device);
  return device;
}

/** Somebody without a phone buys one, and is let in by the people they chose, be there a card or not. */
export function buysPhone(world: World, person: Person): boolean {
  if (person.live().length > 0 || !mayComeBack(world, person)) return false;
  if (person.card && (losesWords(world.options) || world.dice.chance(0.5))) return false;
  buy(world, person);
  return true;
}

const checkedOn = (account: Account): AccountId[] =>
  account.home.store.list('verified').flatMap(({ id, fields }) => (fields['how'] ? (id as AccountId) : []));

export function drawChoice(world: World, account: AccountId, people: readonly AccountId[]): Choice {
  const { dice } = world;
  const left = [...people];
  const most = 2 + dice.below(Math.min(people.length, 5) - 1);
  const chosen = Array.from({ length: most }, () => left.splice(dice.below(left.length), 1)[0]!);
  return {
    account,
    people: chosen,
    needed: 2 + dice.below(most - 1),
    waitHours: dice.pick([24, 48, 168] as const)!,
  };
}

/** What is done about trusted people. It stands apart, so that a run without them is what it was before. */
export const TRUSTED_COMMANDS: readonly Command[] = [
  {
    name: 'compareWords',
    weight: 4,
    run(world, device, account) {
      const checked = new Set<string>(checkedOn(account));
      const contact = world.dice.pick(
        account.home.store.list('contact').filter(({ id }) => !checked.has(id)),
      );
      if (!contact) return false;
      world.spawn(
        device,
        'compareWords',
        () => device.api.confirmWords(contact.id),
        () => {},
      );
      return true;
    },
  },
  {
    name: 'chooseTrusted',
    weight: 2,
    run(world, device, account) {
      const people = checkedOn(account);
      if (people.length < 2 || !mayEnd(world, device.person, 'trusted')) return false;
      choose(world, device, drawChoice(world, account.accountId, people));
      return true;
    },
  },
  {
    name: 'stopTrusted',
    weight: 0.3,
    run(world, device) {
      if (!mayEnd(world, device.person, 'trusted')) return false;
      world.trust.changes(device.person);
      world.spawn(
        device,
        'stopTrusted',
        () => device.api.stopTrusted(),
        () => (world.snapshots = []),
      );
      return true;
    },
  },
  {
    name: 'answerShare',
    weight: 10,
    run(world, device, account) {
      const share = world.dice.pick(unanswered(account));
      if (!share) return false;
      answer(world, device, share.id, share.fields['owner'] as AccountId, world.dice.chance(0.9));
      return true;
    },
  },
  {
    name: 'seekBeside',
    weight: 0.5,
    run(world, { person }) {
      const { trust } = world;
      // See SIMULATION.md, what is left out: a shut-out followed by a restore.
      if (losesWords(world.options)) return false;
      if (!trust.standing(person) || [...trust.seeking].some((other) => other.person === person))
        return false;
      buy(world, person);
      return true;
    },
  },
  {
    name: 'helpBack',
    weight: 8,
    run(world, device, account) {
      const kept = account.home.store.list('held-share').filter(({ fields }) => fields['yes'] === true);
      const owners = new Set(kept.map(({ fields }) => fields['owner']));
      const seeking = world.dice.pick(
        [...world.trust.seeking].filter(
          ({ state, person }) => state === 'on' && owners.has(person.accountId!),
        ),
      );
      if (!seeking) return false;
      helpBack(world, device, seeking, world.dice.chance(0.8));
      return true;
    },
  },
  {
    name: 'answerRecovery',
    weight: 6,
    run(world, device, account) {
      const asked = account.trusted.asked();
      if (!asked) return false;
      const mine = world.dice.chance(0.7);
      world.spawn(
        device,
        mine ? 'thatIsMe' : 'notMe',
        () => device.api.answerRecovery(mine, asked.id),
        () => {},
      );
      return true;
    },
  },
];
