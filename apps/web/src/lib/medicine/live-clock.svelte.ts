import { dayIn } from '@holdfast/recovery';
import { session } from '#lib/account/session.svelte.ts';
import { localZone } from '#lib/platform/clock.ts';
import { every } from '#lib/platform/ticker.ts';

/** The time, the zone and the day, kept current while a screen is open: midnight passes, and so do borders. */
export class LiveClock {
  now = $state(session.now());
  zone = $state(localZone());
  readonly today = $derived(dayIn(this.now, this.zone));

  /** For `onMount`: follows the clock until the screen goes. */
  run(): () => void {
    const look = () => {
      this.now = session.now();
      this.zone = localZone();
    };
    const stop = every(30_000, look);
    document.addEventListener('visibilitychange', look);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }
}
