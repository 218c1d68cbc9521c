import { equalBytes } from '@holdfast/base';
import type { ClientFrame, ServerFrame } from '@holdfast/protocol';
import type { FakeSession } from './session.ts';
import type { News } from './state.ts';

export type Watch = Extract<ClientFrame, { type: 'watch' }>;

/** One live socket. Frames leave through `deliver`, in order; none is handed on once it has closed. */
export class FakeChannel {
  readonly session: FakeSession | undefined;
  readonly #onFrame: (frame: ServerFrame) => void;
  readonly #onClose: () => void;
  readonly #deliver: (arrive: () => void) => void;
  readonly #forget: (channel: FakeChannel) => void;
  #watch: Watch = { type: 'watch', spaces: [], invites: [] };
  #closed = false;

  constructor(
    session: FakeSession | undefined,
    onFrame: (frame: ServerFrame) => void,
    onClose: () => void,
    deliver: (arrive: () => void) => void,
    forget: (channel: FakeChannel) => void,
  ) {
    this.session = session;
    this.#onFrame = onFrame;
    this.#onClose = onClose;
    this.#deliver = deliver;
    this.#forget = forget;
    if (session === undefined) this.end();
    else this.#send({ type: 'ready' });
  }

  /** Answers what was not watched before. */
  replaceWatch(frame: Watch): Pick<Watch, 'spaces' | 'invites'> {
    const before = this.#watch;
    this.#watch = frame;
    return {
      spaces: frame.spaces.filter(
        (space) =>
          !before.spaces.some(
            (old) => old.spaceId === space.spaceId && equalBytes(old.readKey, space.readKey),
          ),
      ),
      invites: frame.invites.filter((inviteId) => !before.invites.includes(inviteId)),
    };
  }

  tell(news: News): void {
    const { session } = this;
    if (session === undefined || session.over) return;
    if (news.type === 'space') {
      const { spaceId, seq, readKey } = news;
      const watched = this.#watch.spaces.some(
        (space) => space.spaceId === spaceId && equalBytes(space.readKey, readKey),
      );
      if (watched && session.holds(readKey)) this.#send({ type: 'space', spaceId, seq });
      return;
    }
    if (!news.keys.some((key) => session.holds(key))) return;
    if (news.type === 'invite') {
      if (this.#watch.invites.includes(news.inviteId))
        this.#send({ type: 'invite', inviteId: news.inviteId });
    } else if (this.#watch.account === news.accountId) {
      this.#send({ type: 'account', accountId: news.accountId });
    }
  }

  /** The server's end of it: 'over', then closed. */
  end(): void {
    this.#send({ type: 'over' });
    this.#deliver(() => this.close());
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#forget(this);
    this.#onClose();
  }

  #send(frame: ServerFrame): void {
    this.#deliver(() => {
      if (!this.#closed) this.#onFrame(frame);
    });
  }
}
