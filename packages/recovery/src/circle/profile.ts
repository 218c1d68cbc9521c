import * as v from 'valibot';
import type { RecordType } from '../record-type.ts';
import { NAME_LENGTH } from './person.ts';

/** What a person's own page knows of them. There is one, under the id 'me'. */
export const PROFILE = {
  type: 'profile',
  home: 'private',
  schema: v.object({
    /** How they wish to be shown to people they invite; empty until they say. */
    name: v.pipe(v.string(), v.trim(), v.maxLength(NAME_LENGTH)),
    /** The local day the page was begun, YYYY-MM-DD. Never reset. */
    begun: v.pipe(v.string(), v.isoDate()),
    /** What the kelp grows from: random, and the same for good. */
    seed: v.pipe(v.string(), v.maxLength(64)),
    /** Why the page was opened: for oneself, or by a supporter who was invited. */
    purpose: v.picklist(['own', 'supporter']),
  }),
} as const satisfies RecordType<v.GenericSchema>;
export const PROFILE_ID = 'me';
