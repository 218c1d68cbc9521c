import type { Clock, Timers } from '@holdfast/base';
import type { CallError, Storage, StorageFailure, Transport } from '@holdfast/sync';
import type { DeviceKey, Primitives } from '@holdfast/vault';
import type { Failure } from './api.ts';

/** The outside world of one account on one device. The composition root supplies the real parts. */
export interface ClientEnv {
  readonly primitives: Primitives;
  readonly storage: Storage;
  readonly transport: Transport;
  readonly deviceKey: DeviceKey;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Envelopes verified between local snapshots of a space; 200 unless told. */
  readonly snapshotAfter?: number;
  /** Called after anything a screen may show has changed; callers coalesce. */
  readonly onChange?: () => void;
}

/** Why a step with the server or the storage did not work. */
export type StepError =
  | { readonly from: 'server'; readonly error: CallError }
  | { readonly from: 'storage'; readonly failure: StorageFailure };

export const serverError = (error: CallError): StepError => ({ from: 'server', error });
export const storageError = (failure: StorageFailure): StepError => ({ from: 'storage', failure });

/** The failure a screen has words for. */
export function toFailure(error: StepError): Failure {
  if (error.from === 'storage') return { code: error.failure };
  switch (error.error.error) {
    case 'offline':
    case 'unavailable':
      return { code: 'offline' };
    case 'too-many':
      return { code: 'busy' };
    default:
      return { code: 'refused' };
  }
}
