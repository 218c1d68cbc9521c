import { concat, idBytes, ok, seededRandom, toHex, unwrap } from '@holdfast/base';
import { encodeCbor, LIMITS, parseEnvelope, writerIdOf } from '@holdfast/protocol';
import type { EvilHousehold } from '@holdfast/testing/evil-household';
import { evilHousehold, lineSeenBy, todaySpace } from '@holdfast/testing/evil-household';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import type { Phone } from '@holdfast/testing/household';
import { chainHead, epochKeys, keyCommitment, rosterCommitment, sealEnvelope } from '@holdfast/vault';
import { beforeEach, describe, expect, it } from 'vitest';
import { Exchange } from './exchange.ts';
import { accountBehind } from './inspect.ts';

const DAY = '2026-11-21';
const CHECK_IN = { urge: 6, mood: null, sleep: null, contact: null, day: DAY } as const;
const p = fakePrimitives(seededRandom(77));

let home: EvilHousehold;
let sam: Phone;
let ana: Phone;
/** Sam's other phone. */
let other: Phone;
let card: string;

const accountOf = (one: Phone) => accountBehind(one.api)!;
const rounds = async (phones: readonly Phone[], times = 3): Promise<void> => {
  for (let n = 0; n < times; n++) for (const one of phones) unwrap(await one.api.sync());
};
const words = async (one: Phone) =>
  (await one.api.records('check-in')).map((record) => record.words).toSorted();
const stateOf = (one: Phone) =>
  accountOf(one)
    .replicas()
    .map(({ spaceId, store }) => `${spaceId} ${toHex(store.stateHash(p.sha256))}`)
    .toSorted();
/** What a reader's phone holds of Sam's check-ins. */
const checkInsSeenBy = (one: Phone) =>
  accountOf(one)
    .replicas()
    .flatMap(({ store }) => store.list('check-in').map(({ fields }) => fields['words']));
const checkIn = async (one: Phone, said: string) =>
  unwrap(await one.api.checkIn({ ...CHECK_IN, words: said }));
async function befriend(name: string): Promise<{ friend: Phone; id: string }> {
  const friend = home.buy();
  const { id, ticket } = unwrap(await sam.api.invite({ name, how: 'qr', language: 'en' }));
  unwrap(await friend.api.start('supporter', DAY));
  unwrap(await friend.api.acceptInvite(ticket, name));
  unwrap(await sam.api.sync());
  const { contactId } = unwrap(await sam.api.confirmInvite(id));
  await rounds([sam, friend], 2);
  return { friend, id: contactId };
}
/** Nothing waits, nothing is missing and nobody is accused; both phones of Sam hold the same. */
async function expectAllWell(): Promise<void> {
  for (const one of [sam, other, ana])
    expect(await one.api.status()).toMatchObject({
      alarm: 'none',
      onlyHere: 0,
      heldBack: false,
      setBack: false,
    });
  expect(stateOf(sam)).toEqual(stateOf(other));
}

beforeEach(async () => {
  home = await evilHousehold(p);
  ({ sam, ana } = home);
  card = unwrap(await sam.api.makeCard()).groups.join('');
  other = home.buy();
  const { ticket } = unwrap(await other.api.waitToBeLetIn('en'));
  unwrap(await sam.api.letIn(ticket));
  unwrap(await other.api.comeIn());
  await checkIn(sam, 'Before');
  await rounds([sam, other, ana]);
});

