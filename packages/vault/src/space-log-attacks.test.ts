import { concat, idBytes, seededRandom } from '@holdfast/base';
import type { CborValue } from '@holdfast/protocol';
import { encodeCbor, encodeHeader, envelopeIdOf, parseEnvelope, writerIdOf } from '@holdfast/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { chainHead } from './chain.ts';
import { epochKeys, writerSeed } from './keys.ts';
import { flipped } from './primitives-contract.ts';
import type { Space } from './scene.ts';
import { makeSpace, Person, Seat, stateOf } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';
import { keyCommitment } from './space.ts';

const p = await sodiumPrimitives(seededRandom(61));
const parse = (bytes: Uint8Array) => {
  const parsed = parseEnvelope(bytes);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};
const idOf = (bytes: Uint8Array) => envelopeIdOf(p.sha256, parse(bytes));

describe('attacks on a space', () => {
  let ana: Person;
  let ben: Person;
  let eve: Person;
  /** Ana's plan: Ana writes, Ben and Eve read. */
  let space: Space;
  let a: Seat;
  let b: Seat;
  let first: { epoch: number; key: Uint8Array; bytes: Uint8Array };

  const refusal = (bytes: Uint8Array, seat = b) => {
    const before = stateOf(seat.log);
    const taken = seat.take(bytes);
    expect(stateOf(seat.log)).toEqual(before);
    return taken.status === 'applied' || taken.status === 'duplicate' ? taken.status : taken.reason;
  };

  beforeEach(() => {
    [ana, ben, eve] = [new Person(p), new Person(p), new Person(p)];
    space = makeSpace(p, 'broadcast', ana);
    a = new Seat(space, ana, ana.device, []);
    b = new Seat(space, ben, ben.device, [ana]);
    first = a.openEpoch();
    b.give(1, first.key);
    expect(b.take(first.bytes).status).toBe('applied');
  });

  /** Whatever Eve can make with the current epoch key, her own device and her own writing key. */
  const asEve = () => {
    const seat = new Seat(space, eve, eve.device, [ana]);
    seat.give(1, first.key);
    seat.take(first.bytes);
    const announce = { op: 'announce', key: seat.writerKeys.publicKey, chain: [...ana.view.statements] };
    const asOwner = { accountId: ana.id, deviceId: ana.device.id };
    return { seat, announce, asOwner, draft: seat.draft('data', [{ op: 'note' }]) };
  };

  it('[ACC-1] [ACC-2] refuses other forms and other spaces', () => {
    const other = makeSpace(p, 'broadcast', ana);
    const elsewhere = new Seat(other, ana, ana.device, []);
    expect(refusal(elsewhere.openEpoch().bytes)).toBe('space');
    expect(refusal(new Uint8Array(131))).toBe('form');
    expect(refusal(new Uint8Array(262_145))).toBe('form');
    expect(refusal(a.seal({ ...a.draft('data', []), kind: 'snapshot' }))).toBe('form');
    expect(refusal(a.seal({ ...a.draft('data', []), kind: 'blob' }))).toBe('form');
    expect(refusal(a.seal({ ...a.draft('data', []), ops: encodeCbor({ op: 'note' }) }))).toBe('malformed');
  });

  it('[ACC-4] refuses another key for the epoch that is current, whoever made it', () => {
    const other = epochKeys(p, idBytes(space.spaceId), 1, p.random(32));
    expect(refusal(a.seal(a.draft('data', [{ op: 'note' }]), other))).toBe('commitment');
  });

  it('[ACC-5] ATK-7 no envelope with a flipped bit is ever applied or changes anything', () => {
    const bytes = a.seal(a.draft('data', [{ op: 'note' }]));
    const reasons = new Set<string>();
    for (let bit = 0; bit < bytes.length * 8; bit++) reasons.add(refusal(flipped(bytes, bit >> 3, bit & 7)));
    expect(reasons).not.toContain('applied');
    // A damaged header is never taken for evidence against its writer.
    expect(reasons).not.toContain('fork');
    expect(reasons).toContain('authentication');
    expect(b.take(bytes).status).toBe('applied');
  });

  it('[ACC-7] ATK-10 a reader who holds the key writes nothing in someone else’s space', () => {
    const { seat, announce, asOwner, draft } = asEve();
    expect(refusal(seat.seal(draft))).toBe('account');
    expect(refusal(seat.seal({ ...draft, ...asOwner }))).toBe('account');
    const ops = encodeCbor([announce, { op: 'note' }]);
    expect(refusal(seat.seal({ ...draft, ops, accountId: ana.id }))).toBe('chain');
    expect(refusal(seat.seal({ ...draft, ops, ...asOwner }))).toBe('signature');
  });

  it('[ACC-8] ATK-10 nobody speaks as a writer that another device introduced', () => {
    const { seat } = asEve();
    const next = a.draft('data', [{ op: 'note' }]);
    expect(refusal(seat.seal({ ...next, accountId: eve.id, deviceId: eve.device.id }))).toBe('account');
    const second = ana.addDevice();
    b.accounts.put(ana.view);
    expect(refusal(a.seal({ ...next, deviceId: second.id }, a.keyOf(), second.keys))).toBe('binding');
  });

  it('[ACC-8] a device that two accounts list writes for the one that introduced it', () => {
    space = makeSpace(p, 'pair', ana, ben);
    const own = new Seat(space, ana, ana.device, [ben]);
    const opened = own.openEpoch();
    ben.say({ type: 'addDevice', deviceKey: ana.device.keys.publicKey });
    const reader = new Seat(space, ben, ben.device, [ana]);
    reader.give(1, opened.key);
    reader.take(opened.bytes);
    const draft = own.draft('data', [{ op: 'note' }]);
    expect(refusal(own.seal({ ...draft, accountId: ben.id }), reader)).toBe('binding');
    expect(reader.take(own.seal(draft)).status).toBe('applied');
  });

  it('[ACC-8] a new writer must show the key that its id is made of', () => {
    const second = ana.addDevice();
    b.accounts.put(ana.view);
    const own = new Seat(space, ana, second, []);
    own.give(1, first.key);
    own.take(first.bytes);
    const draft = own.draft('data', []);
    const wrong = { op: 'announce', key: p.random(32), chain: [...ana.view.statements] };
    expect(refusal(own.seal({ ...draft, ops: encodeCbor([]) }))).toBe('binding');
    expect(refusal(own.seal({ ...draft, ops: encodeCbor([{ op: 'note' }, wrong]) }))).toBe('binding');
    expect(refusal(own.seal({ ...draft, ops: encodeCbor([wrong]) }))).toBe('binding');
    expect(b.take(own.seal(draft)).status).toBe('applied');
  });

  it('[ACC-7] ATK-3 a forged addDevice inside an envelope makes the whole of it refused', () => {
    const thief = p.signKeys(p.random(32));
    const forged = encodeCbor([
      encodeCbor({ type: 'addDevice', prev: chainHead(ana.view), deviceKey: thief.publicKey }),
      new Uint8Array(64),
    ]);
    const news = { op: 'chain', chain: [...ana.view.statements, forged] };
    expect(refusal(a.seal(a.draft('data', [news])))).toBe('account');
    expect(b.accounts.get(ana.id)!.devices.size).toBe(1);
  });

  it('[ACC-9] refuses a wrong signature from the right device', () => {
    const draft = a.draft('data', [{ op: 'note' }]);
    expect(refusal(a.seal(draft, a.keyOf(), ana.root))).toBe('signature');
    expect(refusal(a.seal(draft, a.keyOf(), p.signKeys(p.random(32))))).toBe('signature');
  });

  it('[ACC-11] ATK-35 nobody jumps the clock', () => {
    const draft = a.draft('data', [{ op: 'note' }]);
    for (const lamport of [2 ** 53 - 1, draft.lamport + 1, draft.lamport - 1])
      expect(refusal(a.seal({ ...draft, lamport }))).toBe('lamport');
    expect(b.take(a.seal(draft)).status).toBe('applied');
  });

  it('[ACC-11] ATK-35 an epoch cannot rewrite the times of what is known', () => {
    const key = p.random(32);
    b.give(2, key);
    const statement = a.statement(key);
    const heads = statement['heads'] as { lamport: number }[];
    for (const change of [
      { lamport: 2 ** 50 },
      { device: 'ffffffffffffffff' },
      { account: eve.id },
      { removed: true },
    ]) {
      const forged = { ...statement, heads: heads.map((head) => ({ ...head, ...change })) };
      expect(refusal(a.sealEpoch(key, forged as never))).toBe('heads');
    }
    expect(b.take(a.sealEpoch(key, statement)).status).toBe('applied');
  });

  it('[ACC-12] refuses data that names another epoch statement as the current one', () => {
    const draft = a.draft('data', [{ op: 'note' }]);
    expect(refusal(a.seal({ ...draft, controlHead: p.random(32) }))).toBe('control');
    expect(refusal(a.seal({ ...draft, controlHead: new Uint8Array(32) }))).toBe('control');
  });

  describe('forks', () => {
    it('[ACC-3] ATK-14 two signed envelopes at one position are a fork', () => {
      const other = a.seal(a.draft('data', [{ op: 'note', to: 'eve' }]));
      expect(b.take(a.write({ op: 'note', to: 'ben' })).status).toBe('applied');
      expect(refusal(other)).toBe('fork');
    });

    it('[ACC-3] ATK-14 what is not signed is never called one', () => {
      const { seat } = asEve();
      const draft = a.draft('data', [{ op: 'note' }]);
      expect(b.take(a.write({ op: 'note' })).status).toBe('applied');
      expect(refusal(seat.seal(draft))).toBe('signature');
      const garbage = parse(a.seal(draft));
      expect(refusal(flipped(garbage.bytes, 140, 0))).toBe('authentication');
      expect(refusal(seat.seal({ ...draft, prev: p.random(32), wseq: draft.wseq + 1 }))).toBe('signature');
    });

    it('[ACC-3] ATK-14 a signed envelope that follows something else is a fork', () => {
      const draft = a.draft('data', [{ op: 'note' }]);
      expect(refusal(a.seal({ ...draft, prev: p.random(32) }))).toBe('fork');
    });

    it('[ACC-3] ATK-14 a contradiction is found in an epoch that is over, too', () => {
      const other = a.seal(a.draft('data', [{ op: 'note', to: 'eve' }]));
      b.take(a.write({ op: 'note', to: 'ben' }));
      const second = a.openEpoch();
      b.give(2, second.key);
      b.take(second.bytes);
      expect(refusal(other)).toBe('fork');
    });

    it('[ACC-11] ATK-14 two views that a server kept apart collide at the first envelope that crosses', () => {
      space = makeSpace(p, 'pair', ana, ben);
      const seats = [
        new Seat(space, ana, ana.device, [ben]),
        new Seat(space, ben, ben.device, [ana]),
      ] as const;
      const [left, right] = seats;
      const opened = left.openEpoch();
      right.give(1, opened.key);
      right.take(opened.bytes);
      // Ana's phone was copied: the twin writes the same position with other words, and only Ben is shown it.
      const twin = new Seat(space, ana, ana.device, [ben]);
      twin.give(1, opened.key);
      twin.take(opened.bytes);
      left.write({ view: 'left' });
      expect(right.take(twin.write({ view: 'right' })).status).toBe('applied');
      const crossing = right.write({ op: 'note' });
      expect(refusal(crossing, left)).toBe('fork');
    });
  });

  describe('epochs', () => {
    const statementFor = (seat: Seat, key: Uint8Array, change: Record<string, unknown> = {}) =>
      ({ ...seat.statement(key), ...change }) as CborValue;

    it('[SPA-4] ATK-2 a statement from a reader is refused, signed as herself or as the owner', () => {
      const { seat, announce, asOwner } = asEve();
      const key = p.random(32);
      b.give(2, key);
      const statement = statementFor(seat, key);
      expect(refusal(seat.sealEpoch(key, statement))).toBe('account');
      const ops = encodeCbor([announce, statement]);
      expect(refusal(seat.sealEpoch(key, statement, { ...asOwner, ops }))).toBe('signature');
      expect(refusal(seat.sealEpoch(key, statement, { ...a.draft('control', [statement]) }))).toBe(
        'signature',
      );
    });

    it('[SPA-4] ATK-2 a statement without a signature, or replayed, changes nothing', () => {
      const key = p.random(32);
      b.give(2, key);
      const honest = a.sealEpoch(key);
      const parsed = parse(honest);
      const under = epochKeys(p, idBytes(space.spaceId), 2, key).control;
      const padded = p.aeadOpen(under, parsed.header.nonce, parsed.headerBytes, parsed.ciphertext)!;
      const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
      padded.fill(0, 4 + length - 64, 4 + length);
      const unsigned = concat(
        parsed.headerBytes,
        p.aeadSeal(under, parsed.header.nonce, parsed.headerBytes, padded),
      );
      expect(refusal(unsigned)).toBe('signature');
      expect(b.take(honest).status).toBe('applied');
      expect(refusal(honest)).toBe('duplicate');
      expect(refusal(first.bytes)).toBe('duplicate');
      expect(refusal(unsigned)).not.toBe('applied');
    });

    it('[SPA-4] ATK-2 the owner’s statement for one space opens nothing in another', () => {
      const other = makeSpace(p, 'broadcast', ana);
      const key = p.random(32);
      b.give(2, key);
      const header = parse(a.sealEpoch(key)).header;
      expect(refusal(a.sealEpoch(key, statementFor(a, key, { genesis: other.genesis })))).toBe('statement');
      const moved = { ...header, spaceId: other.spaceId };
      expect(refusal(concat(encodeHeader(moved), parse(a.sealEpoch(key)).ciphertext))).toBe('space');
    });

    it('[SPA-4] refuses a statement that does not say what its envelope says', () => {
      const key = p.random(32);
      b.give(2, key);
      const wrong: [Record<string, unknown>, string][] = [
        [{ epoch: 3 }, 'statement'],
        [{ keyCommitment: keyCommitment(p, p.random(32)) }, 'statement'],
        [{ genesis: new Uint8Array(5) }, 'statement'],
        [{ op: 'era' }, 'malformed'],
        [{ signerChainHead: p.random(32) }, 'chain'],
        [{ prevControl: p.random(32) }, 'control'],
        [{ removed: [a.writerId] }, 'removed'],
      ];
      for (const [change, reason] of wrong)
        expect(refusal(a.sealEpoch(key, statementFor(a, key, change)))).toBe(reason);
      expect(b.take(a.sealEpoch(key)).status).toBe('applied');
    });

    it('[SPA-4] refuses heads that hide, repeat or set back what this device has verified', () => {
      const key = p.random(32);
      b.give(2, key);
      const before = a.log.heads();
      b.take(a.write({ op: 'note' }));
      const [head] = a.log.heads();
      const heads = (list: unknown) => refusal(a.sealEpoch(key, statementFor(a, key, { heads: list })));
      expect(heads([])).toBe('heads');
      expect(heads(before)).toBe('heads');
      expect(heads([head, head])).toBe('heads');
      expect(heads([{ ...head, envelopeId: p.random(32) }])).toBe('heads');
      expect(heads([{ ...head, wseq: 3 }])).toBe('gap');
      expect(heads([head, { ...head, writerId: writerIdOf(p.sha256, p.random(32)) }])).toBe('gap');
    });

    it('[SPA-4] an epoch that does not list what its own writer wrote before it waits for that, and then is refused', () => {
      const key = p.random(32);
      b.give(2, key);
      const before = a.log.heads();
      const note = a.write({ op: 'note' });
      const forged = a.sealEpoch(key, statementFor(a, key, { heads: before }));
      expect(b.take(forged)).toEqual({ status: 'held', reason: 'gap' });
      expect(b.take(note).status).toBe('applied');
      expect(b.take(forged)).toEqual({ status: 'refused', reason: 'heads' });
    });

    it('[ACC-11] ATK-35 an epoch does not jump the clock either, and waits for what it says it saw', () => {
      const key = p.random(32);
      b.give(2, key);
      const { lamport } = a.draft('control', []);
      for (const jumped of [lamport + 1, lamport - 1, 2 ** 53 - 1])
        expect(refusal(a.sealEpoch(key, undefined, { lamport: jumped }))).toBe('lamport');
      const { writerId, envelopeId } = a.log.heads()[0]!;
      const seen = (wseq: number, id: Uint8Array) =>
        refusal(a.sealEpoch(key, undefined, { seen: [{ writerId, wseq, envelopeId: id }] }));
      expect(seen(9, envelopeId)).toBe('seen');
      expect(seen(1, p.random(32))).toBe('fork');
      expect(b.take(a.sealEpoch(key)).status).toBe('applied');
    });

    it('[SPA-4] ATK-14 a vouched epoch that names another past is refused', () => {
      const key = p.random(32);
      b.give(2, key);
      const forged = a.sealEpoch(key, statementFor(a, key, { prevControl: p.random(32) }));
      b.vouched.set(2, idOf(forged));
      expect(refusal(forged)).toBe('fork');
    });

    it('[SPA-4] where nothing is held yet, a vouched epoch contradicts nothing and accuses nobody', () => {
      const fresh = new Seat(space, ana, ana.device, []);
      const newcomer = new Seat(space, eve, eve.device, [ana]);
      const key = p.random(32);
      const odd = fresh.sealEpoch(key, statementFor(fresh, key, { prevControl: p.random(32) }));
      newcomer.give(1, key, idOf(odd));
      expect(newcomer.take(odd).status).toBe('applied');
    });

    it('[SPA-4] ATK-13 a vouched epoch cannot set back what this device has verified', () => {
      for (let i = 0; i < 3; i++) b.take(a.write({ i }));
      const own = new Seat(space, ana, ana.addDevice(), []);
      own.give(1, first.key);
      own.take(first.bytes);
      own.openEpoch();
      const third = own.openEpoch();
      b.give(3, third.key, idOf(third.bytes));
      expect(refusal(third.bytes)).toBe('heads');
    });

    it('[SPA-4] ATK-13 a vouched epoch cannot set back a writer by listing it as shut out', () => {
      const notes = [a.write({ n: 1 }), a.write({ n: 2 })];
      for (const bytes of notes) b.take(bytes);
      const [head] = b.log.heads();
      const own = new Seat(space, ana, ana.addDevice(), []);
      b.accounts.put(ana.view);
      own.give(1, first.key);
      for (const bytes of [first.bytes, ...notes]) own.take(bytes);
      own.openEpoch([a.writerId]);
      const others = own.log.heads().filter(({ writerId }) => writerId !== a.writerId);
      const key = p.random(32);
      const listing = (change: object) => {
        const heads = [{ ...head, removed: true, ...change }, ...others];
        const bytes = own.sealEpoch(key, statementFor(own, key, { heads }));
        b.give(3, key, idOf(bytes));
        return bytes;
      };
      expect(refusal(listing({ wseq: head!.wseq - 1 }))).toBe('heads');
      expect(refusal(listing({ envelopeId: p.random(32) }))).toBe('heads');
      expect(b.take(listing({})).status).toBe('applied');
    });

    it('[SPA-4] a vouched epoch must itself follow the head it lists for its writer', () => {
      a.openEpoch();
      const key = p.random(32);
      const [head] = a.log.heads();
      const newcomer = new Seat(space, eve, eve.device, [ana]);
      for (const change of [{ envelopeId: p.random(32) }, { wseq: head!.wseq + 1 }]) {
        const forged = a.sealEpoch(key, statementFor(a, key, { heads: [{ ...head, ...change }] }));
        newcomer.give(3, key, idOf(forged));
        expect(refusal(forged, newcomer)).toBe('heads');
      }
      const honest = a.sealEpoch(key);
      newcomer.give(3, key, idOf(honest));
      expect(newcomer.take(honest).status).toBe('applied');
    });

    it('[SPA-4] the point of the chain never goes back from one epoch to the next', () => {
      const early = chainHead(ana.view);
      ana.addDevice();
      for (const seat of [a, b]) seat.accounts.put(ana.view);
      const second = a.openEpoch();
      b.give(2, second.key);
      b.take(second.bytes);
      const key = p.random(32);
      b.give(3, key);
      expect(refusal(a.sealEpoch(key, statementFor(a, key, { signerChainHead: early })))).toBe('device');
      expect(b.take(a.sealEpoch(key)).status).toBe('applied');
    });

    it('[SPA-4] only the device valid at the named point of the chain opens an epoch', () => {
      const key = p.random(32);
      b.give(2, key);
      ana.revoke(ana.device);
      b.accounts.put(ana.view);
      expect(refusal(a.sealEpoch(key))).toBe('device');
      const second = ana.addDevice();
      b.accounts.put(ana.view);
      const own = new Seat(space, ana, second, []);
      own.give(1, first.key);
      own.take(first.bytes);
      for (const signerChainHead of ana.view.heads.slice(0, 3))
        expect(refusal(own.sealEpoch(key, statementFor(own, key, { signerChainHead })))).toBe('device');
      expect(b.take(own.sealEpoch(key)).status).toBe('applied');
    });

    it('[SPA-4] ATK-28 once the owner opened an epoch without it, a stolen device has no way back', () => {
      const stolen = { device: ana.device, head: chainHead(ana.view), log: a };
      const second = ana.addDevice();
      const own = new Seat(space, ana, second, []);
      own.give(1, first.key);
      own.take(first.bytes);
      ana.revoke(stolen.device);
      const next = own.openEpoch([a.writerId]);
      b.accounts.put(ana.view);
      b.give(2, next.key);
      b.take(next.bytes);
      // The thief has even got the new key from a reader, and makes a writer nobody has seen.
      const writing = p.signKeys(writerSeed(p, stolen.device.seed, idBytes(space.spaceId), 1));
      const announce = { op: 'announce', key: writing.publicKey, chain: [...ana.view.statements] };
      const fresh = { writerId: writerIdOf(p.sha256, writing.publicKey), wseq: 1, prev: new Uint8Array(32) };
      const thief = new Seat(space, ana, stolen.device, []);
      for (const held of own.keys) thief.give(held.epoch, held.key);
      thief.take(first.bytes);
      thief.take(next.bytes);
      const seen = thief.log.heads().filter((head) => !head.removed);
      const data = {
        ...thief.draft('data', []),
        ...fresh,
        seen,
        ops: encodeCbor([announce, { op: 'note' }]),
      };
      expect(refusal(thief.seal(data, own.keyOf(2)))).toBe('device');
      expect(refusal(thief.seal(thief.draft('data', [{ op: 'note' }]), own.keyOf(2)))).toBe('removed');
      const key = p.random(32);
      b.give(3, key);
      const statement = { ...thief.statement(key), signerChainHead: stolen.head };
      const change = { ...data, kind: 'control' as const, ops: encodeCbor([announce, statement]) };
      expect(refusal(thief.sealEpoch(key, statement as CborValue, change))).toBe('device');
    });

    it('[SPA-7] ATK-13 ATK-28 an epoch that a stolen device opens beside the one that shut it out knows less', () => {
      const second = ana.addDevice();
      const own = new Seat(space, ana, second, []);
      own.give(1, first.key);
      own.take(first.bytes);
      // The thief's log goes on from the same place, under the chain as it was then.
      a.accounts.put(ana.view);
      const rival = a.openEpoch();
      const afresh = new Seat(space, ana, second, []);
      for (const { key, bytes } of [first, rival]) {
        afresh.give(key === first.key ? 1 : 2, key);
        expect(afresh.take(bytes).status).toBe('applied');
      }
      expect(afresh.log.knowsShutOutsOf(own.log)).toBe(true);
      ana.revoke(ana.device);
      for (const seat of [own, afresh]) seat.accounts.put(ana.view);
      own.openEpoch([a.writerId]);
      expect(afresh.log.knowsShutOutsOf(own.log)).toBe(false);
      expect(own.log.knowsShutOutsOf(afresh.log)).toBe(true);
      // Of an account that is not known nothing can be said.
      expect(new Seat(space, eve, eve.device, []).log.knowsShutOutsOf(own.log)).toBe(false);
    });

    it('[ACC-10] ATK-10 ATK-28 nothing made under the key of an epoch that is over is applied', () => {
      const offline = a.seal(a.draft('data', [{ op: 'note', when: 'before the removal' }]));
      const next = a.openEpoch();
      b.give(2, next.key);
      b.take(next.bytes);
      expect(refusal(offline)).toBe('fork');
      const server = new Seat(space, eve, eve.device, [ana]);
      const leaked = epochKeys(p, idBytes(space.spaceId), 1, first.key);
      for (const draft of [
        a.draft('data', [{ op: 'note' }]),
        { ...server.draft('data', []), accountId: ana.id },
      ])
        expect(refusal(server.seal(draft, leaked))).toBe('epoch');
      expect(refusal(a.seal(a.draft('data', [{ op: 'note' }]), leaked))).toBe('epoch');
    });

    it('[ACC-10] another epoch in place of the one that is current is over, under whatever key', () => {
      const key = p.random(32);
      const late = a.sealEpoch(key);
      const own = new Seat(space, ana, ana.addDevice(), []);
      own.give(1, first.key);
      own.take(first.bytes);
      const rival = own.openEpoch();
      b.give(2, key);
      expect(b.take(late).status).toBe('applied');
      expect(refusal(rival.bytes)).toBe('epoch');
      b.give(2, rival.key);
      expect(refusal(rival.bytes)).toBe('epoch');
    });

    it('[ACC-4] ATK-28 a removed reader holds no key for what comes after', () => {
      const next = a.openEpoch();
      const after = a.write({ op: 'note' });
      expect(b.take(next.bytes)).toEqual({ status: 'held', reason: 'key' });
      expect(b.take(after)).toEqual({ status: 'held', reason: 'gap' });
      b.give(2, first.key);
      expect(b.take(next.bytes)).toEqual({ status: 'held', reason: 'key' });
      expect(b.log.epoch).toBe(1);
    });
  });
});
