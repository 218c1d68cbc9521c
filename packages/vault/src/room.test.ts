import { idBytes, seededRandom } from '@holdfast/base';
import type { CborValue, WriterId } from '@holdfast/protocol';
import { encodeCbor, envelopeIdOf, parseEnvelope, writerIdOf } from '@holdfast/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { epochKeys, writerSeed } from './keys.ts';
import type { Device, Space } from './scene.ts';
import { makeSpace, Person, Seat, stateOf } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';
import { openWrap, readEpochStatement, wrapFor } from './space.ts';
import { SpaceLog } from './space-log.ts';

const p = await sodiumPrimitives(seededRandom(141));
const idOf = (bytes: Uint8Array) => {
  const parsed = parseEnvelope(bytes);
  if (!parsed.ok) throw new Error(parsed.error);
  return envelopeIdOf(p.sha256, parsed.value);
};
type Role = 'admin' | 'member';
const member = ({ view }: Person, role: Role) => ({
  account: view.accountId,
  version: view.encryptionVersion,
  position: view.heads.length - 1,
  role,
});
const chainOf = ({ view }: Person, chain = view.statements) => ({
  account: view.accountId,
  chain: [...chain],
});

describe('a room', () => {
  let [ana, ben, cy, eve]: Person[] = [];
  let room: Space;
  let [a, b, c]: Seat[] = [];
  let first: { epoch: number; key: Uint8Array; bytes: Uint8Array };

  /** What `seat` would open next, with every member's chain beside it. */
  function make(
    seat: Seat,
    roster: readonly { readonly [field: string]: CborValue }[],
    change: { removed?: WriterId[]; chains?: CborValue[]; statement?: object } = {},
  ) {
    const key = p.random(32);
    const epoch = seat.log.epoch + 1;
    const statement = { ...seat.statement(key, change.removed), roster: [...roster], ...change.statement };
    const known = [ana!, ben!, cy!, eve!].filter((one) => roster.some((m) => m['account'] === one.id));
    const chains = change.chains ?? known.map((one) => chainOf(one));
    const draft = seat.draft('control', [{ op: 'chains', chains }, statement as CborValue]);
    const bytes = seat.seal(draft, epochKeys(p, idBytes(room.spaceId), epoch, key));
    return { epoch, key, bytes };
  }
  function open(seat: Seat, ...args: Parameters<typeof make> extends [Seat, ...infer R] ? R : never) {
    const made = make(seat, ...args);
    seat.give(made.epoch, made.key);
    expect(seat.take(made.bytes)).toMatchObject({ status: 'applied' });
    return made;
  }
  /** A seat that is given an epoch and starts there. */
  function join(person: Person, at: { epoch: number; key: Uint8Array; bytes: Uint8Array }, device?: Device) {
    const seat = new Seat(room, person, device ?? person.device, []);
    seat.give(at.epoch, at.key, idOf(at.bytes));
    return seat;
  }
  const refusal = (seat: Seat, bytes: Uint8Array) => {
    const before = stateOf(seat.log);
    const taken = seat.take(bytes);
    expect(stateOf(seat.log)).toEqual(before);
    return 'reason' in taken ? taken.reason : taken.status;
  };
  /** Makes `seat` try an epoch of its own and says why `judge` refuses it. */
  const tried = (
    seat: Seat,
    judge: Seat,
    ...args: Parameters<typeof make> extends [Seat, ...infer R] ? R : never
  ) => {
    const made = make(seat, ...args);
    judge.give(made.epoch, made.key);
    return refusal(judge, made.bytes);
  };

  beforeEach(() => {
    [ana, ben, cy, eve] = [new Person(p), new Person(p), new Person(p), new Person(p)];
    room = makeSpace(p, 'room', ana);
    a = new Seat(room, ana, ana.device, []);
    first = open(a, [member(ana, 'admin'), member(ben, 'member'), member(cy, 'admin')]);
    [b, c] = [join(ben, first), join(cy, first)];
    for (const seat of [b, c]) expect(seat.take(first.bytes).status).toBe('applied');
  });

  it('[ROM-1] everyone on the roster writes and sees who is there; whoever else holds the key does not', () => {
    for (const [from, others] of [
      [b!, [a!, c!]],
      [c!, [a!, b!]],
      [a!, [b!, c!]],
    ] as const) {
      const bytes = from.write({ op: 'note' });
      for (const seat of others) expect(seat.take(bytes).status).toBe('applied');
    }
    expect(b!.log.roster.map(({ role }) => role)).toEqual(['admin', 'member', 'admin']);
    const stranger = join(eve!, first);
    stranger.take(first.bytes);
    for (const seat of [a!, b!, c!])
      expect(refusal(seat, stranger.seal(stranger.draft('data', [{ op: 'note' }])))).toBe('account');
  });

  it('[ROM-1] a room’s statement has a roster of at most 40, and no other space’s has one', () => {
    expect(tried(a!, b!, [], { statement: { roster: undefined } })).toBe('malformed');
    const bare = a!.statement(p.random(32));
    expect(readEpochStatement(encodeCbor([bare]))).toBeDefined();
    expect(readEpochStatement(encodeCbor([{ ...bare, roster: [] }]))).toBeUndefined();
    const many = Array.from({ length: 41 }, (_, i) => ({ ...member(ana!, 'member'), version: i + 1 }));
    expect(readEpochStatement(encodeCbor([{ ...bare, roster: many }]))).toBeUndefined();
    const plan = makeSpace(p, 'broadcast', ana!);
    const seat = new Seat(plan, ana!, ana!.device, []);
    const key = p.random(32);
    seat.give(1, key);
    const statement = { ...seat.statement(key), roster: [member(ana!, 'admin')] };
    expect(refusal(seat, seat.sealEpoch(key, statement))).toBe('statement');
  });

  it('[ROM-2] a newcomer starts at their own epoch and verifies the others by the chains that come with it', () => {
    const [old, last] = [b!.write({ op: 'note', text: 'before' }), b!.write({ op: 'note' })];
    for (const seat of [a!, c!]) for (const bytes of [old, last]) seat.take(bytes);
    const second = open(a!, [...a!.log.roster, member(eve!, 'member')]);
    const e = join(eve!, second);
    expect(e.take(second.bytes).status).toBe('applied');
    expect(e.accounts.get(ben!.id)!.heads).toHaveLength(ben!.view.heads.length);
    // What was written before is under a key that was never given, and behind where a newcomer starts.
    expect(refusal(e, old)).toBe('epoch');
    for (const seat of [b!, c!]) {
      seat.give(second.epoch, second.key);
      expect(seat.take(second.bytes).status).toBe('applied');
    }
    for (const [from, others] of [
      [b!, [a!, c!, e]],
      [e, [a!, b!, c!]],
    ] as const) {
      const bytes = from.write({ op: 'note' });
      for (const seat of others) expect(seat.take(bytes).status).toBe('applied');
    }
  });

  it('[ROM-2] ATK-1 no chain is taken under a name that is not its own, or of somebody who is not there', () => {
    const roster = [...a!.log.roster];
    const foreign = { account: ben!.id, chain: [...eve!.view.statements] };
    expect(tried(a!, c!, roster, { chains: [foreign] })).toBe('account');
    expect(tried(a!, c!, roster, { chains: [chainOf(eve!)] })).toBe('account');
    expect(c!.accounts.get(eve!.id)).toBeUndefined();
    // A newcomer, who knows nobody, takes no stranger for Ben either.
    const second = make(a!, [...roster, member(eve!, 'member')], { chains: [chainOf(ana!), foreign] });
    const newcomer = join(cy!, second, cy!.addDevice());
    expect(refusal(newcomer, second.bytes)).toBe('account');
    expect(newcomer.accounts.get(ben!.id)).toBeUndefined();
    const said = b!.draft('data', []);
    const announce = { op: 'announce', key: b!.writerKeys.publicKey, chain: [...eve!.view.statements] };
    expect(refusal(c!, b!.seal({ ...said, ops: encodeCbor([announce]) }))).toBe('account');
  });

  it('[ROM-3] ATK-2 only an admin of the epoch before opens one, who stays an admin; the first is the owner’s', () => {
    const all = [...a!.log.roster];
    const asAdmin = all.map((entry) => ({ ...entry, role: 'admin' as const }));
    expect(tried(b!, a!, asAdmin)).toBe('account');
    expect(tried(b!, a!, all)).toBe('account');
    const without = all.filter(({ account }) => account !== cy!.id);
    expect(tried(c!, a!, without)).toBe('account');
    expect(tried(c!, a!, [...without, member(cy!, 'member')])).toBe('account');
    expect(tried(c!, a!, [...all, all[0]!])).toBe('statement');
    const fresh = makeSpace(p, 'room', ana!);
    const [own, other] = [ana!, ben!].map((one) => new Seat(fresh, one, one.device, [ana!, ben!, cy!]));
    const before = room;
    room = fresh;
    expect(tried(other!, own!, [member(ben!, 'admin')])).toBe('account');
    room = before;
    const second = open(c!, all);
    a!.give(second.epoch, second.key);
    expect(a!.take(second.bytes).status).toBe('applied');
  });

  it('[ROM-3] ATK-14 two epochs after one are a fork, and neither side takes the other’s', () => {
    const mine = make(a!, a!.log.roster);
    const theirs = make(c!, c!.log.roster);
    for (const seat of [a!, b!, c!]) {
      seat.give(mine.epoch, mine.key);
      seat.give(theirs.epoch, theirs.key);
    }
    for (const seat of [a!, b!]) expect(seat.take(mine.bytes).status).toBe('applied');
    expect(c!.take(theirs.bytes).status).toBe('applied');
    for (const seat of [a!, b!]) expect(refusal(seat, theirs.bytes)).toBe('fork');
    expect(refusal(c!, mine.bytes)).toBe('fork');
    // Without the other's key nothing is known of it, and what was written after it is not taken.
    const late = c!.write({ op: 'note' });
    expect(refusal(a!, late)).not.toBe('applied');
    // Only an admin's counts, and only one that follows the same.
    expect(refusal(b!, b!.seal(b!.draft('control', [{ op: 'epoch' }]), b!.keyOf(2)))).toBe('epoch');
  });

  it('[ROM-3] ATK-14 a second epoch of a member, or one that follows something else, accuses nobody', () => {
    const roster = [...a!.log.roster];
    const theirs = make(b!, roster);
    const elsewhere = make(c!, roster, { statement: { prevControl: p.random(32) } });
    const rival = make(c!, roster);
    open(a!, roster);
    for (const { epoch, key } of [theirs, elsewhere, rival]) a!.give(epoch, key);
    expect(refusal(a!, theirs.bytes)).toBe('epoch');
    expect(refusal(a!, elsewhere.bytes)).toBe('epoch');
    // The same statement under the number of an epoch that is over is no rival of today's.
    const older = c!.draft('control', [{ ...c!.statement(p.random(32)), roster } as CborValue]);
    expect(refusal(a!, c!.seal(older, c!.keyOf(1)))).toBe('epoch');
    expect(refusal(a!, rival.bytes)).toBe('fork');
  });

  it('[ROM-4] ATK-28 whoever was let go writes nothing after the cut-off, with any key and as any writer', () => {
    const before = b!.write({ op: 'note', text: 'before' });
    for (const seat of [a!, c!]) expect(seat.take(before).status).toBe('applied');
    const late = b!.seal(b!.draft('data', [{ op: 'note', text: 'late' }]));
    const rest = a!.log.roster.filter(({ account }) => account !== ben!.id);
    const second = open(a!, rest, { removed: [b!.writerId] });
    c!.give(second.epoch, second.key);
    expect(c!.take(second.bytes).status).toBe('applied');
    // Written before it was known, and under a key that leaked.
    for (const seat of [a!, c!]) expect(refusal(seat, late)).toBe('epoch');
    b!.give(second.epoch, second.key);
    expect(b!.take(second.bytes).status).toBe('applied');
    const leaked = b!.seal(b!.draft('data', [{ op: 'note' }]));
    for (const seat of [a!, b!, c!]) expect(refusal(seat, leaked)).toBe('account');
    const other = join(ben!, second, ben!.addDevice());
    other.take(second.bytes);
    expect(refusal(a!, other.seal(other.draft('data', [{ op: 'note' }])))).toBe('account');
    // Somebody who comes back goes on as a new writer; the one that was shut out stays so.
    const third = open(a!, [...rest, member(ben!, 'member')]);
    for (const seat of [b!, c!]) {
      seat.give(third.epoch, third.key);
      expect(seat.take(third.bytes).status).toBe('applied');
    }
    expect(refusal(c!, b!.seal(b!.draft('data', [{ op: 'note' }])))).toBe('removed');
    const keys = p.signKeys(writerSeed(p, ben!.device.seed, idBytes(room.spaceId), 1));
    const announce = { op: 'announce', key: keys.publicKey, chain: [...ben!.view.statements] };
    const writerId = writerIdOf(p.sha256, keys.publicKey);
    const draft = {
      ...b!.draft('data', []),
      writerId,
      ...b!.log.next(writerId),
      ops: encodeCbor([announce]),
    };
    const again = b!.seal(draft);
    for (const seat of [a!, b!, c!]) expect(seat.take(again).status).toBe('applied');
  });

  it('[ROM-4] a device that its account shut out by then comes back as no new writer', () => {
    const lost = ben!.device;
    ben!.addDevice();
    ben!.revoke(lost);
    a!.accounts.put(ben!.view);
    const second = open(a!, [member(ana!, 'admin'), member(ben!, 'member'), member(cy!, 'admin')], {
      removed: [b!.writerId],
    });
    c!.give(second.epoch, second.key);
    expect(c!.take(second.bytes).status).toBe('applied');
    const thief = join(ben!, second, lost);
    thief.take(second.bytes);
    const keys = p.signKeys(writerSeed(p, lost.seed, idBytes(room.spaceId), 7));
    const announce = { op: 'announce', key: keys.publicKey, chain: [...ben!.view.statements] };
    const writerId = writerIdOf(p.sha256, keys.publicKey);
    const draft = {
      ...thief.draft('data', []),
      writerId,
      ...thief.log.next(writerId),
      ops: encodeCbor([announce]),
    };
    expect(refusal(c!, thief.seal(draft))).toBe('device');
  });

  it('[ACC-14] a log of a room that has not begun opens from its own state, with nobody in it', () => {
    const { log } = new Seat(room, ben!, ben!.device, []);
    const kept = new SpaceLog({
      primitives: p,
      spaceId: room.spaceId,
      genesis: room.genesis,
      writers: [],
      accounts: b!.accounts,
      keys: () => b!.keyOf(1),
      vouched: () => [idOf(first.bytes)],
      state: log.toState(),
    });
    expect([log.roster, kept.roster]).toEqual([[], []]);
    expect(kept.accept(first.bytes).status).toBe('applied');
  });

  it('[ACC-14] a log opened from its own state knows the roster and goes on', () => {
    const kept = new SpaceLog({
      primitives: p,
      spaceId: room.spaceId,
      genesis: room.genesis,
      writers: [],
      accounts: c!.accounts,
      keys: () => c!.keyOf(1),
      vouched: () => [],
      state: c!.log.toState(),
    });
    expect(kept.roster).toEqual(c!.log.roster);
    const bytes = b!.write({ op: 'note' });
    expect(kept.accept(bytes).status).toBe('applied');
  });

  it('[ROM-5] an admin’s wrap says which of its keys is for the server, and what it says cannot be changed', () => {
    const gift = { spaceId: room.spaceId, epoch: 1, control: idOf(first.bytes), seq: 1, key: first.key };
    const gifts = [gift, { ...gift, key: p.random(32), admin: true as const }];
    const to = { accountId: cy!.id, encryptionKey: cy!.view.encryptionKey, encryptionVersion: 1 };
    const op = wrapFor(p, to, gifts)!;
    expect(openWrap(p, cy!.id, () => cy!.encryptionSeed, op)).toEqual({ ok: true, value: gifts });
    const list = encodeCbor(
      gifts.map(({ spaceId, epoch, control, seq }) => ({ spaceId, epoch, control, seq })),
    );
    expect(openWrap(p, cy!.id, () => cy!.encryptionSeed, { ...op, list }).ok).toBe(false);
  });
});
