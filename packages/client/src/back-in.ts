import type { Result } from '@holdfast/base';
import { err, ok, toId } from '@holdfast/base';
import { byteString, bytesSchema, decodeCbor, encodeCbor, idSchema } from '@holdfast/protocol';
import { ServerSession } from '@holdfast/sync';
import {
  combineApprovals,
  decodeVault,
  encodeVault,
  loginOf,
  readCallCode,
  requestTranscript,
  sixWords,
} from '@holdfast/vault';
import * as v from 'valibot';
import type { AskBackFailure, BackInView, Failure, RecoverFailure } from './api.ts';
import { deviceSchema } from './device-file.ts';
import type { ClientEnv } from './env.ts';
import { dayOf, serverError, toFailure } from './env.ts';
import type { Opened } from './recovery.ts';
import { openAccount } from './recovery.ts';

/** A phone with nothing on it that asked to be let back in by trusted people. It waits for days, through restarts. */

const KEY = 'back-in';
const fileSchema = v.object({
  requestId: idSchema<'recovery'>(),
  accountId: idSchema<'account'>(),
  ownerSeed: bytesSchema(32),
  sealSeed: bytesSchema(32),
  language: v.picklist(['en', 'es']),
  /** What was sent to the server to open the account here. The answer may have been lost. */
  opened: v.optional(v.nullable(v.object({ vault: byteString, device: deviceSchema })), null),
});
type BackInFile = v.InferOutput<typeof fileSchema>;

/** What this phone keeps of its request, under the key that the browser does not export. */
async function load({ storage, deviceKey }: ClientEnv): Promise<BackInFile | undefined> {
  const stored = await storage.get(KEY);
  const bytes = stored.ok && stored.value ? await deviceKey.unwrap(stored.value) : undefined;
  const value = bytes && decodeCbor(bytes);
  const parsed = value?.ok ? v.safeParse(fileSchema, value.value) : undefined;
  return parsed?.success ? parsed.output : undefined;
}

async function keep({ storage, deviceKey }: ClientEnv, file: BackInFile): Promise<Result<void, Failure>> {
  const stored = await storage.commit([{ key: KEY, value: await deviceKey.wrap(encodeCbor(file)) }]);
  return stored.ok ? ok(undefined) : err({ code: stored.error });
}

export async function isWaiting({ storage }: ClientEnv): Promise<boolean> {
  const stored = await storage.get(KEY);
  return stored.ok && stored.value !== undefined;
}

export async function dropBackIn(env: ClientEnv): Promise<Result<void, Failure>> {
  const file = await load(env);
  // So that it takes no place, and no old phone asks about it. Out of reach it is forgotten there by itself.
  if (file)
    await new ServerSession(env).call('recovery.cancel', { requestId: file.requestId }, [
      env.primitives.signKeys(file.ownerSeed),
    ]);
  const dropped = await env.storage.commit([{ key: KEY, value: undefined }]);
  return dropped.ok ? ok(undefined) : err({ code: dropped.error });
}

/** Asks with the code that a trusted person read out. */
export async function askBack(
  env: ClientEnv,
  typed: string,
  language: 'en' | 'es',
): Promise<Result<void, AskBackFailure>> {
  const { primitives: p } = env;
  const code = readCallCode(typed);
  if (!code.ok) return err({ code: 'code', defect: code.error });
  const { locator, login } = loginOf(p, code.value);
  const requestId = toId<'recovery'>(p.random(16));
  const [ownerSeed, sealSeed] = [p.random(32), p.random(32)];
  const owner = p.signKeys(ownerSeed);
  const session = new ServerSession(env);
  const request = {
    locator,
    requestId,
    ownerKey: owner.publicKey,
    sealKey: p.kemPublicKey(sealSeed),
  };
  const asked = await session.call('recovery.request', request, [login, owner]);
  if (!asked.ok) {
    const { error } = asked.error;
    if (error === 'forbidden') return err({ code: 'no-account' });
    if (error === 'cancelled') return err({ code: 'turned-off' });
    if (error === 'conflict') return err({ code: 'stopped-lately' });
    return err(toFailure(serverError(asked.error)));
  }
  const { accountId } = asked.value;
  return keep(env, { requestId, accountId, ownerSeed, sealSeed, language, opened: null });
}

/** The six words to read out, and where the request stands; `standing` is missing while the server is out of reach. */
export async function backInOf(env: ClientEnv): Promise<BackInView | undefined> {
  const file = await load(env);
  if (!file) return undefined;
  const { primitives: p } = env;
  const { WORD_LISTS } = await import('@holdfast/vault/words');
  const request = { requestId: file.requestId, sealKey: p.kemPublicKey(file.sealSeed) };
  const words = sixWords(requestTranscript(p, file.accountId, request), WORD_LISTS[file.language]);
  const read = await new ServerSession(env).call('recovery.read', { requestId: file.requestId }, [
    p.signKeys(file.ownerSeed),
  ]);
  if (read.ok) return { words, standing: read.value };
  return read.error.error === 'forbidden' ? { words, over: true } : { words };
}

/**
 * Opens the account, once the server gives out its half. Every other phone is shut out, and every other way in ends with
 * that: so what is sent is kept here first, and looked for at the server before anything is sent again.
 */
export async function comeBack(env: ClientEnv): Promise<Result<Opened, RecoverFailure>> {
  const file = await load(env);
  if (!file) return err({ code: 'unknown' });
  const { primitives: p, clock } = env;
  const session = new ServerSession(env);
  const { requestId, accountId, sealSeed } = file;
  const before = openedBefore(file);
  if (before) {
    const { login } = loginOf(p, before.device.unlockSecret);
    const read = await session.call('account.read', { accountId }, [login]);
    if (read.ok) return ok({ ...before, device: { ...before.device, version: read.value.version } });
    if (read.error.error !== 'forbidden') return err(toFailure(serverError(read.error)));
  }
  const released = await session.call('recovery.release', { requestId }, [p.signKeys(file.ownerSeed)]);
  if (!released.ok) return err(toFailure(serverError(released.error)));
  const { half, approvals } = released.value;
  const secret = await combineApprovals(p, { accountId, requestId, sealSeed }, approvals, half);
  if (!secret.ok) return err({ code: 'refused' });
  const day = dayOf(clock.now());
  const sending = {
    before,
    keep: ({ vault, device }: Opened) =>
      keep(env, { ...file, opened: { vault: encodeVault(vault), device } }),
  };
  return openAccount(p, session, { secret: secret.value, day, expect: accountId, how: 'trusted', sending });
}

function openedBefore({ opened }: BackInFile): Opened | undefined {
  const vault = opened && decodeVault(opened.vault);
  return vault ? { vault, device: opened.device } : undefined;
}
