import { toHex } from '@holdfast/base';
import type { Envelope, EnvelopeId } from '@holdfast/protocol';
import { envelopeIdOf, parseEnvelope } from '@holdfast/protocol';
import type { Primitives } from '@holdfast/vault';

export interface Archived {
  readonly envelope: Envelope;
  readonly id: EnvelopeId;
}

/** Every envelope that ever reached the server, whatever it did with it, and whatever it forgot since. */
export class Archive {
  readonly #p: Primitives;
  readonly #all = new Map<string, Archived>();
  /** Envelopes by space, epoch and key commitment: what one key opens. */
  readonly byKey = new Map<string, Archived[]>();
  /** Ids stored at each writer's position. */
  readonly #places = new Map<string, string>();
  epochs = 0;

  constructor(p: Primitives) {
    this.#p = p;
  }
  get all(): Iterable<Archived> {
    return this.#all.values();
  }
  get size(): number {
    return this.#all.size;
  }

  /** Notes an envelope in a request. When the server stored it, says whether its place already held another one. */
  note(bytes: Uint8Array, stored: boolean): 'fine' | 'reused' {
    const parsed = parseEnvelope(bytes);
    if (!parsed.ok) return 'fine';
    const envelope = parsed.value;
    const { header } = envelope;
    const id = envelopeIdOf(this.#p.sha256, envelope);
    const hex = toHex(id);
    if (!this.#all.has(hex)) {
      const entry = { envelope, id };
      this.#all.set(hex, entry);
      const name = keyName(header.spaceId, header.epoch, header.commitment);
      const list = this.byKey.get(name) ?? [];
      list.push(entry);
      this.byKey.set(name, list);
    }
    if (!stored) return 'fine';
    const place = `${header.spaceId}/${header.writerId}/${header.wseq}`;
    const before = this.#places.get(place);
    if (before === undefined) {
      this.#places.set(place, hex);
      if (header.kind === 'control') this.epochs += 1;
    }
    return before === undefined || before === hex ? 'fine' : 'reused';
  }
}

export const keyName = (spaceId: string, epoch: number, commitment: Uint8Array): string =>
  `${spaceId}.${epoch}.${toHex(commitment)}`;
