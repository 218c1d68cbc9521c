import type { Clock } from '@holdfast/base';
import { ok } from '@holdfast/base';
import type { Generation, ServerId } from '@holdfast/protocol';
import { authBytes } from '@holdfast/protocol';
import { sha256 } from '../sha256.ts';
import type { Verify } from '../verify.ts';
import type { Handlers } from '../verbs.ts';
import { refuse } from '../verbs.ts';
import type { Sessions } from './sessions.ts';

/** Keys one session may hold: a helper with many people's spaces stays far below it. */
const KEYS_PER_SESSION = 2048;

export interface SessionParts {
  readonly sessions: Sessions;
  readonly verify: Verify;
  readonly clock: Clock;
  readonly serverId: ServerId;
  readonly generation: Generation;
}

export const sessionVerbs = (parts: SessionParts): Handlers<'session.open' | 'session.prove'> => ({
  'session.open': () => {
    const { token, session } = parts.sessions.open();
    const { serverId, generation } = parts;
    return ok({ token, nonce: session.nonce, serverId, generation, now: parts.clock.now() });
  },

  /** [AUT-2] All proofs hold or none counts. */
  'session.prove': ({ session, origin }, { proofs }) => {
    if (session.keyCount + proofs.length > KEYS_PER_SESSION) return refuse('too-many');
    for (const { publicKey, signature } of proofs) {
      const message = authBytes(origin, parts.serverId, session.nonce, publicKey);
      if (!parts.verify(publicKey, message, signature)) return refuse('forbidden');
    }
    for (const { publicKey } of proofs) session.add(sha256, publicKey);
    return ok({});
  },
});
