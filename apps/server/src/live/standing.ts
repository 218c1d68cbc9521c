import type { InviteId, SpaceId } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { News } from './bus.ts';

/**
 * [LIV-3] How things stand with what a socket begins to watch, as news. Sent once, so that nothing committed
 * between a client's last pull and its watch goes unheard until the next event.
 */
export async function standing(
  db: Kysely<Database>,
  spaceIds: readonly SpaceId[],
  inviteIds: readonly InviteId[],
): Promise<News[]> {
  const news: News[] = [];
  if (spaceIds.length > 0) {
    const rows = await db
      .selectFrom('space')
      .select(['space_id', 'last_seq', 'read_key'])
      .where('space_id', 'in', spaceIds)
      .execute();
    for (const { space_id: spaceId, last_seq: seq, read_key: readKey } of rows) {
      if (readKey !== null && seq > 0) news.push({ type: 'space', spaceId, seq, readKey });
    }
  }
  if (inviteIds.length > 0) {
    const rows = await db
      .selectFrom('invite')
      .select(['invite_id', 'owner_key', 'guest_key'])
      .where('invite_id', 'in', inviteIds)
      .where('state', '<>', 'open')
      .execute();
    for (const row of rows) {
      news.push({ type: 'invite', inviteId: row.invite_id, keys: [row.owner_key, row.guest_key] });
    }
  }
  return news;
}
