import * as v from 'valibot';
import { choice, day, moment, scale } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';

/** One use of a tool, and how strong it was before and after, where the person said so. */
export const TOOL_USE = {
  type: 'tool-use',
  home: 'private',
  schema: v.object({ tool: choice, before: scale, after: scale, at: moment, day }),
} as const satisfies RecordType<v.GenericSchema>;

export type ToolUse = FieldsOf<typeof TOOL_USE>;
