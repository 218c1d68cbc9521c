import type { AccountId } from '@holdfast/protocol';
import type { Device } from './device.ts';

/** Something a person was told is saved, or may be. */
export interface Saved {
  readonly kind: 'check-in' | 'person' | 'removal';
  readonly token: string;
  readonly device: Device;
  /** Record id, once the app told it. */
  id: string | undefined;
  /** sure: the app answered ok · maybe: it crashed or failed meanwhile */
  certain: boolean;
  /** The server has it, or had it and the device that wrote it can bring it back. */
  synced: boolean;
  removed: Saved | undefined;
}

/** A person, their phones, and what a perfect memory knows they did. */
export class Person {
  readonly index: number;
  readonly devices: Device[] = [];
  readonly saved: Saved[] = [];
  readonly lines = new Set<string>();
  /** Recovery card that must work; undefined when none was made or nobody knows whether it still works. */
  card: string | undefined;
  /** Lines that a reader was entitled to at some moment. */
  readonly allowed = new Map<AccountId, Set<string>>();
  /** Ways back in that were made at some time, whether or not the answer came. */
  readonly had = new Set<'code' | 'trusted'>();
  readonly tickets: { readonly ticket: string; readonly guest: Person }[] = [];
  #count = 0;

  constructor(index: number) {
    this.index = index;
  }
  get name(): string {
    return `P${this.index}`;
  }
  get accountId(): AccountId | undefined {
    return this.devices.map((device) => device.known?.accountId).find((id) => id !== undefined);
  }
  /** Words nobody else ever writes. */
  token(kind: 'L' | 'C' | 'P' | 'R'): string {
    return `[${kind}${this.index}.${this.#count++}]`;
  }
  live(): Device[] {
    return this.devices.filter((device) => device.alive);
  }
}
