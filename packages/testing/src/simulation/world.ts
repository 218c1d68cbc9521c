import type { Random } from '@holdfast/base';
import { seededRandom, TestClock, toHex } from '@holdfast/base';
import type { Request, Verb } from '@holdfast/protocol';
import { parseEnvelope } from '@holdfast/protocol';
import type { MemoryStorage } from '@holdfast/sync';
import type { Primitives } from '@holdfast/vault';
import { fakePrimitives } from '../fake-primitives.ts';
import type { Snapshot } from '../fake-server.ts';
import { FakeServer } from '../fake-server.ts';
import { Lies } from './lies.ts';
import { Archive } from './archive.ts';
import { Device } from './device.ts';
import type { DeviceWorld } from './device.ts';
import { Dice } from './dice.ts';
import { Network } from './network.ts';
import { observe } from './observe.ts';
import type { SimOptions } from './options.ts';
import { liesOf } from './options.ts';
import { Person } from './person.ts';
import { Rooms } from './room-commands.ts';
import { TimerMemory } from './timer-commands.ts';
import { Trust } from './trust.ts';

/** Turns of the microtask queue without a sign of life after which nothing more will happen by itself. */
const IDLE_TURNS = 64;
/** Turns after which devices that answer each other without end are called a storm. */
const STORM_TURNS = 100_000;
const YEAR = 365 * 86_400_000;

/** What to run a simulation with beside its options; everything here is for real cryptography and planted bugs. */
export interface SimParts {
  readonly primitives?: Primitives;
  readonly onReopen?: DeviceWorld['onReopen'];
}

export class SimFailure extends Error {}

/** People, phones, network and server of one run, and everything the checkers need to remember of it. */
export class World {
  readonly options: SimOptions;
  readonly dice: Dice;
  readonly primitives: Primitives;
  readonly clock = new TestClock();
  readonly server: FakeServer;
  readonly network: Network;
  readonly archive: Archive;
  readonly people: Person[] = [];
  readonly counts: Record<string, number> = {};
  readonly violations: string[] = [];
  /** Latest steps, for whoever reads a failure. */
  readonly story: string[] = [];
  /** Which phones the writer of some words knew to be shut out when they were written. */
  readonly knew = new Map<string, Set<Device>>();
  /** Copies the server may be set back to. Dropped whenever somebody's only copy of something would be lost by it. */
  snapshots: Snapshot[] = [];
  restored = false;
  readonly lies = new Lies();
  readonly rooms = new Rooms();
  readonly trust: Trust;
  readonly timers = new TimerMemory();
  /** Copies that phones may be set back to. */
  readonly images = new Map<Device, MemoryStorage>();
  #pulses = 0;
  readonly #devicesOf = new Map<string, string>();
  readonly #parts: SimParts;

  constructor(options: SimOptions, parts: SimParts) {
    this.options = options;
    this.#parts = parts;
    this.dice = new Dice(options.seed);
    this.primitives = parts.primitives ?? fakePrimitives(seededRandom(options.seed));
    this.server = this.newServer(seededRandom(options.seed + 1));
    this.archive = new Archive(this.primitives);
    this.trust = new Trust(this.primitives);
    this.network = new Network((link) => this.lies.serverOf(link) ?? this.server, this.dice, options, {
      pulse: () => this.pulse(),
      fault: (name) => this.count(`fault ${name}`),
      handled: (verb, request, answer) => {
        this.count('calls');
        if (!answer.ok) this.tell(`    ${verb}: ${answer.error.error}${this.#whereabouts(request)}`);
        // Who is not in a copy is taken for somebody who was shut out: see SIMULATION.md, what is left out.
        if (answer.ok && verb === 'account.create' && liesOf(options)) this.snapshots = [];
        if (answer.ok && verb === 'account.write') this.#noteDevices(request as Request<'account.write'>);
        const list =
          verb === 'space.append'
            ? (request as { envelopes: Uint8Array[] }).envelopes
            : verb === 'space.epoch'
              ? [(request as { envelope: Uint8Array }).envelope]
              : [];
        for (const bytes of list)
          if (this.archive.note(bytes, answer.ok) === 'reused')
            this.violate('[SIM-5] a position was stored twice with different bytes');
        if (answer.ok) this.#noteSafety(verb, request, answer.value);
        observe(this);
      },
    });
    for (let i = 0; i < options.people; i++) {
      const person = new Person(i);
      this.people.push(person);
      this.addDevice(person);
    }
  }