describe('a server that was restored to before something was written', () => {
  it('[REP-4] the other phone puts back what a lost phone wrote, and a new phone finds it', async () => {
    const then = home.evil.server.snapshot();
    await checkIn(sam, 'From the lost phone');
    unwrap(await sam.api.setTodayLine('From the lost phone.'));
    unwrap(await sam.api.save('person', { name: 'Maria', number: '087 123' }));
    await rounds([sam, other], 1);
    home.evil.server.restore(then);
    // Sam's first phone lies in a river.
    await rounds([other], 2);
    const next = home.buy();
    unwrap(await next.api.recover(card));
    unwrap(await next.api.sync());
    expect(await words(next)).toEqual(['Before', 'From the lost phone']);
    expect(await next.api.todayLine()).toBe('From the lost phone.');
    expect(await next.api.records('person')).toHaveLength(1);
    await rounds([ana]);
    expect(await lineSeenBy(ana)).toBe('From the lost phone.');
    for (const one of [other, next, ana])
      expect(await one.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0, heldBack: false });
  });

  it('[REP-4] the other phone puts back also a lost phone that wrote for the first time', async () => {
    const then = home.evil.server.snapshot();
    const lost = home.buy();
    unwrap(await lost.api.recover(card));
    await checkIn(lost, 'First words');
    await rounds([lost, other], 2);
    home.evil.server.restore(then);
    await rounds([other], 2);
    const next = home.buy();
    unwrap(await next.api.recover(card));
    unwrap(await next.api.sync());
    expect(await words(next)).toEqual(['Before', 'First words']);
    expect(await other.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0, heldBack: false });
  });

  it('[REP-4] many envelopes go back in few calls', async () => {
    const then = home.evil.server.snapshot();
    const singles = 200;
    for (let n = 0; n < singles; n++) {
      await checkIn(sam, `Day ${n}`);
      unwrap(await sam.api.sync());
    }
    await rounds([other], 1);
    for (const one of [other, sam]) {
      home.evil.server.restore(then);
      const before = home.evil.heard.length;
      unwrap(await one.api.sync());
      const calls = home.evil.heard.slice(before).filter(({ verb }) => verb === 'space.append');
      const sizes = calls.map(({ request }) => (request as { envelopes: unknown[] }).envelopes.length);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(singles);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(LIMITS.appendEnvelopes);
      expect(calls.length).toBeLessThanOrEqual(10);
    }
    const next = home.buy();
    unwrap(await next.api.recover(card));
    unwrap(await next.api.sync());
    expect(await words(next)).toHaveLength(singles + 1);
  }, 60_000);
});

