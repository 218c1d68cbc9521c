import * as v from 'valibot';
import type {
  AccountId,
  BlobId,
  DueGroupId,
  DueItemId,
  Generation,
  InviteId,
  Locator,
  MailboxId,
  PushSlotId,
  RecoveryId,
  ServerId,
  SpaceId,
  WriterId,
} from './ids.ts';
import { endpointSchema } from './endpoint.ts';
import { bytesSchema, idSchema } from './ids.ts';
import { LIMITS } from './limits.ts';

/**
 * The closed list of server verbs. Each is `POST /api/v1/<verb>` with a CBOR body and answer.
 * Authority is possession: a session has proved a set of public keys, and a verb asks whether the key it needs
 * is among them (SPEC [AUT-2]). `AUTHORITY` in this file names that key for every verb.
 */
/** Reminders are due on full five minutes, asks and timers on full seconds. Ms. */
export const REMINDER_GRID = 5 * 60_000;
export const ASK_GRID = 1000;

const key = bytesSchema(32);
const signature = bytesSchema(64);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const list = <T extends v.GenericSchema>(item: T, max: number) => v.pipe(v.array(item), v.maxLength(max));
const none = v.strictObject({});

const accountId = idSchema<'account'>();
const spaceId = idSchema<'space'>();
const writerId = idSchema<'writer'>();
const inviteId = idSchema<'invite'>();
const blobId = idSchema<'blob'>();
const mailboxId = idSchema<'mailbox'>();
const groupId = idSchema<'due-group'>();
const slotId = idSchema<'push-slot'>();
const recoveryId = idSchema<'recovery'>();
const locator = idSchema<'locator'>();
/** Ms since 1970, on a grid: the finer a time, the more it says. */
const onGrid = (ms: number) =>
  v.pipe(
    count,
    v.check((at) => at % ms === 0, 'off the grid'),
  );
/** [DUE-1] */
const dueItem = v.variant('kind', [
  v.strictObject({ kind: v.literal('reminder'), at: onGrid(REMINDER_GRID) }),
  v.strictObject({
    kind: v.picklist(['ask', 'timer']),
    at: onGrid(ASK_GRID),
    sealed: bytesSchema(LIMITS.dueSealedBytes),
  }),
]);
export type DueItem = v.InferOutput<typeof dueItem>;
const envelope = bytesSchema(132, LIMITS.envelopeBytes);

/** [RCV-2] Hours between a request and its release. */
export const RECOVERY_WAITS = [24, 48, 168] as const;
/**
 * open: its time runs · stopped: somebody used one of the account's devices, and is asked there · vetoed ·
 * released: the server's half was given out
 */
export const RECOVERY_STATES = ['open', 'stopped', 'vetoed', 'released'] as const;
const recoveryState = v.picklist(RECOVERY_STATES);
export type RecoveryState = v.InferOutput<typeof recoveryState>;
const approval = bytesSchema(1, LIMITS.approvalBytes);

/** A key that may open and change an account: a device's, or the login key of an unlock method. */
export const accountKeySchema = v.strictObject({
  publicKey: key,
  kind: v.picklist(['device', 'method']),
  /** How a person with only the secret finds the account; methods have one, devices do not. */
  locator: v.optional(idSchema<'locator'>()),
  /** Unlock record: opaque to the server (vault SPEC [UNL]). */
  record: bytesSchema(1, LIMITS.accountRecordBytes),
});
export type AccountKey = v.InferOutput<typeof accountKeySchema>;

const accountState = v.strictObject({
  accountId,
  /** Counts writes; compare-and-set stops two devices from overwriting each other. */
  version: count,
  vault: bytesSchema(1, LIMITS.vaultBytes),
  keys: list(accountKeySchema, LIMITS.accountKeys),
});
export type AccountState = v.InferOutput<typeof accountState>;

const storedEnvelope = v.strictObject({ seq: count, bytes: envelope });
export type StoredEnvelope = v.InferOutput<typeof storedEnvelope>;

export const INVITE_STATES = ['open', 'answered', 'completed', 'cancelled', 'expired'] as const;
const inviteState = v.picklist(INVITE_STATES);
export type InviteState = v.InferOutput<typeof inviteState>;

