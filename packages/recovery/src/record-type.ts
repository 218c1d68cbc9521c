import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import * as v from 'valibot';
import type { Category } from './sharing/category.ts';

/**
 * Where a kind of record lives. Category = space = key = consent, so its home says who can ever be given it.
 * `private` and `journal` have no readers and never will; the journal has a key of its own, so that a way of
 * getting back in can be made that does not open it.
 */
export type Home = Category | 'private' | 'journal';

/**
 * A kind of record: what it holds, and the one place it lives in. A schema takes no notice of fields it does not
 * know, and gives fields that were added later a default, so that phones with different versions of the app can
 * read each other's records.
 */
export interface RecordType<Schema extends v.GenericSchema> {
  readonly type: string;
  readonly home: Home;
  readonly schema: Schema;
  /** When a record's time is over, ms since 1970; undefined for one that stays. It is then removed by itself. */
  expires?(fields: v.InferOutput<Schema>): number | undefined;
}

export type FieldsOf<T> = T extends RecordType<infer S> ? v.InferOutput<S> : never;

/** Where fields do not fit their type: the field's name, for a message beside the control. */
export interface FieldDefect {
  readonly code: 'invalid';
  readonly field: string;
}

/** Checks fields against their record type before they are kept. */
export function checkFields<S extends v.GenericSchema>(
  type: RecordType<S>,
  fields: unknown,
): Result<v.InferOutput<S>, FieldDefect> {
  const parsed = v.safeParse(type.schema, fields);
  if (parsed.success) return ok(parsed.output);
  const field = parsed.issues[0].path?.[0]?.key;
  return err({ code: 'invalid', field: typeof field === 'string' ? field : '' });
}
