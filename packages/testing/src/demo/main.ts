/**
 * `npm run demo`: makes an invented household at a running Holdfast, in English or (`npm run demo es`) in Spanish.
 * HOLDFAST_URL names the server's address; http://localhost:8080 unless told.
 */
import { systemClock, systemRandom, systemTimers, TestClock } from '@holdfast/base';
import { httpTransport } from '@holdfast/sync';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { phone } from '../household.ts';
import { DEMO_HOUSEHOLDS } from './household.ts';
import { makeHousehold } from './make-household.ts';
import { DEMO_WORDS, sayHousehold } from './say.ts';

const language = process.argv[2] === 'es' ? 'es' : 'en';
const words = DEMO_WORDS[language];
const url = (process.env['HOLDFAST_URL'] || 'http://localhost:8080').replace(/\/+$/, '');

/** True when a Holdfast answered. */
async function demo(): Promise<boolean> {
  if (!URL.canParse(url)) return false;
  const transport = httpTransport({
    origin: new URL(url).origin,
    fetch: (address, options) => fetch(address, options),
    openSocket: (address) => new WebSocket(address),
    timers: systemTimers,
  });
  const answer = await transport.call('session.open', {});
  if (!answer.ok) return false;
  process.stdout.write(`${words.making(url)}\n`);
  const now = systemClock.now();
  const aheadOfUtc = -new Date(now).getTimezoneOffset() * 60_000;
  const primitives = await sodiumPrimitives(systemRandom);
  const buy = () => phone({ primitives, transport, clock: new TestClock(now) });
  const made = await makeHousehold(DEMO_HOUSEHOLDS[language], buy, { now, aheadOfUtc });
  process.stdout.write(sayHousehold(language, url, made.accounts));
  return true;
}

try {
  if (!(await demo())) {
    process.stderr.write(`${words.nobody(url)}\n`);
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${words.refused}\n${error instanceof Error ? error.message : ''}\n`);
  process.exitCode = 1;
}
