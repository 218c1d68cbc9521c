import { concat, idBytes, u32, utf8 } from '@holdfast/base';
import type { SpaceId } from '@holdfast/protocol';
import type { EpochKeys } from './keys.ts';
import { deriveKey, openBox, sealBox } from './keys.ts';
import { KDF } from './labels.ts';
import type { Primitives } from './primitives.ts';

/**
 * [SPA-6] What stands of an earlier epoch, carried over to a new beginning of its space. It stays sealed to that
 * epoch's key: whoever could read it there can read it here, and nobody else.
 */
const keyOf = (p: Primitives, spaceId: SpaceId, { epoch, key }: EpochKeys): Uint8Array =>
  deriveKey(p, key, KDF.carried, concat(idBytes(spaceId), u32(epoch)));

const adOf = (spaceId: SpaceId, { epoch }: EpochKeys): Uint8Array =>
  concat(utf8('hf1/carried\0'), idBytes(spaceId), u32(epoch));

export const sealCarried = (
  p: Primitives,
  spaceId: SpaceId,
  keys: EpochKeys,
  snapshot: Uint8Array,
): Uint8Array => sealBox(p, keyOf(p, spaceId, keys), adOf(spaceId, keys), snapshot);

/** Undefined for any defect. */
export const openCarried = (
  p: Primitives,
  spaceId: SpaceId,
  keys: EpochKeys,
  box: Uint8Array,
): Uint8Array | undefined => openBox(p, keyOf(p, spaceId, keys), adOf(spaceId, keys), box);
