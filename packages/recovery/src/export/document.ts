import type { RecordTypeName, StoredRecord } from '../record-types.ts';
import type { ExportPart } from './parts.ts';
import { partOf, RECORD_KINDS } from './parts.ts';

export const EXPORT_FORMAT = 'holdfast-export';
/** Raised when a reader of the last one could go wrong. New kinds of record and new fields do not raise it. */
export const EXPORT_VERSION = 1;

/** Records by their kind; a kind may be missing. */
export type RecordsByType = { readonly [N in RecordTypeName]?: readonly StoredRecord<N>[] };

/** What a person takes along as JSON: plain values, held to docs/export.schema.json. */
export interface ExportDocument {
  readonly format: typeof EXPORT_FORMAT;
  readonly version: typeof EXPORT_VERSION;
  /** ISO 8601, in UTC. */
  readonly exportedAt: string;
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/**
 * One document of the chosen parts. Kinds without a record are left out; records keep their fields and their id.
 * @param now ms since 1970
 */
export function exportDocument(
  records: RecordsByType,
  parts: ReadonlySet<ExportPart>,
  now: number,
): ExportDocument {
  const chosen = RECORD_KINDS.filter((kind) => parts.has(partOf(kind)));
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exportedAt: new Date(now).toISOString(),
    records: Object.fromEntries(
      chosen.flatMap((kind) => {
        const list = (records[kind] ?? []).map((one) => plainOf(one) as Record<string, unknown>);
        return list.length ? [[kind, list]] : [];
      }),
    ),
  };
}

/**
 * A value as JSON has it. Bytes become base64. Of a photo or a voice note what it is goes along, with its preview;
 * the key that opens it and the place it lies at do not: the file is not locked.
 */
function plainOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return base64(value);
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  const sealed = (value as Record<string, unknown>)['key'] instanceof Uint8Array;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, field]) => field !== undefined && !(sealed && WHERE.includes(name)))
      .map(([name, field]) => [name, plainOf(field)]),
  );
}

/** Fields of a blob reference that say where it lies and what opens it. */
const WHERE = ['id', 'space', 'key'];

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
