import type { Result } from '@holdfast/base';
import { err } from '@holdfast/base';
import type { ApiError, AUTHORITY, ErrorCode, Request, Response, Verb } from '@holdfast/protocol';
import type { Session } from './session/session.ts';

export interface AnonymousCall {
  /** The origin that proofs made in this call are bound to, for example https://holdfast.example. */
  readonly origin: string;
}
export interface SessionCall extends AnonymousCall {
  readonly session: Session;
}
/** What a verb is told about its caller: the session, except for verbs that nobody needs a key for. */
export type Call<V extends Verb> = (typeof AUTHORITY)[V] extends 'nobody' ? AnonymousCall : SessionCall;

export type Outcome<V extends Verb> = Result<Response<V>, ApiError>;
export type Handler<V extends Verb> = (
  call: Call<V>,
  request: Request<V>,
) => Outcome<V> | Promise<Outcome<V>>;

/** A handler for each of some verbs. All of them together make `Handlers<Verb>`, which the compiler checks. */
export type Handlers<V extends Verb> = { readonly [Each in V]: Handler<Each> };

/** A refusal with one of the contract's codes. */
export const refuse = (error: ErrorCode, detail: Omit<ApiError, 'error'> = {}) =>
  err<ApiError>({ error, ...detail });

/** Verbs that change nothing stored. */
export const READING: ReadonlySet<Verb> = new Set<Verb>([
  'session.open',
  'session.prove',
  'account.read',
  'account.find',
  'space.pull',
  'space.writer',
  'space.chunks',
  'invite.open',
  'invite.read',
  'mailbox.read',
  'push.key',
  'recovery.status',
  'recovery.look',
  'recovery.read',
]);
