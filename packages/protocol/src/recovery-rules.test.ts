import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecoveryCase, RecoveryTerms } from './recovery-rules.ts';
import { beginning, inUse, mayRequest, owned, standingOf, vetoed } from './recovery-rules.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = 20_783 * DAY + 11 * 60_000;
const TERMS: RecoveryTerms = { waitHours: 48, needed: 2, people: 3 };

describe('a recovery request', () => {
  it('[RCV-2] is released when enough said yes and its time is over, on the hour and not before', () => {
    const request = beginning(START);
    const { begunAt, readyAt, state } = standingOf(request, TERMS, 0, START);
    expect(state).toBe('open');
    expect(begunAt % HOUR).toBe(0);
    expect(begunAt - START).toBeLessThan(HOUR);
    expect(readyAt).toBe(begunAt + 48 * HOUR);
    expect(readyAt - START).toBeGreaterThanOrEqual(48 * HOUR);
    expect(standingOf(request, TERMS, 2, readyAt - 1)).toMatchObject({ enough: true, ready: false });
    expect(standingOf(request, TERMS, 2, readyAt)).toMatchObject({ enough: true, ready: true });
    expect(standingOf(request, TERMS, 1, readyAt + 90 * DAY)).toMatchObject({ enough: false, ready: false });
  });

  it('[RCV-3] stops when a device is in use, and goes on with the rest of its time when the person says so', () => {
    const request = beginning(START);
    const { begunAt, readyAt } = standingOf(request, TERMS, 2, START);
    const stopped = inUse(request, begunAt + 10 * HOUR);
    expect(inUse(stopped, begunAt + 11 * HOUR)).toEqual(stopped);
    expect(standingOf(stopped, TERMS, 2, readyAt)).toMatchObject({ state: 'stopped', ready: false });
    const again = owned(stopped, begunAt + 30 * HOUR);
    expect(standingOf(again, TERMS, 2, readyAt)).toMatchObject({ state: 'open', ready: false });
    expect(standingOf(again, TERMS, 2, readyAt + 20 * HOUR)).toMatchObject({ ready: true });
    // It was asked and answered: a device in use says nothing new.
    expect(inUse(again, begunAt + 31 * HOUR)).toEqual(again);
    // Said before any device stopped it.
    expect(standingOf(owned(request, begunAt + HOUR), TERMS, 2, readyAt).ready).toBe(true);
    // In use in the minutes before its first full hour: no time is won by it.
    expect(owned(inUse(request, START), START).begunHour).toBe(request.begunHour);
  });

  it('[RCV-4] a veto holds, whoever said yes, and cannot be taken back', () => {
    const request = vetoed(beginning(START), START + HOUR);
    expect(standingOf(request, TERMS, 2, START + 365 * DAY)).toMatchObject({ state: 'vetoed', ready: false });
    for (const later of [
      owned(request, START + DAY),
      inUse(request, START + DAY),
      vetoed(request, START + DAY),
    ])
      expect(later).toEqual(request);
    const released = { ...beginning(START), releasedHour: 1 };
    for (const late of [vetoed(released, START), inUse(released, START), owned(released, START)])
      expect(late).toEqual(released);
    expect(standingOf(released, TERMS, 0, START)).toMatchObject({ state: 'released', ready: true });
  });

  it('[RCV-6] everyone together overrules a veto and a device in use after 30 days; two are never everyone', () => {
    const request = beginning(START);
    const { begunAt } = standingOf(request, TERMS, 0, START);
    for (const held of [vetoed(request, START + DAY), inUse(request, START + DAY)]) {
      expect(standingOf(held, TERMS, 3, begunAt + 30 * DAY - 1).ready).toBe(false);
      expect(standingOf(held, TERMS, 3, begunAt + 30 * DAY).ready).toBe(true);
      expect(standingOf(held, TERMS, 2, begunAt + 300 * DAY).ready).toBe(false);
      expect(standingOf(held, { ...TERMS, people: 2 }, 2, begunAt + 300 * DAY).ready).toBe(false);
    }
  });

  it('[RCV-4] [RCV-5] after a veto no other for a day, after three within 30 days none at all', () => {
    const at = (ms: number) => vetoed(beginning(ms), ms);
    expect(mayRequest([], START)).toBe(0);
    expect(mayRequest([beginning(START)], START)).toBe(0);
    const seconds = mayRequest([at(START)], START) as number;
    expect(seconds).toBeGreaterThanOrEqual(DAY / 1000);
    expect(seconds).toBeLessThanOrEqual((DAY + HOUR) / 1000);
    expect(mayRequest([at(START)], START + seconds * 1000)).toBe(0);
    const three = [at(START), at(START + 2 * DAY), at(START + 4 * DAY)];
    expect(mayRequest(three, START + 20 * DAY)).toBe('off');
    expect(mayRequest(three, START + 31 * DAY)).toBe(0);
    // One tap that stops three requests is one veto.
    expect(mayRequest([at(START), at(START), at(START)], START + 2 * DAY)).toBe(0);
  });

  type Step = 'day' | 'month' | 'yes' | 'in use' | 'mine' | 'veto' | 'release';
  const STEPS: readonly Step[] = ['day', 'month', 'yes', 'in use', 'mine', 'veto', 'release'];
  interface World {
    readonly request: RecoveryCase;
    readonly now: number;
    readonly yes: number;
    readonly vetoedBy: boolean;
    readonly out: boolean;
  }
  function take(world: World, step: Step, terms: RecoveryTerms): World {
    const { request, now, yes } = world;
    switch (step) {
      case 'day':
        return { ...world, now: now + DAY };
      case 'month':
        return { ...world, now: now + 31 * DAY };
      case 'yes':
        return { ...world, yes: Math.min(terms.people, yes + 1) };
      case 'in use':
        return { ...world, request: inUse(request, now) };
      case 'mine':
        return { ...world, request: owned(request, now) };
      case 'veto':
        return { ...world, request: vetoed(request, now), vetoedBy: world.vetoedBy || !world.out };
      case 'release':
        return { ...world, out: world.out || standingOf(request, terms, yes, now).ready };
    }
  }
  /** Every world that these steps lead to, in any order, with its path. */
  function* walk(terms: RecoveryTerms, depth: number): Generator<{ world: World; path: readonly Step[] }> {
    const first: World = { request: beginning(START), now: START, yes: 0, vetoedBy: false, out: false };
    let layer = [{ world: first, path: [] as readonly Step[] }];
    for (let n = 0; n < depth; n++) {
      const next = new Map<string, { world: World; path: readonly Step[] }>();
      for (const { world, path } of layer)
        for (const step of STEPS) {
          const after = take(world, step, terms);
          next.set(JSON.stringify(after), { world: after, path: [...path, step] });
        }
      layer = [...next.values()];
      yield* layer;
    }
  }

  it.each([
    { waitHours: 24, needed: 2, people: 2 },
    { waitHours: 48, needed: 2, people: 3 },
    { waitHours: 168, needed: 3, people: 5 },
  ])('[RCV-4] [RCV-6] ATK-27 every order of up to 8 steps, %o: no way past an owner who vetoes', (terms) => {
    let worlds = 0;
    let released = 0;
    for (const { world, path } of walk(terms, 8)) {
      worlds += 1;
      if (!world.out) continue;
      released += 1;
      const waited = (world.now - START) / HOUR;
      expect(world.yes, path.join()).toBeGreaterThanOrEqual(terms.needed);
      expect(waited, path.join()).toBeGreaterThanOrEqual(terms.waitHours);
      if (!world.vetoedBy) continue;
      // The one way: everyone, at least three of them, and 30 days in which the owner did not choose other people.
      expect(world.yes === terms.people && terms.people >= 3, path.join()).toBe(true);
      expect(waited, path.join()).toBeGreaterThanOrEqual(30 * 24);
    }
    expect(worlds).toBeGreaterThan(500);
    expect(released).toBeGreaterThan(terms.people === 5 ? 0 : 10);
  });

  it('[RCV-3] no time is won by stopping and going on', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), fc.boolean()), { maxLength: 8 }), (moves) => {
        let request = beginning(START);
        let now = START;
        for (const [hours, mine] of moves) {
          now += hours * HOUR;
          request = mine ? owned(request, now) : inUse(request, now);
        }
        const { readyAt } = standingOf({ ...request, stoppedHour: null }, TERMS, 2, now);
        expect(readyAt).toBeGreaterThanOrEqual(standingOf(beginning(START), TERMS, 2, START).readyAt);
      }),
    );
  });
});
