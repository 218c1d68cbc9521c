import type { Timers } from '@holdfast/base';
import type { CborValue, ClientFrame, ServerFrame } from '@holdfast/protocol';
import { decodeCbor, encodeCbor, serverFrameSchema } from '@holdfast/protocol';
import * as v from 'valibot';
import type { LiveChannel } from './transport.ts';

/** What is used of a WebSocket; the browser's, Node's and the ws package's all fit. */
export interface SocketLike {
  binaryType: string;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Starts to connect to a ws: or wss: address. May throw when the address is not allowed. */
export type OpenSocket = (url: string) => SocketLike;

export interface LiveOptions {
  readonly open: () => SocketLike;
  readonly timers: Timers;
  /** Milliseconds from the start until 'ready'. */
  readonly timeoutMs: number;
  readonly token: Uint8Array;
  readonly onFrame: (frame: ServerFrame) => void;
  readonly onClose: () => void;
}

/**
 * [TRA-6] to [TRA-9] The live channel over one socket: hello first, what is watched once the server is ready. A frame
 * that cannot be understood ends it. After the end nothing is sent and no frame is handed on.
 */
export function openLive(options: LiveOptions): LiveChannel {
  const { timers, onFrame, onClose } = options;
  let socket: SocketLike | undefined;
  let ready = false;
  let over = false;
  let watching: Extract<ClientFrame, { type: 'watch' }> | undefined;
  const cancelTimeout = timers.after(options.timeoutMs, () => end());

  function send(frame: ClientFrame): void {
    socket?.send(encodeCbor(frame as CborValue) as Uint8Array<ArrayBuffer>);
  }

  function end(): void {
    if (over) return;
    over = true;
    cancelTimeout();
    // The closing handshake can take minutes on a dead network, so nobody waits for it.
    socket?.close();
    onClose();
  }

  function receive(data: unknown): void {
    if (over) return;
    const decoded = data instanceof ArrayBuffer ? decodeCbor(new Uint8Array(data)) : undefined;
    const frame = v.safeParse(serverFrameSchema, decoded?.ok ? decoded.value : undefined);
    if (!frame.success) return end();
    if (frame.output.type === 'ready' && !ready) {
      ready = true;
      cancelTimeout();
      if (watching !== undefined) send(watching);
    }
    onFrame(frame.output);
    if (frame.output.type === 'over') end();
  }

  try {
    socket = options.open();
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      if (!over) send({ type: 'hello', token: options.token });
    });
    socket.addEventListener('message', ({ data }) => receive(data));
    socket.addEventListener('close', end);
    socket.addEventListener('error', end);
  } catch {
    // A blocked address throws at once; the caller does not hold its channel yet, so it hears of it a turn later.
    timers.after(0, end);
  }

  return {
    watch(frame) {
      watching = frame;
      if (ready && !over) send(frame);
    },
    close: end,
  };
}
