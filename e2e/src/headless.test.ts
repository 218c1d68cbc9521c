import { systemRandom, systemTimers, TestClock, unwrap } from '@holdfast/base';
import { httpTransport } from '@holdfast/sync';
import { findCanaries } from '@holdfast/testing/canary';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Host } from './host.ts';
import { startHost } from './host.ts';

const DAY = '2026-11-21';
const CANARIES = {
  words: 'Wachtelkoenig-31-Sumpf',
  line: 'Pirolgelb-47-Wipfel',
  hidden: 'Ziegenmelker-88-Heide',
  person: 'Blaukehlchen-12',
  number: '+491555000717171',
  owner: 'Rotschenkel-Sam-55',
  guest: 'Uferschnepfe-Ana-66',
};

let host: Host;
let buy: () => Phone;
/** Bytes of every request and answer, as they were on the wire. */
const traffic: { name: string; bytes: Buffer }[] = [];

beforeAll(async () => {
  host = await startHost();
  const primitives = await sodiumPrimitives(systemRandom);
  const recorded: typeof fetch = async (input, init) => {
    const name = input instanceof Request ? input.url : input.toString();
    traffic.push({
      name: `request ${name}`,
      bytes: Buffer.from((init?.body as Uint8Array | undefined) ?? ''),
    });
    traffic.push({
      name: `headers ${name}`,
      bytes: Buffer.from(JSON.stringify([...new Headers(init?.headers)])),
    });
    const response = await fetch(input, init);
    const answer = Buffer.from(await response.clone().arrayBuffer());
    traffic.push({ name: `answer ${name}`, bytes: answer });
    return response;
  };
  const transport = httpTransport({
    origin: host.origin,
    fetch: recorded,
    openSocket: (url) => new WebSocket(url),
    timers: systemTimers,
  });
  buy = () => phone({ primitives, transport, clock: new TestClock(Date.now()) });
});
afterAll(() => host.remove());

describe('an account against the real server', () => {
  it('shares, stops, loses the phone and gets everything back, and no word of it ever left the phones', async () => {
    const [sam, ana, next] = [buy(), buy(), buy()];
    unwrap(await sam.api.start('own', DAY));
    const words = {
      urge: 7,
      mood: 'low',
      sleep: 'some',
      contact: true,
      words: CANARIES.words,
      day: DAY,
    } as const;
    unwrap(await sam.api.checkIn(words, CANARIES.line));
    unwrap(await sam.api.save('person', { name: CANARIES.person, number: CANARIES.number }));
    unwrap(await sam.api.setName(CANARIES.owner));
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());

    const { id, ticket } = unwrap(
      await sam.api.invite({ name: CANARIES.guest, how: 'link', language: 'en' }),
    );
    unwrap(await ana.api.start('supporter', DAY));
    unwrap(await ana.api.acceptInvite(ticket, CANARIES.guest));
    unwrap(await sam.api.sync());
    const { contactId } = unwrap(await sam.api.confirmInvite(id));
    unwrap(await sam.api.share(contactId, 'today', 30));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ name: CANARIES.owner, line: CANARIES.line }]);

    unwrap(await sam.api.stop(contactId, 'today'));
    unwrap(await sam.api.setTodayLine(CANARIES.hidden));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ line: CANARIES.line }]);

    unwrap(await next.api.recover(card.qr));
    expect(await next.api.todayLine()).toBe(CANARIES.hidden);
    expect(await next.api.records('person')).toMatchObject([{ name: CANARIES.person }]);
    expect(await next.api.records('check-in')).toMatchObject([{ words: CANARIES.words }]);

    await host.stop();
    const secrets = [...Object.values(CANARIES), card.groups.join(''), ticket.split('.')[2]!];
    const hits = [...(await host.everything()), ...traffic].flatMap(({ name, bytes }) =>
      findCanaries(secrets, bytes).map((hit) => ({ name, ...hit })),
    );
    expect(hits).toEqual([]);
    expect(traffic.length).toBeGreaterThan(50);
    // The scan would have seen them: one that is let through on purpose is found.
    expect(findCanaries(secrets, Buffer.from(`x${CANARIES.words}y`))).toHaveLength(1);
  });

  it('finds its data again after the host was stopped and started', async () => {
    await host.start();
    const sam = buy();
    unwrap(await sam.api.start('own', DAY));
    unwrap(await sam.api.setTodayLine('Still here.'));
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    await host.stop();
    expect(await sam.api.sync()).toEqual({ ok: false, error: { code: 'offline' } });
    await host.start();
    unwrap(await sam.api.setTodayLine('And after.'));
    unwrap(await sam.api.sync());
    const next = buy();
    unwrap(await next.api.recover(card.qr));
    expect(await next.api.todayLine()).toBe('And after.');
  });
});
