import { Dice } from './dice.ts';

/** Everything that decides a run, beside the code. Printed whole when a run fails. */
export interface SimOptions {
  readonly seed: number;
  readonly people: number;
  /** Most devices a person has at once. */
  readonly devices: number;
  readonly steps: number;
  /** Of each server call, the chance that it never arrives; that its answer never does; that it arrives twice. */
  readonly drop: number;
  readonly loseAnswer: number;
  readonly duplicate: number;
  /** Chance that the next call to arrive is not the one that was sent first. */
  readonly reorder: number;
  /** Calls delivered after each step, at most; the rest stay on their way. */
  readonly haste: number;
  /** Per step: a device is cut off or back; dies at a commit; has no room for a while; jumps in time; is lost. */
  readonly partition: number;
  readonly crash: number;
  readonly full: number;
  readonly clockJump: number;
  readonly loss: number;
  /** Per step: the server restarts; goes back to an earlier copy. */
  readonly restart: number;
  readonly restore: number;
  /** The same in silence; and that it goes on in two copies, each of which some phones talk to, for a while. */
  readonly silent: number;
  readonly fork: number;
  /** Per step: a copy of a phone is made, or the phone is set back to the one that was made. */
  readonly setBack: number;
  /** Per step: a phone comes to run twice, with all that was on it, as a restored image does beside the old phone. */
  readonly clone: number;
  /** Chance that a device which opens also keeps itself online. */
  readonly online: number;
  /** Furthest a phone's clock is off at first, years either way. */
  readonly clockYears: number;
  /** Whether everybody has a phone, contacts and shares before anything goes wrong. */
  readonly settled: boolean;
  /** Of what people do, the share that is about rooms. */
  readonly rooms: number;
  /** Of what people do, the share that is about people who let somebody back in. */
  readonly trusted: number;
  /** Of what people do, the share that is about safety timers; per step, that the server is away for a while. */
  readonly timers: number;
  readonly outage: number;
  /** Envelopes a phone verifies before it keeps what that came to, and opens from there. */
  readonly snapshotAfter: number;
}

/** Whether the server of a run says what is not so. */
export const liesOf = ({ silent, fork }: SimOptions): boolean => silent > 0 || fork > 0;

/** Whether the server of a run may lose what it took. */
export const losesWords = (options: SimOptions): boolean => options.restore > 0 || liesOf(options);

/** Options of a seed. Each fault is absent from some seeds, so that others can reach further. */
export function optionsFrom(seed: number, steps = 60): SimOptions {
  const dice = new Dice(seed * 2_654_435_761);
  const devices = 1 + dice.below(3);
  const restores = new Dice(seed * 3_266_489_917);
  const rate = (most: number, absent: number) => (dice.chance(absent) ? 0 : dice.between(0, most));
  return {
    seed,
    people: 2 + dice.below(3),
    devices,
    steps,
    drop: rate(0.1, 0.3),
    loseAnswer: rate(0.1, 0.3),
    duplicate: rate(0.2, 0.3),
    reorder: rate(0.6, 0.3),
    haste: 4 + dice.below(80),
    partition: rate(0.1, 0.4),
    crash: rate(0.15, 0.3),
    full: rate(0.06, 0.5),
    clockJump: rate(0.05, 0.5),
    loss: rate(0.04, 0.4),
    restart: rate(0.06, 0.4),
    // The others came later, and the stories of seeds that are known by name must not change.
    restore: devices === 1 ? rate(0.06, 0.2) : restores.chance(0.3) ? restores.between(0, 0.06) : 0,
    online: dice.chance(0.5) ? dice.between(0, 1) : 0,
    clockYears: dice.chance(0.5) ? 10 : 0,
    settled: dice.chance(0.7),
    silent: 0,
    fork: 0,
    setBack: 0,
    clone: 0,
    rooms: 0,
    trusted: 0,
    timers: 0,
    outage: 0,
    snapshotAfter: 200,
  };
}

/** How many people have how many phones each, so that five to six phones are in use at once. */
const SHAPES = [
  [5, 1],
  [3, 2],
  [2, 3],
] as const;

/** The same with a server that lies, and without what such a run has none of: see SIMULATION.md, what is left out. */
function lying(options: SimOptions, dice: Dice, most: number): SimOptions {
  const how = dice.pick(['back', 'fork', 'both'] as const);
  const rate = () => dice.between(most / 10, most);
  return {
    ...options,
    silent: how === 'fork' ? 0 : rate(),
    fork: how === 'back' ? 0 : rate(),
    restore: 0,
    setBack: 0,
    clone: 0,
    rooms: 0,
    trusted: 0,
    timers: 0,
    outage: 0,
  };
}

/** Options of a short life with a server that lies. */
export const lyingOptionsFrom = (seed: number, steps = 60): SimOptions =>
  lying({ ...optionsFrom(seed, steps), devices: 1 }, new Dice(seed * 668_265_263), 0.1);

/** Options of a long life with five phones or more: some weeks in which much is done and everything goes wrong. */
export function wideOptionsFrom(seed: number, steps = 500): SimOptions {
  const [people, devices] = SHAPES[seed % SHAPES.length]!;
  const options = optionsFrom(seed, steps);
  const dice = new Dice(seed * 2_246_822_519);
  const more = new Dice(seed * 3_266_489_917);
  // A server and a phone that both forget leave nobody who could bring things back: one of them in a run.
  const forgets = dice.pick(['server', 'phone', 'none'] as const);
  const clones = new Dice(seed * 3_266_489_917);
  const wide = {
    ...options,
    people,
    devices,
    clone: forgets !== 'server' && clones.chance(0.3) ? clones.between(0.002, 0.02) : 0,
    restore: forgets === 'server' ? dice.between(0.005, 0.05) : 0,
    setBack: forgets === 'phone' ? dice.between(0.002, 0.02) : 0,
    snapshotAfter: dice.pick([4, 12, 200] as const)!,
    rooms: dice.chance(0.6) && forgets !== 'server' ? dice.between(0.05, 0.3) : 0,
    // It takes two people beside the one they let in.
    trusted: people > 2 && more.chance(0.5) ? more.between(0.1, 0.35) : 0,
    ...(more.chance(0.35) ? { timers: more.between(0.05, 0.2), outage: more.between(0, 0.01) } : {}),
  };
  const lies = new Dice(seed * 668_265_263);
  const mayLie = devices === 1 && wide.restore === 0 && wide.timers === 0;
  if (mayLie && lies.chance(0.45)) return lying(wide, lies, 0.03);
  return wide;
}
