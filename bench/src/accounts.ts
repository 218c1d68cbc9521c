import { TestClock, seededRandom, unwrap } from '@holdfast/base';
import type { Transport } from '@holdfast/sync';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import type { Primitives } from '@holdfast/vault';

export const CHECK_IN = {
  urge: 4,
  mood: 'middling',
  sleep: 'some',
  contact: true,
  words: 'Walked to the water and back.',
  day: '2026-11-21',
} as const;

/** A server in memory and phones that reach it. */
export function household(primitives: Primitives): { server: FakeServer; buy(): Phone } {
  const clock = new TestClock();
  const server = new FakeServer({
    random: seededRandom(7),
    clock,
    sha256: primitives.sha256,
    verify: primitives.verify,
  });
  return { server, buy: () => phone({ primitives, transport: server.transportFor(), clock }) };
}

/** Check-ins between two rounds with the server while a long account is made. */
const ROUND = 1000;

/** An account with this many check-ins at the server and a recovery card. Answers the phone and the card's QR text. */
export async function longAccount(
  parts: { readonly primitives: Primitives; readonly transport: Transport; readonly clock: TestClock },
  records: number,
): Promise<{ phone: Phone; card: string }> {
  const owner = phone(parts);
  unwrap(await owner.api.start('own', CHECK_IN.day));
  for (let left = records; left > 0; left -= ROUND) {
    await writeCheckIns(owner, Math.min(left, ROUND));
    unwrap(await owner.api.sync());
  }
  const card = unwrap(await owner.api.makeCard());
  unwrap(await owner.api.sync());
  return { phone: owner, card: card.qr };
}

/** One check-in a minute. */
export async function writeCheckIns({ api, clock }: Phone, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    clock.advance(60_000);
    unwrap(await api.checkIn({ ...CHECK_IN, urge: n % 11, words: `${CHECK_IN.words} ${n}` }));
  }
}
