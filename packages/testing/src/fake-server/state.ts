import type { Result } from '@holdfast/base';
import { err } from '@holdfast/base';
import type {
  AccountId,
  AccountKey,
  ApiError,
  BlobId,
  DueGroupId,
  DueItemId,
  ErrorCode,
  Generation,
  InviteId,
  Locator,
  MailboxId,
  PushSlotId,
  RecoveryCase,
  RecoveryId,
  Request,
  Response,
  ServerId,
  Sha256,
  SpaceId,
  Verb,
  WriterId,
} from '@holdfast/protocol';

/** What the fake server "stores": the twin of the real one's tables. */
export interface ServerState {
  serverId: ServerId;
  generation: Generation;
  readonly accounts: Map<
    AccountId,
    { version: number; vault: Uint8Array; keys: readonly AccountKey[]; alert?: MailboxId }
  >;
  readonly spaces: Map<SpaceId, FakeSpace>;
  readonly invites: Map<InviteId, FakeInvite>;
  readonly mailboxes: Map<MailboxId, FakeMailbox>;
  readonly groups: Map<DueGroupId, FakeGroup>;
  readonly recoveries: Map<AccountId, FakeRecovery>;
}

export interface FakeSpace {
  adminKey: Uint8Array;
  readKey: Uint8Array | undefined;
  epoch: number;
  /** Envelope bytes; `seq` is the place from 1. Empty where they were dropped. */
  readonly log: Uint8Array[];
  readonly writers: Map<WriterId, FakeWriter>;
  readonly blobs: Map<BlobId, FakeBlob>;
}

export interface FakeWriter {
  /** Where its chain stood before what it wrote here. */
  readonly from: { readonly wseq: number; readonly id: Uint8Array };
  /** What it wrote, in order; bytes are empty where they were dropped. */
  readonly chain: { readonly seq: number; readonly id: Uint8Array; bytes: Uint8Array }[];
  removed: boolean;
}

export interface FakeBlob {
  readonly total: number;
  chunks: Uint8Array[];
  removed: boolean;
}

export interface FakeInvite {
  readonly ownerKey: Uint8Array;
  readonly guestKey: Uint8Array;
  readonly offer: Uint8Array;
  answer: Uint8Array | undefined;
  completion: Uint8Array | undefined;
  state: 'open' | 'answered' | 'completed' | 'cancelled';
  /** Hours since 1970. */
  readonly expiresHour: number;
}

export interface FakeMailbox {
  readonly ownerKey: Uint8Array;
  readonly postKey: Uint8Array;
  /** Endpoint of each slot. */
  readonly slots: Map<PushSlotId, string>;
}

export interface FakeGroup {
  readonly cancelKey: Uint8Array;
  cancelled: boolean;
  items: FakeItem[];
}

export interface FakeItem {
  readonly itemId: DueItemId;
  readonly mailboxId: MailboxId;
  readonly kind: 'reminder' | 'ask' | 'timer';
  readonly at: number;
  /** When it may go out: `at`, or later where a restore holds a timer ([TMR-3]). */
  releaseAt: number;
  sealed: Uint8Array | undefined;
}

export interface FakeRecovery {
  readonly locator: Locator;
  readonly requestKey: Uint8Array;
  readonly half: Uint8Array;
  readonly waitHours: number;
  readonly needed: number;
  readonly approvers: readonly Uint8Array[];
  readonly requests: Map<RecoveryId, FakeRequest>;
}

export interface FakeRequest {
  readonly ownerKey: Uint8Array;
  readonly sealKey: Uint8Array;
  case: RecoveryCase;
  /** By the approver's key. */
  readonly approvals: Map<string, Uint8Array>;
}

/** A session's proofs, as a verb asks for them. */
export interface Holder {
  holds(publicKey: Uint8Array): boolean;
  holdsWriter(writerId: WriterId): boolean;
}

export type News =
  | { readonly type: 'space'; readonly spaceId: SpaceId; readonly seq: number; readonly readKey: Uint8Array }
  | { readonly type: 'invite'; readonly inviteId: InviteId; readonly keys: readonly Uint8Array[] }
  | { readonly type: 'account'; readonly accountId: AccountId; readonly keys: readonly Uint8Array[] };

/** What verbs work with beside the state. */
export interface World {
  readonly state: ServerState;
  readonly sha256: Sha256;
  /** Hours since 1970. */
  hour(): number;
  /** Ms since 1970. */
  now(): number;
  random(length: number): Uint8Array;
  publish(news: News): void;
  /** Ends the sessions, other than the caller's, that hold a key. */
  endHolding(publicKey: Uint8Array, except: Holder): void;
}

export type Handler<V extends Verb> = (session: Holder, request: Request<V>) => Result<Response<V>, ApiError>;
export type Handlers<V extends Verb> = { readonly [Each in V]: Handler<Each> };

export const refuse = (error: ErrorCode, detail: Omit<ApiError, 'error'> = {}) =>
  err<ApiError>({ error, ...detail });
