import type {
  AccountId,
  BlobId,
  Generation,
  InviteId,
  Locator,
  ServerId,
  SpaceId,
  WriterId,
} from '@holdfast/protocol';

/**
 * What is stored, and so what a copy of the database gives away. Ids are text as they travel; keys, ids of
 * envelopes and sealed bytes are bytea. No table joins an account to a space, and no time is finer than the
 * hour. There is no address, no user agent and no name anywhere.
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
