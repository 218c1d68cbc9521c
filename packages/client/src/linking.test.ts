import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import { FakeServer } from '@holdfast/testing/fake-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { phone } from '@holdfast/testing/household';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './client.ts';

const DAY = '2026-11-21';
const primitives = fakePrimitives(seededRandom(5));
const world = () => {
  const clock = new TestClock();
  const { sha256, verify } = primitives;
  const server = new FakeServer({ random: seededRandom(99), clock, sha256, verify });
  const buy = () => phone({ primitives, transport: server.transportFor(), clock });
  return { clock, buy };
};
const linksIn = (api: Parameters<typeof accountBehind>[0]): number =>
  accountBehind(api)!.vault.methods.filter(({ type }) => type === 'link').length;

describe('adding a phone', () => {
  let { clock, buy } = world();
  let old = buy();
  beforeEach(async () => {
    ({ clock, buy } = world());
    old = buy();
    unwrap(await old.api.start('own', DAY));
    unwrap(await old.api.save('person', { name: 'Maria', number: '087 123' }));
    unwrap(await old.api.sync());
  });

  it('opens the same page on it after the words were compared, and leaves no way in behind', async () => {
    const next = buy();
    const { ticket } = unwrap(await next.api.waitToBeLetIn('en'));
    expect(unwrap(await next.api.letInWords())).toBeUndefined();
    const { words } = unwrap(await old.api.letIn(ticket));
    expect(words).toHaveLength(3);
    expect(unwrap(await next.api.letInWords())).toEqual(words);
    // Nothing is on the new phone until the person said that the words are the same.
    expect(await next.api.status()).toMatchObject({ phase: 'empty' });
    unwrap(await next.api.comeIn());
    expect(await next.api.status()).toMatchObject({ phase: 'open', newDevices: [] });
    expect(await next.api.records('person')).toMatchObject([{ name: 'Maria' }]);
    unwrap(await old.api.sync());
    expect(linksIn(next.api)).toBe(0);
    expect(linksIn(old.api)).toBe(0);
    // The phone that let it in asks no more; it is one of two.
    expect(await old.api.status()).toMatchObject({ newDevices: [] });
    expect(await old.api.devices()).toMatchObject([{ own: true }, { own: false, revoked: false }]);
    const chain = accountBehind(old.api)!.own;
    expect(chain.statements).toHaveLength(3);
  });

  it('is told to the person’s other phones at once, which can shut it out', async () => {
    const third = buy();
    unwrap(await third.api.waitToBeLetIn('es').then(async (made) => old.api.letIn(unwrap(made).ticket)));
    unwrap(await third.api.comeIn());
    unwrap(await third.api.sync());
    const next = buy();
    unwrap(await old.api.sync());
    unwrap(await next.api.waitToBeLetIn('en').then(async (made) => old.api.letIn(unwrap(made).ticket)));
    unwrap(await next.api.comeIn());
    unwrap(await third.api.sync());
    const [stranger] = (await third.api.status()).newDevices;
    expect(stranger).toBeDefined();
    unwrap(await third.api.shutOut(stranger!.id));
    await next.api.sync();
    expect(await next.api.status()).toMatchObject({ phase: 'shut-out' });
  });

  it('names its phones, and keeps the names on all of them', async () => {
    const next = buy();
    unwrap(await next.api.waitToBeLetIn('en').then(async (made) => old.api.letIn(unwrap(made).ticket)));
    unwrap(await next.api.comeIn());
    const own = (await next.api.devices()).find((device) => device.own)!;
    unwrap(await next.api.nameDevice(own.id, ' The cheap one '));
    expect(await next.api.nameDevice(own.id, 'x'.repeat(81))).toMatchObject({ error: { field: 'name' } });
    unwrap(await next.api.sync());
    unwrap(await old.api.sync());
    expect((await old.api.devices()).find(({ id }) => id === own.id)).toMatchObject({
      name: 'The cheap one',
    });
  });

  it('refuses a code that is cut, used, run out or no such code, and says which', async () => {
    const next = buy();
    const { ticket } = unwrap(await next.api.waitToBeLetIn('en'));
    expect(await old.api.letIn(ticket.slice(0, -4))).toMatchObject({ error: { code: 'cut' } });
    expect(await old.api.letIn('https://example.org')).toMatchObject({ error: { code: 'foreign' } });
    const eve = buy();
    unwrap(await eve.api.start('own', DAY));
    unwrap(await eve.api.sync());
    // Whoever photographed the code answers first, with a page of their own: the person's phone is told.
    const evil = unwrap(await eve.api.letIn(ticket));
    expect(await old.api.letIn(ticket)).toMatchObject({ error: { code: 'used' } });
    expect(linksIn(old.api)).toBe(0);
    expect(unwrap(await next.api.letInWords())).toEqual(evil.words);
    const late = buy();
    const { ticket: lateTicket } = unwrap(await late.api.waitToBeLetIn('en'));
    clock.advance(2 * 3_600_000);
    expect(await old.api.letIn(lateTicket)).toMatchObject({ error: { code: 'expired' } });
    expect(await late.api.letInWords()).toMatchObject({ error: { code: 'expired' } });
  });

  it('drops on the next day a way in that was never used', async () => {
    const next = buy();
    unwrap(await next.api.waitToBeLetIn('en').then(async (made) => old.api.letIn(unwrap(made).ticket)));
    expect(linksIn(old.api)).toBe(1);
    clock.advance(24 * 3_600_000);
    unwrap(await old.api.sync());
    expect(linksIn(old.api)).toBe(0);
    expect(await next.api.comeIn()).toMatchObject({ ok: false });
    expect(await next.api.status()).toMatchObject({ phase: 'empty' });
  });

  it('is not offered on a phone that has a page', async () => {
    expect(await old.api.waitToBeLetIn('en')).toMatchObject({ error: { code: 'refused' } });
    expect(await old.api.comeIn()).toMatchObject({ error: { code: 'unknown' } });
  });
});
