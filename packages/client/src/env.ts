import type { Clock, Result, Timers } from '@holdfast/base';
import { err } from '@holdfast/base';
import type { CallError, Storage, StorageFailure, Transport } from '@holdfast/sync';
import type { DeviceKey, Primitives } from '@holdfast/vault';
import type { Failure, SaveFailure } from './api.ts';

/** The outside world of one account on one device. The composition root supplies the real parts. */
export interface ClientEnv {
  readonly primitives: Primitives;
  readonly storage: Storage;
  readonly transport: Transport;
  readonly deviceKey: DeviceKey;
  readonly clock: Clock;
  readonly timers: Timers;
  /** The IANA zone this device is in, asked anew each time; UTC without it. Reminders come by the clock on its wall. */
  readonly zone?: () => string;
  /** Envelopes verified between local snapshots of a space; 200 unless told. */
  readonly snapshotAfter?: number;
  /** Called after anything a screen may show has changed; callers coalesce. */
  readonly onChange?: () => void;
}

/** The day of a moment, since 1970. @param ms since 1970 */
export const dayOf = (ms: number): number => Math.floor(ms / 86_400_000);

/** Why a step with the server or the storage did not work. */
export type StepError =
  | { readonly from: 'server'; readonly error: CallError }
  | { readonly from: 'storage'; readonly failure: StorageFailure };

export const serverError = (error: CallError): StepError => ({ from: 'server', error });
export const storageError = (failure: StorageFailure): StepError => ({ from: 'storage', failure });

/**
 * The outcome of a write that this code composed itself: only the storage can fail it. Content that does not fit
 * would be a bug, not something a person wrote.
 */
export function written(result: Result<void, SaveFailure>): Result<void, StepError> {
  if (result.ok) return result;
  const { code } = result.error;
  if (code === 'full' || code === 'denied' || code === 'gone') return err(storageError(code));
  throw new Error(`An own record was refused: ${code}`);
}

/** The server understood and said no, as opposed to being out of reach. */
export const isRefusal = (error: StepError): boolean =>
  error.from === 'server' &&
  !['offline', 'unavailable', 'too-many', 'unauthorised'].includes(error.error.error);

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
