/**
 * The first minute: a check-in, someone to ring, a lock. The page exists from the first step on; every later step can
 * be left out and found again in its own place.
 */
export type StartStep = 'check-in' | 'ring' | 'lock' | 'pin' | 'today';

export interface StartState {
  readonly step: StartStep;
  /** Whether the first step saved a check-in, or was skipped. */
  readonly saved: boolean;
}

export type StartEvent = 'saved' | 'skipped' | 'ring-done' | 'set-pin' | 'lock-later' | 'pin-done' | 'back';

export const START: StartState = { step: 'check-in', saved: false };

/** The next state; an event that does not belong to the step changes nothing. */
export function startNext(state: StartState, event: StartEvent): StartState {
  switch (state.step) {
    case 'check-in':
      if (event === 'saved') return { step: 'ring', saved: true };
      return event === 'skipped' ? { step: 'ring', saved: false } : state;
    case 'ring':
      return event === 'ring-done' ? { ...state, step: 'lock' } : state;
    case 'lock':
      if (event === 'set-pin') return { ...state, step: 'pin' };
      return event === 'lock-later' ? { ...state, step: 'today' } : state;
    case 'pin':
      if (event === 'pin-done') return { ...state, step: 'today' };
      return event === 'back' ? { ...state, step: 'lock' } : state;
    case 'today':
      return state;
  }
}
