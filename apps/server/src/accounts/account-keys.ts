import { compareBytes, equalBytes } from '@holdfast/base';
import type { AccountKey } from '@holdfast/protocol';

/** [ACC-2] At least one key, none twice; unlock methods have a locator of their own, devices have none. */
export function areSound(keys: readonly AccountKey[]): boolean {
  const names = new Set(keys.map((key) => Buffer.from(key.publicKey).toString('base64url')));
  const locators = keys.flatMap((key) => key.locator ?? []);
  return (
    keys.length > 0 &&
    names.size === keys.length &&
    new Set(locators).size === locators.length &&
    keys.every((key) => (key.kind === 'method') === (key.locator !== undefined))
  );
}

/** Whether two lists hold the same keys with the same records, in any order. */
export function areEqual(a: readonly AccountKey[], b: readonly AccountKey[]): boolean {
  if (a.length !== b.length) return false;
  const sorted = (keys: readonly AccountKey[]) =>
    keys.toSorted((x, y) => compareBytes(x.publicKey, y.publicKey));
  const other = sorted(b);
  return sorted(a).every((key, i) => {
    const twin = other[i]!;
    return (
      key.kind === twin.kind &&
      key.locator === twin.locator &&
      equalBytes(key.publicKey, twin.publicKey) &&
      equalBytes(key.record, twin.record)
    );
  });
}
