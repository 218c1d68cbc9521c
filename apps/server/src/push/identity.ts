import type { Kysely } from 'kysely';
import webPush from 'web-push';
import { insertIdentity, readIdentity } from '../db/queries/push.ts';
import type { Database } from '../db/schema.ts';

/** The server's VAPID keys (RFC 8292), P-256: an uncompressed point of 65 bytes and a scalar of 32. */
export interface PushIdentity {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** [PSH-8] The keys of this database, made at the first start. */
export async function openPushIdentity(db: Kysely<Database>): Promise<PushIdentity> {
  const stored = await readIdentity(db);
  if (stored !== undefined) return { publicKey: stored.public_key, privateKey: stored.private_key };
  const made = webPush.generateVAPIDKeys();
  const publicKey = new Uint8Array(Buffer.from(made.publicKey, 'base64url'));
  const privateKey = new Uint8Array(Buffer.from(made.privateKey, 'base64url'));
  await insertIdentity(db, { public_key: publicKey, private_key: privateKey });
  return { publicKey, privateKey };
}
