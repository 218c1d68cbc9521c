import { equalBytes } from '@holdfast/base';
import type { ClientFrame, InviteId, ServerFrame, SpaceId } from '@holdfast/protocol';
import type { Session } from '../session/session.ts';
import type { News } from './bus.ts';

type Watch = Extract<ClientFrame, { type: 'watch' }>;

/** What one socket watches, and which news it may hear: a decision without I/O. */
export class Channel {
  readonly session: Session;
  #spaces = new Map<SpaceId, Uint8Array>();
  #invites = new Set<InviteId>();
  #account: Watch['account'];

  constructor(session: Session) {
    this.session = session;
  }

  /** Replaces what is watched. Answers what was not watched before, under the same key. */
  watch(frame: Watch): Pick<Watch, 'spaces' | 'invites'> {
    const spaces = frame.spaces.filter(({ spaceId, readKey }) => {
      const before = this.#spaces.get(spaceId);
      return before === undefined || !equalBytes(before, readKey);
    });
    const invites = frame.invites.filter((inviteId) => !this.#invites.has(inviteId));
    this.#spaces = new Map(frame.spaces.map(({ spaceId, readKey }) => [spaceId, readKey]));
    this.#invites = new Set(frame.invites);
    this.#account = frame.account;
    return { spaces, invites };
  }

  /** [LIV-2] The hint to send for some news: only for what is watched, and only to who may know of it now. */
  hintFor(news: News): ServerFrame | undefined {
    if (this.session.over) return undefined;
    if (news.type === 'space') {
      const readKey = this.#spaces.get(news.spaceId);
      const mayKnow =
        readKey !== undefined && equalBytes(readKey, news.readKey) && this.session.holds(readKey);
      return mayKnow ? { type: 'space', spaceId: news.spaceId, seq: news.seq } : undefined;
    }
    if (!news.keys.some((key) => this.session.holds(key))) return undefined;
    if (news.type === 'invite') {
      return this.#invites.has(news.inviteId) ? { type: 'invite', inviteId: news.inviteId } : undefined;
    }
    return this.#account === news.accountId ? { type: 'account', accountId: news.accountId } : undefined;
  }
}
