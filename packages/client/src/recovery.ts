import type { Result } from '@holdfast/base';
import { equalBytes, err, ok, toHex, unwrap } from '@holdfast/base';
import type { AccountVault, DeviceId, Method, Primitives } from '@holdfast/vault';
import {
  accountKeys,
  counted,
  createMethod,
  deviceOfMethod,
  groupCode,
  loginOf,
  openMethod,
  openVault,
  readChain,
  readRecoveryCode,
  sealVault,
  writeRecoveryCode,
} from '@holdfast/vault';
import type { ServerSession } from '@holdfast/sync';
import type { Account } from './account.ts';
import type { Card, Failure, RecoverFailure } from './api.ts';
import type { DeviceFile } from './device-file.ts';
import type { StepError } from './env.ts';
import { serverError, toFailure } from './env.ts';
import { addDevice, withStatement } from './identity.ts';
import { changeVault } from './server-copy.ts';

/** Without the methods made for adding one phone: all of them, or those made before a day. */
export const withoutLinks = (vault: AccountVault, beforeDay = Infinity): AccountVault => ({
  ...vault,
  methods: vault.methods.filter(({ type, createdDay }) => type !== 'link' || createdDay >= beforeDay),
});

/** Makes a recovery card in place of any before it. The secret leaves with the answer and is kept nowhere. */
export async function makeCard(
  account: Account,
): Promise<Result<{ card: Card; secret: Uint8Array }, StepError>> {
  const p = account.env.primitives;
  const secret = p.random(16);
  const madeDay = account.today();
  const method = createMethod(p, account.own, secret, 'code', madeDay);
  const changed = await changeVault(account, withoutWay(account, 'code', method));
  if (!changed.ok) return changed;
  const code = writeRecoveryCode(secret);
  return ok({
    secret,
    card: { groups: groupCode(code).split(' '), qr: `${code}.${account.accountId}`, madeDay },
  });
}

export const cancelCards = (account: Account): Promise<Result<void, StepError>> =>
  changeVault(account, withoutWay(account, 'code'));

/** The card method now in force, as hexadecimal text. */
export function cardMethod(account: Account): string | undefined {
  const method = account.vault.methods.find((entry) => entry.type === 'code');
  return method && toHex(method.methodId);
}

/** Whether a typed code is the one of the card in force. */
export function isCurrentCode(account: Account, typed: string): boolean {
  const read = readRecoveryCode(typed);
  if (!read.ok) return false;
  const { login } = loginOf(account.env.primitives, read.value);
  return account.vault.methods.some((m) => m.type === 'code' && equalBytes(m.loginKey, login.publicKey));
}

/**
 * Opens an account with nothing but its recovery code, and adds this device to it. The text may be a scanned QR,
 * whose account id after the dot must then be the account found.
 */
export async function recoverAccount(
  p: Primitives,
  session: ServerSession,
  typed: string,
  day: number,
): Promise<Result<{ vault: AccountVault; device: DeviceFile }, RecoverFailure>> {
  const [code = '', scannedId] = typed.trim().split('.');
  const read = readRecoveryCode(code);
  if (!read.ok) return err({ code: 'code', defect: read.error });
  return openAccount(p, session, {
    secret: read.value,
    day,
    how: 'recovered',
    ...(scannedId ? { expect: scannedId } : {}),
  });
}

interface WayIn {
  readonly secret: Uint8Array;
  readonly day: number;
  /** The account it must then be, where that is known. */
  readonly expect?: string;
  /**
   * The chain tells contacts of a recovery. A phone added beside another leaves its key alone there. Let in by trusted
   * people, every other phone is shut out.
   */
  readonly how: 'recovered' | 'linked' | 'trusted';
  /** The device key, where another phone was shown it beforehand. */
  readonly deviceSeed?: Uint8Array;
  /**
   * Keeps what is about to be sent, where it leaves no other way in: the answer may be lost. What was kept and never
   * arrived is sent again, so that not two of them are on their way.
   */
  readonly sending?: {
    readonly before: Opened | undefined;
    keep(opened: Opened): Promise<Result<void, Failure>>;
  };
}

/** An account opened on this device, with the version at the server that it goes on from or has become. */
export interface Opened {
  readonly vault: AccountVault;
  readonly device: DeviceFile;
}

