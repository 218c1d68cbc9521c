import type { Result } from '@holdfast/base';
import { concat, equalBytes, err, ok, u32, utf8 } from '@holdfast/base';
import { deriveKey, openBox, sealBox } from './keys.ts';
import { KDF } from './labels.ts';
import { pad, unpad } from './padding.ts';
import type { Primitives } from './primitives.ts';

/**
 * [CPY-1] A copy that a person keeps as a file: "HOLDFAST", version 1, suite 1, salt (16 bytes), commitment (16 bytes), then
 * boxes of 64 KiB and a last one of what is left. The key comes from a generated secret of 128 bits and the salt, so
 * no password that somebody made up protects it.
 */
const MAGIC = utf8('HOLDFAST');
const VERSION = 1;
const SUITE = 1;
const SALT_AT = MAGIC.length + 2;
const HEADER = SALT_AT + 32;
const CHUNK = 64 * 1024;
/** Nonce and tag of a box. */
const SEALED = 40;

/**
 * foreign: no copy of this app · newer: a later version made it · code: another code belongs to it · damaged: it was
 * cut off or changed
 */
export type CopyDefect = 'foreign' | 'newer' | 'code' | 'damaged';

const commitmentOf = (p: Primitives, secret: Uint8Array, salt: Uint8Array): Uint8Array =>
  deriveKey(p, secret, KDF.copyCommitment, salt, 16);

const contentKey = (p: Primitives, secret: Uint8Array, salt: Uint8Array): Uint8Array =>
  deriveKey(p, secret, KDF.copy, salt);

/** [CPY-2] Binds each box to the head of its file, its place, and whether it is the last. */
const adOf = (header: Uint8Array, index: number, last: boolean): Uint8Array =>
  concat(utf8('hf1/copy\0'), header, u32(index), new Uint8Array([last ? 1 : 0]));

/** The file of a copy. `secret` is 16 random bytes, used for this file alone. */
export function sealCopy(p: Primitives, secret: Uint8Array, content: Uint8Array): Uint8Array {
  const salt = p.random(16);
  const header = concat(MAGIC, new Uint8Array([VERSION, SUITE]), salt, commitmentOf(p, secret, salt));
  const key = contentKey(p, secret, salt);
  const padded = pad(content);
  const total = Math.ceil(padded.length / CHUNK);
  const boxes = Array.from({ length: total }, (_, index) =>
    sealBox(
      p,
      key,
      adOf(header, index, index === total - 1),
      padded.subarray(index * CHUNK, (index + 1) * CHUNK),
    ),
  );
  return concat(header, ...boxes);
}

/** [CPY-2] What is in a copy: all of it, or what stands in the way. */
export function openCopy(
  p: Primitives,
  secret: Uint8Array,
  file: Uint8Array,
): Result<Uint8Array, CopyDefect> {
  if (!equalBytes(file.subarray(0, MAGIC.length), MAGIC)) return err('foreign');
  const [version, suite] = file.subarray(MAGIC.length);
  if (version !== VERSION || suite !== SUITE) return err((version ?? 0) > VERSION ? 'newer' : 'damaged');
  if (file.length <= HEADER) return err('damaged');
  const header = file.subarray(0, HEADER);
  const salt = header.subarray(SALT_AT, SALT_AT + 16);
  if (!equalBytes(header.subarray(SALT_AT + 16), commitmentOf(p, secret, salt))) return err('code');
  const key = contentKey(p, secret, salt);
  const parts: Uint8Array[] = [];
  for (let at = HEADER, index = 0; at < file.length; at += CHUNK + SEALED, index++) {
    const end = Math.min(at + CHUNK + SEALED, file.length);
    const part = openBox(p, key, adOf(header, index, end === file.length), file.subarray(at, end));
    if (part === undefined) return err('damaged');
    parts.push(part);
  }
  const content = unpad(concat(...parts));
  return content ? ok(content) : err('damaged');
}
