import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { webCryptoDeviceKey } from './device-key.ts';

const secret = Uint8Array.from({ length: 48 }, (_, i) => i);

test('[LOC-1] what one page wraps, the next page of the same browser unwraps', async () => {
  const browser = new IDBFactory();
  const sealed = await webCryptoDeviceKey(browser, 'k').wrap(secret);
  expect(sealed.length).toBe(12 + 48 + 16);
  expect(await webCryptoDeviceKey(browser, 'k').unwrap(sealed)).toEqual(secret);
});

test('[LOC-1] two wraps of the same bytes differ', async () => {
  const key = webCryptoDeviceKey(new IDBFactory(), 'k');
  expect(await key.wrap(secret)).not.toEqual(await key.wrap(secret));
});

test('[LOC-1] a browser that lost its key, or another browser, unwraps nothing', async () => {
  const sealed = await webCryptoDeviceKey(new IDBFactory(), 'k').wrap(secret);
  const other = new IDBFactory();
  expect(await webCryptoDeviceKey(other, 'k').unwrap(sealed)).toBeUndefined();
  await webCryptoDeviceKey(other, 'k').wrap(secret);
  expect(await webCryptoDeviceKey(other, 'k').unwrap(sealed)).toBeUndefined();
});

test('[LOC-1] changed or short bytes unwrap to nothing', async () => {
  const key = webCryptoDeviceKey(new IDBFactory(), 'k');
  const sealed = await key.wrap(secret);
  sealed[20]! ^= 1;
  expect(await key.unwrap(sealed)).toBeUndefined();
  expect(await key.unwrap(new Uint8Array(20))).toBeUndefined();
});

test('[LOC-1] where the browser stores nothing, the key serves as long as the page', async () => {
  const key = webCryptoDeviceKey(undefined, 'k');
  expect(await key.unwrap(await key.wrap(secret))).toEqual(secret);
});
