import { unwrap } from '@holdfast/base';
import { DAY } from './commands.ts';
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
    const { id, ticket } = unwrap(await mine.invite({ name: guest.name, how: 'link', language: 'en' }));
    person.tickets.push({ ticket, guest });
    unwrap(await theirs.acceptInvite(ticket, guest.name));
    unwrap(await mine.sync());
    const { contactId } = unwrap(await mine.confirmInvite(id));
    unwrap(await mine.sync());
    unwrap(await theirs.sync());
    if (world.dice.chance(0.7)) unwrap(await mine.share(contactId, 'today', 30));
    const line = person.token('L');
    person.lines.add(line);
    unwrap(await mine.setTodayLine(line));
    if (world.dice.chance(0.8)) person.card = unwrap(await mine.makeCard()).qr;
    unwrap(await mine.sync());
    unwrap(await theirs.sync());
  }
  world.network.calm = false;
}
