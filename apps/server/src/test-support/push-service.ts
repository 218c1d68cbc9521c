import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { concat, systemRandom, utf8 } from '@holdfast/base';
import type { Subscription } from '../push/seal.ts';

/** One browser's side of Web Push, by Node's own cryptography: it shares no code with what sends. */
export class Browser {
  readonly #ecdh = createECDH('prime256v1');
  readonly #auth = systemRandom.bytes(16);
  readonly p256dh: Uint8Array;

  constructor() {
    this.p256dh = new Uint8Array(this.#ecdh.generateKeys());
  }
  subscription(endpoint: string): Subscription {
    return { endpoint, p256dh: this.p256dh, auth: this.#auth };
  }

  /** RFC 8291 over RFC 8188: one record of aes128gcm. */
  open(body: Uint8Array): Uint8Array {
    const salt = body.subarray(0, 16);
    const keyLength = body[20]!;
    const sender = body.subarray(21, 21 + keyLength);
    const shared = this.#ecdh.computeSecret(sender);
    const info = concat(utf8('WebPush: info\0'), this.p256dh, sender);
    const ikm = new Uint8Array(hkdfSync('sha256', shared, this.#auth, info, 32));
    const expand = (label: string, length: number) =>
      new Uint8Array(hkdfSync('sha256', ikm, salt, utf8(`Content-Encoding: ${label}\0`), length));
    const record = body.subarray(21 + keyLength);
    const decipher = createDecipheriv('aes-128-gcm', expand('aes128gcm', 16), expand('nonce', 12));
    decipher.setAuthTag(record.subarray(-16));
    const padded = concat(decipher.update(record.subarray(0, -16)), decipher.final());
    const end = padded.lastIndexOf(2);
    return padded.subarray(0, end);
  }
}

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

export interface PushService {
  readonly origin: string;
  readonly received: Received[];
  /** The status it answers with: 201 until told otherwise. 0: it never answers. */
  status: number;
  stop(): Promise<void>;
}

/** A push service on this machine. */
export async function startPushService(): Promise<PushService> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      if (service.status === 0) return;
      response.writeHead(service.status, { location: `${service.origin}/elsewhere` }).end('x'.repeat(999));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service: PushService = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    status: 201,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;
}

/** What a VAPID header claims (RFC 8292), or undefined when its signature is not that of the key it names. */
export function vapidClaims(
  authorization: string,
): { aud: string; exp: number; sub: string; key: Uint8Array } | undefined {
  const [, jwt = '', k = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  const key = Buffer.from(k, 'base64url');
  const x = key.subarray(1, 33).toString('base64url');
  const y = key.subarray(33).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const isSigned = verify(
    'sha256',
    utf8(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) return undefined;
  return { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), key: new Uint8Array(key) };
}
