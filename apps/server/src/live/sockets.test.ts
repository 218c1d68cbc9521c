import type { Timers } from '@holdfast/base';
import { seededRandom, systemTimers } from '@holdfast/base';
import type { CborValue } from '@holdfast/protocol';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import { Supply, Visitor } from '@holdfast/testing/server-contract-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { TestServer } from '../test-support/server.ts';
import { startTestServer } from '../test-support/server.ts';

/** Timers fifty times as fast, so that 5 s of patience are over in 0.1 s. */
const hasty: Timers = { after: (ms, task) => systemTimers.after(ms / 50, task) };

describe('live sockets', () => {
  let server: TestServer;
  let visitor: Visitor;
  beforeAll(async () => {
    server = await startTestServer({ timers: hasty });
    visitor = await Visitor.open(server.transport, new Supply(seededRandom(4)).key());
  });
  afterAll(() => server.stop());

  const url = (path = '/api/v1/live') => server.origin.replace('http', 'ws') + path;
  const hello = () => encodeCbor({ type: 'hello', token: visitor.opened.token });

  /** Opens a socket, sends these frames one by one, and answers how it was closed. */
  function closing(frames: readonly (Uint8Array | string)[], headers: Record<string, string> = {}) {
    return new Promise<{ code: number; heard: unknown[] }>((resolve, reject) => {
      const socket = new WebSocket(url(), { headers });
      const heard: unknown[] = [];
      socket.on('open', () => {
        for (const frame of frames) socket.send(frame);
      });
      socket.on('message', (data) => {
        const frame = decodeCbor(new Uint8Array(data as Buffer));
        heard.push(frame.ok ? frame.value : frame.error);
      });
      socket.on('close', (code) => resolve({ code, heard }));
      socket.on('error', reject);
    });
  }
  const watch = (change: CborValue = {}) =>
    encodeCbor({ type: 'watch', spaces: [], invites: [], ...(change as Record<string, CborValue>) });

  it('[LIV-4] are closed when no hello comes', async () => {
    expect(await closing([])).toEqual({ code: 1008, heard: [] });
  });

  it('[LIV-4] are told that their session is over when the token is unknown', async () => {
    const unknown = encodeCbor({ type: 'hello', token: new Uint8Array(32) });
    expect(await closing([unknown])).toEqual({ code: 1008, heard: [{ type: 'over' }] });
    expect((await closing([watch()])).code).toBe(1008);
  });

  it('[LIV-4] are closed on text, on malformed frames, on a second hello and on frames too large', async () => {
    const ready = [{ type: 'ready' }];
    expect(await closing(['hello'])).toMatchObject({ code: 1003 });
    expect(await closing([hello(), new Uint8Array([0xff, 1, 2])])).toEqual({ code: 1003, heard: ready });
    expect(await closing([hello(), watch({ extra: 1 })])).toEqual({ code: 1003, heard: ready });
    expect(await closing([hello(), watch({ invites: ['x'] })])).toEqual({ code: 1003, heard: ready });
    expect(await closing([hello(), hello()])).toEqual({ code: 1008, heard: ready });
    expect((await closing([hello(), new Uint8Array(70_000)])).code).toBe(1009);
  });

  it('[LIV-4] are closed when they do not answer pings', async () => {
    const socket = new WebSocket(url(), { autoPong: false });
    socket.on('open', () => socket.send(hello()));
    const code = await new Promise((resolve) => socket.on('close', resolve));
    expect(code).toBe(1006);
  });

  it('[LIV-4] are refused at another path, to another origin, and with a token in the URL', async () => {
    const refusal = (path: string, headers: Record<string, string> = {}) =>
      new Promise<number | undefined>((resolve) => {
        const socket = new WebSocket(url(path), { headers });
        socket.on('unexpected-response', (_, answer) => {
          resolve(answer.statusCode);
          socket.terminate();
        });
        socket.on('open', () => resolve(101));
        socket.on('error', () => {});
      });
    expect(await refusal('/live')).toBe(404);
    expect(await refusal('/api/v1/live?token=abc')).toBe(404);
    expect(await refusal('/api/v1/live', { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await refusal('/api/v1/live', { origin: 'null' })).toBe(403);
    expect(await refusal('/api/v1/live', { origin: server.origin })).toBe(101);
  });

  it('[LIV-5] are told and closed when their session grows old', async () => {
    const own = await Visitor.open(server.transport);
    const listener = own.live();
    await listener.heard({ type: 'ready' });
    server.clock.advance(3_600_000);
    // The chore that looks for old sessions runs every minute; here that is 1.2 s.
    await expect.poll(() => listener.closed, { timeout: 5_000 }).toBe(true);
    expect(listener.frames.at(-1)).toEqual({ type: 'over' });
  });

  it('[LIV-5] are told and closed when the server stops', async () => {
    const brief = await startTestServer();
    const own = await Visitor.open(brief.transport);
    const listener = own.live();
    await listener.heard({ type: 'ready' });
    await brief.stop();
    await expect.poll(() => listener.closed).toBe(true);
    expect(listener.frames.at(-1)).toEqual({ type: 'over' });
  });
});