export const VERBS = {
  'session.open': {
    request: none,
    response: v.strictObject({
      token: bytesSchema(32),
      nonce: bytesSchema(32),
      serverId: idSchema<'server'>(),
      /** Changes whenever the database was restored: clients then send again what they still hold. */
      generation: idSchema<'generation'>(),
      /** Server time, ms since 1970. A hint only: it never decides a merge. */
      now: count,
    }),
  },
  'session.prove': {
    request: v.strictObject({ proofs: list(v.strictObject({ publicKey: key, signature }), LIMITS.proofs) }),
    response: none,
  },
  'account.create': {
    request: v.strictObject({
      accountId,
      rootKey: key,
      vault: bytesSchema(1, LIMITS.vaultBytes),
      keys: list(accountKeySchema, LIMITS.accountKeys),
    }),
    response: v.strictObject({ version: count }),
  },
  /** The account by id, for a session that proved one of its keys. */
  'account.read': { request: v.strictObject({ accountId }), response: accountState },
  /** The account by the locator of an unlock method, for a session that proved that method's login key. */
  'account.find': { request: v.strictObject({ locator: idSchema<'locator'>() }), response: accountState },
  /** Replaces vault and keys at once. Sessions of keys no longer listed end. */
  'account.write': {
    request: v.strictObject({
      accountId,
      rootKey: key,
      ifVersion: count,
      vault: bytesSchema(1, LIMITS.vaultBytes),
      keys: list(accountKeySchema, LIMITS.accountKeys),
    }),
    response: v.strictObject({ version: count }),
  },
  /**
   * In which mailbox the account's devices are told when a new one is added; without one, nobody is. The post key is that
   * mailbox's. It is a device that says so: a method's key is not enough.
   */
  'account.alert': {
    request: v.strictObject({ accountId, alert: v.optional(v.strictObject({ mailboxId, postKey: key })) }),
    response: none,
  },
  /**
   * Removes vault and keys at once and for good, and ends the sessions of its keys. Spaces and mailboxes are removed by
   * their own verbs: nothing here says whose they are. Repeating it is harmless.
   */
  'account.remove': { request: v.strictObject({ accountId, rootKey: key }), response: none },
  /**
   * Opens a space at epoch 0; it takes no data before its first epoch statement. Repeating it is harmless. One that
   * begins anew after this server was restored opens at the epoch its devices have come to.
   */
  'space.create': {
    request: v.strictObject({ spaceId, adminKey: key, epoch: v.optional(count) }),
    response: none,
  },
  /** `after`: where the chain of a writer stands that goes on in a space which began anew. */
  'space.addWriter': {
    request: v.strictObject({
      spaceId,
      writerKey: key,
      after: v.optional(v.strictObject({ wseq: count, envelopeId: bytesSchema(32) })),
    }),
    response: none,
  },
  /**
   * Deletes every envelope before a position, at which a control envelope stands: what they said was carried over.
   * Positions and chains go on. 'conflict': something else stands there. Repeating it is harmless.
   */
  'space.drop': { request: v.strictObject({ spaceId, before: count }), response: none },
  /**
   * Removes a space with everything in it, if `lastSeq` is its highest position, else 'conflict'. Repeating it is
   * harmless: what is not there, and what has another admin key, gets the same answer and stays as it is.
   */
  'space.remove': { request: v.strictObject({ spaceId, adminKey: key, lastSeq: count }), response: none },
  /**
   * Starts an epoch: appends the control envelope, replaces the admin and read keys and removes writers in one
   * step. Refused with 'conflict' unless the envelope's epoch is the current one plus 1 and `afterSeq` is the
   * space's highest position: the statement lists every writer's head, so nothing may slip in before it.
   * Repeating the same envelope is harmless.
   */
  'space.epoch': {
    request: v.strictObject({
      spaceId,
      afterSeq: count,
      adminKey: key,
      readKey: key,
      removeWriters: list(writerId, 256),
      envelope,
    }),
    response: v.strictObject({ seq: count }),
  },
  /** Appends data envelopes of one writer in order. Those already stored with equal bytes count as done. */
  'space.append': {
    request: v.strictObject({ spaceId, envelopes: list(envelope, LIMITS.appendEnvelopes) }),
    response: v.strictObject({ seqs: list(count, LIMITS.appendEnvelopes) }),
  },
  /**
   * Envelopes after each cursor, oldest first. An unknown space, or a read key that is stale or was not proved,
   * gives the same empty answer as a quiet space: a removed supporter learns nothing here (SPEC [REL-4]).
   */
  'space.pull': {
    request: v.strictObject({
      spaces: list(v.strictObject({ spaceId, readKey: key, after: count }), LIMITS.pullSpaces),
    }),
    response: v.strictObject({
      spaces: list(
        v.strictObject({ spaceId, envelopes: list(storedEnvelope, LIMITS.pullEnvelopes), more: v.boolean() }),
        LIMITS.pullSpaces,
      ),
    }),
  },
  /** What the server holds of one writer: for healing after a restore. Needs the writer's or the admin's key. */
  'space.writer': {
    request: v.strictObject({ spaceId, writerKey: key }),
    response: v.strictObject({
      /** Whether the space exists and whether it lists this writer. */
      space: v.boolean(),
      listed: v.boolean(),
      epoch: count,
      /** Position of the writer's last stored envelope; 0 for none. */
      wseq: count,
      /** Highest position in the space. */
      seq: count,
    }),
  },
  /**
   * One sealed chunk of a blob, in order: `index` is how many are stored, so an upload that was cut off goes on where
   * it stands. A chunk stored before, with equal bytes, counts as done. 'conflict': another place, other bytes or
   * another total. 'cancelled': the blob was removed. 'too-large': the space holds as much as it may.
   */
  'space.putChunk': {
    request: v.strictObject({
      spaceId,
      writerKey: key,
      blobId,
      index: v.pipe(count, v.maxValue(LIMITS.blobChunks - 1)),
      total: v.pipe(count, v.minValue(1), v.maxValue(LIMITS.blobChunks)),
      chunk: bytesSchema(41, LIMITS.blobSealedChunkBytes),
    }),
    response: v.strictObject({ stored: count }),
  },
  /**
   * Chunks of a blob from a place on. `key` is the space's current read key or a listed writer's. Whoever may not read,
   * a blob that was removed and one that never was get the same empty answer (SPEC [BLB-3]).
   */
  'space.chunks': {
    request: v.strictObject({ spaceId, key, blobId, from: count }),
    response: v.strictObject({
      stored: count,
      total: count,
      chunks: list(bytesSchema(41, LIMITS.blobSealedChunkBytes), LIMITS.blobAnswerChunks),
    }),
  },
  /** Deletes a blob for good: a late repeat of a chunk does not bring it back. Repeating it is harmless. */
  'space.removeBlob': { request: v.strictObject({ spaceId, writerKey: key, blobId }), response: none },
  /** ownerKey speaks for the inviter, guestKey for whoever holds the link. */
  'invite.create': {
    request: v.strictObject({
      inviteId,
      ownerKey: key,
      guestKey: key,
      offer: bytesSchema(1, LIMITS.offerBytes),
      /** Ms since 1970; at most LIMITS.inviteHours ahead of the server's clock, else shortened to that. */
      expiresAt: count,
    }),
    response: none,
  },
  /** The sealed offer, while the invite is open. */
  'invite.open': {
    request: v.strictObject({ inviteId }),
    response: v.strictObject({ offer: bytesSchema(1, LIMITS.offerBytes) }),
  },
  /** Spends the invite. Repeating the same answer is harmless; another answer finds it used. */
  'invite.answer': {
    request: v.strictObject({ inviteId, answer: bytesSchema(1, LIMITS.answerBytes) }),
    response: none,
  },
  /** Where the invite stands: the answer for the owner, the completion for the guest. */
  'invite.read': {
    request: v.strictObject({ inviteId }),
    response: v.strictObject({
      state: inviteState,
      answer: v.optional(bytesSchema(1, LIMITS.answerBytes)),
      completion: v.optional(bytesSchema(1, LIMITS.completionBytes)),
    }),
  },
  'invite.complete': {
    request: v.strictObject({ inviteId, completion: bytesSchema(1, LIMITS.completionBytes) }),
    response: none,
  },
  'invite.cancel': { request: v.strictObject({ inviteId }), response: none },
  /** Opens a mailbox: ownerKey reads it and says where to push, postKey puts things in. Repeating it is harmless. */
  'mailbox.open': { request: v.strictObject({ mailboxId, ownerKey: key, postKey: key }), response: none },
  /** Asks that are due and notes of timers that went out, oldest first. What was not taken out comes again. */
  'mailbox.read': {
    request: v.strictObject({ mailboxId }),
    response: v.strictObject({
      items: list(
        v.strictObject({
          itemId: idSchema<'due-item'>(),
          at: count,
          sealed: bytesSchema(LIMITS.dueSealedBytes),
        }),
        LIMITS.mailboxPage,
      ),
    }),
  },
  /** Takes out what was read. */
  'mailbox.take': {
    request: v.strictObject({ mailboxId, itemIds: list(idSchema<'due-item'>(), LIMITS.mailboxPage) }),
    response: none,
  },
  /**
   * Removes a mailbox with everything in it and everyone it would tell. Repeating it is harmless: what is not there, and
   * what has another owner, gets the same answer and stays as it is.
   */
  'mailbox.close': { request: v.strictObject({ mailboxId, ownerKey: key }), response: none },
  /**
   * Puts items in place of all that still wait in a group: none of them stops it. The cancel key is the one the group
   * began with. 'cancelled': somebody stopped the group for good. 'too-large': a mailbox is full.
   */
  'due.set': {
    request: v.strictObject({
      groupId,
      cancelKey: key,
      posts: list(
        v.strictObject({ mailboxId, postKey: key, items: list(dueItem, LIMITS.dueItems) }),
        LIMITS.duePosts,
      ),
    }),
    response: none,
  },
  /**
   * Stops a group for good. `stopped` items had not begun to go out; `gone` ones were due, or were just being sent.
   * Repeating it is harmless.
   */
  'due.cancel': {
    request: v.strictObject({ groupId }),
    response: v.strictObject({ stopped: count, gone: count }),
  },
  /** The server's key that a browser binds a push subscription to (VAPID, RFC 8292): an uncompressed P-256 point. */
  'push.key': { request: none, response: v.strictObject({ publicKey: bytesSchema(65) }) },
  /** Where one device of a mailbox's owner is told (RFC 8030, RFC 8291), in place of what its slot held. */
  'push.set': {
    request: v.strictObject({
      mailboxId,
      slotId,
      endpoint: endpointSchema,
      p256dh: bytesSchema(65),
      auth: bytesSchema(16),
    }),
    response: none,
  },
  /** Repeating it is harmless. */
  'push.remove': { request: v.strictObject({ mailboxId, slotId }), response: none },
  /**
   * Puts the server's half of a secret in place, in place of any before it: that one is destroyed, with every request
   * that was made under it. Repeating it with the same locator and half changes nothing. `approvers` speak for one
   * trusted person each; who they are the server does not know. `alert` is where the account's devices are told.
   */
  'recovery.arm': {
    request: v.strictObject({
      accountId,
      rootKey: key,
      locator,
      requestKey: key,
      half: key,
      waitHours: v.picklist(RECOVERY_WAITS),
      needed: v.pipe(count, v.minValue(2), v.maxValue(LIMITS.approvers)),
      approvers: v.pipe(v.array(key), v.minLength(2), v.maxLength(LIMITS.approvers)),
      alert: v.optional(v.strictObject({ mailboxId, postKey: key })),
    }),
    response: none,
  },
  /** Destroys the half and every request. Repeating it is harmless. */
  'recovery.disarm': { request: v.strictObject({ accountId, rootKey: key }), response: none },
  /** For a device of the account: what is armed, and who asks to be let in. */
  'recovery.status': {
    request: v.strictObject({ accountId }),
    response: v.strictObject({
      /** Locator of the half that is in place and can be given out. */
      armed: v.optional(locator),
      /** Stopped three times within 30 days: no more requests until it is armed anew. */
      off: v.boolean(),
      requests: list(
        v.strictObject({
          requestId: recoveryId,
          state: recoveryState,
          /** The person said on one of their devices that it is them. */
          owned: v.boolean(),
          /** Ms since 1970, on full hours. */
          begunAt: count,
          readyAt: count,
          approvals: count,
        }),
        LIMITS.recoveryRequests,
      ),
    }),
  },
  /**
   * Somebody uses a device of the account. That stops the time of a request, until `mine` says there that the person
   * asked for it: then the rest of the time runs, and nothing stops it but a veto.
   */
  'recovery.present': {
    request: v.strictObject({ accountId, requestId: recoveryId, mine: v.boolean() }),
    response: none,
  },
  /** Stops every request that was not released. */
  'recovery.veto': { request: v.strictObject({ accountId }), response: none },
  /**
   * A phone with nothing on it asks. The locator and its key come from the code that a trusted person reads out; the
   * owner key is the phone's own. 'cancelled': the account takes none. 'conflict': one was stopped within the last day.
   */
  'recovery.request': {
    request: v.strictObject({ locator, requestId: recoveryId, ownerKey: key, sealKey: bytesSchema(1216) }),
    response: v.strictObject({ accountId }),
  },
  /** The phone that asked takes it back. What was stopped for good or released stays as it is. */
  'recovery.cancel': { request: v.strictObject({ requestId: recoveryId }), response: none },
  /** For a trusted person: the keys of the phones that ask. Six words decide which is the right one. */
  'recovery.look': {
    request: v.strictObject({ locator, approverKey: key }),
    response: v.strictObject({
      requests: list(
        v.strictObject({ requestId: recoveryId, sealKey: bytesSchema(1216) }),
        LIMITS.recoveryRequests,
      ),
    }),
  },
  /** A trusted person's share, sealed to the phone. Again, it takes the place of the one before. */
  'recovery.approve': {
    request: v.strictObject({ requestId: recoveryId, approverKey: key, sealed: approval }),
    response: none,
  },
  /** For the phone that asked: where its request stands. */
  'recovery.read': {
    request: v.strictObject({ requestId: recoveryId }),
    response: v.strictObject({
      state: recoveryState,
      approvals: count,
      /** Whether as many said yes as are needed. */
      enough: v.boolean(),
      /** Ms since 1970: when its time is over, as it stands. */
      readyAt: count,
      /** Whether a release would be answered now. */
      ready: v.boolean(),
    }),
  },
  /** The server's half and what the people sent, once the rules allow it; 'conflict' before. */
  'recovery.release': {
    request: v.strictObject({ requestId: recoveryId }),
    response: v.strictObject({ half: key, approvals: list(approval, LIMITS.approvers) }),
  },
} as const satisfies Record<string, { request: v.GenericSchema; response: v.GenericSchema }>;

