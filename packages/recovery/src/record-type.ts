import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import * as v from 'valibot';
import type { Category } from './sharing/category.ts';

/**
 * A kind of record: what it holds, and the one place it lives in. Category = space = key = consent, so a record
 * type's home says who can ever be given it. `private` has no readers and never will.
 */
export interface RecordType<Schema extends v.GenericSchema> {
  readonly type: string;
  readonly home: Category | 'private';
  readonly schema: Schema;
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
