import type { Clock } from '@holdfast/base';
import { equalBytes, ok } from '@holdfast/base';
import { parseEnvelope, writerIdOf } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { dropBefore, readPlace } from '../db/queries/envelopes.ts';
import {
  insertSpace,
  insertWriter,
  lockSpace,
  readSpace,
  readWriter,
  removeSpace,
} from '../db/queries/spaces.ts';
import type { Database } from '../db/schema.ts';
import type { Bus } from '../live/bus.ts';
import { sha256 } from '../sha256.ts';
import type { Handlers } from '../verbs.ts';
import { refuse } from '../verbs.ts';
import { append } from './append.ts';
import { openEpochVerb } from './epoch.ts';
import { pull } from './pull.ts';

export interface RelayParts {
  readonly db: Kysely<Database>;
  readonly bus: Bus;
  readonly clock: Clock;
}

type RelayVerb =
  | 'space.create'
  | 'space.addWriter'
  | 'space.epoch'
  | 'space.append'
  | 'space.pull'
  | 'space.writer'
  | 'space.drop'
  | 'space.remove';

export const relayVerbs = (parts: RelayParts): Handlers<RelayVerb> => ({
  /** [REL-1] */
  'space.create': async ({ session }, { spaceId, adminKey, epoch = 0 }) => {
    if (!session.holds(adminKey)) return refuse('forbidden');
    if (await insertSpace(parts.db, spaceId, adminKey, epoch)) return ok({});
    const space = await readSpace(parts.db, spaceId);
    return space !== undefined && session.holds(space.admin_key) ? ok({}) : refuse('forbidden');
  },

  /** [REL-2] */
  'space.addWriter': async ({ session }, { spaceId, writerKey, after }) => {
    const writerId = writerIdOf(sha256, writerKey);
    return parts.db.transaction().execute(async (tx) => {
      const space = await lockSpace(tx, spaceId);
      if (space === undefined || !session.holds(space.admin_key)) return refuse('forbidden');
      await insertWriter(tx, { spaceId, writerId, publicKey: writerKey, ...(after ? { after } : {}) });
      const writer = await readWriter(tx, spaceId, writerId);
      return writer?.removed === false ? ok({}) : refuse('unlisted');
    });
  },

  /** [REL-3] To anyone who is neither a listed writer nor the admin, the space does not exist. */
  'space.writer': async ({ session }, { spaceId, writerKey }) => {
    const space = await readSpace(parts.db, spaceId);
    const isAdmin = space !== undefined && session.holds(space.admin_key);
    if (!isAdmin && !session.holds(writerKey)) return refuse('forbidden');
    const writer = space && (await readWriter(parts.db, spaceId, writerIdOf(sha256, writerKey)));
    const listed = writer !== undefined && !writer.removed && equalBytes(writer.public_key, writerKey);
    if (space === undefined || (!isAdmin && !listed)) {
      return ok({ space: false, listed: false, epoch: 0, wseq: 0, seq: 0 });
    }
    return ok({ space: true, listed, epoch: space.epoch, wseq: writer?.wseq ?? 0, seq: space.last_seq });
  },

  /** [REL-13] */
  'space.drop': async ({ session }, { spaceId, before }) =>
    parts.db.transaction().execute(async (tx) => {
      const space = await lockSpace(tx, spaceId);
      if (space === undefined || !session.holds(space.admin_key)) return refuse('forbidden');
      const at = await readPlace(tx, spaceId, before);
      const parsed = at && parseEnvelope(at);
      if (!parsed?.ok || parsed.value.header.kind !== 'control') return refuse('conflict');
      await dropBefore(tx, spaceId, before);
      return ok({});
    }),

  /** [REL-14] */
  'space.remove': async ({ session }, { spaceId, adminKey, lastSeq }) => {
    if (!session.holds(adminKey)) return refuse('forbidden');
    return parts.db.transaction().execute(async (tx) => {
      const space = await lockSpace(tx, spaceId);
      if (space === undefined || !equalBytes(space.admin_key, adminKey)) return ok({});
      if (space.last_seq !== lastSeq) return refuse('conflict');
      await removeSpace(tx, spaceId);
      return ok({});
    });
  },

  'space.epoch': openEpochVerb(parts),
  'space.append': append(parts),
  'space.pull': pull(parts),
});
