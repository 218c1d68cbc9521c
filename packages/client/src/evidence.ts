import type { Result } from '@holdfast/base';
import { err, ok, toBase64Url } from '@holdfast/base';
import type { Envelope } from '@holdfast/protocol';
import type { StorageFailure } from '@holdfast/sync';
import { openEnvelope } from '@holdfast/vault';
import type { Account } from './account.ts';

/** One signed side of a contradiction: enough to check the signature, nothing of what was written. */
interface Side {
  readonly header: string;
  readonly innerHash: string;
  readonly signature: string;
}

/** Two things that one device signed for one place. Bytes are base64url. */
export interface Contradiction {
  readonly space: string;
  readonly place: number;
  readonly account: string;
  readonly deviceKey: string;
  /** The account's statements up to now: they say that the device belongs to it. */
  readonly chain: readonly string[];
  readonly sides: readonly [Side, Side];
}

/**
 * What this phone can show somebody else of the contradictions it met. It holds no words and no keys; the ids in it
 * say which accounts met, so it is for the person to decide whom to show it.
 */
export async function evidenceOf(
  account: Account,
): Promise<Result<readonly Contradiction[], StorageFailure>> {
  const found: Contradiction[] = [];
  for (const replica of account.replicas()) {
    const pairs = await replica.contradictions();
    if (!pairs.ok) return err(pairs.error);
    for (const [first, second] of pairs.value) {
      const sides = [sideOf(account, replica.spaceId, first), sideOf(account, replica.spaceId, second)];
      const [one, other] = sides;
      const author = one && account.accountOf(one.opened.accountId);
      const device = one && author?.devices.get(one.opened.deviceId);
      if (!one || !other || !author || !device) continue;
      if (![one, other].every(({ opened }) => opened.verifyWith(device.publicKey))) continue;
      found.push({
        space: replica.spaceId,
        place: first.header.wseq,
        account: author.accountId,
        deviceKey: toBase64Url(device.publicKey),
        chain: author.statements.map(toBase64Url),
        sides: [one.side, other.side],
      });
    }
  }
  return ok(found);
}

function sideOf(account: Account, space: Parameters<Account['heldKeys']>[0], envelope: Envelope) {
  const { header, headerBytes } = envelope;
  const keys = account.keysFor(space, header.epoch, header.commitment);
  const opened = keys && openEnvelope(account.env.primitives, keys, envelope);
  if (!opened?.ok) return undefined;
  const { innerHash, signature } = opened.value.proof;
  const side: Side = {
    header: toBase64Url(headerBytes),
    innerHash: toBase64Url(innerHash),
    signature: toBase64Url(signature),
  };
  return { side, opened: opened.value };
}
