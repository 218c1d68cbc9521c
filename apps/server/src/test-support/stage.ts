import type { AccountKey, BlobId, Request } from '@holdfast/protocol';
import { accountIdOf, REMINDER_GRID } from '@holdfast/protocol';
import type { Transport } from '@holdfast/sync';
import type { Chain, Supply, TestKey, TestSpace } from '@holdfast/testing/server-contract-kit';
import {
  addWriter,
  nextEpoch,
  nodeSha256,
  openSpace,
  succeed,
  Visitor,
  write,
} from '@holdfast/testing/server-contract-kit';

/** A small world with everybody in it: an account, a space in its second epoch, an invite. */
export interface Stage {
  readonly supply: Supply;
  readonly account: Request<'account.write'>;
  readonly root: TestKey;
  readonly device: TestKey;
  readonly revokedDevice: TestKey;
  readonly method: TestKey;
  readonly methodKey: AccountKey;
  /** The root of an account that is still to be created. */
  readonly freshRoot: TestKey;
  readonly space: TestSpace;
  readonly staleReader: TestKey;
  readonly removedWriter: Chain;
  readonly blobId: BlobId;
  readonly inviteOwner: TestKey;
  readonly inviteGuest: TestKey;
  readonly invite: Request<'invite.create'>;
  readonly mailboxOwner: TestKey;
  readonly poster: TestKey;
  readonly canceller: TestKey;
  readonly mailbox: Request<'mailbox.open'>;
  readonly slot: Request<'push.set'>;
  readonly due: Request<'due.set'>;
  readonly requester: TestKey;
  readonly askingPhone: TestKey;
  readonly approver: TestKey;
  readonly recovery: Request<'recovery.arm'>;
  readonly request: Request<'recovery.request'>;
}

/** `isArmed`: with trusted people and a phone that asks. Most verbs have nothing to do with them. */
export async function setStage(
  transport: Transport,
  supply: Supply,
  now: number,
  isArmed = true,
): Promise<Stage> {
  const [root, device, revokedDevice, method] = [supply.key(), supply.key(), supply.key(), supply.key()];
  const deviceKey = (key: TestKey): AccountKey => {
    return { publicKey: key.publicKey, kind: 'device', record: supply.bytes(20) };
  };
  const methodKey: AccountKey = {
    publicKey: method.publicKey,
    kind: 'method',
    locator: supply.id(),
    record: supply.bytes(20),
  };
  const accountId = accountIdOf(nodeSha256, root.publicKey);
  const rootKey = root.publicKey;
  const vault = supply.bytes(100);
  const keys = [deviceKey(device), methodKey];
  const owner = await Visitor.open(transport, root, device);
  const create = { accountId, rootKey, vault, keys: [...keys, deviceKey(revokedDevice)] };
  succeed(await owner.call('account.create', create));
  const account = { accountId, rootKey, vault, keys, ifVersion: 1 };
  succeed(await owner.call('account.write', account));

  const space = await openSpace(transport, supply);
  const staleReader = space.reader;
  const removedWriter = await addWriter(space, supply);
  await nextEpoch(space, supply.key(), [removedWriter.writerId]);
  await write(space, 1);

  const blobId = supply.id<'blob'>();
  const writerKey = space.chain.key.publicKey;
  const blob = { spaceId: space.spaceId, writerKey, blobId, index: 0, total: 1, chunk: supply.bytes(90) };
  succeed(await space.owner.call('space.putChunk', blob));

  const [inviteOwner, inviteGuest] = [supply.key(), supply.key()];
  const invite = {
    inviteId: supply.id<'invite'>(),
    ownerKey: inviteOwner.publicKey,
    guestKey: inviteGuest.publicKey,
    offer: supply.bytes(50),
    expiresAt: now + 86_400_000,
  };
  succeed(await (await Visitor.open(transport, inviteOwner)).call('invite.create', invite));
  const [mailboxOwner, poster, canceller] = [supply.key(), supply.key(), supply.key()];
  const mailboxId = supply.id<'mailbox'>();
  const mailbox = { mailboxId, ownerKey: mailboxOwner.publicKey, postKey: poster.publicKey };
  const told = await Visitor.open(transport, mailboxOwner);
  succeed(await told.call('mailbox.open', mailbox));
  const slot = {
    mailboxId,
    slotId: supply.id<'push-slot'>(),
    endpoint: 'https://push.example.net/send/canary-endpoint',
    p256dh: supply.bytes(65),
    auth: supply.bytes(16),
  };
  succeed(await told.call('push.set', slot));
  const at = Math.ceil(now / REMINDER_GRID) * REMINDER_GRID + 86_400_000;
  const due = {
    groupId: supply.id<'due-group'>(),
    cancelKey: canceller.publicKey,
    posts: [{ mailboxId, postKey: poster.publicKey, items: [{ kind: 'reminder' as const, at }] }],
  };
  succeed(await (await Visitor.open(transport, poster, canceller)).call('due.set', due));
  const [requester, askingPhone, approver] = [supply.key(), supply.key(), supply.key()];
  const recovery = {
    accountId,
    rootKey,
    locator: supply.id<'locator'>(),
    requestKey: requester.publicKey,
    half: supply.bytes(32),
    waitHours: 24 as const,
    needed: 2,
    approvers: [approver.publicKey, supply.key().publicKey],
  };
  const request = {
    locator: recovery.locator,
    requestId: supply.id<'recovery'>(),
    ownerKey: askingPhone.publicKey,
    sealKey: supply.bytes(1216),
  };
  if (isArmed) {
    succeed(await owner.call('recovery.arm', recovery));
    succeed(await (await Visitor.open(transport, requester, askingPhone)).call('recovery.request', request));
  }
  return {
    supply,
    requester,
    askingPhone,
    approver,
    recovery,
    request,
    mailboxOwner,
    poster,
    canceller,
    mailbox,
    slot,
    due,
    account: { ...account, ifVersion: 2, vault: supply.bytes(101) },
    root,
    device,
    revokedDevice,
    method,
    methodKey,
    freshRoot: supply.key(),
    space,
    staleReader,
    removedWriter,
    blobId,
    inviteOwner,
    inviteGuest,
    invite,
  };
}
