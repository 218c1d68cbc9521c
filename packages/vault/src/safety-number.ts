import type { Result } from '@holdfast/base';
import { concat, err, fromBase64Url, idBytes, ok, toBase64Url, utf8 } from '@holdfast/base';
import type { AccountView } from './chain.ts';
import { HASHED } from './labels.ts';
import type { Primitives } from './primitives.ts';

/** What makes an account the one it is: no device, name or encryption key. */
export type Identity = Pick<AccountView, 'accountId' | 'rootKey'>;

/** As in Signal: so many hashes that nobody looks for a key whose digits resemble another's. */
const ROUNDS = 5_200;

/** [SAF-1] Six groups of five digits that stand for one account, with spaces between them. */
function digitsOf(p: Primitives, { accountId, rootKey }: Identity): string {
  let hash = concat(utf8(HASHED.safety), rootKey, idBytes(accountId));
  for (let round = 0; round < ROUNDS; round++) hash = p.sha512(concat(hash, rootKey));
  const groups = Array.from({ length: 6 }, (_, i) => {
    let number = 0;
    for (const byte of hash.subarray(i * 5, i * 5 + 5)) number = number * 256 + byte;
    return String(number % 100_000).padStart(5, '0');
  });
  return groups.join(' ');
}

/** [SAF-1] The safety number of two accounts, the same on both sides: twelve groups of five digits. */
export function safetyNumber(p: Primitives, one: Identity, other: Identity): string[] {
  return [digitsOf(p, one), digitsOf(p, other)].toSorted().join(' ').split(' ');
}

/**
 * [SAF-2] What one phone shows and the other reads. It has a direction, so that nobody takes a picture of their own
 * screen for the other's.
 */
export function squareHash(p: Primitives, shownBy: Identity, readBy: Identity): Uint8Array {
  const parts = [shownBy, readBy].flatMap(({ accountId, rootKey }) => [rootKey, idBytes(accountId)]);
  return p.sha256(concat(utf8(HASHED.square), ...parts));
}

/** [SAF-2] The text of the square: `3.<hash>`. */
export const writeSquare = (hash: Uint8Array): string => `3.${toBase64Url(hash)}`;

/** The hash in a scanned text, or 'cut' for one that lost letters, 'foreign' for anything else. */
export function readSquare(text: string): Result<Uint8Array, 'cut' | 'foreign'> {
  const [version, hashText = '', ...rest] = text.trim().split('.');
  if (version !== '3' || rest.length > 0) return err('foreign');
  const hash = fromBase64Url(hashText);
  return hash?.length === 32 ? ok(hash) : err('cut');
}
