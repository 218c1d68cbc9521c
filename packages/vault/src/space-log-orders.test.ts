import { seededNumbers, seededRandom } from '@holdfast/base';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { describe, expect, it } from 'vitest';
import type { Space } from './scene.ts';
import { makeSpace, Person, Seat, stateOf } from './scene.ts';

/**
 * A valid log reaches a device in any order, late, twice, with damaged copies among it, and with keys and chain news
 * at any time: it ends in the state of those who wrote it. On the fake primitives, because order is the subject.
 */
interface History {
  readonly space: Space;
  readonly ana: Person;
  readonly ben: Person;
  /** The owner's chain as it was when the space began. */
  readonly began: Person['view'];
  readonly envelopes: readonly Uint8Array[];
  readonly keys: readonly { epoch: number; key: Uint8Array }[];
  readonly end: unknown;
  readonly epochs: number;
  readonly removals: number;
}

function makeHistory(seed: number): History {
  const p = fakePrimitives(seededRandom(seed));
  const next = seededNumbers(seed + 1);
  const [ana, ben] = [new Person(p), new Person(p)];
  const began = ana.view;
  const space = makeSpace(p, 'pair', ana, ben);
  const seats = [new Seat(space, ana, ana.device, [ben]), new Seat(space, ben, ben.device, [ana])];
  const envelopes: Uint8Array[] = [];
  const keys: { epoch: number; key: Uint8Array }[] = [];
  let removals = 0;
  const share = (bytes: Uint8Array, from: Seat): void => {
    envelopes.push(bytes);
    for (const seat of seats) {
      if (seat === from) continue;
      const taken = seat.take(bytes);
      if (taken.status !== 'applied') throw new Error(JSON.stringify(taken));
    }
  };
  const open = (by: Seat, removed: Seat[] = []): void => {
    const opened = by.openEpoch(removed.map((seat) => seat.writerId));
    keys.push(opened);
    for (const seat of seats) if (seat !== by) seat.give(opened.epoch, opened.key);
    share(opened.bytes, by);
  };
  open(seats[0]!);
  for (let step = 0; step < 14; step++) {
    const seat = seats[Math.floor(next() * seats.length)]!;
    const chance = next();
    if (chance < 0.7) share(seat.write({ op: 'note', step }), seat);
    else if (chance < 0.85) open(seat);
    else if (seats.length < 4) {
      // Ana adds a device, which writes at once.
      const own = new Seat(space, ana, ana.addDevice(), [ben]);
      for (const held of keys) own.give(held.epoch, held.key);
      for (const bytes of envelopes) own.take(bytes);
      seats.push(own);
      share(own.write({ op: 'chain', chain: [...ana.view.statements] }), own);
    } else {
      // Ana shuts out the oldest device that is not the last one she has.
      const gone = seats.findIndex((other) => other.person === ana);
      const [out] = seats.splice(gone, 1);
      const by = seats.find((other) => other.person === ana)!;
      ana.revoke(out!.device);
      share(by.write({ op: 'chain', chain: [...ana.view.statements] }), by);
      open(by, [out!]);
      removals += 1;
    }
  }
  const end = stateOf(seats[0]!.log);
  for (const seat of seats) expect(stateOf(seat.log)).toEqual(end);
  return { space, ana, ben, began, envelopes, keys, end, epochs: keys.length, removals };
}

describe('a log in any order', () => {
  // In parts, so that each has time enough on a slow machine and while branches are counted.
  it.each([1, 51, 101])(
    '[ACC-13] ends in the same state, and no damaged copy is ever applied (from seed %i)',
    (first) => {
      const counts = { held: 0, duplicate: 0, damaged: 0, epochs: 0, removals: 0 };
      for (let seed = first; seed < first + 50; seed++) {
        const history = makeHistory(seed * 1000);
        counts.epochs += history.epochs;
        counts.removals += history.removals;
        for (let run = 0; run < 4; run++) {
          const next = seededNumbers(seed * 10 + run);
          const reader = new Seat(history.space, history.ben, history.ben.device, [history.ana]);
          // Half of the readers know the whole chain of today, half only what Ana was when it began.
          reader.accounts.put(run % 2 === 0 ? history.ana.view : history.began);
          const events: (() => void)[] = [];
          let waiting: Uint8Array[] = [];
          const take = (bytes: Uint8Array): void => {
            const taken = reader.take(bytes);
            if (taken.status === 'refused') throw new Error(`seed ${seed}: refused for ${taken.reason}`);
            if (taken.status === 'held') waiting.push(bytes);
            counts.held += taken.status === 'held' ? 1 : 0;
            counts.duplicate += taken.status === 'duplicate' ? 1 : 0;
          };
          for (const held of history.keys) events.push(() => reader.give(held.epoch, held.key));
          for (const bytes of history.envelopes) {
            events.push(() => take(bytes));
            if (next() < 0.3) events.push(() => take(bytes));
            if (next() < 0.3)
              events.push(() => {
                const damaged = bytes.slice();
                damaged[Math.floor(next() * damaged.length)]! ^= 1 << Math.floor(next() * 8);
                const before = stateOf(reader.log);
                expect(['held', 'refused']).toContain(reader.take(damaged).status);
                expect(stateOf(reader.log)).toEqual(before);
                counts.damaged += 1;
              });
          }
          for (const event of shuffled(events, next)) event();
          for (let before = -1; before !== waiting.length && waiting.length > 0;) {
            before = waiting.length;
            const again = shuffled(waiting, next);
            waiting = [];
            for (const bytes of again) take(bytes);
          }
          expect(waiting, `seed ${seed}`).toEqual([]);
          expect(stateOf(reader.log), `seed ${seed}`).toEqual(history.end);
        }
      }
      // The runs did meet what they are about.
      expect(counts.held).toBeGreaterThan(340);
      expect(counts.duplicate).toBeGreaterThan(40);
      expect(counts.damaged).toBeGreaterThan(340);
      expect(counts.epochs).toBeGreaterThan(100);
      expect(counts.removals).toBeGreaterThan(4);
    },
  );
});

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map((item) => ({ item, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
