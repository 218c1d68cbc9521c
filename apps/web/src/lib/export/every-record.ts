import type { RecordsByType } from '@holdfast/recovery/export';
import { RECORD_KINDS } from '@holdfast/recovery/export';
import { session } from '#lib/account/session.svelte.ts';

/** Every record of this page, by kind. Loaded late: it needs every kind there is. */
export async function everyRecord(): Promise<RecordsByType> {
  const kinds = await Promise.all(
    RECORD_KINDS.map(async (kind) => [kind, await session.api.records(kind)] as const),
  );
  return Object.fromEntries(kinds) as RecordsByType;
}
