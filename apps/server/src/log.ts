import type { Clock, Logger } from '@holdfast/base';

/**
 * One JSON object a line: time, level, event and counts or codes. There is no field that could hold an address,
 * an id of a person or space, a token or a query string (SPEC [OPS-5]).
 */
export function jsonLogger(write: (line: string) => void, clock: Clock): Logger {
  const line =
    (level: 'info' | 'warn'): Logger['info'] =>
    (event, fields = {}) =>
      write(JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...fields }));
  return { info: line('info'), warn: line('warn') };
}
