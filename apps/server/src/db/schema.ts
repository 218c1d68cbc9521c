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
} from '@holdfast/protocol';

/**
 * What is stored, and so what a copy of the database gives away. Ids are text as they travel; keys, ids of
 * envelopes and sealed bytes are bytea. No table joins an account to a space, and no time is finer than the
 * hour, but when something is due. There is no readable address, no user agent and no name anywhere.
 */
export interface Database {
  instance: InstanceTable;
  account: AccountTable;
  account_key: AccountKeyTable;
  space: SpaceTable;
  writer: WriterTable;
  envelope: EnvelopeTable;
  blob: BlobTable;
  blob_chunk: BlobChunkTable;
  invite: InviteTable;
  mailbox: MailboxTable;
  push_slot: PushSlotTable;
  due_group: DueGroupTable;
  due: DueTable;
  liveness: LivenessTable;
  push_identity: PushIdentityTable;
  recovery: RecoveryTable;
  recovery_request: RecoveryRequestTable;
  recovery_approval: RecoveryApprovalTable;
}

/** One row. */
export interface InstanceTable {
  server_id: ServerId;
  generation: Generation;
  /** Grows while people write; going backwards means that a backup was restored (SPEC [OPS-3]). */
  counter: number;
}

export interface AccountTable {
  account_id: AccountId;
  version: number;
  vault: Uint8Array;
  /** In which mailbox its devices are told of a new one, under a key that is not in this database (SPEC [ACC-8]). */
  alert: Uint8Array | null;
  /** Days since 1970. */
  created_day: number;
}

export interface AccountKeyTable {
  account_id: AccountId;
  public_key: Uint8Array;
  kind: 'device' | 'method';
  locator: Locator | null;
  record: Uint8Array;
}

export interface SpaceTable {
  space_id: SpaceId;
  admin_key: Uint8Array;
  /** Empty until the first epoch, when nobody may read. */
  read_key: Uint8Array | null;
  epoch: number;
  last_seq: number;
}

export interface WriterTable {
  space_id: SpaceId;
  writer_id: WriterId;
  public_key: Uint8Array;
  /** Position of its last envelope here; 0 for none. */
  wseq: number;
  /** Id of that envelope; 32 zeros for none. */
  head_id: Uint8Array;
  removed: boolean;
}

export interface EnvelopeTable {
  space_id: SpaceId;
  seq: number;
  writer_id: WriterId;
  wseq: number;
  envelope_id: Uint8Array;
  epoch: number;
  bytes: Uint8Array;
  /** Hours since 1970. */
  received_hour: number;
}

export interface BlobTable {
  space_id: SpaceId;
  blob_id: BlobId;
  /** Chunks it has when complete; 0 when it was removed before anything of it came. */
  total: number;
  stored: number;
  removed: boolean;
  /** Days since 1970: when its last chunk came, or it was removed. */
  touched_day: number;
}

export interface BlobChunkTable {
  space_id: SpaceId;
  blob_id: BlobId;
  index: number;
  bytes: Uint8Array;
}

export interface InviteTable {
  invite_id: InviteId;
  owner_key: Uint8Array;
  guest_key: Uint8Array;
  offer_hash: Uint8Array;
  /** Empty once the invite was spent or cancelled. */
  offer: Uint8Array | null;
  answer_hash: Uint8Array | null;
  /** Empty again once the inviter has confirmed. */
  answer: Uint8Array | null;
  completion: Uint8Array | null;
  state: 'open' | 'answered' | 'completed' | 'cancelled';
  /** Hours since 1970. */
  expires_hour: number;
  created_day: number;
}

export interface MailboxTable {
  mailbox_id: MailboxId;
  owner_key: Uint8Array;
  post_key: Uint8Array;
  created_day: number;
}

export interface PushSlotTable {
  mailbox_id: MailboxId;
  slot_id: PushSlotId;
  /** The subscription, encrypted under a key that is not in this database (SPEC [PSH-4]). */
  sealed: Uint8Array;
}

export interface DueGroupTable {
  group_id: DueGroupId;
  cancel_key: Uint8Array;
  /** Stopped for good. */
  cancelled: boolean;
  touched_day: number;
}

export interface DueTable {
  item_id: DueItemId;
  group_id: DueGroupId;
  mailbox_id: MailboxId;
  kind: 'reminder' | 'ask' | 'timer';
  /** Ms since 1970: reminders on five minutes, asks and timers on seconds. */
  at: number;
  /** Ms since 1970: `at`, and for timers what outages and restores have put it off by (SPEC [TMR-2] [TMR-3]). */
  release_at: number;
  /** What an ask or a timer says; empty for reminders, and once it was taken. */
  sealed: Uint8Array | null;
  released: boolean;
  /** Ms since 1970 by the database's clock: until then some process is sending it. 0 for never claimed. */
  claimed_until: number;
}

/** One row. */
export interface LivenessTable {
  /** Ms since 1970 by the database's clock: when this server was last known to run (SPEC [TMR-2]). */
  beat_at: number;
}

/** One row. */
export interface PushIdentityTable {
  public_key: Uint8Array;
  private_key: Uint8Array;
}

/** What an account armed for getting back in with trusted people. Who they are stands nowhere. */
export interface RecoveryTable {
  account_id: AccountId;
  locator: Locator;
  /** Speaks for whoever was told the code that the locator comes from. */
  request_key: Uint8Array;
  /** Public keys of 32 bytes, one after the other: one for each trusted person, made for this alone. */
  approvers: Uint8Array;
  needed: number;
  wait_hours: number;
  /** The server's half of the secret and where to tell, under a key that is not in this database (SPEC [RCV-8]). */
  sealed: Uint8Array;
}

/** Hours since 1970 by the database's clock. */
export interface RecoveryRequestTable {
  request_id: RecoveryId;
  account_id: AccountId;
  owner_key: Uint8Array;
  seal_key: Uint8Array;
  begun_hour: number;
  stopped_hour: number | null;
  owned: boolean;
  vetoed_hour: number | null;
  released_hour: number | null;
}

export interface RecoveryApprovalTable {
  request_id: RecoveryId;
  approver_key: Uint8Array;
  /** A share, sealed to the phone that asked. */
  sealed: Uint8Array;
}
