import type { Result } from '@holdfast/base';
import { err } from '@holdfast/base';
import type { Request, Response, Verb } from '@holdfast/protocol';
import type { CallError, LiveChannel, Transport } from '@holdfast/sync';
import type { FakeServer } from '../fake-server.ts';
import type { Dice } from './dice.ts';
import type { SimOptions } from './options.ts';

type Answer = Result<object, CallError>;
const OFFLINE: Answer = err({ error: 'offline' });

/** One app's way to the server, from its start to its end. */
export class Link {
  /** No signal: nothing gets through either way. */
  down = false;
  /** The app was killed: what it sent before may still arrive, nothing comes back. */
  dead = false;
  readonly channels = new Set<LiveChannel>();

  cut(): void {
    this.down = true;
    for (const channel of this.channels) channel.close();
  }
}

interface Packet {
  readonly link: Link;
  readonly arrive: () => Answer;
  readonly answer: (answer: Answer) => void;
}

export interface NetworkEvents {
  /** A call reached the server and was answered. */
  handled(verb: Verb, request: object, answer: Answer): void;
  fault(name: 'drop' | 'loseAnswer' | 'duplicate' | 'reorder'): void;
  /** Something happened: not idle yet. */
  pulse(): void;
}

/**
 * The network between the devices and their server. While it is faulty, calls wait until `deliverOne` picks one, and
 * then may be lost, be answered in vain or arrive again later. While it is calm they are answered at once.
 */
export class Network {
  calm = false;
  readonly #serverFor: (link: Link) => FakeServer;
  readonly #dice: Dice;
  readonly #options: SimOptions;
  readonly #events: NetworkEvents;
  #packets: Packet[] = [];

  /** `serverFor`: whom a phone talks to at this moment. */
  constructor(serverFor: (link: Link) => FakeServer, dice: Dice, options: SimOptions, events: NetworkEvents) {
    this.#serverFor = serverFor;
    this.#dice = dice;
    this.#options = options;
    this.#events = events;
  }

  get waiting(): number {
    return this.#packets.length;
  }

  transportFor(link: Link): Transport {
    const direct = () => this.#serverFor(link).transportFor();
    const { origin } = direct();
    return {
      origin,
      call: <V extends Verb>(verb: V, request: Request<V>, token?: Uint8Array) =>
        this.#call(link, verb, request, () =>
          this.#serverFor(link).handle(verb, request, token, origin),
        ) as Promise<Result<Response<V>, CallError>>,
      live: (token, onFrame, onClose) => {
        const channel = direct().live(
          token,
          (frame) => {
            this.#events.pulse();
            if (!link.dead && !link.down) onFrame(frame);
          },
          () => {
            this.#events.pulse();
            if (!link.dead) onClose();
          },
        );
        link.channels.add(channel);
        if (link.down || link.dead) channel.close();
        return channel;
      },
    };
  }

  /** Lets one waiting call arrive. False when none waits. */
  deliverOne(): boolean {
    const { reorder, drop, loseAnswer, duplicate } = this.#options;
    const jump = this.#packets.length > 1 && this.#dice.chance(reorder);
    if (jump) this.#events.fault('reorder');
    const [packet] = this.#packets.splice(jump ? this.#dice.below(this.#packets.length) : 0, 1);
    if (!packet) return false;
    if (packet.link.down || (!this.calm && this.#dice.chance(drop))) {
      if (!packet.link.down) this.#events.fault('drop');
      packet.answer(OFFLINE);
      return true;
    }
    const answer = packet.arrive();
    if (!this.calm && this.#dice.chance(duplicate)) {
      this.#events.fault('duplicate');
      this.#packets.push({ ...packet, answer: () => {} });
    }
    if (!this.calm && this.#dice.chance(loseAnswer)) {
      this.#events.fault('loseAnswer');
      packet.answer(OFFLINE);
    } else packet.answer(answer);
    return true;
  }

  #call(link: Link, verb: Verb, request: object, handle: () => Answer): Promise<Answer> {
    this.#events.pulse();
    if (link.dead || link.down) return Promise.resolve(OFFLINE);
    const arrive = () => {
      const answer = handle();
      this.#events.handled(verb, request, answer);
      return answer;
    };
    if (this.calm) return Promise.resolve(arrive());
    return new Promise((resolve) => {
      this.#packets.push({
        link,
        arrive,
        answer: (answer) => {
          this.#events.pulse();
          resolve(link.dead ? OFFLINE : answer);
        },
      });
    });
  }
}
