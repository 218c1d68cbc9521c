import { equalBytes, idBytes, ok, seededRandom, TestClock, unwrap } from '@holdfast/base';
import { parseEnvelope } from '@holdfast/protocol';
import type { Transport } from '@holdfast/sync';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { EvilServer } from '@holdfast/testing/evil-server';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { epochKeys, openEnvelope } from '@holdfast/vault';

import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './client.ts';

/** Who is in while several decide at once, write without signal, and the server helps the one who was let go. */
const DAY = '2026-11-21';
const p = fakePrimitives(seededRandom(50));
let clock: TestClock;
let evil: EvilServer;
/** Called before a verb of any phone reaches the server. */
let before: (verb: string) => Promise<void>;

beforeEach(() => {
  clock = new TestClock();
  before = async () => {};
  const { sha256, verify } = p;
  evil = new EvilServer(new FakeServer({ random: seededRandom(99), clock, sha256, verify }));
});

function buy(): Phone {
  const real = evil.transportFor();
  const call = async (...args: Parameters<Transport['call']>) => {
    await before(args[0]);
    return real.call(...args);
  };
  return phone({ primitives: p, transport: { ...real, call } as Transport, clock });
}
const accountOf = (one: Phone) => accountBehind(one.api)!;
const idOf = (one: Phone) => accountOf(one).accountId;
const rounds = async (...phones: Phone[]): Promise<void> => {
  for (let n = 0; n < 3; n++) for (const one of phones) await one.api.sync();
};
const lineSeenBy = async (one: Phone): Promise<string | undefined> => (await one.api.sharedWithMe())[0]?.line;
const todaySpace = (one: Phone) => accountOf(one).ownSpaces('today')[0]!;

/** Sam on two phones; Ana and Bea read his line. */
async function household() {
  const [sam, ana, bea, second] = [buy(), buy(), buy(), buy()];
  unwrap(await sam.api.start('own', DAY));
  unwrap(await sam.api.setTodayLine('First.'));
  for (const [guest, name] of [
    [ana, 'Ana'],
    [bea, 'Bea'],
  ] as const) {
    const { id, ticket } = unwrap(await sam.api.invite({ name, how: 'qr', language: 'en' }));
    unwrap(await guest.api.start('supporter', DAY));
    unwrap(await guest.api.acceptInvite(ticket, name));
    unwrap(await sam.api.sync());
    unwrap(await sam.api.confirmInvite(id));
    unwrap(await sam.api.share(idOf(guest), 'today', 30));
  }
  const card = unwrap(await sam.api.makeCard());
  await rounds(sam, ana, bea);
  unwrap(await second.api.recover(card.qr));
  await rounds(second, sam, ana, bea);
  return { sam, second, ana, bea };
}

/** What of Sam's line opens with every key a reader ever held, when the server gives them all it has. */
function readableBy(reader: Phone, sam: Phone): string[] {
  const { spaceId } = todaySpace(sam);
  const keys = accountOf(reader).keyRecords(spaceId);
  return evil.server.state.spaces.get(spaceId)!.log.flatMap((bytes) => {
    const envelope = unwrap(parseEnvelope(bytes));
    return keys.flatMap(({ epoch, key }) => {
      const opened = openEnvelope(p, epochKeys(p, idBytes(spaceId), epoch, key), envelope);
      return opened.ok ? [Buffer.from(opened.value.ops).toString('latin1')] : [];
    });
  });
}