export type Verb = keyof typeof VERBS;
export type Request<V extends Verb> = v.InferOutput<(typeof VERBS)[V]['request']>;
export type Response<V extends Verb> = v.InferOutput<(typeof VERBS)[V]['response']>;

/** The key each verb needs the session to have proved. The server's authorisation matrix is built from this. */
export const AUTHORITY = {
  'session.open': 'nobody',
  'session.prove': 'session',
  'account.create': 'root',
  'account.read': 'account key',
  'account.find': 'method key',
  'account.write': 'root and account key',
  'account.alert': 'device key',
  'account.remove': 'root and account key',
  'space.create': 'admin',
  'space.addWriter': 'admin',
  'space.drop': 'admin',
  'space.remove': 'admin',
  'space.epoch': 'admin',
  'space.append': 'writer or admin',
  'space.pull': 'read key, else no news',
  'space.writer': 'writer or admin',
  'space.putChunk': 'writer',
  'space.chunks': 'read key or writer, else no news',
  'space.removeBlob': 'writer',
  'invite.create': 'invite owner',
  'invite.open': 'invite guest',
  'invite.answer': 'invite guest',
  'invite.read': 'invite owner or guest',
  'invite.complete': 'invite owner',
  'invite.cancel': 'invite owner',
  'mailbox.open': 'mailbox owner',
  'mailbox.read': 'mailbox owner',
  'mailbox.take': 'mailbox owner',
  'mailbox.close': 'mailbox owner',
  'due.set': 'cancel key and post keys',
  'due.cancel': 'cancel key',
  'push.key': 'session',
  'push.set': 'mailbox owner',
  'push.remove': 'mailbox owner',
  'recovery.arm': 'root and account key',
  'recovery.disarm': 'root and account key',
  'recovery.status': 'account key',
  'recovery.present': 'account key',
  'recovery.veto': 'account key',
  'recovery.request': 'request key and phone',
  'recovery.cancel': 'phone',
  'recovery.look': 'approver',
  'recovery.approve': 'approver',
  'recovery.read': 'phone',
  'recovery.release': 'phone',
} as const satisfies Record<Verb, string>;

