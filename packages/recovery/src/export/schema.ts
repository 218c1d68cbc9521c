import type { JsonSchema } from '@valibot/to-json-schema';
import { toJsonSchema } from '@valibot/to-json-schema';
import { blobRefSchema } from '../blob/blob-ref.ts';
import { recordType } from '../record-types.ts';
import { EXPORT_FORMAT, EXPORT_VERSION } from './document.ts';
import { RECORD_KINDS } from './parts.ts';

/*
 * For the build of docs/export.schema.json and for tests; nothing that runs on a phone imports it. `npm run schema`
 * writes the file, and a test sees that it is in step with the record types.
 */

/** A photo or a voice note as a document has it: what it is, and its preview. */
const BLOB: JsonSchema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    size: { type: 'integer', minimum: 1 },
    preview: { type: 'string', contentEncoding: 'base64' },
  },
  required: ['type', 'size'],
};

/** Fields of one kind of record, with its id. */
function schemaOf(kind: (typeof RECORD_KINDS)[number]): JsonSchema {
  const fields = toJsonSchema(recordType(kind).schema, {
    target: 'draft-2020-12',
    // What a record is when it is read: trimmed, with its defaults.
    typeMode: 'output',
    errorMode: 'ignore',
    // A wall clock without a zone, which the format of that name is not.
    overrideAction: ({ valibotAction }) =>
      valibotAction.type === 'iso_date_time'
        ? { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' }
        : undefined,
    overrideSchema: ({ valibotSchema }) => (valibotSchema === (blobRefSchema as never) ? BLOB : undefined),
  });
  const { $schema: _, ...schema } = fields;
  return {
    ...schema,
    properties: { id: { type: 'string', minLength: 1 }, ...schema.properties },
    required: ['id', ...schema.required!],
  };
}

/** The JSON Schema (draft 2020-12) of an export. Kinds of record and fields that it does not name are allowed. */
export const exportSchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What a person takes along from Holdfast',
  description:
    'Written on the person’s own phone. Records by their kind, each with its fields and an id. Readers ignore kinds and fields they do not know. Days are local calendar days; moments are milliseconds since 1970.',
  type: 'object',
  properties: {
    format: { const: EXPORT_FORMAT },
    version: { const: EXPORT_VERSION },
    exportedAt: { type: 'string', format: 'date-time' },
    records: {
      type: 'object',
      properties: Object.fromEntries(
        RECORD_KINDS.map((kind) => [kind, { type: 'array', items: { $ref: `#/$defs/${kind}` } }]),
      ),
      additionalProperties: { type: 'array', items: { type: 'object', required: ['id'] } },
    },
  },
  required: ['format', 'version', 'exportedAt', 'records'],
  $defs: Object.fromEntries(RECORD_KINDS.map((kind) => [kind, schemaOf(kind)])),
});
