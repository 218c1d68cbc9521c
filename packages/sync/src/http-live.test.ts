import { describe, expect, it, vi } from 'vitest';
import { TestClock, unwrap } from '@holdfast/base';
import type { CborValue, ClientFrame } from '@holdfast/protocol';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import type { SocketLike } from './http-live.ts';
import { httpTransport } from './http-transport.ts';

class FakeSocket implements SocketLike {
  binaryType = 'blob';
  sent: unknown[] = [];
  closed = 0;
  readonly #listeners = new Map<string, (event: { readonly data: unknown }) => void>();

  send(data: Uint8Array): void {
    this.sent.push(unwrap(decodeCbor(data)));
  }
  close(): void {
    this.closed += 1;
  }
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
    this.#listeners.set(type, listener);
  }
  emit(type: string, data?: unknown): void {
    this.#listeners.get(type)?.({ data });
  }
  receive(frame: CborValue): void {
    const bytes = encodeCbor(frame);
    this.emit('message', bytes.buffer);
  }
}

const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const token = new Uint8Array(32).fill(7);
const watchOf = (count: number): Extract<ClientFrame, { type: 'watch' }> => ({
  type: 'watch',
  spaces: [],
  invites: Array.from({ length: count }, () => ID as never),
});

function open(origin = 'https://h.example') {
  const clock = new TestClock();
  const socket = new FakeSocket();
  const [onFrame, onClose] = [vi.fn(), vi.fn()];
  const openSocket = vi.fn(() => socket);
  const transport = httpTransport({ origin, fetch, openSocket, timers: clock });
  const channel = transport.live(token, onFrame, onClose);
  return { clock, socket, channel, onFrame, onClose, openSocket };
}

function openReady() {
  const all = open();
  all.socket.emit('open');
  all.socket.receive({ type: 'ready' });
  return all;
}

describe('The live channel', () => {
  it('[TRA-1] opens the address of the server without the token in it', () => {
    expect(open('https://h.example').openSocket).toHaveBeenCalledWith('wss://h.example/api/v1/live');
    expect(open('http://127.0.0.1:8080').openSocket).toHaveBeenCalledWith('ws://127.0.0.1:8080/api/v1/live');
  });

  it('[TRA-6] says hello first, and what is watched once the server is ready', () => {
    const { socket, channel, onFrame } = open();
    expect(socket.binaryType).toBe('arraybuffer');
    channel.watch(watchOf(1));
    channel.watch(watchOf(2));
    expect(socket.sent).toEqual([]);
    socket.emit('open');
    expect(socket.sent).toEqual([{ type: 'hello', token }]);
    channel.watch(watchOf(3));
    socket.receive({ type: 'ready' });
    expect(socket.sent).toEqual([{ type: 'hello', token }, watchOf(3)]);
    channel.watch(watchOf(0));
    expect(socket.sent.at(-1)).toEqual(watchOf(0));
    expect(onFrame.mock.calls).toEqual([[{ type: 'ready' }]]);
  });

  it('[TRA-6] watches nothing of its own accord', () => {
    expect(openReady().socket.sent).toEqual([{ type: 'hello', token }]);
  });

  it('hands on what the server says', () => {
    const { socket, onFrame } = openReady();
    const frames = [
      { type: 'space', spaceId: ID, seq: 4 },
      { type: 'invite', inviteId: ID },
      { type: 'account', accountId: ID },
    ];
    for (const frame of frames) socket.receive(frame);
    expect(onFrame.mock.calls.slice(1)).toEqual(frames.map((frame) => [frame]));
  });

  it.each(['close', 'error'])('[TRA-7] tells of the end once when the socket says %s', (event) => {
    const { socket, channel, onClose, clock } = openReady();
    socket.emit(event);
    socket.emit('close');
    channel.close();
    clock.advance(60_000);
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(socket.closed).toBe(1);
  });

  it('[TRA-7] tells of the end once when the caller closes, without waiting for the network', () => {
    const { socket, channel, onClose } = openReady();
    channel.close();
    expect(onClose).toHaveBeenCalledTimes(1);
    channel.close();
    socket.emit('close');
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(socket.closed).toBe(1);
  });

  it('[TRA-7] ends when the server is not ready in time, and not for being quiet later', () => {
    const late = open();
    late.socket.emit('open');
    late.clock.advance(14_999);
    expect(late.onClose).not.toHaveBeenCalled();
    late.clock.advance(1);
    expect([late.onClose.mock.calls.length, late.socket.closed]).toEqual([1, 1]);
    const quiet = openReady();
    quiet.clock.advance(3_600_000);
    expect(quiet.onClose).not.toHaveBeenCalled();
  });

  it('[TRA-7] tells of an address that cannot be opened after `live` has returned', () => {
    const clock = new TestClock();
    const onClose = vi.fn();
    const openSocket = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const transport = httpTransport({ origin: 'https://h.example', fetch, openSocket, timers: clock });
    const channel = transport.live(token, vi.fn(), onClose);
    channel.watch(watchOf(1));
    expect(onClose).not.toHaveBeenCalled();
    clock.advance(0);
    channel.close();
    clock.advance(60_000);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it.each<[string, unknown]>([
    ['text', 'ready'],
    ['no CBOR', Uint8Array.of(0xff).buffer],
    ['an unknown type', encodeCbor({ type: 'advert' }).buffer],
    ['a field too many', encodeCbor({ type: 'space', spaceId: ID, seq: 1, content: 'x' }).buffer],
  ])('[TRA-8] a frame of %s ends the channel unseen', (_, data) => {
    const { socket, onFrame, onClose } = openReady();
    socket.emit('message', data);
    expect([onFrame.mock.calls.length, onClose.mock.calls.length, socket.closed]).toEqual([1, 1, 1]);
  });

  it('[TRA-8] [TRA-9] `over` is handed on, then the channel ends and stays silent', () => {
    const { socket, channel, onFrame, onClose } = openReady();
    socket.receive({ type: 'over' });
    expect(onFrame).toHaveBeenLastCalledWith({ type: 'over' });
    expect(onClose).toHaveBeenCalledTimes(1);
    socket.receive({ type: 'space', spaceId: ID, seq: 1 });
    channel.watch(watchOf(1));
    expect(onFrame).toHaveBeenCalledTimes(2);
    expect(socket.sent).toHaveLength(1);
  });

  it('[TRA-9] a socket that opens after the end hears no token', () => {
    const { socket, channel } = open();
    channel.close();
    socket.emit('open');
    socket.receive({ type: 'ready' });
    expect(socket.sent).toEqual([]);
  });
});
