import { expect, test, vi } from 'vitest';
import { tabLock } from './tab-lock.ts';

test('one tab has the account; another is refused, may take it over, and the first is told', async () => {
  const lost = vi.fn();
  const first = tabLock(lost);
  expect(await first.take()).toBe(true);

  const second = tabLock(() => {});
  expect(await second.take()).toBe(false);
  expect(lost).not.toHaveBeenCalled();

  await second.takeOver();
  expect(lost).toHaveBeenCalledTimes(1);
  expect(await first.take()).toBe(false);
  second.release();
});

test('a tab that closes gives the account to the one that waits for it', async () => {
  const first = tabLock(() => {});
  const second = tabLock(() => {});
  expect(await first.take()).toBe(true);
  const waiting = second.take();
  first.release();
  expect(await waiting).toBe(true);
  second.release();
});
