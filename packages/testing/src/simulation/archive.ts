import { toHex } from '@holdfast/base';
import type { AccountId, Envelope, EnvelopeId } from '@holdfast/protocol';
import { decodeCbor, envelopeIdOf, parseEnvelope } from '@holdfast/protocol';
import type { EpochKeys, Primitives } from '@holdfast/vault';
import { openEnvelope, readEpochStatement } from '@holdfast/vault';

export interface Archived {
  readonly envelope: Envelope;
  readonly id: EnvelopeId;
  /** The server took it at least once. */
  stored: boolean;
}

/** What an envelope says to whoever has its key. */
export interface Read {
  readonly tokens: readonly string[];
  /** Those of its ops that hold keys for somebody. */
  readonly wraps: readonly unknown[];
  /** Who is in from here on, where it opened an epoch of a room. */
  readonly roster: readonly AccountId[] | undefined;
}

const TOKENS = /\[[LCPR]\d+\.\d+\]/g;
const latin = new TextDecoder('latin1');

/** Every envelope that ever reached the server, whatever it did with it, and whatever it forgot since. */
export class Archive {
  readonly #p: Primitives;
  readonly #all = new Map<string, Archived>();
  /** Envelopes by space, epoch and key commitment: what one key opens. */
  readonly byKey = new Map<string, Archived[]>();
  readonly #read = new Map<Archived, Read | undefined>();
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

  /** Every envelope these keys open. Whoever else comes by the same keys is told the same. */
  read(keys: EpochKeys, spaceId: string): readonly Read[] {
    const fitting = this.byKey.get(keyName(spaceId, keys.epoch, keys.commitment)) ?? [];
    return fitting.flatMap((entry) => {
      if (!this.#read.has(entry)) this.#read.set(entry, readWith(this.#p, keys, entry));
      return this.#read.get(entry) ?? [];
    });
  }

  /** Notes an envelope in a request. When the server stored it, says whether its place already held another one. */
  note(bytes: Uint8Array, stored: boolean): 'fine' | 'reused' {
    const parsed = parseEnvelope(bytes);
    if (!parsed.ok) return 'fine';
    const envelope = parsed.value;
    const { header } = envelope;
    const id = envelopeIdOf(this.#p.sha256, envelope);
    const hex = toHex(id);
    const known = this.#all.get(hex);
    if (known && stored) known.stored = true;
    if (!known) {
      const entry = { envelope, id, stored };
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

function readWith(p: Primitives, keys: EpochKeys, { envelope, stored }: Archived): Read | undefined {
  const opened = openEnvelope(p, keys, envelope);
  if (!opened.ok) return undefined;
  const { ops: bytes } = opened.value;
  const ops = decodeCbor(bytes);
  const roster = stored && envelope.header.kind === 'control' ? readEpochStatement(bytes)?.roster : undefined;
  return {
    tokens: latin.decode(bytes).match(TOKENS) ?? [],
    wraps: ops.ok && Array.isArray(ops.value) ? ops.value.filter((op) => op?.op === 'wrap') : [],
    roster: roster?.map(({ account }) => account),
  };
}

export const keyName = (spaceId: string, epoch: number, commitment: Uint8Array): string =>
  `${spaceId}.${epoch}.${toHex(commitment)}`;
