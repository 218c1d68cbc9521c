import { describe, expect, it } from 'vitest';
import type { Storage } from './storage.ts';
import { STORAGE_CHECKS } from './storage-contract-checks.ts';

/**
 * The contract suite of `Storage`. `open` gives an empty store at each call; `reopen` gives the store that the last
 * `open` gave, once more, after it was closed.
 */
export function storageContract(
  name: string,
  open: () => Promise<Storage>,
  reopen?: () => Promise<Storage>,
): void {
  describe(`${name} keeps the storage contract`, () => {
    it.each(STORAGE_CHECKS)('$title', async ({ run }) => {
      await expect(run(reopen === undefined ? { open } : { open, reopen })).resolves.toBeUndefined();
    });
  });
}
