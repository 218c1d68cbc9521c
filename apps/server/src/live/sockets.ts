import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger, Timers } from '@holdfast/base';
import type { ClientFrame, ServerFrame } from '@holdfast/protocol';
import { clientFrameSchema, decodeCbor, encodeCbor } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { WebSocket, WebSocketServer } from 'ws';
import type { Database } from '../db/schema.ts';
import type { CallerOptions } from '../http/caller.ts';
import { addressOf, originOf } from '../http/caller.ts';
import type { RateLimits } from '../session/rate-limits.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Bus, News } from './bus.ts';
import { Channel } from './channel.ts';
import { standing } from './standing.ts';

export const LIVE_PATH = '/api/v1/live';
const HELLO_MS = 5_000;
const PING_MS = 30_000;
const CLOSE_MS = 1_000;
/** A full watch of 256 spaces and 256 invites is about 32 KB. */
const MAX_FRAME = 64 * 1024;
/** A socket that reads slower than this is cut; it pulls when it comes back. */
const MAX_UNSENT = 1024 * 1024;

/** WebSocket close codes: RFC 6455 §7.4.1. */
const CLOSE = { goingAway: 1001, unsupported: 1003, policy: 1008 } as const;

export interface LiveParts extends CallerOptions {
  readonly db: Kysely<Database>;
  readonly bus: Bus;
  readonly sessions: Sessions;
  readonly limits: RateLimits;
  readonly timers: Timers;
  readonly logger: Logger;
}

/** [LIV-1] The live channel. Answers the function that ends it: every socket is told and closed. */
export function serveLive(server: Server, parts: LiveParts): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME, perMessageDeflate: false });
  const channels = new Map<WebSocket, Channel>();

  server.on('upgrade', (request, socket, head) => {
    // An error on a socket that is being refused ends it, which is all there is to do.
    socket.on('error', () => {});
    const refusal = refusalOf(parts, request);
    if (refusal !== undefined) return refuseUpgrade(socket, refusal);
    sockets.handleUpgrade(request, socket, head, (opened) => greet(parts, channels, opened));
  });

  parts.bus.subscribe((news) => {
    for (const [socket, channel] of channels) tell(socket, channel, news);
  });
  parts.sessions.onEnd((session) => {
    for (const [socket, channel] of channels) if (channel.session === session) end(socket, CLOSE.policy);
  });
  return () => {
    for (const socket of sockets.clients) end(socket, CLOSE.goingAway);
    sockets.close();
    // Those that do not answer the close are cut, or they would hold up the stop.
    parts.timers.after(CLOSE_MS, () => {
      for (const socket of sockets.clients) socket.terminate();
    });
  };
}

/** The status with which an upgrade is refused. A page of another origin has no business here. */
function refusalOf(parts: LiveParts, request: IncomingMessage): string | undefined {
  if (request.url !== LIVE_PATH) return '404 Not Found';
  const { origin } = request.headers;
  if (origin !== undefined && origin !== originOf(request, parts)) return '403 Forbidden';
  return parts.limits.ofNetwork('live', addressOf(request, parts)) > 0 ? '429 Too Many Requests' : undefined;
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function greet(parts: LiveParts, channels: Map<WebSocket, Channel>, socket: WebSocket): void {
  const { timers, limits, logger, sessions } = parts;
  let channel: Channel | undefined;
  const stopWaiting = timers.after(HELLO_MS, () => socket.close(CLOSE.policy));
  const stopPinging = keepAlive(timers, socket);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    stopWaiting();
    stopPinging();
    channels.delete(socket);
  });
  socket.on('message', (data, isBinary) => {
    const frame = isBinary ? readFrame(data as Buffer) : undefined;
    if (frame === undefined) return socket.close(CLOSE.unsupported);
    if (channel === undefined) {
      const session = frame.type === 'hello' ? sessions.find(frame.token) : undefined;
      if (session === undefined) return end(socket, CLOSE.policy);
      stopWaiting();
      channel = new Channel(session);
      channels.set(socket, channel);
      return send(socket, { type: 'ready' });
    }
    if (frame.type !== 'watch' || limits.ofSession(channel.session) > 0) return socket.close(CLOSE.policy);
    startWatching(parts, socket, channel, frame).catch(() => {
      // The database is away. The client reconnects and polls meanwhile.
      logger.warn('live.failed');
      socket.close(CLOSE.goingAway);
    });
  });
}

async function startWatching(
  parts: LiveParts,
  socket: WebSocket,
  channel: Channel,
  frame: Extract<ClientFrame, { type: 'watch' }>,
): Promise<void> {
  const fresh = channel.watch(frame);
  const held = fresh.spaces.filter(({ readKey }) => channel.session.holds(readKey));
  for (const news of await standing(
    parts.db,
    held.map(({ spaceId }) => spaceId),
    fresh.invites,
  )) {
    tell(socket, channel, news);
  }
}

function keepAlive(timers: Timers, socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  let stop = timers.after(PING_MS, function ping() {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
    stop = timers.after(PING_MS, ping);
  });
  return () => stop();
}

function readFrame(data: Buffer): ClientFrame | undefined {
  const value = decodeCbor(new Uint8Array(data.buffer, data.byteOffset, data.length));
  const parsed = value.ok ? v.safeParse(clientFrameSchema, value.value) : undefined;
  return parsed?.success ? parsed.output : undefined;
}

function tell(socket: WebSocket, channel: Channel, news: News): void {
  const hint = channel.hintFor(news);
  if (hint === undefined) return;
  if (socket.bufferedAmount > MAX_UNSENT) socket.terminate();
  else send(socket, hint);
}

function send(socket: WebSocket, frame: ServerFrame): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(encodeCbor(frame));
}

function end(socket: WebSocket, code: number): void {
  send(socket, { type: 'over' });
  socket.close(code);
}
