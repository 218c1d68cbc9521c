import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Timers } from '@holdfast/base';
import { concat, systemTimers, toBase64Url, TestClock, unwrap } from '@holdfast/base';
import type { CborValue } from '@holdfast/protocol';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import type { Fetch } from './http-transport.ts';
import { httpTransport } from './http-transport.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, body: Uint8Array) => void;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server on a free port that answers every request with the handler. */
async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    const parts: Uint8Array[] = [];
    request.on('data', (part: Uint8Array) => parts.push(part));
    request.on('end', () => handler(request, response, concat(...parts)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const noSocket = () => {
  throw new Error('Not part of this test');
};
const transportTo = (origin: string, timers: Timers = systemTimers) =>
  httpTransport({ origin, fetch, openSocket: noSocket, timers });

const answerWith =
  (status: number, body: CborValue): Handler =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/cbor' }).end(encodeCbor(body));
  };

const OFFLINE = { ok: false, error: { error: 'offline' } };
const token = Uint8Array.from({ length: 32 }, (_, i) => 251 - i);
const ID = 'AAAAAAAAAAAAAAAAAAAAAA';

describe('HTTP calls', () => {
  it('[TRA-1] go by POST as CBOR, with the token in a header and nothing else about the person', async () => {
    let seen: { request: IncomingMessage; body: Uint8Array } | undefined;
    const origin = await serve((request, response, body) => {
      seen = { request, body };
      answerWith(200, { version: 7 })(request, response, body);
    });
    const request = {
      accountId: ID as never,
      rootKey: new Uint8Array(32),
      vault: Uint8Array.of(1, 2),
      keys: [],
    };
    const result = await transportTo(origin).call('account.create', request, token);
    expect(result).toEqual({ ok: true, value: { version: 7 } });
    expect(seen?.request.method).toBe('POST');
    expect(seen?.request.url).toBe('/api/v1/account.create');
    expect(unwrap(decodeCbor(seen!.body))).toEqual(request);
    expect(seen?.request.headers).toMatchObject({
      authorization: `Bearer ${toBase64Url(token)}`,
      'content-type': 'application/cbor',
      accept: 'application/cbor',
    });
    for (const header of ['cookie', 'referer', 'if-none-match']) {
      expect(seen?.request.headers).not.toHaveProperty(header);
    }
    await transportTo(origin).call('session.open', {});
    expect(seen?.request.headers).not.toHaveProperty('authorization');
  });

  it('[TRA-1] ask fetch for no cookies, no cache, no referrer and no redirects', async () => {
    let init: RequestInit | undefined;
    const recording: Fetch = (_, options) => {
      init = options;
      return Promise.reject(new TypeError('recorded'));
    };
    const transport = httpTransport({
      origin: 'https://h.example',
      fetch: recording,
      openSocket: noSocket,
      timers: new TestClock(),
    });
    expect(await transport.call('session.open', {})).toEqual(OFFLINE);
    expect(init).toMatchObject({
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  });

  it('[TRA-1] [TRA-3] a redirect is not followed', async () => {
    let followed = false;
    const origin = await serve((request, response, body) => {
      followed ||= request.url === '/elsewhere';
      if (followed) answerWith(200, {})(request, response, body);
      else response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await transportTo(origin).call('session.prove', { proofs: [] }, token)).toEqual(OFFLINE);
    expect(followed).toBe(false);
  });

  it.each<[string, Handler]>([
    ['is missing a field', answerWith(200, {})],
    ['has a field of another type', answerWith(200, { version: '7' })],
    ['has a field too many', answerWith(200, { version: 7, more: 1 })],
    ['is a sign-in page', (_, response) => response.end('<!doctype html><title>Hotel Wi-Fi</title>')],
    ['is empty', (_, response) => response.end()],
    [
      'has bytes after its end',
      (_, response) => response.end(concat(encodeCbor({ version: 7 }), Uint8Array.of(0))),
    ],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write(encodeCbor({ version: 7 }));
        setImmediate(() => response.destroy());
      },
    ],
    [
      'never ends',
      (_, response) => {
        const more = () => {
          while (response.writable && response.write(new Uint8Array(256 * 1024)));
        };
        response.on('drain', more);
        more();
      },
    ],
  ])('[TRA-2] [TRA-3] an answer that %s is offline', async (_, handler) => {
    const transport = transportTo(await serve(handler));
    const request = {
      accountId: ID as never,
      rootKey: new Uint8Array(32),
      vault: Uint8Array.of(1),
      keys: [],
    };
    expect(await transport.call('account.create', request)).toEqual(OFFLINE);
  });

  it('[TRA-3] errors come through with what they say, in the form that the schema gives them', async () => {
    const transport = transportTo(
      await serve(answerWith(409, { error: 'conflict', version: 4, unknown: true })),
    );
    expect(await transport.call('session.open', {})).toEqual({
      ok: false,
      error: { error: 'conflict', version: 4 },
    });
  });

  it.each<[string, Handler]>([
    ['an unknown code', answerWith(400, { error: 'teapot' })],
    ['no code', answerWith(500, {})],
    ['a text of a proxy', (_, response) => response.writeHead(502).end('Bad gateway')],
    ['a good answer under a failing status', answerWith(503, { version: 7 })],
    ['an error under status 200', answerWith(200, { error: 'full' })],
  ])('[TRA-3] a refusal that holds %s is offline', async (_, handler) => {
    expect(await transportTo(await serve(handler)).call('session.open', {})).toEqual(OFFLINE);
  });

  it('[TRA-3] [TRA-5] nobody listening is offline', async () => {
    const origin = await serve(answerWith(200, {}));
    for (const close of closers.splice(0)) close();
    expect(await transportTo(origin).call('session.open', {})).toEqual(OFFLINE);
  });

  it('[TRA-5] a request that cannot be encoded is a bug and throws', async () => {
    const transport = transportTo('http://127.0.0.1:9');
    await expect(transport.call('session.open', { odd: Symbol('x') } as never)).rejects.toThrow();
  });
});

describe('HTTP time-outs', () => {
  const prove = (transport: ReturnType<typeof transportTo>, proofs = 0) => {
    const proof = { publicKey: new Uint8Array(32), signature: new Uint8Array(64) };
    return transport.call('session.prove', { proofs: Array.from({ length: proofs }, () => proof) });
  };
  /** Resolves once the promise is settled or a few turns of the event loop have passed. */
  const settled = (promise: Promise<unknown>) =>
    Promise.race([promise.then(() => true), new Promise<false>((resolve) => setTimeout(resolve, 60, false))]);

  it('[TRA-4] a server that says nothing is given up after 15 seconds', async () => {
    const arrived = Promise.withResolvers<void>();
    const clock = new TestClock();
    const transport = transportTo(await serve(() => arrived.resolve()), clock);
    const call = prove(transport);
    await arrived.promise;
    clock.advance(14_900);
    expect(await settled(call)).toBe(false);
    clock.advance(200);
    expect(await call).toEqual(OFFLINE);
  });

  it('[TRA-4] a large request may take longer, a second more for each 4 KiB', async () => {
    const arrived = Promise.withResolvers<void>();
    const clock = new TestClock();
    const call = prove(transportTo(await serve(() => arrived.resolve()), clock), 400);
    await arrived.promise;
    clock.advance(15_000 + 8_000);
    expect(await settled(call)).toBe(false);
    clock.advance(10_000);
    expect(await call).toEqual(OFFLINE);
  });

  it('[TRA-4] an answer that arrives in pieces is waited for while pieces come', async () => {
    const clock = new TestClock();
    const bytes = encodeCbor({ version: 1_000_000 });
    let response: ServerResponse | undefined;
    const arrived = Promise.withResolvers<void>();
    const transport = transportTo(
      await serve((_, answer) => {
        response = answer;
        arrived.resolve();
      }),
      clock,
    );
    const request = {
      accountId: ID as never,
      rootKey: new Uint8Array(32),
      vault: Uint8Array.of(1),
      keys: [],
    };
    const call = transport.call('account.create', request);
    await arrived.promise;
    for (const byte of bytes) {
      response?.write(Uint8Array.of(byte));
      expect(await settled(call)).toBe(false);
      clock.advance(14_000);
    }
    response?.end();
    expect(await call).toEqual({ ok: true, value: { version: 1_000_000 } });
    clock.advance(60_000);

    const stalled = transport.call('account.create', request);
    await settled(stalled);
    response?.write(bytes.subarray(0, 3));
    await settled(stalled);
    clock.advance(15_000);
    expect(await stalled).toEqual(OFFLINE);
  });
});
