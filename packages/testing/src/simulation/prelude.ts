import { unwrap } from '@holdfast/base';
import type { AccountId } from '@holdfast/protocol';
import { DAY } from './commands.ts';
import type { Person } from './person.ts';
import { answer, choose, drawChoice } from './trusted-commands.ts';
import { answered } from './trusted-end.ts';
import type { World } from './world.ts';

/** Everybody begins, invites the next person, shares a line with them and keeps a card, with nothing going wrong. */
export async function settle(world: World): Promise<void> {
  world.network.calm = true;
  for (const person of world.people) {
    const { api } = person.devices[0]!;
    unwrap(await api.start('own', DAY));
    unwrap(await api.sync());
  }
  for (const person of world.people) {
    const guest = world.people[(person.index + 1) % world.people.length]!;
    const [mine, theirs] = [person.devices[0]!.api, guest.devices[0]!.api];
    const contactId = await meet(person, guest);
    if (world.dice.chance(0.7)) unwrap(await mine.share(contactId, 'today', 30));
    const line = person.token('L');
    person.lines.add(line);
    unwrap(await mine.setTodayLine(line));
    if (world.dice.chance(0.8)) {
      person.had.add('code');
      person.card = unwrap(await mine.makeCard()).qr;
    }
    unwrap(await mine.sync());
    unwrap(await theirs.sync());
  }
  if (world.options.trusted > 0) await settleTrusted(world);
  world.network.calm = false;
}

async function meet(person: Person, guest: Person): Promise<string> {
  const [mine, theirs] = [person.devices[0]!.api, guest.devices[0]!.api];
  const { id, ticket } = unwrap(await mine.invite({ name: guest.name, how: 'link', language: 'en' }));
  person.tickets.push({ ticket, guest });
  unwrap(await theirs.acceptInvite(ticket, guest.name));
  unwrap(await mine.sync());
  const { contactId } = unwrap(await mine.confirmInvite(id));
  unwrap(await mine.sync());
  unwrap(await theirs.sync());
  return contactId;
}

/** Everybody is sure of those they know, has chosen some of them, and is told yes by all. */
async function settleTrusted(world: World): Promise<void> {
  const { people } = world;
  const phoneOf = (person: Person) => person.devices[0]!;
  if (people.length > 4)
    for (const person of people) await meet(person, people[(person.index + 2) % people.length]!);
  for (const person of people) {
    const device = phoneOf(person);
    const { accountId, home } = device.account!;
    const contacts = home.store.list('contact').map(({ id }) => id as AccountId);
    for (const id of contacts) unwrap(await device.api.confirmWords(id));
    choose(world, device, drawChoice(world, accountId, contacts));
    await answered(world, device);
  }
  for (const person of people) {
    const device = phoneOf(person);
    unwrap(await device.api.sync());
    for (const { id, contactId } of await device.api.heldShares())
      answer(world, device, id, contactId as AccountId, true);
    await answered(world, device);
    unwrap(await device.api.sync());
  }
}