describe('another phone went on before the one came by whose words were lost', () => {
  it('[REP-6] an epoch was opened there: the words are on both phones once, and readers see the right line', async () => {
    const { friend: bea, id: beaId } = await befriend('Bea');
    unwrap(await sam.api.share(beaId, 'today', 30));
    await rounds([sam, bea, other]);
    const then = home.evil.server.snapshot();
    await checkIn(sam, 'Lost');
    unwrap(await sam.api.setTodayLine('Lost line.'));
    unwrap(await sam.api.sync());
    home.evil.server.restore(then);
    unwrap(await other.api.stop(beaId, 'today'));
    unwrap(await other.api.share(beaId, 'check-ins', 30));
    await checkIn(other, 'Gone on');
    await rounds([other, bea], 2);
    await rounds([sam, other, ana, bea], 4);
    for (const one of [sam, other]) {
      expect(await words(one)).toEqual(['Before', 'Gone on', 'Lost']);
      expect(await one.api.todayLine()).toBe('Lost line.');
    }
    expect(await lineSeenBy(ana)).toBe('Lost line.');
    // Whoever was let go hears nothing of it.
    expect(await lineSeenBy(bea)).not.toBe('Lost line.');
    expect(todaySpace(sam).log.controlHead).toEqual(todaySpace(other).log.controlHead);
    await expectAllWell();
    // Also after it is closed and opened again.
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    expect(await words(again)).toEqual(['Before', 'Gone on', 'Lost']);
    expect(stateOf(again)).toEqual(stateOf(other));
  });

  it('[REP-6] both had opened an epoch of the same number: there is one, and nothing is lost', async () => {
    const { friend: bea, id: beaId } = await befriend('Bea');
    const { friend: cal, id: calId } = await befriend('Cal');
    for (const id of [beaId, calId]) unwrap(await sam.api.share(id, 'today', 30));
    await rounds([sam, other, bea, cal]);
    const then = home.evil.server.snapshot();
    unwrap(await sam.api.stop(beaId, 'today'));
    unwrap(await sam.api.share(beaId, 'check-ins', 30));
    unwrap(await sam.api.setTodayLine('Lost line.'));
    await checkIn(sam, 'Lost');
    await rounds([sam, bea], 2);
    expect(checkInsSeenBy(bea)).toContain('Lost');
    home.evil.server.restore(then);
    unwrap(await other.api.stop(calId, 'today'));
    unwrap(await other.api.share(calId, 'check-ins', 30));
    await checkIn(other, 'Gone on');
    await rounds([other], 1);
    for (const category of ['today', 'check-ins'] as const) {
      const [one, another] = [sam, other].map((each) => accountOf(each).ownSpaces(category)[0]!.log);
      expect(one!.epoch).toBe(another!.epoch);
      expect(one!.controlHead).not.toEqual(another!.controlHead);
    }
    await rounds([sam, other, ana, bea, cal], 5);
    await checkIn(sam, 'After');
    await rounds([sam, other, ana, bea, cal]);
    for (const one of [sam, other]) {
      expect(await one.api.todayLine()).toBe('Lost line.');
      expect(await words(one)).toEqual(['After', 'Before', 'Gone on', 'Lost']);
    }
    expect(await lineSeenBy(ana)).toBe('Lost line.');
    for (const one of [bea, cal]) {
      expect(checkInsSeenBy(one)).toEqual(expect.arrayContaining(['After', 'Lost']));
      expect(await one.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0 });
    }
    await expectAllWell();
  });

  // Of two records of one epoch either may come first.
  it.each([1, 2, 3])(
    '[REP-6] who was let in by an epoch that was lost is let in once more, and shown what stands now, %i',
    async () => {
      const { friend: bea, id: beaId } = await befriend('Bea');
      const { id: calId } = await befriend('Cal');
      unwrap(await sam.api.share(calId, 'today', 30));
      await rounds([sam, other]);
      const then = home.evil.server.snapshot();
      unwrap(await sam.api.share(beaId, 'today', 30));
      unwrap(await sam.api.sync());
      home.evil.server.restore(then);
      unwrap(await other.api.stop(calId, 'today'));
      unwrap(await other.api.sync());
      // Twice, so that it is the later one, and not at once with what a new reader was shown in the lost epoch.
      for (const line of ['First.', 'Gone on.']) {
        unwrap(await other.api.setTodayLine(line));
        unwrap(await other.api.sync());
      }
      await rounds([sam, other, ana, bea], 4);
      for (const one of [ana, bea]) expect(await lineSeenBy(one)).toBe('Gone on.');
      await expectAllWell();
    },
  );

  it('[REP-6] in an epoch that is over where the words were lost: it is read all the same', async () => {
    const { id: beaId } = await befriend('Bea');
    const { id: calId } = await befriend('Cal');
    for (const id of [beaId, calId]) unwrap(await sam.api.share(id, 'today', 30));
    await rounds([sam, other]);
    const then = home.evil.server.snapshot();
    for (const id of [beaId, calId]) {
      unwrap(await sam.api.stop(id, 'today'));
      await rounds([sam], 1);
    }
    unwrap(await sam.api.setTodayLine('Lost line.'));
    unwrap(await sam.api.sync());
    home.evil.server.restore(then);
    unwrap(await other.api.stop(beaId, 'today'));
    unwrap(await other.api.sync());
    expect(todaySpace(other).log.epoch).toBe(todaySpace(sam).log.epoch - 1);
    // The other phone, which would open one more, is away for now.
    await rounds([sam, ana], 2);
    expect(await lineSeenBy(ana)).toBe('Lost line.');
    await rounds([other, sam, ana]);
    for (const one of [sam, other]) expect(await one.api.todayLine()).toBe('Lost line.');
    expect(await lineSeenBy(ana)).toBe('Lost line.');
    await expectAllWell();
  });

  it('[REP-6] a removal that was lost stays a removal', async () => {
    const { id: beaId } = await befriend('Bea');
    await checkIn(sam, 'To be removed');
    await rounds([sam, other]);
    const then = home.evil.server.snapshot();
    const record = (await sam.api.records('check-in')).find((one) => one.words === 'To be removed')!;
    unwrap(await sam.api.remove('check-in', record.id));
    unwrap(await sam.api.sync());
    home.evil.server.restore(then);
    unwrap(await other.api.share(beaId, 'check-ins', 30));
    await rounds([other], 2);
    expect(await words(other)).toContain('To be removed');
    await rounds([sam, other], 4);
    for (const one of [sam, other]) expect(await words(one)).toEqual(['Before']);
    await expectAllWell();
  });

  it.each(['before it is put together', 'while it is stored'])(
    '[REP-6] what is written at the moment of going over is kept: %s',
    async (when) => {
      const { id: beaId } = await befriend('Bea');
      await rounds([sam, other]);
      const then = home.evil.server.snapshot();
      await checkIn(sam, 'Lost');
      unwrap(await sam.api.sync());
      home.evil.server.restore(then);
      unwrap(await other.api.share(beaId, 'check-ins', 30));
      await rounds([other], 2);
      const { spaceId } = accountOf(sam).ownSpaces('check-ins')[0]!;
      const { storage } = sam;
      const { scan, commit } = storage;
      let written = false;
      const write = async () => {
        if (written) return;
        written = true;
        await checkIn(sam, 'Meanwhile');
      };
      storage.scan = async (prefix) => {
        const found = await scan.call(storage, prefix);
        if (prefix === `s/${spaceId}/` && when === 'before it is put together') await write();
        return found;
      };
      storage.commit = async (writes) => {
        const isMove = writes.some(({ key, value }) => key.startsWith(`s/${spaceId}/e`) && !value);
        if (isMove && when === 'while it is stored') await write();
        return commit.call(storage, writes);
      };
      unwrap(await sam.api.sync());
      expect(written).toBe(true);
      expect(await words(sam)).toEqual(['Before', 'Lost', 'Meanwhile']);
      Object.assign(storage, { scan, commit });
      const again = sam.reopen();
      unwrap(await again.api.unlock());
      sam = again;
      expect(await words(sam)).toEqual(['Before', 'Lost', 'Meanwhile']);
      await rounds([sam, other], 4);
      for (const one of [sam, other]) expect(await words(one)).toEqual(['Before', 'Lost', 'Meanwhile']);
      await expectAllWell();
    },
  );

  it('[REP-6] a phone that still waits for a key there does not read it all again and again', async () => {
    const { id: beaId } = await befriend('Bea');
    await rounds([sam, other]);
    const then = home.evil.server.snapshot();
    await checkIn(sam, 'Lost');
    unwrap(await sam.api.sync());
    home.evil.server.restore(then);
    unwrap(await other.api.share(beaId, 'check-ins', 30));
    await rounds([other], 2);
    const replica = accountOf(sam).ownSpaces('check-ins')[0]!;
    const { goOver, blank } = replica;
    let read = 0;
    replica.blank = (storage) => {
      read += 1;
      return blank.call(replica, storage);
    };
    replica.goOver = async () => ok(undefined);
    await rounds([sam], 5);
    expect(replica.isLeftBehind).toBe(true);
    // Once in each round that looks at everything.
    expect(read).toBeLessThanOrEqual(5);
    replica.goOver = goOver;
    await checkIn(other, 'New');
    await rounds([other, sam], 4);
    for (const one of [sam, other]) expect(await words(one)).toEqual(['Before', 'Lost', 'New']);
    await expectAllWell();
  });

  it('[REP-6] what is written at that moment stands over what was lost, after a restart too', async () => {
    const { id: beaId } = await befriend('Bea');
    unwrap(await sam.api.share(beaId, 'today', 30));
    await rounds([sam, other]);
    const then = home.evil.server.snapshot();
    unwrap(await sam.api.setTodayLine('Lost line.'));
    unwrap(await sam.api.sync());
    home.evil.server.restore(then);
    unwrap(await other.api.stop(beaId, 'today'));
    await rounds([other], 2);
    const replica = todaySpace(sam);
    const { spaceId, goOver } = replica;
    const { storage } = sam;
    const { scan, commit } = storage;
    const [called, moved] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let going = false;
    let saved: ReturnType<typeof sam.api.setTodayLine> | undefined;
    replica.goOver = async (fresh) => {
      going = true;
      const went = await goOver.call(replica, fresh);
      going = false;
      return went;
    };
    storage.scan = async (prefix) => {
      const found = await scan.call(storage, prefix);
      if (going && prefix === `s/${spaceId}/e` && !saved) {
        saved = sam.api.setTodayLine('New line.');
        await called.promise;
      }
      return found;
    };
    // Stored in the order of the calls; only the answer to what the person wrote comes later.
    storage.commit = async (writes) => {
      const done = commit.call(storage, writes);
      if (going && writes.some(({ key, value }) => key.startsWith(`s/${spaceId}/e`) && !value))
        moved.resolve();
      else if (saved && writes.some(({ key, value }) => key.startsWith(`s/${spaceId}/o/`) && value)) {
        called.resolve();
        await moved.promise;
      }
      return done;
    };
    const end = home.evil.twist(({ verb }) =>
      saved && verb !== 'space.pull' ? { ok: false, error: { error: 'offline' } } : undefined,
    );
    await sam.api.sync();
    unwrap(await saved!);
    expect(await sam.api.todayLine()).toBe('New line.');
    Object.assign(storage, { scan, commit });
    end();
    sam = sam.reopen();
    unwrap(await sam.api.unlock());
    expect(await sam.api.todayLine()).toBe('New line.');
    await rounds([sam, other], 4);
    for (const one of [sam, other]) expect(await one.api.todayLine()).toBe('New line.');
    await expectAllWell();
  });

  it('[REP-5] a position that was sent and lost is not used again, where it goes over within a push', async () => {
    const { id: beaId } = await befriend('Bea');
    unwrap(await sam.api.share(beaId, 'today', 30));
    await rounds([sam, other]);
    // From here on a phone looks for what a server goes on with.
    home.evil.server.restore(home.evil.server.snapshot());
    await rounds([sam, other]);
    const then = home.evil.server.snapshot();
    unwrap(await sam.api.setTodayLine('Lost line.'));
    unwrap(await sam.api.sync());
    const replica = todaySpace(sam);
    const { writerId } = replica.writer;
    const lostAt = replica.log.writer(writerId)!.wseq;
    const exchange = new Exchange(accountOf(sam));
    unwrap(await exchange.pull([accountOf(sam).home, replica]));
    unwrap(await sam.api.setTodayLine('Next line.'));
    unwrap(await replica.sealNext());
    home.evil.rollBack(then);
    unwrap(await other.api.setTodayLine('Other.'));
    unwrap(await other.api.sync());
    unwrap(await other.api.stop(beaId, 'today'));
    await rounds([other], 2);
    unwrap(await exchange.pull([accountOf(sam).home]));
    unwrap(await exchange.pull([replica]));
    expect(replica.log.writer(writerId)!.wseq).toBe(lostAt - 1);
    // What an append that was refused comes to.
    unwrap(await replica.unseal());
    unwrap(await replica.leaveDoubt());
    const { header } = unwrap(parseEnvelope(unwrap(await replica.sealNext())!));
    expect(header.writerId).not.toBe(writerId);
  });

  it('[REP-6] what was changed there later is not written over by what was lost', async () => {
    const { id: beaId } = await befriend('Bea');
    await rounds([other]);
    const then = home.evil.server.snapshot();
    unwrap(await sam.api.setTodayLine('Lost and older.'));
    unwrap(await sam.api.sync());
    home.evil.server.restore(then);
    unwrap(await other.api.share(beaId, 'today', 30));
    unwrap(await other.api.sync());
    unwrap(await other.api.setTodayLine('First.'));
    unwrap(await other.api.sync());
    unwrap(await other.api.setTodayLine('Later.'));
    unwrap(await other.api.sync());
    await rounds([sam, other, ana], 4);
    for (const one of [sam, other]) expect(await one.api.todayLine()).toBe('Later.');
    expect(await lineSeenBy(ana)).toBe('Later.');
    await expectAllWell();
  });

  it('[REP-6] a contact whose words to the pair were lost is read again after its keys were renewed', async () => {
    const samId = accountOf(sam).accountId;
    const then = home.evil.server.snapshot();
    unwrap(await ana.api.setTodayLine('A line of Ana’s.'));
    unwrap(await ana.api.share(samId, 'today', 30));
    await rounds([ana], 2);
    home.evil.server.restore(then);
    unwrap(await sam.api.cancelCard());
    await rounds([sam, other], 2);
    unwrap(await sam.api.setTodayLine('After the card.'));
    await rounds([ana, sam, other], 5);
    for (const one of [sam, other]) expect(await lineSeenBy(one)).toBe('A line of Ana’s.');
    expect(await lineSeenBy(ana)).toBe('After the card.');
    unwrap(await ana.api.setTodayLine('Ana again.'));
    await rounds([ana, sam, other], 2);
    for (const one of [sam, other]) expect(await lineSeenBy(one)).toBe('Ana again.');
    await expectAllWell();
  });

  it('[VAU-6] two phones that each renewed the private space around it read it both', async () => {
    for (const name of ['Maria', 'Nora', 'Olga'])
      unwrap(await sam.api.save('person', { name, number: '087 123' }));
    await rounds([sam, other]);
    const people = await sam.api.records('person');
    const idOf = (name: string) => people.find((one) => one.name === name)!.id;
    const then = home.evil.server.snapshot();
    unwrap(await sam.api.remove('person', idOf('Maria')));
    unwrap(await sam.api.sync());
    home.evil.server.restore(then);
    unwrap(await other.api.remove('person', idOf('Nora')));
    unwrap(await other.api.sync());
    const latest = [sam, other].map((one) => accountOf(one).vault.privateSpace.epochs.at(-1)!);
    expect(latest[0]!.epoch).toBe(latest[1]!.epoch);
    expect(latest[0]!.key).not.toEqual(latest[1]!.key);
    await rounds([sam], 1);
    const keys = () => accountOf(sam).vault.privateSpace.epochs.map(({ key }) => toHex(key));
    expect(keys()).toEqual(expect.arrayContaining(latest.map(({ key }) => toHex(key))));
    await rounds([other, sam], 4);
    unwrap(await sam.api.save('person', { name: 'Pia', number: '087 456' }));
    await rounds([sam, other], 2);
    for (const one of [sam, other])
      expect((await one.api.records('person')).map(({ name }) => name).toSorted()).toEqual(['Olga', 'Pia']);
    await expectAllWell();
  });
});

