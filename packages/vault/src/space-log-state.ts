import type { AccountId, EnvelopeId, WriterId } from '@holdfast/protocol';
import { byteString, bytesSchema, decodeCbor, encodeCbor, idSchema } from '@holdfast/protocol';
import * as v from 'valibot';
import type { DeviceId } from './chain.ts';
import type { RoomMember } from './space.ts';
import { rosterSchema } from './space.ts';

/** What is kept of one writer: its head, and who it is. */
export interface WriterState {
  readonly wseq: number;
  readonly envelopeId: EnvelopeId;
  readonly lamport: number;
  readonly epoch: number;
  readonly account: AccountId;
  readonly device: DeviceId;
  readonly removed: boolean;
}

/** A verified envelope at a writer's position. */
export interface Place {
  readonly envelopeId: EnvelopeId;
  readonly lamport: number;
}

/** Everything a space log has come to know, apart from the keys and accounts it asks for. */
export interface SpaceLogState {
  readonly epoch: number;
  readonly controls: ReadonlyMap<number, EnvelopeId>;
  readonly writers: ReadonlyMap<WriterId, WriterState>;
  /** By `writerId/wseq`. */
  readonly places: ReadonlyMap<string, Place>;
  readonly chainPositions: ReadonlyMap<AccountId, number>;
  /** Who is in a room; none in other spaces. */
  readonly roster?: readonly RoomMember[];
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const schema = v.strictObject({
  epoch: count,
  controls: v.array(v.strictTuple([count, bytesSchema(32)])),
  writers: v.array(
    v.strictObject({
      writerId: idSchema<'writer'>(),
      wseq: count,
      envelopeId: bytesSchema(32),
      lamport: count,
      epoch: count,
      account: idSchema<'account'>(),
      device: v.string(),
      removed: v.boolean(),
    }),
  ),
  /** Each writer's verified places: positions, times, and the ids one after another. */
  places: v.array(
    v.strictObject({
      writerId: v.string(),
      wseqs: v.array(count),
      lamports: v.array(count),
      ids: byteString,
    }),
  ),
  chainPositions: v.array(v.strictTuple([idSchema<'account'>(), count])),
  roster: v.exactOptional(rosterSchema),
});

/** Places of one writer to a chunk: its ids stay within what a byte string may hold. */
const CHUNK = 4096;

/**
 * [ACC-14] A log's state for this device's own storage, so that opening a long space need not verify all of it
 * again. Kept only under the local key: whoever could alter it could alter the verdicts.
 */
export function encodeLogState(state: SpaceLogState): Uint8Array {
  const byWriter = new Map<string, { wseq: number; place: Place }[]>();
  for (const [name, place] of state.places) {
    const at = name.lastIndexOf('/');
    const writerId = name.slice(0, at);
    const list = byWriter.get(writerId) ?? [];
    list.push({ wseq: Number(name.slice(at + 1)), place });
    byWriter.set(writerId, list);
  }
  const places = [...byWriter].flatMap(([writerId, list]) => {
    const chunks = [];
    for (let at = 0; at < list.length; at += CHUNK) {
      const part = list.slice(at, at + CHUNK);
      const ids = new Uint8Array(part.length * 32);
      part.forEach(({ place }, i) => ids.set(place.envelopeId, i * 32));
      chunks.push({
        writerId,
        wseqs: part.map(({ wseq }) => wseq),
        lamports: part.map(({ place }) => place.lamport),
        ids,
      });
    }
    return chunks;
  });
  return encodeCbor({
    epoch: state.epoch,
    controls: [...state.controls],
    writers: [...state.writers].map(([writerId, writer]) => ({ writerId, ...writer })),
    places,
    chainPositions: [...state.chainPositions],
    ...(state.roster ? { roster: state.roster.map((member) => ({ ...member })) } : {}),
  });
}

/** The state of bytes made by `encodeLogState`; undefined for anything else. */
export function decodeLogState(bytes: Uint8Array): SpaceLogState | undefined {
  const value = decodeCbor(bytes);
  const parsed = value.ok ? v.safeParse(schema, value.value) : undefined;
  if (!parsed?.success) return undefined;
  const { epoch, controls, writers, chainPositions, roster } = parsed.output;
  const places = new Map<string, Place>();
  for (const { writerId, wseqs, lamports, ids } of parsed.output.places) {
    if (ids.length !== wseqs.length * 32 || lamports.length !== wseqs.length) return undefined;
    wseqs.forEach((wseq, i) => {
      places.set(`${writerId}/${wseq}`, {
        envelopeId: ids.slice(i * 32, i * 32 + 32),
        lamport: lamports[i]!,
      });
    });
  }
  return {
    epoch,
    controls: new Map(controls),
    writers: new Map(writers.map(({ writerId, ...writer }) => [writerId, writer])),
    places,
    chainPositions: new Map(chainPositions),
    ...(roster ? { roster } : {}),
  };
}
