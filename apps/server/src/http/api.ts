import type { HttpBindings } from '@hono/node-server';
import { fromBase64Url } from '@holdfast/base';
import type { Logger } from '@holdfast/base';
import type { ApiError, CborValue, Request as VerbRequest, Verb } from '@holdfast/protocol';
import { AUTHORITY, decodeCbor, encodeCbor, ERROR_STATUS, VERBS } from '@holdfast/protocol';
import type { Context } from 'hono';
import * as v from 'valibot';
import { failureOf, isOutage } from '../db/failures.ts';
import type { RateLimits } from '../session/rate-limits.ts';
import { networkLimitOf, STORING } from '../session/rate-limits.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Handlers, Outcome, SessionCall } from '../verbs.ts';
import { READING, refuse } from '../verbs.ts';
import { readBody } from './body.ts';
import type { CallerOptions } from './caller.ts';
import { addressOf, originOf } from './caller.ts';

export const CBOR = 'application/cbor';

export interface ApiParts extends CallerOptions {
  readonly handlers: Handlers<Verb>;
  readonly sessions: Sessions;
  readonly limits: RateLimits;
  readonly logger: Logger;
  /** Called after something was stored. */
  readonly onStored: () => void;
}
export type HttpContext = Context<{ Bindings: HttpBindings }>;

const isVerb = (text: string): text is Verb => Object.hasOwn(VERBS, text);

/** Answers `POST /api/v1/<verb>`. The order of its checks is SPEC [OPS-6]. */
export const api =
  (parts: ApiParts) =>
  async (context: HttpContext): Promise<Response> => {
    const verb = context.req.param('verb') ?? '';
    if (!isVerb(verb)) return context.notFound();
    let outcome: Outcome<Verb>;
    try {
      outcome = await answer(parts, verb, context);
    } catch (error) {
      report(parts.logger, verb, error);
      outcome = { ok: false, error: failureOf(error) };
    }
    if (outcome.ok && !READING.has(verb)) parts.onStored();
    return outcome.ok ? send(200, outcome.value) : sendError(outcome.error);
  };

async function answer(parts: ApiParts, verb: Verb, context: HttpContext): Promise<Outcome<Verb>> {
  const request = context.env.incoming;
  const origin = originOf(request, parts);
  if (origin === undefined) return refuse('invalid');
  const limit = networkLimitOf(verb);
  const wait = limit === undefined ? 0 : parts.limits.ofNetwork(limit, addressOf(request, parts));
  if (wait > 0) return refuse('too-many', { retryAfter: wait });

  let session: Session | undefined;
  if (AUTHORITY[verb] !== 'nobody') {
    session = sessionOf(parts.sessions, request.headers.authorization);
    if (session === undefined) return refuse('unauthorised');
    const pause = parts.limits.ofSession(session);
    if (pause > 0) return refuse('too-many', { retryAfter: pause });
  }

  if (request.headers['content-type'] !== CBOR) return refuse('invalid');
  const body = await readBody(request);
  if (!body.ok) return refuse(body.error === 'too-large' ? 'too-large' : 'invalid');
  if (STORING.has(verb)) {
    const kept = parts.limits.ofNetwork('append', addressOf(request, parts), body.value.length / 1024);
    if (kept > 0) return refuse('too-many', { retryAfter: kept });
  }
  const value = decodeCbor(body.value);
  if (!value.ok) return refuse('invalid');
  const parsed = v.safeParse(VERBS[verb].request, value.value);
  if (!parsed.success) return refuse('invalid');
  return dispatch(parts.handlers, verb, { origin, session }, parsed.output);
}

/**
 * The one place where verb and request lose their tie: TypeScript cannot follow a value through a table of
 * schemas and a table of handlers that are indexed by the same key.
 */
function dispatch(
  handlers: Handlers<Verb>,
  verb: Verb,
  call: { origin: string; session: Session | undefined },
  request: VerbRequest<Verb>,
): Outcome<Verb> | Promise<Outcome<Verb>> {
  const handler = handlers[verb] as (
    call: SessionCall,
    request: VerbRequest<Verb>,
  ) => Outcome<Verb> | Promise<Outcome<Verb>>;
  return handler(call as SessionCall, request);
}

/** [AUT-4] `Authorization: Bearer <token in base64url>`. No cookies, so no other site can spend it. */
function sessionOf(sessions: Sessions, header: string | undefined): Session | undefined {
  const text = /^Bearer ([\w-]{43})$/.exec(header ?? '')?.[1];
  const token = text === undefined ? undefined : fromBase64Url(text);
  return token === undefined ? undefined : sessions.find(token);
}

function send(status: number, value: object, headers: Record<string, string> = {}): Response {
  const bytes = encodeCbor(value as CborValue) as Uint8Array<ArrayBuffer>;
  return new Response(bytes, {
    status,
    headers: { 'content-type': CBOR, 'cache-control': 'no-store', ...headers },
  });
}

function sendError(error: ApiError): Response {
  const retry: Record<string, string> =
    error.retryAfter === undefined ? {} : { 'retry-after': String(error.retryAfter) };
  // What is left of a body that was too large is not read, so this connection can carry nothing more.
  const close: Record<string, string> = error.error === 'too-large' ? { connection: 'close' } : {};
  return send(ERROR_STATUS[error.error], error, { ...retry, ...close });
}

/** What failed and where, but no message: messages of database errors quote the row. */
function report(logger: Logger, verb: Verb, error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'none';
  if (isOutage(error)) {
    logger.warn('database.failed', { verb, code });
    return;
  }
  const at = error instanceof Error ? (/^\s+at (.+)$/m.exec(error.stack ?? '')?.[1] ?? '') : '';
  logger.warn('bug', { verb, code, name: error instanceof Error ? error.name : typeof error, at });
}
