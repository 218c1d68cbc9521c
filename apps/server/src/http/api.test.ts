import { request } from 'node:http';
import { connect } from 'node:net';
import { seededRandom } from '@holdfast/base';
import type { CborValue } from '@holdfast/protocol';
import { decodeCbor, encodeCbor, ERROR_STATUS, LIMITS, VERBS } from '@holdfast/protocol';
import type { TestKey } from '@holdfast/testing/server-contract-kit';
import { keyOf, Supply, succeed, Visitor } from '@holdfast/testing/server-contract-kit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../test-support/server.ts';
import { startTestServer, transportTo } from '../test-support/server.ts';

describe('calls over HTTP', () => {
  let server: TestServer;
  let visitor: Visitor;
  const supply = new Supply(seededRandom(8));
  beforeAll(async () => {
    server = await startTestServer();
    visitor = await Visitor.open(server.transport, supply.key());
  });
  afterAll(() => server.stop());

  const authorization = () => `Bearer ${Buffer.from(visitor.opened.token).toString('base64url')}`;
  async function post(verb: string, body: BodyInit, headers: Record<string, string> = {}) {
    const answer = await fetch(`${server.origin}/api/v1/${verb}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/cbor', authorization: authorization(), ...headers },
      ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
    });
    const decoded = decodeCbor(new Uint8Array(await answer.arrayBuffer()));
    return { status: answer.status, headers: answer.headers, body: decoded.ok ? decoded.value : undefined };
  }
  const bytes = (value: CborValue) => encodeCbor(value) as Uint8Array<ArrayBuffer>;

  it('[MSG-1] are CBOR both ways and never cached', async () => {
    const answer = await post('session.open', bytes({}));
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/cbor',
      'no-store',
    ]);
    for (const type of ['application/json', 'text/plain', 'application/cbor; charset=utf-8', '']) {
      expect(await post('session.open', bytes({}), { 'content-type': type })).toMatchObject({
        status: 400,
        body: { error: 'invalid' },
      });
    }
  });

  it('[MSG-2] answer refusals with their status', async () => {
    const request = { accountId: supply.id() };
    const refused = await post('account.read', bytes(request));
    expect([refused.status, refused.body]).toEqual([ERROR_STATUS.forbidden, { error: 'forbidden' }]);
    const stranger = await post('account.read', bytes(request), { authorization: '' });
    expect([stranger.status, stranger.body]).toEqual([401, { error: 'unauthorised' }]);
  });

  it('[AUT-4] take the token from the Authorization header only', async () => {
    const token = Buffer.from(visitor.opened.token).toString('base64url');
    for (const header of [
      token,
      `bearer ${token}`,
      `Bearer ${token}=`,
      `Bearer  ${token}`,
      `Basic ${token}`,
    ]) {
      expect(
        (await post('space.pull', bytes({ spaces: [] }), { authorization: header })).status,
        header,
      ).toBe(401);
    }
    const elsewhere = { authorization: '', cookie: `token=${token}` };
    expect((await post(`space.pull?token=${token}`, bytes({ spaces: [] }), elsewhere)).status).toBe(401);
  });

  it('[OPS-6] ask for the token before they read the body', async () => {
    const answer = await post('space.pull', 'not cbor at all', { authorization: '' });
    expect(answer.status).toBe(401);
  });

  it('[OPS-6] refuse an announced body that is too large, and one that grows too large', async () => {
    const announced = await post('space.pull', new Uint8Array(LIMITS.requestBytes + 1));
    expect([announced.status, announced.body]).toEqual([413, { error: 'too-large' }]);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        if (sent > 64 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(65_536));
      },
    });
    // The connection may be cut before the answer is read; either way the server must not take it all.
    const grown = await post('space.pull', endless).catch(() => ({ status: 413 }));
    expect(grown.status).toBe(413);
    expect(sent).toBeLessThan(16 * 1024 * 1024);
    expect((await post('session.open', bytes({}))).status).toBe(200);
  });

  it('[COD-3] refuse every message that does not fit its schema', async () => {
    const spaceId = supply.id();
    const key = supply.bytes(32);
    for (const [verb, value] of [
      ['session.open', { extra: 1 }],
      ['session.open', null],
      ['session.prove', { proofs: [{ publicKey: key, signature: supply.bytes(63) }] }],
      ['space.create', { spaceId, adminKey: supply.bytes(31) }],
      ['space.create', { spaceId: `${spaceId.slice(0, 21)}B`, adminKey: key }],
      ['space.create', { spaceId: 5, adminKey: key }],
      ['space.pull', { spaces: [{ spaceId, readKey: key, after: -1 }] }],
      ['space.pull', { spaces: [{ spaceId, readKey: key, after: 0.5 }] }],
      [
        'space.pull',
        {
          spaces: Array.from({ length: LIMITS.pullSpaces + 1 }, () => ({ spaceId, readKey: key, after: 0 })),
        },
      ],
      ['invite.read', { inviteId: spaceId, __proto__x: 1 }],
    ] as [string, CborValue][]) {
      expect((await post(verb, bytes(value))).body, verb).toEqual({ error: 'invalid' });
    }
  });

  it('[OPS-6] survive 1,500 malformed bodies with a refusal each', { timeout: 60_000 }, async () => {
    const verbs = fc.constantFrom(...Object.keys(VERBS));
    const lawful = bytes({ spaces: [{ spaceId: supply.id(), readKey: supply.bytes(32), after: 0 }] });
    const bent = fc
      .array(fc.tuple(fc.nat(lawful.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const copy = lawful.slice();
        for (const [at, value] of changes) copy[at] = value;
        return copy;
      });
    const deep = fc.integer({ min: 1, max: 20_000 }).map((depth) => new Uint8Array(depth).fill(0x81));
    const any = fc.anything({ maxDepth: 3 }).map((value) => {
      try {
        return encodeCbor(value as CborValue);
      } catch {
        // Not every JavaScript value can be written; those that cannot become an empty body.
        return new Uint8Array(0);
      }
    });
    const body = fc.oneof(fc.uint8Array({ maxLength: 400 }), bent, deep, any);
    await fc.assert(
      fc.asyncProperty(verbs, body, async (verb, sent) => {
        const { status } = await post(verb, new Uint8Array(sent));
        expect([200, 400, 403, 409]).toContain(status);
      }),
      { numRuns: 1_500, seed: 2026 },
    );
    expect(server.log.filter((line) => line.includes('bug'))).toEqual([]);
  });

  it('[OPS-6] refuse a request that names no host', async () => {
    const { port, hostname } = new URL(server.origin);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.end('POST /api/v1/session.open HTTP/1.0\r\nContent-Length: 0\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('end', () => resolve(text)).on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.[01] 400 /);
  });
});

describe('the origin of proofs', () => {
  const key = keyOf(new Uint8Array(32).fill(4));
  const canProve = async (server: TestServer, origin: string, headers: Record<string, string> = {}) => {
    const bare = transportTo(server.origin);
    const visitor = new Visitor(bare, succeed(await bare.call('session.open', {})));
    const answer = await fetch(`${server.origin}/api/v1/session.prove`, {
      method: 'POST',
      headers: {
        'content-type': 'application/cbor',
        authorization: `Bearer ${Buffer.from(visitor.opened.token).toString('base64url')}`,
        ...headers,
      },
      body: encodeCbor({ proofs: [visitor.proofOf(key, origin)] }) as Uint8Array<ArrayBuffer>,
    });
    return answer.status === 200;
  };

  it('[AUT-1] is the public address when the host names one', async () => {
    const server = await startTestServer({ publicUrl: 'https://holdfast.example' });
    expect(await canProve(server, 'https://holdfast.example')).toBe(true);
    expect(await canProve(server, server.origin)).toBe(false);
    await server.stop();
  });

  it('[AUT-1] without one it is nobody’s address but this machine’s: a relay names itself, and gets nothing', async () => {
    for (const trustProxy of [false, true]) {
      const server = await startTestServer({ trustProxy });
      const visitor = await Visitor.open(server.transport);
      const key = keyOf(new Uint8Array(32).fill(7));
      // A page elsewhere had a phone sign for its own address, and passes the proof on with the header that fits.
      for (const host of [
        'relay.example',
        '192.168.1.7:8080',
        'localhost.relay.example',
        '127.0.0.1.nip.io',
      ]) {
        const status = await proveAt(server, visitor, key, host);
        expect(status, host).toBe(400);
      }
      for (const host of ['localhost:1', '127.0.0.2', '[::1]:8080', 'app.localhost'])
        expect(await proveAt(server, visitor, key, host), host).toBe(200);
      await server.stop();
    }
  });

  /** The status of a proof for the origin that this `Host` header names. Only a plain request lets it be set. */
  const proveAt = (server: TestServer, visitor: Visitor, key: TestKey, host: string): Promise<number> => {
    const body = encodeCbor({ proofs: [visitor.proofOf(key, `http://${host}`)] });
    return new Promise((resolve, reject) => {
      const headers = {
        host,
        'content-type': 'application/cbor',
        authorization: `Bearer ${Buffer.from(visitor.opened.token).toString('base64url')}`,
      };
      const asked = request(
        `${server.origin}/api/v1/session.prove`,
        { method: 'POST', headers },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode!);
        },
      );
      asked.on('error', reject).end(body);
    });
  };

  it('[AUT-1] is else the address of the request; only a trusted proxy may say https', async () => {
    const [plain, proxied] = [await startTestServer(), await startTestServer({ trustProxy: true })];
    const secure = (server: TestServer) => server.origin.replace('http:', 'https:');
    const forwarded = { 'x-forwarded-proto': 'https' };
    expect(await canProve(plain, plain.origin, forwarded)).toBe(true);
    expect(await canProve(plain, secure(plain), forwarded)).toBe(false);
    expect(await canProve(proxied, secure(proxied), forwarded)).toBe(true);
    expect(await canProve(proxied, proxied.origin, forwarded)).toBe(false);
    await plain.stop();
    await proxied.stop();
  });
});