/** Opens the account that an unlock method's secret leads to, and adds this device to it. */
export async function openAccount(
  p: Primitives,
  session: ServerSession,
  { secret, day, expect, how, deviceSeed, sending }: WayIn,
): Promise<Result<Opened, RecoverFailure>> {
  const { locator, login } = loginOf(p, secret);
  const found = await session.call('account.find', { locator }, [login]);
  if (!found.ok)
    return err(
      found.error.error === 'forbidden' ? { code: 'no-account' } : toFailure(serverError(found.error)),
    );
  const { accountId, version, vault: sealed, keys } = found.value;
  const key = keys.find((entry) => equalBytes(entry.publicKey, login.publicKey));
  const unlocked = key && openMethod(p, accountId, secret, key.record);
  const vault = unlocked?.ok ? openVault(p, unlocked.value, sealed) : undefined;
  const account = vault?.ok ? readChain(p, vault.value.chain) : undefined;
  if (!vault?.ok || !account?.ok || (expect !== undefined && expect !== accountId))
    return err({ code: 'refused' });
  const root = p.signKeys(vault.value.rootSeed);
  // A method for one occasion goes with its use; a card stays.
  const stays = withoutLinks(vault.value);
  const said = how === 'linked' ? stays : withStatement(p, stays, root, { type: 'recovered' });
  const others = [...account.value.devices].filter(([, { revokedAt }]) => revokedAt === undefined);
  const ids = others.map(([id]) => id);
  const recovered = how === 'trusted' ? withoutDevices(p, said, ids, drawKeys(p)) : said;
  const before = readChain(p, recovered.chain);
  if (!before.ok) return err({ code: 'refused' });
  const drawn = addDevice(p, counted(recovered), before.value, day, deviceSeed);
  const isSame = sending?.before?.device.version === version;
  const added = isSame
    ? sending.before
    : { ...drawn, device: { ...drawn.device, version, cameBack: how === 'trusted' } };
  const kept = await sending?.keep(added);
  if (kept && !kept.ok) return kept;
  const written = await session.call(
    'account.write',
    {
      accountId,
      rootKey: root.publicKey,
      ifVersion: version,
      vault: sealVault(p, accountId, added.vault),
      keys: accountKeys(p, accountId, added.vault),
    },
    [root, login],
  );
  if (!written.ok) return err(toFailure(serverError(written.error)));
  return ok({ vault: added.vault, device: { ...added.device, version: written.value.version } });
}

/** Keys that nobody who was shut out has ever known. */
interface FreshKeys {
  readonly encryptionSeed: Uint8Array;
  readonly masterKey: Uint8Array;
  readonly journalKey: Uint8Array;
  readonly epochKey: { readonly key: Uint8Array; readonly adminSeed: Uint8Array };
}
const drawKeys = (p: Primitives): FreshKeys => ({
  encryptionSeed: p.random(32),
  masterKey: p.random(32),
  journalKey: p.random(32),
  epochKey: { key: p.random(32), adminSeed: p.random(32) },
});

/**
 * The vault under new keys. The ways in that stay are sealed to anew, and nobody has to type anything for it. Of devices
 * these are the ones that have signed for theirs: a method planted under the name of another goes with the rest.
 */
function renewed(
  p: Primitives,
  vault: AccountVault,
  { encryptionSeed, masterKey, journalKey, epochKey }: FreshKeys,
  stays: (method: Method) => boolean,
): AccountVault {
  const view = unwrap(readChain(p, vault.chain));
  const version = view.encryptionVersion + 1;
  const rotated = withStatement(p, vault, p.signKeys(vault.rootSeed), {
    type: 'rotateEncryptionKey',
    version,
    encryptionKey: p.kemPublicKey(encryptionSeed),
  });
  const last = Math.max(...vault.privateSpace.epochs.map(({ epoch }) => epoch));
  return {
    ...rotated,
    master: { version: vault.master.version + 1, key: masterKey },
    encryptionSeeds: [...vault.encryptionSeeds, { version, seed: encryptionSeed }],
    journalKeys: [...vault.journalKeys, journalKey],
    privateSpace: {
      ...vault.privateSpace,
      epochs: [...vault.privateSpace.epochs, { epoch: last + 1, ...epochKey }],
    },
    methods: vault.methods.filter((method) => deviceOfMethod(p, view, method) !== undefined || stays(method)),
  };
}

/** The vault after devices were shut out: they leave the chain, and every way in but the other devices goes with them. */
function withoutDevices(
  p: Primitives,
  vault: AccountVault,
  leaving: readonly DeviceId[],
  fresh: FreshKeys,
): AccountVault {
  const { devices } = unwrap(readChain(p, vault.chain));
  const root = p.signKeys(vault.rootSeed);
  const revoked = leaving.reduce((before, id) => {
    const deviceKey = devices.get(id)!.publicKey;
    return withStatement(p, before, root, { type: 'revokeDevice', deviceKey });
  }, vault);
  return renewed(p, revoked, fresh, () => false);
}

/**
 * [UNL-7] A change that takes a kind of way in from the vault, and puts another in its place. Whoever came in that way
 * may have kept every key they saw, so all of them are renewed; where there was none nothing is. Of the other ways the
 * card stays, and the arrangement with trusted people that the person made.
 */
export function withoutWay(account: Account, type: 'code' | 'trusted', instead?: Method) {
  const p = account.env.primitives;
  const fresh = drawKeys(p);
  const others = instead ? [instead] : [];
  const { methodId } = account.trusted;
  const stays = (method: Method): boolean =>
    method.type !== type &&
    (method.type === 'code' || (methodId !== undefined && equalBytes(method.methodId, methodId)));
  return (vault: AccountVault): AccountVault => {
    const had = vault.methods.some((method) => method.type === type);
    const without = had ? renewed(p, vault, fresh, stays) : vault;
    return { ...without, methods: [...without.methods, ...others] };
  };
}

/**
 * Shuts a device out: it leaves the chain and the list of keys, recovery cards and trusted people are cancelled
 * (whoever has the phone may have the card, or know whom to ring), master and encryption keys are renewed, and the
 * private space gets a new epoch. Every other space follows in the next round, because its writers then include a
 * device that was shut out.
 */
export function shutOutDevice(account: Account, deviceId: string): Promise<Result<void, StepError>> {
  const p = account.env.primitives;
  const fresh = drawKeys(p);
  return changeVault(account, (vault) => {
    const view = readChain(p, vault.chain);
    const device = view.ok ? view.value.devices.get(deviceId) : undefined;
    return device && device.revokedAt === undefined ? withoutDevices(p, vault, [deviceId], fresh) : vault;
  });
}
