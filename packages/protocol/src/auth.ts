import { concat, idBytes, utf8 } from '@holdfast/base';
import type { ServerId } from './ids.ts';

/**
 * [AUT-1] The bytes signed to prove possession of a key in one session at one server:
 * "hf1/auth" 0x00 | origin | 0x00 | serverId16 | nonce32 | publicKey32.
 * The origin stops a proof made for one host from serving at another.
 */
export function authBytes(
  origin: string,
  serverId: ServerId,
  nonce: Uint8Array,
  publicKey: Uint8Array,
): Uint8Array {
  return concat(utf8('hf1/auth\0'), utf8(origin), new Uint8Array(1), idBytes(serverId), nonce, publicKey);
}