  /** [Note: What a restore may undo] see SIMULATION.md: copies from before a phone joined or left are thrown away. */
  #noteDevices({ accountId, keys }: Request<'account.write'>): void {
    const devices = keys
      .flatMap(({ kind, publicKey }) => (kind === 'device' ? [toHex(publicKey)] : []))
      .toSorted();
    const before = this.#devicesOf.get(accountId);
    this.#devicesOf.set(accountId, devices.join());
    if (before !== devices.join()) this.snapshots = [];
    const person = this.people.find((one) => one.accountId === accountId);
    const isOut = before?.split(',').some((key) => !devices.includes(key));
    if (this.options.trusted === 0 || !person || !isOut) return;
    // Cards and trusted people end with a phone that is shut out.
    person.card = undefined;
    this.trust.changes(person);
    if (before?.split(',').every((key) => !devices.includes(key))) this.trust.letIn.add(person);
  }

  #noteSafety(verb: Verb, request: object, answer: object): void {
    const now = this.clock.now();
    const { log, readOut } = this.trust;
    for (const wrong of [
      log.note(verb, request, now, readOut),
      this.timers.log.note(verb, request, answer, now),
    ])
      if (wrong) this.violate(wrong);
  }

  #whereabouts(request: object): string {
    const { spaceId, afterSeq, envelope } = request as Partial<Request<'space.epoch'>>;
    const space = spaceId && this.server.state.spaces.get(spaceId);
    const parsed = envelope && parseEnvelope(envelope);
    if (!space || !parsed?.ok) return '';
    const { epoch } = parsed.value.header;
    return ` ${spaceId.slice(0, 6)} epoch ${epoch} after ${afterSeq}; there epoch ${space.epoch} and ${space.log.length}`;
  }

  newServer(random: Random): FakeServer {
    const { sha256, verify } = this.primitives;
    return new FakeServer({ random, clock: this.clock, sha256, verify });
  }

  get devices(): Device[] {
    return this.people.flatMap((person) => person.devices);
  }

  /** A new phone, or a second one with all that is on another. */
  addDevice(person: Person, original?: Device): Device {
    const off = this.options.clockYears && this.dice.chance(0.3) ? this.options.clockYears : 0;
    const years = this.dice.between(-off, off);
    const clock = new TestClock(original?.clock.now() ?? this.clock.now() + Math.round(years * YEAR));
    const world = {
      primitives: this.primitives,
      network: this.network,
      snapshotAfter: this.options.snapshotAfter,
      pulse: () => this.pulse(),
      onReopen: this.#parts.onReopen,
    };
    const device = new Device(world, person, `${person.name}.${person.devices.length}`, clock, original);
    person.devices.push(device);
    return device;
  }

  /** Moves time on everywhere. */
  advance(ms: number): void {
    this.clock.advance(ms);
    for (const device of this.devices) device.clock.advance(ms);
  }

  /** Starts a call of the app and hears of its end: `undefined` when the app died before it answered. */
  spawn<T>(
    device: Device,
    label: string,
    run: () => Promise<T>,
    done: (answer: T | undefined) => void,
  ): void {
    device.busy += 1;
    this.count(`cmd ${label}`);
    this.tell(`${device.name} ${label}`);
    void this.#follow(device, label, run, done);
    observe(this);
  }

  async #follow<T>(
    device: Device,
    label: string,
    run: () => Promise<T>,
    done: (answer: T | undefined) => void,
  ): Promise<void> {
    const { link } = device;
    let answer: T;
    try {
      answer = await run();
    } catch (error) {
      this.violate(`[SIM-6] ${device.name} ${label} threw ${(error as Error)?.stack ?? String(error)}`);
      return;
    } finally {
      this.pulse();
    }
    if (link.dead) return done(undefined);
    device.busy -= 1;
    const outcome = answer as { ok?: boolean; error?: { code?: string } } | undefined;
    if (outcome?.ok === true) this.count(`ok ${label}`);
    this.tell(`  ${device.name} ${label}: ${outcome?.ok === false ? JSON.stringify(outcome.error) : 'ok'}`);
    done(answer);
  }

  /** Lets everything run that runs by itself. */
  async idle(): Promise<void> {
    let quiet = 0;
    for (let turns = 0; quiet < IDLE_TURNS; turns++) {
      if (turns > STORM_TURNS) throw new SimFailure('[SIM-8] the apps never come to rest');
      const before = this.#pulses;
      await Promise.resolve();
      quiet = before === this.#pulses ? quiet + 1 : 0;
    }
    observe(this);
  }

  /** Lets at most this many waiting calls arrive. */
  async deliver(most: number): Promise<void> {
    await this.idle();
    for (let i = 0; i < most && this.network.deliverOne(); i++) await this.idle();
  }

  pulse(): void {
    this.#pulses += 1;
  }
  count(name: string, by = 1): void {
    this.counts[name] = (this.counts[name] ?? 0) + by;
  }
  tell(line: string): void {
    this.story.push(line);
  }
  violate(what: string): void {
    if (!this.violations.includes(what)) this.violations.push(what);
    this.tell(`!! ${what}`);
  }
}
