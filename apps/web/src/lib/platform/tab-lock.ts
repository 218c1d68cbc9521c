/** The account is open in one tab at a time: two would write over each other. */
const NAME = 'holdfast-account';
/** Ms that a tab which is closing, or asked to let go, may take. */
const PATIENCE = 1500;

export interface TabLock {
  /** Takes the account for this tab. False when another tab holds it. */
  take(): Promise<boolean>;
  /** Asks the other tab to let go, and takes the account from it if it does not answer. */
  takeOver(): Promise<void>;
  release(): void;
}

/** @param onLost called when another tab has taken the account over; stop using it at once */
export function tabLock(onLost: () => void): TabLock {
  const locks = navigator.locks as LockManager | undefined;
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME);
  let letGo: (() => void) | undefined;

  function hold(options: LockOptions): Promise<boolean> {
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      locks
        .request(NAME, options, (lock) => {
          if (!lock) return resolve(false);
          resolve(true);
          return new Promise<void>((done) => {
            letGo = done;
          });
        })
        .catch(() => {
          // Either patience ran out before it was ours, or another tab stole it.
          const held = letGo !== undefined;
          letGo = undefined;
          resolve(false);
          if (held) onLost();
        });
    });
  }

  function release(): void {
    letGo?.();
    letGo = undefined;
  }

  channel?.addEventListener('message', () => {
    if (!letGo) return;
    onLost();
    release();
  });

  return {
    take: () => hold({ signal: AbortSignal.timeout(PATIENCE) }),
    async takeOver() {
      channel?.postMessage('let go');
      if (!(await hold({ signal: AbortSignal.timeout(PATIENCE) }))) await hold({ steal: true });
    },
    release,
  };
}
