import type { Result } from '@holdfast/base';
import type { ApiError, ClientFrame, Request, Response, ServerFrame, Verb } from '@holdfast/protocol';

/** 'offline' covers every way in which no understandable answer came: no network, time-out, foreign page. */
export type CallError = ApiError | { readonly error: 'offline' };

/** The way to one server. Real: HTTP and WebSocket. In simulations: a virtual network. */
export interface Transport {
  /** Origin that proofs are bound to, for example https://holdfast.example. */
  readonly origin: string;
  call<V extends Verb>(
    verb: V,
    request: Request<V>,
    token?: Uint8Array,
  ): Promise<Result<Response<V>, CallError>>;
  /** Opens the live channel. `onClose` comes once, whatever ended it; reopening is the caller's choice. */
  live(token: Uint8Array, onFrame: (frame: ServerFrame) => void, onClose: () => void): LiveChannel;
}

export interface LiveChannel {
  watch(frame: Extract<ClientFrame, { type: 'watch' }>): void;
  close(): void;
}
