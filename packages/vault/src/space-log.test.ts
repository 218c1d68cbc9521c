import { seededRandom } from '@holdfast/base';
import { encodeCbor, envelopeIdOf, parseEnvelope } from '@holdfast/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Space } from './scene.ts';
import { makeSpace, Person, Seat, stateOf } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';
import { announcedKey, SpaceLog } from './space-log.ts';

const p = await sodiumPrimitives(seededRandom(51));
const idOf = (bytes: Uint8Array) => {
  const parsed = parseEnvelope(bytes);
  if (!parsed.ok) throw new Error(parsed.error);
  return envelopeIdOf(p.sha256, parsed.value);
};

describe('space log', () => {
  let ana: Person;
  let ben: Person;
  let space: Space;
  let a: Seat;
  let b: Seat;
  /** Everything both devices wrote, in order. */
  let log: Uint8Array[];

  const pass = (bytes: Uint8Array, to: Seat) => {
    expect(to.take(bytes).status).toBe('applied');
    log.push(bytes);
  };

  beforeEach(() => {
    ana = new Person(p);
    ben = new Person(p);
    space = makeSpace(p, 'pair', ana, ben);
    a = new Seat(space, ana, ana.device, [ben]);
    b = new Seat(space, ben, ben.device, [ana]);
    log = [];
    const { epoch, key, bytes } = a.openEpoch();
    b.give(epoch, key);
    pass(bytes, b);
  });

  it('[ACC-13] gives the ops, the author, the device and the time of what it applies', () => {
    const bytes = a.seal({ ...a.draft('data', [{ op: 'note', text: 'hello' }]), wallMs: 1_790_000_000_000 });
    expect(b.take(bytes)).toMatchObject({
      status: 'applied',
      author: ana.id,
      device: ana.device.id,
      wallMs: 1_790_000_000_000,
      ops: [{ op: 'note', text: 'hello' }],
    });
    expect(b.log.has(bytes)).toBe(true);
    expect(b.log.has(new Uint8Array(3))).toBe(false);
  });

  it('[ACC-13] ops of a kind it does not know go through untouched', () => {
    const op = { op: 'from-the-future', deep: [{ er: new Uint8Array([1, 2]) }] };
    expect(b.take(a.write(op))).toMatchObject({ status: 'applied', ops: [op] });
  });

  it('[ACC-3] an envelope taken twice counts once', () => {
    const bytes = a.write({ op: 'note' });
    expect(b.take(bytes).status).toBe('applied');
    const before = stateOf(b.log);
    expect(b.take(bytes)).toEqual({ status: 'duplicate' });
    expect(b.take(log[0]!)).toEqual({ status: 'duplicate' });
    expect(stateOf(b.log)).toEqual(before);
  });

  it('[ACC-3] one that comes too early waits for those before it', () => {
    const [first, second, third] = [a.write({ n: 1 }), a.write({ n: 2 }), a.write({ n: 3 })];
    expect(b.take(third)).toEqual({ status: 'held', reason: 'gap' });
    expect(b.take(second)).toEqual({ status: 'held', reason: 'gap' });
    for (const bytes of [first, second, third]) expect(b.take(bytes).status).toBe('applied');
  });

  it('[ACC-11] one that saw what is not here yet waits for it', () => {
    const hello = b.write({ op: 'note' });
    pass(hello, a);
    const answer = a.write({ op: 'note' });
    const c = new Seat(space, ana, ana.device, [ben]);
    c.give(1, a.keyOf(1).key);
    c.take(log[0]!);
    expect(c.take(answer)).toEqual({ status: 'held', reason: 'seen' });
    expect(c.take(hello).status).toBe('applied');
    expect(c.take(answer).status).toBe('applied');
  });

  it('[ACC-11] every write is later than all its device has seen, and names all of it', () => {
    for (let i = 0; i < 3; i++) {
      pass(a.write({ i }), b);
      pass(b.write({ i }), a);
    }
    const next = a.log.next(a.writerId);
    expect(next.lamport).toBe(8);
    expect(next.seen).toEqual([expect.objectContaining({ writerId: b.writerId, wseq: 3 })]);
  });

  it('[ACC-4] waits for an epoch key it does not hold', () => {
    const { bytes } = a.openEpoch();
    expect(b.take(bytes)).toEqual({ status: 'held', reason: 'key' });
    const after = a.write({ op: 'note' });
    expect(b.take(after)).toEqual({ status: 'held', reason: 'gap' });
    b.give(2, a.keyOf(2).key);
    expect(b.take(bytes).status).toBe('applied');
    expect(b.take(after).status).toBe('applied');
  });

  it('[SPA-4] an epoch waits for every head it lists, and gives its statement', () => {
    const late = a.write({ op: 'note' });
    const { bytes, key } = a.openEpoch();
    b.give(2, key);
    expect(b.take(bytes)).toEqual({ status: 'held', reason: 'gap' });
    b.take(late);
    expect(b.take(bytes)).toMatchObject({ status: 'applied', opened: { epoch: 2 } });
    expect(b.log.epoch).toBe(2);
    expect(b.log.controlHead).toEqual(idOf(bytes));
    expect(b.log.controlOf(1)).toEqual(idOf(log[0]!));
    expect(b.log.controlOf(3)).toBeUndefined();
  });

  it('[ACC-10] data for the next epoch waits for its control envelope', () => {
    const { bytes, key } = a.openEpoch();
    b.give(2, key);
    const own = new Seat(space, ana, ana.addDevice(), [ben]);
    own.give(1, a.keyOf(1).key);
    own.give(2, key);
    own.take(log[0]!);
    own.take(bytes);
    const early = own.write({ op: 'note' });
    expect(b.take(early)).toEqual({ status: 'held', reason: 'control' });
    b.take(bytes);
    expect(b.take(early).status).toBe('applied');
  });

  it('[ACC-7] a new device introduces itself with its chain', () => {
    const device = ana.addDevice();
    const own = new Seat(space, ana, device, [ben]);
    own.give(1, a.keyOf(1).key);
    own.take(log[0]!);
    expect(b.accounts.get(ana.id)!.devices.has(device.id)).toBe(false);
    expect(b.take(own.write({ op: 'note' }))).toMatchObject({ status: 'applied', device: device.id });
    expect(b.accounts.get(ana.id)!.devices.has(device.id)).toBe(true);
  });

  it('[ACC-7] a writer whose device is not in the chain known here waits for the chain', () => {
    const device = ana.addDevice();
    const own = new Seat(space, ana, device, [ben]);
    own.give(1, a.keyOf(1).key);
    own.take(log[0]!);
    const announce = { op: 'announce', key: own.writerKeys.publicKey, chain: [] };
    const bytes = own.seal({ ...own.draft('data', []), ops: encodeCbor([announce]) });
    expect(b.take(bytes)).toEqual({ status: 'held', reason: 'chain' });
    b.accounts.put(ana.view);
    expect(b.take(bytes).status).toBe('applied');
  });

  it('[ACC-7] a writer whose account is not known here waits for its chain, too', () => {
    const alone = new Seat(space, ana, ana.device, []);
    alone.give(1, a.keyOf(1).key);
    alone.take(log[0]!);
    const bytes = b.seal({ ...b.draft('data', []), ops: encodeCbor([{ op: 'note' }]) });
    expect(alone.take(bytes)).toEqual({ status: 'held', reason: 'chain' });
    expect(alone.log.roster).toEqual([]);
  });

  it('[ACC-7] chain news from the author is learnt on the way', () => {
    ana.addDevice();
    const news = { op: 'chain', chain: [...ana.view.statements] };
    expect(b.take(a.write(news)).status).toBe('applied');
    expect(b.accounts.get(ana.id)!.statements.length).toBe(3);
  });

  it('[SPA-4] a new epoch leaves each writer at what it last wrote, and says in which epoch that was', () => {
    pass(b.write({ op: 'note' }), a);
    const { bytes, key } = a.openEpoch();
    b.give(2, key);
    const before = b.log.writer(b.writerId);
    expect(b.take(bytes).status).toBe('applied');
    expect(b.log.writer(b.writerId)).toEqual(before);
    expect([before?.epoch, b.log.writer(a.writerId)?.epoch]).toEqual([1, 2]);
  });

  describe('a newcomer', () => {
    let key: Uint8Array;
    let control: Uint8Array;
    let c: Seat;
    const old: Uint8Array[] = [];

    beforeEach(() => {
      old.length = 0;
      const gone = new Seat(space, ben, ben.addDevice(), [ana]);
      gone.give(1, a.keyOf(1).key);
      gone.take(log[0]!);
      for (const seat of [b, gone]) {
        const bytes = seat.write({ op: 'note' });
        for (const other of [a, b, gone]) if (other !== seat) other.take(bytes);
        old.push(bytes);
      }
      old.push(a.openEpoch([gone.writerId]).bytes);
      old.push(a.write({ op: 'note', secret: 'before' }));
      ({ bytes: control, key } = a.openEpoch());
      c = new Seat(space, ben, ben.device, [ana]);
      c.give(3, key);
    });

    it('[SPA-4] starts only where a wrap says so', () => {
      expect(c.take(control)).toEqual({ status: 'held', reason: 'control' });
      c.vouched.set(3, p.random(32));
      expect(c.take(control)).toEqual({ status: 'held', reason: 'control' });
      c.vouched.set(3, idOf(control));
      expect(c.take(control).status).toBe('applied');
    });

    it('[SPA-4] starts where either of two records of one epoch says so, and nowhere else', () => {
      const other = a.sealEpoch(p.random(32));
      for (const [list, status] of [
        [[p.random(32), idOf(control)], 'applied'],
        [[idOf(control), p.random(32)], 'applied'],
        [[p.random(32), idOf(other)], 'held'],
      ] as const) {
        const log = new SpaceLog({
          primitives: p,
          spaceId: space.spaceId,
          genesis: space.genesis,
          writers: space.writers,
          accounts: c.accounts,
          keys: () => c.keys[0],
          vouched: (epoch) => (epoch === 3 ? list : []),
        });
        expect(log.hasId(idOf(control))).toBe(false);
        expect(log.accept(control).status).toBe(status);
        expect(log.hasId(idOf(control))).toBe(status === 'applied');
        expect(log.has(control)).toBe(status === 'applied');
      }
    });

    it('[SPA-4] then stands where everyone else stands', () => {
      c.vouched.set(3, idOf(control));
      c.take(control);
      const late = new Seat(space, ben, ben.device, [ana]);
      for (const held of a.keys) late.give(held.epoch, held.key);
      for (const bytes of [...log, ...old, control]) late.take(bytes);
      expect(c.log.controlHead).toEqual(late.log.controlHead);
      expect(c.log.heads()).toEqual(late.log.heads());
      const next = a.write({ op: 'note' });
      expect(c.take(next).status).toBe('applied');
      expect(late.take(next).status).toBe('applied');
      expect(c.take(late.write({ op: 'note' })).status).toBe('applied');
    });

    it('[ACC-3] takes nothing at a position before its start, also not under the key of today', () => {
      c.vouched.set(3, idOf(control));
      c.take(control);
      const next = a.draft('data', [{ op: 'note' }]);
      const before = stateOf(c.log);
      for (let wseq = 1; wseq < next.wseq - 2; wseq++)
        expect(c.take(a.seal({ ...next, wseq }))).toEqual({ status: 'refused', reason: 'epoch' });
      expect(next.wseq).toBeGreaterThan(3);
      expect(stateOf(c.log)).toEqual(before);
      expect(c.take(a.seal(next)).status).toBe('applied');
    });

    it('[SPA-4] cannot read what came before, even with all of it at hand', () => {
      c.vouched.set(3, idOf(control));
      c.take(control);
      for (const bytes of [...log, ...old]) {
        const taken = c.take(bytes);
        expect(['refused', 'duplicate']).toContain(taken.status);
        expect(taken).not.toHaveProperty('ops');
      }
    });
  });

  it('[SPA-4] an epoch opened by a device that was shut out later still reads the same', () => {
    const second = a.openEpoch();
    const before = ana.device;
    const own = new Seat(space, ana, ana.addDevice(), [ben]);
    for (const held of a.keys) own.give(held.epoch, held.key);
    own.take(log[0]!);
    own.take(second.bytes);
    ana.revoke(before);
    const third = own.openEpoch([a.writerId]);
    b.accounts.put(ana.view);
    b.give(2, second.key);
    b.give(3, third.key);
    expect(b.take(second.bytes).status).toBe('applied');
    expect(b.take(third.bytes).status).toBe('applied');
    expect(b.log.writer(a.writerId)?.removed).toBe(true);
  });

  it('[SPA-4] a reader who was left out while a writer was shut out goes on from the epoch a wrap gives them', () => {
    const lost = ana.device;
    const own = new Seat(space, ana, ana.addDevice(), [ben]);
    for (const held of a.keys) own.give(held.epoch, held.key);
    own.take(log[0]!);
    own.take(own.seal(own.draft('data', [{ op: 'note' }])));
    ana.revoke(lost);
    own.accounts.put(ana.view);
    const second = own.openEpoch([a.writerId]);
    const third = own.openEpoch();
    b.accounts.put(ana.view);
    expect(b.log.writer(a.writerId)?.removed).toBe(false);
    b.give(3, third.key, idOf(third.bytes));
    expect(b.take(second.bytes).status).toBe('held');
    expect(b.take(third.bytes).status).toBe('applied');
    expect(b.log.writer(a.writerId)?.removed).toBe(true);
    const after = own.write({ op: 'note' });
    expect(b.take(after).status).toBe('applied');
  });

  it('[ACC-8] the first envelope of a writer announces its key, in its first op and nowhere else', () => {
    const key = p.random(32);
    const announce = { op: 'announce', key, chain: [] };
    expect(announcedKey([announce, { op: 'note' }])).toEqual(key);
    for (const ops of [
      [],
      [{ op: 'note' }, announce],
      [{ ...announce, key: 'text' }],
      [{ op: 'announce', key }],
    ])
      expect(announcedKey(ops)).toBeUndefined();
    const own = new Seat(space, ana, ana.addDevice(), [ben]);
    for (const held of a.keys) own.give(held.epoch, held.key);
    own.take(log[0]!);
    const silent = own.seal({ ...own.draft('data', []), ops: encodeCbor([{ op: 'note' }]) });
    b.accounts.put(ana.view);
    expect(b.take(silent)).toEqual({ status: 'refused', reason: 'binding' });
    expect(b.log.has(silent)).toBe(false);
  });

  it('[SPA-1] is not made for a genesis of another space', () => {
    const other = makeSpace(p, 'pair', ana, ben);
    const options = {
      primitives: p,
      writers: [],
      accounts: a.accounts,
      keys: () => undefined,
      vouched: () => [],
    };
    expect(() => new SpaceLog({ ...options, spaceId: space.spaceId, genesis: other.genesis })).toThrow(
      'genesis',
    );
    expect(a.log.genesis.mode).toBe('pair');
  });
});
