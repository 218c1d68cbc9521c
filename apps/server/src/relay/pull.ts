import { equalBytes, ok } from '@holdfast/base';
import type { Response } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import { readAfter } from '../db/queries/envelopes.ts';
import { readSpaces } from '../db/queries/spaces.ts';
import type { Handler } from '../verbs.ts';
import type { RelayParts } from './verbs.ts';

/**
 * [REL-4] [REL-10] What is new in each space. A quiet space, one that does not exist and one whose read key is
 * stale or unproved get the same answer by the same road.
 */
export const pull =
  ({ db }: Pick<RelayParts, 'db'>): Handler<'space.pull'> =>
  async ({ session }, { spaces }) => {
    if (spaces.length === 0) return ok({ spaces: [] });
    const rows = await readSpaces(db, [...new Set(spaces.map((space) => space.spaceId))]);
    const byId = new Map(rows.map((row) => [row.space_id, row]));

    const answers: Response<'space.pull'>['spaces'] = [];
    let budget: number = LIMITS.pullBytes;
    for (const space of spaces) {
      const { spaceId, readKey, after } = space;
      const row = byId.get(spaceId);
      const mayRead = row?.read_key != null && equalBytes(row.read_key, readKey) && session.holds(readKey);
      if (!mayRead || row.last_seq <= after) {
        answers.push({ spaceId, envelopes: [], more: false });
        continue;
      }
      const envelopes = budget > 0 ? await readAfter(db, space, LIMITS.pullEnvelopes, budget) : [];
      for (const { bytes } of envelopes) budget -= bytes.length;
      const reached = envelopes.at(-1)?.seq ?? after;
      answers.push({ spaceId, envelopes, more: reached < row.last_seq });
    }
    return ok({ spaces: answers });
  };
