import type { AccountId, InviteId, SpaceId } from '@holdfast/protocol';

/** Something was committed. `keys` are those that may hear of it now; who held them before is not told. */
export type News =
  | { readonly type: 'space'; readonly spaceId: SpaceId; readonly seq: number; readonly readKey: Uint8Array }
  | { readonly type: 'invite'; readonly inviteId: InviteId; readonly keys: readonly Uint8Array[] }
  | { readonly type: 'account'; readonly accountId: AccountId; readonly keys: readonly Uint8Array[] };

/** Carries news from verbs to the live channel, after commit. One process for now. */
export interface Bus {
  publish(news: News): void;
  subscribe(listener: (news: News) => void): void;
}

export function localBus(): Bus {
  const listeners = new Set<(news: News) => void>();
  return {
    publish(news) {
      for (const listener of listeners) listener(news);
    },
    subscribe(listener) {
      listeners.add(listener);
    },
  };
}
