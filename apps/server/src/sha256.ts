import { createHash } from 'node:crypto';
import type { Sha256 } from '@holdfast/protocol';

/** SHA-256 by Node, as a plain Uint8Array of 32 bytes. */
export const sha256: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