describe('membership under attack', () => {
  it('ATK-28 two phones decide at once, one stops and one starts: the server takes one, and both decisions hold', async () => {
    const { sam, second, ana, bea } = await household();
    unwrap(await second.api.stop(idOf(bea), 'today'));
    await rounds(second, sam);
    unwrap(await sam.api.stop(idOf(ana), 'today'));
    unwrap(await second.api.share(idOf(bea), 'today', 7));
    unwrap(await second.api.setTodayLine('Of the second phone.'));
    let raced = false;
    before = async (verb) => {
      if (verb !== 'space.epoch' || raced) return;
      raced = true;
      await second.api.sync();
    };
    await sam.api.sync();
    expect(raced).toBe(true);
    await rounds(sam, second, ana, bea);
    expect([await lineSeenBy(ana), await lineSeenBy(bea)]).toEqual(['First.', 'Of the second phone.']);
    for (const one of [sam, second]) {
      // Whoever came second left a key that was never used.
      const used = todaySpace(one).currentKeys()!.key;
      const keys = accountOf(one).keyRecords(todaySpace(one).spaceId);
      const current = keys.find(({ key }) => equalBytes(key, used))!;
      expect(current.roster?.map((member) => member.account)).toEqual([idOf(bea)]);
      expect(await one.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0 });
    }
    expect(todaySpace(sam).log.controlHead).toEqual(todaySpace(second).log.controlHead);
    expect(readableBy(ana, sam).join(' ')).not.toContain('Of the second phone.');
  });

  it('ATK-28 ATK-2 a line written without signal before the stop is sealed for those who stay, whatever the server hands out', async () => {
    const { sam, second, ana, bea } = await household();
    // Without signal, and before anybody decided anything.
    unwrap(await second.api.setTodayLine('Written offline.'));
    unwrap(await sam.api.stop(idOf(ana), 'today'));
    unwrap(await sam.api.sync());
    // The server gives Ana everything, as if her key were the current one.
    const { spaceId } = todaySpace(sam);
    const end = evil.twist(({ verb, request, answer }) => {
      if (verb !== 'space.pull' || !answer.ok) return undefined;
      const { log } = evil.server.state.spaces.get(spaceId)!;
      const spaces = answer.value.spaces.map((space, i) => {
        const after = request.spaces[i]!.after;
        const envelopes = log.map((bytes, at) => ({ seq: at + 1, bytes })).filter(({ seq }) => seq > after);
        return space.spaceId === spaceId && space.envelopes.length === 0 ? { ...space, envelopes } : space;
      });
      return ok({ spaces });
    });
    await rounds(second, ana, bea);
    end();
    expect([await lineSeenBy(ana), await lineSeenBy(bea)]).toEqual(['First.', 'Written offline.']);
    const opened = readableBy(ana, sam).join(' ');
    expect(opened).toContain('First.');
    expect(opened).not.toContain('Written offline.');
    expect(readableBy(bea, sam).join(' ')).toContain('Written offline.');
  });

  it('ATK-28 ATK-3 a phone that was shut out while it had no signal reads and writes nothing more, also in the pairs', async () => {
    const { sam, second, ana, bea } = await household();
    unwrap(await second.api.setTodayLine('From the lost phone.'));
    const lost = accountOf(second).deviceId;
    unwrap(await sam.api.shutOut(lost));
    unwrap(await sam.api.setTodayLine('After.'));
    await rounds(sam, ana, bea);
    expect(await second.api.sync()).toMatchObject({ ok: false });
    await rounds(sam, ana, bea, sam);
    for (const one of [ana, bea]) expect(await lineSeenBy(one)).toBe('After.');
    expect(readableBy(second, sam).join(' ')).not.toContain('After.');
    for (const { replica, record } of accountOf(sam).spaces.values()) {
      const held = accountOf(second).keyRecords(replica.spaceId);
      expect(
        held.map(({ epoch }) => epoch),
        record.category,
      ).not.toContain(replica.log.epoch);
      const theirs = [...replica.log.writers().values()].filter(({ device }) => device === lost);
      expect(theirs.every(({ removed }) => removed)).toBe(true);
    }
  });

  it('both sides of a pair renew it at once: one goes first, and what each gives still reaches the other', async () => {
    const { sam, second, ana } = await household();
    const card = unwrap(await ana.api.makeCard());
    await rounds(ana);
    const anaToo = buy();
    unwrap(await anaToo.api.recover(card.qr));
    await rounds(anaToo, ana, sam);
    let raced = false;
    before = async (verb) => {
      if (verb !== 'space.epoch' || raced) return;
      raced = true;
      await ana.api.shutOut(accountOf(anaToo).deviceId);
    };
    unwrap(await sam.api.shutOut(accountOf(second).deviceId));
    expect(raced).toBe(true);
    unwrap(await sam.api.setTodayLine('Still here.'));
    await rounds(ana, sam, ana);
    expect(await lineSeenBy(ana)).toBe('Still here.');
    unwrap(await sam.api.goQuiet(idOf(ana), 'All right here.'));
    await rounds(sam, ana);
    expect(await lineSeenBy(ana)).toBe('All right here.');
    for (const one of [sam, ana])
      expect(await one.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0 });
  });
});