describe('a server that makes statements up', () => {
  /** A statement in Sam's name for an epoch, by whoever is said. */
  function statement(by: 'anybody' | 'a stranger', epoch: number): Uint8Array {
    const { spaceId, log } = todaySpace(sam);
    const { accountId, deviceId, own, spaces } = accountOf(sam);
    // Ana reads here and may have told the server her keys.
    const key =
      accountOf(ana)
        .heldKeys(spaceId)
        .find((held) => held.epoch === epoch)?.key ?? p.random(32);
    const said = {
      op: 'epoch',
      epoch,
      prevControl: log.controlOf(epoch - 1) ?? new Uint8Array(32),
      genesis: spaces.get(spaceId)!.record.genesis,
      keyCommitment: keyCommitment(p, key),
      rosterCommitment: rosterCommitment(p, p.random(16), [accountId]),
      heads: log.heads().map((head) => ({ ...head })),
      removed: [],
      signerChainHead: chainHead(own),
    };
    const stranger = p.signKeys(p.random(32));
    const writerId = writerIdOf(p.sha256, stranger.publicKey);
    const announce = { op: 'announce', key: stranger.publicKey, chain: [...own.statements] };
    const { bytes, headerBytes } = sealEnvelope(p, epochKeys(p, idBytes(spaceId), epoch, key), stranger, {
      kind: 'control',
      spaceId,
      writerId,
      ...log.next(writerId),
      accountId,
      deviceId,
      controlHead: said.prevControl,
      wallMs: 0,
      ops: encodeCbor([announce, said]),
    });
    return by === 'anybody' ? concat(headerBytes, p.random(bytes.length - headerBytes.length)) : bytes;
  }
  const heldBy = (one: Phone) => {
    const { log, store, waiting } = todaySpace(one);
    const { epoch, controlHead } = log;
    return { epoch, controlHead, heads: log.heads(), state: toHex(store.stateHash(p.sha256)), waiting };
  };

  it.each([
    ['anybody', 0, 'quietly'],
    ['anybody', 1, 'quietly'],
    ['a stranger', 0, 'quietly'],
    ['anybody', 0, 'after a restore'],
    ['anybody', 1, 'after a restore'],
    ['a stranger', 0, 'after a restore'],
    ['a stranger', 1, 'after a restore'],
  ] as const)(
    '[REP-6] ATK-13 by %s, %i epochs from here, %s, makes no phone go over',
    async (by, ahead, how) => {
      const { spaceId, log } = todaySpace(sam);
      const made = statement(by, log.epoch + ahead);
      const then = home.evil.server.snapshot();
      unwrap(await sam.api.setTodayLine('Sent.'));
      unwrap(await sam.api.sync());
      unwrap(await sam.api.setTodayLine('Still waiting.'));
      const before = heldBy(sam);
      expect(before.waiting).toBe(1);
      if (how === 'after a restore') home.evil.server.restore(then);
      home.evil.server.state.spaces.get(spaceId)!.log.push(made);
      const end = home.evil.twist(({ verb }) =>
        verb === 'space.append' ? { ok: false, error: { error: 'offline' } } : undefined,
      );
      expect((await sam.api.sync()).ok).toBe(false);
      expect(todaySpace(sam).cursor).toBe(home.evil.server.state.spaces.get(spaceId)!.log.length - 1);
      expect(todaySpace(sam).isLeftBehind).toBe(false);
      expect(heldBy(sam)).toEqual(before);
      end();
      await rounds([sam, other, ana], 2);
      expect(await lineSeenBy(ana)).toBe('Still waiting.');
      for (const one of [sam, other, ana])
        expect(await one.api.status()).toMatchObject({ alarm: 'none', onlyHere: 0 });
    },
  );
});
