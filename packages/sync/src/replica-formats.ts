import { EMPTY } from '@holdfast/base';
import { byteString, decodeCbor } from '@holdfast/protocol';
import * as v from 'valibot';
import type { Run } from './places.ts';

/** What a phone keeps of a space in its own words, beside the envelopes as they came. */

export const stateSchema = v.strictObject({
  /** Highest server position pulled so far. */
  cursor: v.number(),
  /** Counts stored envelopes, so that they are read in the order in which they came. */
  order: v.number(),
  /** Counts the writers this device has been here. */
  incarnation: v.number(),
  /** Envelopes refused for good. */
  refused: v.number(),
  /** Counts snapshots: envelopes stored since the last one are under this number. */
  shelf: v.number(),
  /** Highest position this writer ever sent something for; above the log's, nobody told what became of it. */
  sent: v.number(),
  /** The server was restored since: it may have forgotten what others have already read. */
  rewound: v.boolean(),
  /** The new beginning before which nothing is kept here any more; 0 for none. */
  purged: v.optional(v.number(), 0),
  /** Server position of the latest new beginning; 0 where it is not known. */
  beganAt: v.optional(v.number(), 0),
  /** The new beginning before which the server has deleted everything; 0 for none. */
  dropped: v.optional(v.number(), 0),
  /** Hash of the envelope at the cursor: what an honest server gives there for ever. Empty where none is known. */
  top: v.optional(byteString, EMPTY),
  /** The first position whose envelope had no room to wait here; 0 for none. */
  left: v.optional(v.number(), 0),
  /** A restored server lacks something of this device's that could not be sent again yet. */
  behind: v.optional(v.boolean(), false),
  /** The server went back at some time. */
  wentBack: v.optional(v.boolean(), false),
  /** [REP-6] Id of something that it gave since then and that this log cannot take; empty for nothing. */
  stray: v.optional(byteString, EMPTY),
  /** The latest position that the server gave to something of this device's or named, since it was last restored. */
  reached: v.optional(v.number(), 0),
});
/** Of a space that nothing is known of yet. */
export const newState = (): v.InferOutput<typeof stateSchema> =>
  v.parse(stateSchema, {
    cursor: 0,
    order: 0,
    incarnation: 0,
    refused: 0,
    shelf: 0,
    sent: 0,
    rewound: false,
  });

const runSchema = v.custom<Run>(
  (value) => Array.isArray(value) && value.length === 4 && typeof value[1] === 'string',
);
/** What is known of the latest new beginning of the space. */
const beginningSchema = v.strictObject({
  /** Its epoch; 0 for none. */
  epoch: v.number(),
  /** Something before it was never seen here: it is carried over, or somebody holds it back. */
  jumped: v.boolean(),
  /** All that was carried over is here. */
  complete: v.boolean(),
  /** Deletions since then: what they took is still in the envelopes before them. */
  deletions: v.number(),
});
export type BeginningState = v.InferOutput<typeof beginningSchema>;
export const noBeginning: BeginningState = { epoch: 0, jumped: false, complete: false, deletions: 0 };

export const snapshotSchema = v.strictObject({
  log: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
  records: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
  commitments: v.array(v.strictTuple([v.number(), byteString])),
  places: v.optional(v.array(runSchema), []),
  beginning: v.optional(beginningSchema),
});
export const carriedSchema = v.strictObject({
  op: v.literal('carried'),
  epoch: v.number(),
  commitment: byteString,
  box: byteString,
});
export const carriedAllSchema = v.strictObject({ op: v.literal('carried-all'), epoch: v.number() });
export const flightSchema = v.strictObject({ bytes: byteString, tokens: v.array(v.string()) });
export const entrySchema = v.strictObject({ ops: v.array(v.unknown()) });

/** Reads what was stored; undefined where it is not of that form. */
export function readStored<S extends v.GenericSchema>(
  schema: S,
  bytes: Uint8Array,
): v.InferOutput<S> | undefined {
  const value = decodeCbor(bytes);
  const parsed = value.ok ? v.safeParse(schema, value.value) : undefined;
  return parsed?.success ? parsed.output : undefined;
}