/**
 * What can go wrong with any verb. `status` is the HTTP status the server sends with it.
 * - unauthorised: the session is unknown or over; open a new one and prove again
 * - forbidden: a key the verb needs was not proved, or what it names does not exist: the two look the same
 * - invalid: the message does not fit its schema; a bug or another version
 * - conflict: something newer is stored; `version`, `epoch` or `wseq` says what. Of a recovery: not yet
 * - stale-epoch: data under an epoch that is no longer current; seal it again
 * - unlisted: the writer is not (or no longer) listed in the space
 * - used, expired, cancelled: the invite's fate; 'cancelled' also for a blob that was removed, a group that
 *   was stopped and an account that takes no recovery requests
 * - too-large, too-many: limits; `retryAfter` in seconds
 * - full: the server's disk is full; nothing was stored
 * - unavailable: the server cannot reach its database now
 */
export const ERROR_STATUS = {
  unauthorised: 401,
  forbidden: 403,
  invalid: 400,
  conflict: 409,
  'stale-epoch': 409,
  unlisted: 409,
  used: 410,
  expired: 410,
  cancelled: 410,
  'too-large': 413,
  'too-many': 429,
  full: 507,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

export const errorSchema = v.object({
  error: v.picklist(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
  version: v.optional(count),
  epoch: v.optional(count),
  wseq: v.optional(count),
  /** Seconds. */
  retryAfter: v.optional(count),
  /** The stored envelope at the refused position, for a writer to compare with its own. */
  stored: v.optional(envelope),
});
export type ApiError = v.InferOutput<typeof errorSchema>;

/**
 * The live channel: one WebSocket at /api/v1/live, CBOR frames. It carries hints only; data is pulled by
 * `space.pull`, so that polling is the same path (SPEC [LIV-1]). The token is the first frame, never in the URL.
 */
export const clientFrameSchema = v.variant('type', [
  v.strictObject({ type: v.literal('hello'), token: bytesSchema(32) }),
  /** Replaces what is watched. Things the session has no key for are ignored without a word. */
  v.strictObject({
    type: v.literal('watch'),
    spaces: list(v.strictObject({ spaceId, readKey: key }), LIMITS.liveSpaces),
    invites: list(inviteId, LIMITS.liveSpaces),
    account: v.optional(accountId),
  }),
]);
export type ClientFrame = v.InferOutput<typeof clientFrameSchema>;

export const serverFrameSchema = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('space'), spaceId, seq: count }),
  v.strictObject({ type: v.literal('invite'), inviteId }),
  v.strictObject({ type: v.literal('account'), accountId }),
  /** The session is over (removed device, restart): open a new one by HTTP. */
  v.strictObject({ type: v.literal('over') }),
]);
export type ServerFrame = v.InferOutput<typeof serverFrameSchema>;

export type {
  AccountId,
  BlobId,
  DueGroupId,
  DueItemId,
  Generation,
  InviteId,
  Locator,
  MailboxId,
  PushSlotId,
  RecoveryId,
  ServerId,
  SpaceId,
  WriterId,
};
