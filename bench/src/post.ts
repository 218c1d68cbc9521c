import type { Agent } from 'node:http';
import { request } from 'node:http';

/** One POST over a kept-alive connection. Rejects unless the answer is 200. */
export function post(
  url: URL,
  agent: Agent,
  body: Uint8Array,
  headers: Record<string, string> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const all = { ...headers, 'content-type': 'application/cbor', 'content-length': body.length };
    const sent = request(url, { method: 'POST', agent, headers: all }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${answer.statusCode}: ${Buffer.concat(parts).toString('latin1')}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Keeps `inFlight` of a task under way for `ms`. Answers how many ended in a second. `turn` counts from 0 in each lane. */
export async function perSecond(
  inFlight: number,
  ms: number,
  task: (lane: number, turn: number) => Promise<void>,
): Promise<number> {
  const started = performance.now();
  let done = 0;
  const run = async (lane: number): Promise<void> => {
    for (let turn = 0; performance.now() - started < ms; turn++) {
      await task(lane, turn);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, lane) => run(lane)));
  return done / ((performance.now() - started) / 1000);
}
