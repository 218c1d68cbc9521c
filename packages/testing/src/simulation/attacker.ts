import { idBytes } from '@holdfast/base';
import type { Account } from '@holdfast/client/inspect';
import type { AccountId } from '@holdfast/protocol';
import type { Primitives } from '@holdfast/vault';
import { epochKeys, openWrap } from '@holdfast/vault';
import type { Archive } from './archive.ts';
import { keyName } from './archive.ts';

/** What somebody came to read, and where. */
export interface Readable {
  readonly tokens: ReadonlyMap<string, Place>;
  readonly envelopes: number;
  /** Who was in a room, by the name of the key of an epoch that the server took. */
  readonly rosters: ReadonlyMap<string, readonly AccountId[]>;
}

export interface Place {
  readonly spaceId: string;
  readonly epoch: number;
  readonly keyName: string;
}

/**
 * What somebody can read who holds these phones of one account, every key they ever kept, and a copy of every byte
 * that ever reached the server. Knows no rule and no grant: it tries each key on whatever it fits, and follows every
 * wrap it can open.
 */
export function everythingReadable(p: Primitives, archive: Archive, accounts: readonly Account[]): Readable {
  const tokens = new Map<string, Place>();
  const rosters = new Map<string, readonly AccountId[]>();
  const tried = new Set<string>();
  const todo: { spaceId: string; epoch: number; key: Uint8Array }[] = [];
  let envelopes = 0;
  for (const account of accounts) {
    const { spaceId, epochs } = account.vault.privateSpace;
    for (const { epoch, key } of epochs) todo.push({ spaceId, epoch, key });
    for (const { fields } of account.home.store.list('space-key'))
      // Of a key that was lost with its phone and its server, another phone may still know where it was used.
      if (fields['key'])
        todo.push({
          spaceId: fields['space'] as string,
          epoch: fields['epoch'] as number,
          key: fields['key'] as Uint8Array,
        });
  }
  for (let next = todo.pop(); next; next = todo.pop()) {
    const keys = epochKeys(p, idBytes(next.spaceId as never), next.epoch, next.key);
    const name = keyName(next.spaceId, next.epoch, keys.commitment);
    if (tried.has(name)) continue;
    tried.add(name);
    const place = { spaceId: next.spaceId, epoch: next.epoch, keyName: name };
    for (const { tokens: found, wraps, roster } of archive.read(keys, next.spaceId)) {
      envelopes += 1;
      if (roster) rosters.set(name, roster);
      for (const token of found) tokens.set(token, place);
      for (const op of wraps)
        for (const account of accounts) {
          const gifts = openWrap(p, account.accountId, (version) => account.encryptionSeed(version), op);
          if (gifts.ok) todo.push(...gifts.value);
        }
    }
  }
  return { tokens, envelopes, rosters };
}
