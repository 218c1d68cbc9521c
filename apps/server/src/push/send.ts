import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isPublicEndpoint } from '@holdfast/protocol';
import webPush from 'web-push';
import type { PushIdentity } from './identity.ts';
import { publicLookup } from './public-address.ts';
import type { Subscription } from './seal.ts';

/** gone: the push service does not know the subscription any more · failed: perhaps later */
export type PushOutcome = 'sent' | 'gone' | 'failed';
export interface Push {
  readonly subscription: Subscription;
  /** 18 bytes (protocol SPEC [PSH-1]). */
  readonly message: Uint8Array;
  /** Under which a push service replaces one it has not delivered yet. At most 32 letters of base64url. */
  readonly topic: string;
  readonly identity: PushIdentity;
}
export type SendPush = (push: Push) => Promise<PushOutcome>;

/** [PSH-6] The same for every push, so that the push service cannot tell a reminder from an ask. */
const TTL_SECONDS = 4 * 3600;
const URGENCY = 'high';
const TIMEOUT = 5_000;

export interface SendOptions {
  /** Whom a push service may write to when something is wrong (RFC 8292): an https address, or mailto. */
  readonly subject: string;
  /** Tests send to a server on this machine, without TLS; nothing else may. */
  readonly loopback?: boolean;
}

/** Sends pushes to the outside world (SPEC [PSH-5]). */
export function pushSender({ subject, loopback = false }: SendOptions): SendPush {
  return async ({ subscription, message, topic, identity }) => {
    const { endpoint, p256dh, auth } = subscription;
    const isLoopback = loopback && endpoint.startsWith('http://127.0.0.1:');
    if (!isLoopback && !isPublicEndpoint(endpoint)) return 'gone';
    let details: webPush.RequestDetails;
    try {
      details = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh: base64Url(p256dh), auth: base64Url(auth) } },
        Buffer.from(message),
        {
          TTL: TTL_SECONDS,
          urgency: URGENCY,
          topic,
          contentEncoding: 'aes128gcm',
          vapidDetails: {
            subject,
            publicKey: base64Url(identity.publicKey),
            privateKey: base64Url(identity.privateKey),
          },
        },
      );
    } catch {
      // 65 bytes that are no point of the curve: nobody could ever read what is sent there.
      return 'gone';
    }
    return post(endpoint, details, isLoopback);
  };
}

/** One POST. Redirects are answers like others: they are not followed. */
function post(endpoint: string, details: webPush.RequestDetails, plain: boolean): Promise<PushOutcome> {
  return new Promise((resolve) => {
    const options = {
      method: 'POST',
      headers: details.headers,
      signal: AbortSignal.timeout(TIMEOUT),
      agent: false,
    } as const;
    const call = plain
      ? requestHttp(endpoint, options)
      : requestHttps(endpoint, { ...options, lookup: publicLookup });
    call.on('response', (answer) => {
      // What the service writes is of no use here, and must not fill the memory.
      answer.destroy();
      resolve(outcomeOf(answer.statusCode ?? 0));
    });
    call.on('error', () => resolve('failed'));
    call.end(details.body);
  });
}

/** RFC 8030: 201, or 202 and 200 in practice. 404 and 410 say that there is no such subscription. */
function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'sent';
  return status === 404 || status === 410 ? 'gone' : 'failed';
}

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** Push services want to know whom to ask. Without an https address of our own there is nobody to name. */
export const subjectOf = (publicUrl: string | undefined): string =>
  publicUrl?.startsWith('https://') ? publicUrl : 'mailto:holdfast@example.org';
