import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom, systemRandom, toId } from '@holdfast/base';
import { encodePushMessage, PUSH_KINDS } from '@holdfast/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import webPush from 'web-push';
import type { PushService } from '../test-support/push-service.ts';
import { Browser, startPushService, vapidClaims } from '../test-support/push-service.ts';
import { pushKeyFile } from './key-file.ts';
import { openSubscription, sealSubscription } from './seal.ts';
import { pushSender, subjectOf } from './send.ts';

const made = webPush.generateVAPIDKeys();
const identity = {
  publicKey: new Uint8Array(Buffer.from(made.publicKey, 'base64url')),
  privateKey: new Uint8Array(Buffer.from(made.privateKey, 'base64url')),
};
const subject = 'https://holdfast.example';
const random = seededRandom(8);

describe('sending a push', () => {
  let service: PushService;
  beforeEach(async () => {
    service = await startPushService();
  });
  afterEach(() => service.stop());

  const send = pushSender({ subject, loopback: true });
  const push = (browser: Browser, message: Uint8Array, endpoint = `${service.origin}/send/abc`) => {
    const topic = toId(random.bytes(16));
    return send({ subscription: browser.subscription(endpoint), message, topic, identity });
  };

  it('[PSH-2] is encrypted to the browser and signed by the server', async () => {
    const browser = new Browser();
    const message = encodePushMessage('ask', random.bytes(16));
    expect(await push(browser, message)).toBe('sent');
    const [{ path, headers, body }] = service.received as [(typeof service.received)[0]];
    expect(path).toBe('/send/abc');
    expect(headers['content-encoding']).toBe('aes128gcm');
    expect(browser.open(body)).toEqual(message);
    expect(() => new Browser().open(body)).toThrow();
    const claims = vapidClaims(headers.authorization!)!;
    expect(claims).toMatchObject({ aud: service.origin, sub: subject });
    expect(claims.key).toEqual(identity.publicKey);
    expect(claims.exp * 1000).toBeLessThan(Date.now() + 24 * 3_600_000 + 60_000);
  });

  it('[PSH-1] [PSH-6] ATK-30 looks the same from outside whatever it says', async () => {
    const browser = new Browser();
    for (const kind of PUSH_KINDS)
      for (let n = 0; n < 5; n++) await push(browser, encodePushMessage(kind, random.bytes(16)));
    const seen = service.received.map(({ headers, body }) => {
      const { authorization, topic, ...rest } = headers;
      const same = { ...rest, authorization: authorization!.length, topic: String(topic).length };
      return JSON.stringify([body.length, same]);
    });
    expect(new Set(seen).size).toBe(1);
    expect(service.received).toHaveLength(10);
  });

  it.each([
    [200, 'sent'],
    [201, 'sent'],
    [302, 'failed'],
    [400, 'failed'],
    [404, 'gone'],
    [410, 'gone'],
    [413, 'failed'],
    [429, 'failed'],
    [500, 'failed'],
  ])('[PSH-6] [PSH-5] takes an answer of %i as %s, and follows nothing', async (status, outcome) => {
    service.status = status;
    expect(await push(new Browser(), encodePushMessage('reminder', random.bytes(16)))).toBe(outcome);
    expect(service.received).toHaveLength(1);
  });

  it('[PSH-5] gives up on a service that does not answer, or is not there', { timeout: 15_000 }, async () => {
    service.status = 0;
    const message = encodePushMessage('reminder', random.bytes(16));
    expect(await push(new Browser(), message)).toBe('failed');
    expect(await push(new Browser(), message, 'http://127.0.0.1:9/x')).toBe('failed');
  });

  it('[PSH-3] [PSH-5] goes to public services alone', async () => {
    const message = encodePushMessage('reminder', random.bytes(16));
    const outside = pushSender({ subject });
    for (const endpoint of [
      `${service.origin}/x`,
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://localhost/x',
    ]) {
      const subscription = new Browser().subscription(endpoint);
      expect(await outside({ subscription, message, topic: 'x', identity })).toBe('gone');
    }
    expect(await push(new Browser(), message, 'http://localhost:80/x')).toBe('gone');
    expect(service.received).toEqual([]);
  });

  it('[PSH-6] counts a subscription whose key is no point of the curve as gone', async () => {
    const endpoint = `${service.origin}/x`;
    const subscription = { endpoint, p256dh: new Uint8Array(65).fill(4), auth: new Uint8Array(16) };
    expect(await send({ subscription, message: new Uint8Array(18), topic: 'x', identity })).toBe('gone');
  });

  it('[PSH-2] names the host as whom to write to, when it has an address', () => {
    expect(subjectOf('https://holdfast.example')).toBe('https://holdfast.example');
    for (const none of [undefined, 'http://localhost:8080']) expect(subjectOf(none)).toMatch(/^mailto:/);
  });
});

describe('a stored subscription', () => {
  const name = { mailboxId: toId<'mailbox'>(random.bytes(16)), slotId: toId<'push-slot'>(random.bytes(16)) };
  const key = random.bytes(32);
  const subscription = new Browser().subscription('https://push.example.net/send/abc');

  it('[PSH-4] opens under its key, in its mailbox and slot, and nowhere else', () => {
    const sealed = sealSubscription(systemRandom, key, name, subscription);
    expect(openSubscription(key, name, sealed)).toEqual(subscription);
    expect(Buffer.from(sealed).includes('example')).toBe(false);
    expect(openSubscription(random.bytes(32), name, sealed)).toBeUndefined();
    expect(openSubscription(key, { ...name, slotId: toId(random.bytes(16)) }, sealed)).toBeUndefined();
    expect(openSubscription(key, { ...name, mailboxId: toId(random.bytes(16)) }, sealed)).toBeUndefined();
    for (const at of [0, 20, sealed.length - 1])
      expect(openSubscription(key, name, sealed.with(at, sealed[at]! ^ 1))).toBeUndefined();
    for (const length of [0, 12, 27, sealed.length - 1])
      expect(openSubscription(key, name, sealed.subarray(0, length))).toBeUndefined();
  });

  it('[PSH-4] has a key in a file of the data folder, for the owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hf-push-'));
    const dataDir = join(folder, 'data');
    const first = await pushKeyFile(dataDir, systemRandom);
    expect(first).toHaveLength(32);
    expect(await pushKeyFile(dataDir, systemRandom)).toEqual(first);
    const file = join(dataDir, 'push.key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(new Uint8Array(await readFile(file))).toEqual(first);
    await rm(folder, { recursive: true });
  });
});
