import type { Transport } from '@holdfast/sync';
import type { Supply } from './kit.ts';

/** A server under test. */
export interface ContractServer {
  readonly transport: Transport;
  /** Moves the server's clock on. Ms. */
  advance(ms: number): void;
  /** The same, in steps in which the server notes that it runs. */
  pass(ms: number): Promise<void> | void;
  /** The server was away for so long, ms, and is back. */
  away(ms: number): Promise<void> | void;
  /** The server came back from a backup that was made just now. */
  goBack(): Promise<void> | void;
  /** The server's time. Ms since 1970. */
  now(): number;
  stop(): Promise<void> | void;
}

/** What each part of the suite works with; `server` is there once the suite runs. */
export interface Context {
  readonly server: ContractServer;
  readonly supply: Supply;
}
