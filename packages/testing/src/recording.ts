import { fromBase64Url, TestClock, toBase64Url, unwrap } from '@holdfast/base';
import { MemoryStorage } from '@holdfast/sync';
import type { Primitives } from '@holdfast/vault';
import type { Snapshot } from './fake-server.ts';
import { FakeServer } from './fake-server.ts';
import type { Phone } from './household.ts';
import { MemoryDeviceKey, phone } from './household.ts';

/**
 * [Note: Recordings]
 *
 * A recording is what one version left behind: everything two phones store, and everything the server holds for them. Each
 * release adds one (`node scripts/freeze-recording.mjs <name>`), and none is ever made again. The test beside this file
 * opens every recording with the code of today, which has to read it, sync it and go on with it. So whoever updates
 * after a year finds what they left.
 */
export interface Recording {
  readonly name: string;
  /** Ms since 1970. */
  readonly at: number;
  readonly phones: { readonly [who in Who]: readonly (readonly [string, Uint8Array])[] };
  readonly server: Snapshot;
  /** What the recovery card of the first phone says. */
  readonly card: string;
}
type Who = 'sam' | 'ana';
const DAY = '2026-11-25';
export const CHECK_IN = { urge: 4, mood: 'low', sleep: 'badly', contact: null, day: DAY } as const;
export const WORDS = ['First day.', 'Second day.', 'Written without signal.'];
export const LINE = 'Still here.';

/** The key that a browser would not hand out: the same in every recording. */
export const deviceKey = (p: Primitives): MemoryDeviceKey =>
  new MemoryDeviceKey({ ...p, random: (length) => new Uint8Array(length).fill(7) });

/** Two people live through a little of everything that is stored. */
export async function record(name: string, p: Primitives): Promise<Recording> {
  const clock = new TestClock();
  const { random, sha256, verify } = p;
  const server = new FakeServer({ random: { bytes: random }, clock, sha256, verify });
  const buy = (): Phone =>
    phone({
      primitives: p,
      transport: server.transportFor(),
      clock,
      deviceKey: deviceKey(p),
      snapshotAfter: 4,
    });
  const [sam, ana] = [buy(), buy()];
  unwrap(await sam.api.start('own', DAY));
  unwrap(await ana.api.start('supporter', DAY));
  unwrap(await sam.api.setName('Sam'));
  const { id, ticket } = unwrap(await sam.api.invite({ name: 'Ana', how: 'qr', language: 'en' }));
  unwrap(await ana.api.acceptInvite(ticket, 'Ana'));
  for (const { api } of [ana, sam]) unwrap(await api.sync());
  const { contactId } = unwrap(await sam.api.confirmInvite(id));
  for (const { api } of [sam, ana]) unwrap(await api.sync());
  unwrap(await sam.api.share(contactId, 'today', 30));
  for (const words of WORDS.slice(0, -1)) {
    unwrap(await sam.api.checkIn({ ...CHECK_IN, words }, LINE));
    unwrap(await sam.api.sync());
    clock.advance(3_600_000);
  }
  unwrap(await sam.api.save('journal-entry', { words: WORDS[0]!, at: clock.now(), day: DAY, until: null }));
  const { ref } = unwrap(
    await sam.api.saveBlob('journal', new Uint8Array(900).fill(9), { type: 'image/webp' }),
  );
  unwrap(await sam.api.save('journal-entry', { words: ref.id, at: clock.now(), day: DAY, until: null }));
  const card = unwrap(await sam.api.makeCard());
  for (const { api } of [sam, ana, sam]) unwrap(await api.sync());
  unwrap(await sam.api.setPin('482910'));
  // The last one waits on the phone.
  unwrap(await sam.api.checkIn({ ...CHECK_IN, words: WORDS.at(-1)! }));
  const kept = async ({ storage }: Phone) => unwrap(await storage.scan(''));
  return {
    name,
    at: clock.now(),
    phones: { sam: await kept(sam), ana: await kept(ana) },
    server: server.snapshot(),
    card: card.qr,
  };
}

/** A world in which a recording goes on: its server, and its phones switched on again. */
export function playBack(recording: Recording, p: Primitives) {
  const clock = new TestClock(recording.at);
  const { random, sha256, verify } = p;
  const server = new FakeServer({ random: { bytes: random }, clock, sha256, verify });
  server.takeOver(recording.server);
  const transport = server.transportFor();
  const parts = { primitives: p, transport, clock };
  const switchedOn = (who: Who): Phone => {
    const storage = new MemoryStorage({}, new Map(recording.phones[who].map(([key, value]) => [key, value])));
    return phone({ ...parts, storage, deviceKey: deviceKey(p) });
  };
  return { server, clock, sam: switchedOn('sam'), ana: switchedOn('ana'), fresh: () => phone(parts) };
}

/** Text of a recording: JSON, in which bytes and maps are marked. */
export const writeRecording = (recording: Recording): string =>
  `${JSON.stringify(recording, (_, value: unknown) => {
    if (value instanceof Uint8Array) return { $bytes: toBase64Url(value) };
    if (value instanceof Map) return { $map: [...(value as Map<unknown, unknown>)] };
    return value;
  })}\n`;

export const readRecording = (text: string): Recording =>
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$bytes' in value) return fromBase64Url(value.$bytes as string);
    if ('$map' in value) return new Map(value.$map as [unknown, unknown][]);
    return value;
  }) as Recording;
