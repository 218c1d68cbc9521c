import type { Result } from '@holdfast/base';
import { err } from '@holdfast/base';
import type {
  AccountId,
  AccountKey,
  ApiError,
  BlobId,
  ErrorCode,
  Generation,
  InviteId,
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
  readonly accounts: Map<AccountId, { version: number; vault: Uint8Array; keys: readonly AccountKey[] }>;
  readonly spaces: Map<SpaceId, FakeSpace>;
  readonly invites: Map<InviteId, FakeInvite>;
}

export interface FakeSpace {
  adminKey: Uint8Array;
  readKey: Uint8Array | undefined;
  epoch: number;
  /** Envelope bytes; `seq` is the place from 1. */
  readonly log: Uint8Array[];
  readonly writers: Map<WriterId, FakeWriter>;
  readonly blobs: Map<BlobId, FakeBlob>;
}

export interface FakeWriter {
  /** What it wrote; `wseq` is the place from 1. */
  readonly chain: { readonly seq: number; readonly id: Uint8Array; readonly bytes: Uint8Array }[];
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
  publish(news: News): void;
  /** Ends the sessions, other than the caller's, that hold a key. */
  endHolding(publicKey: Uint8Array, except: Holder): void;
}

export type Handler<V extends Verb> = (session: Holder, request: Request<V>) => Result<Response<V>, ApiError>;
export type Handlers<V extends Verb> = { readonly [Each in V]: Handler<Each> };

export const refuse = (error: ErrorCode, detail: Omit<ApiError, 'error'> = {}) =>
  err<ApiError>({ error, ...detail });
