import { ok, seededRandom, TestClock, unwrap } from '@holdfast/base';
import { accountBehind } from '@holdfast/client/inspect';
import type { StoredEnvelope } from '@holdfast/protocol';
import type { SpaceReplica } from '@holdfast/sync';
import type { Primitives } from '@holdfast/vault';
import { EvilServer } from './evil-server.ts';
import { FakeServer } from './fake-server.ts';
import type { Phone } from './household.ts';
import { phone } from './household.ts';

const DAY = '2026-11-21';

/** Sam with a page, Ana in the circle, Sam's line shared with her, and a server that does what a test says. */
export interface EvilHousehold {
  readonly clock: TestClock;
  readonly evil: EvilServer;
  readonly sam: Phone;
  readonly ana: Phone;
  readonly contactId: string;
  /** What Sam's invite to Ana said. */
  readonly ticket: string;
  buy(): Phone;
  /** Puts something else in place of what a pull answers of one space, until the returned function is called. */
  pulling(
    spaceId: string,
    change: (list: readonly StoredEnvelope[]) => readonly StoredEnvelope[],
  ): () => void;
}

export async function evilHousehold(primitives: Primitives): Promise<EvilHousehold> {
  const clock = new TestClock();
  const { sha256, verify } = primitives;
  const evil = new EvilServer(new FakeServer({ random: seededRandom(99), clock, sha256, verify }));
  const buy = (): Phone => phone({ primitives, transport: evil.transportFor(), clock });
  const [sam, ana] = [buy(), buy()];
  unwrap(await sam.api.start('own', DAY));
  unwrap(await sam.api.setName('Sam'));
  unwrap(await sam.api.setTodayLine('A first line.'));
  const { id, ticket } = unwrap(await sam.api.invite({ name: 'Ana', how: 'qr', language: 'en' }));
  unwrap(await ana.api.start('supporter', DAY));
  unwrap(await ana.api.acceptInvite(ticket, 'Ana'));
  unwrap(await sam.api.sync());
  const { contactId } = unwrap(await sam.api.confirmInvite(id));
  unwrap(await sam.api.share(contactId, 'today', 30));
  for (const one of [sam, ana, sam, ana]) unwrap(await one.api.sync());
  return {
    clock,
    evil,
    sam,
    ana,
    contactId,
    ticket,
    buy,
    pulling: (spaceId, change) =>
      evil.twist(({ verb, answer }) => {
        if (verb !== 'space.pull' || !answer.ok) return undefined;
        const spaces = answer.value.spaces.map((space) =>
          space.spaceId === spaceId ? { ...space, envelopes: change(space.envelopes) } : space,
        );
        return ok({ spaces });
      }),
  };
}

/** The line that a phone shows of the one person it knows. */
export const lineSeenBy = async (one: Phone): Promise<string | undefined> =>
  (await one.api.sharedWithMe())[0]?.line;

/** The space of a phone's own line. */
export const todaySpace = (one: Phone): SpaceReplica => accountBehind(one.api)!.ownSpaces('today')[0]!;
