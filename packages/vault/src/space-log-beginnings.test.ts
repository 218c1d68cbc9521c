import { seededRandom } from '@holdfast/base';
import type { CborValue } from '@holdfast/protocol';
import { encodeCbor, envelopeIdOf, parseEnvelope } from '@holdfast/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Space } from './scene.ts';
import { makeSpace, Person, Seat, stateOf } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';
import { SpaceLog } from './space-log.ts';

const p = await sodiumPrimitives(seededRandom(161));
const idOf = (bytes: Uint8Array) => {
  const parsed = parseEnvelope(bytes);
  if (!parsed.ok) throw new Error(parsed.error);
  return envelopeIdOf(p.sha256, parsed.value);
};

describe('a space that begins anew', () => {
  let ana: Person;
  let ben: Person;
  let space: Space;
  /** Ana's phone, and what she opened first. */
  let a: Seat;
  let first: { epoch: number; key: Uint8Array; bytes: Uint8Array };

  beforeEach(() => {
    [ana, ben] = [new Person(p), new Person(p)];
    space = makeSpace(p, 'broadcast', ana);
    a = new Seat(space, ana, ana.device, [ben]);
    first = a.openEpoch();
  });

  /** A phone that was there from the first epoch on. */
  function another(person = ben, device = person.device): Seat {
    const seat = new Seat(space, person, device, [ana]);
    seat.give(1, first.key);
    expect(seat.take(first.bytes).status).toBe('applied');
    return seat;
  }

  /** The next epoch of a seat, which says that the space begins anew in it. Taken in by that seat alone. */
  function beginAnew(seat: Seat, change: { readonly [field: string]: CborValue } = {}) {
    const key = p.random(32);
    const epoch = seat.log.epoch + 1;
    const bytes = seat.sealEpoch(key, { ...seat.statement(key), begins: true, ...change });
    seat.give(epoch, key);
    const taken = seat.take(bytes);
    return { epoch, key, bytes, taken };
  }

  const refusal = (seat: Seat, bytes: Uint8Array) => {
    const before = stateOf(seat.log);
    const taken = seat.take(bytes);
    expect(stateOf(seat.log)).toEqual(before);
    return taken;
  };

  it('[SPA-5] goes on as from any epoch where nothing before it is missing', () => {
    const b = another();
    b.take(a.write({ op: 'note' }));
    const second = beginAnew(a);
    b.give(2, second.key);
    expect(second.taken).toMatchObject({ status: 'applied', jumped: false, opened: { begins: true } });
    expect(b.take(second.bytes)).toMatchObject({ status: 'applied', jumped: false });
    expect(b.log.heads()).toEqual(a.log.heads());
  });

  it('[SPA-5] a device that lacks some of what came before goes on there with the heads it lists', () => {
    const b = another();
    const [early, last] = [a.write({ n: 1 }), a.write({ n: 2 })];
    const second = beginAnew(a);
    b.give(2, second.key);
    expect(b.take(second.bytes)).toMatchObject({ status: 'applied', jumped: true });
    expect(b.log.heads()).toEqual(a.log.heads());
    expect(b.take(a.write({ op: 'note' })).status).toBe('applied');
    // What was passed over is carried over, and gives no ops a second time.
    expect(refusal(b, early)).toEqual({ status: 'refused', reason: 'epoch' });
    expect(refusal(b, last)).toEqual({ status: 'duplicate' });
  });

  it('[SPA-5] a writer that this device never met is known from the statement', () => {
    const b = another();
    const c = another(ana, ana.addDevice());
    const note = c.write({ op: 'note' });
    a.accounts.put(ana.view);
    expect(a.take(note).status).toBe('applied');
    const second = beginAnew(a);
    for (const seat of [b, c]) seat.give(2, second.key);
    expect(refusal(b, second.bytes)).toEqual({ status: 'held', reason: 'chain' });
    b.accounts.put(ana.view);
    expect(b.take(second.bytes)).toMatchObject({ status: 'applied', jumped: true });
    expect(c.take(second.bytes)).toMatchObject({ status: 'applied', jumped: false });
    expect(b.take(c.write({ op: 'note' })).status).toBe('applied');
  });

  it('[SPA-5] an epoch that does not say so waits for all that it lists', () => {
    const b = another();
    const missing = a.write({ op: 'note' });
    const second = a.openEpoch();
    b.give(2, second.key);
    b.begins.add(2);
    expect(refusal(b, second.bytes)).toEqual({ status: 'held', reason: 'gap' });
    b.take(missing);
    expect(b.take(second.bytes)).toMatchObject({ status: 'applied', jumped: false });
  });

  it('[SPA-5] [SPA-4] epochs are passed over only where a wrap, or the account’s own record of the key, says so', () => {
    a.openEpoch();
    const third = beginAnew(a);
    const [vouched, recorded] = [another(), another()];
    for (const seat of [vouched, recorded]) {
      seat.give(3, third.key);
      expect(refusal(seat, third.bytes)).toEqual({ status: 'held', reason: 'control' });
    }
    vouched.vouched.set(3, idOf(third.bytes));
    recorded.begins.add(3);
    for (const seat of [vouched, recorded]) {
      expect(seat.take(third.bytes)).toMatchObject({ status: 'applied', jumped: true });
      expect(seat.log.heads()).toEqual(a.log.heads());
    }
  });

  it('[SPA-5] [SPA-4] such a record lets no epoch in that does not say itself that it begins anew', () => {
    a.openEpoch();
    const third = a.openEpoch();
    const b = another();
    b.give(3, third.key);
    b.begins.add(3);
    expect(refusal(b, third.bytes)).toEqual({ status: 'held', reason: 'control' });
  });

  it('[SPA-5] [SPA-4] where there are no such records, none says so', () => {
    a.openEpoch();
    const third = beginAnew(a);
    const log = new SpaceLog({
      primitives: p,
      spaceId: space.spaceId,
      genesis: space.genesis,
      writers: space.writers,
      accounts: a.accounts,
      keys: () => a.keyOf(3),
      vouched: () => [],
    });
    expect(log.accept(third.bytes)).toEqual({ status: 'held', reason: 'control' });
  });

  it('[SPA-5] [SPA-4] ATK-13 a new beginning sets back nothing that this device has verified', () => {
    const b = another();
    const before = a.log.heads();
    b.take(a.write({ op: 'note' }));
    const bare = { op: 'announce', key: a.writerKeys.publicKey, chain: [] };
    for (const heads of [[], before.map((head) => ({ ...head }))]) {
      const key = p.random(32);
      b.give(2, key);
      b.begins.add(2);
      const statement = { ...a.statement(key), begins: true, heads };
      const ops = encodeCbor([bare, statement]);
      expect(refusal(b, a.sealEpoch(key, statement, { ops }))).toEqual({
        status: 'refused',
        reason: 'heads',
      });
    }
  });

  it('[SPA-5] [SPA-4] ATK-14 a beginning that names another past for the next epoch is a fork', () => {
    const b = another();
    const key = p.random(32);
    b.give(2, key);
    b.begins.add(2);
    const statement = { ...a.statement(key), begins: true, prevControl: p.random(32) };
    expect(refusal(b, a.sealEpoch(key, statement))).toEqual({
      status: 'refused',
      reason: 'fork',
      claimedBy: ana.id,
    });
  });

  it('[SPA-5] nobody passes over what others wrote: a space of two never begins anew, nor does a room', () => {
    space = makeSpace(p, 'pair', ana, ben);
    a = new Seat(space, ana, ana.device, [ben]);
    first = a.openEpoch();
    const b = another();
    const no = { status: 'refused', reason: 'statement' };
    expect(beginAnew(a).taken).toEqual(no);
    expect(beginAnew(b).taken).toEqual(no);
    space = makeSpace(p, 'room', ana);
    a = new Seat(space, ana, ana.device, []);
    const { accountId: account, encryptionVersion: version, heads } = ana.view;
    const roster = [{ account, version, position: heads.length - 1, role: 'admin' }];
    expect(beginAnew(a, { roster }).taken).toEqual(no);
  });
});
