import * as v from 'valibot';
import { moment } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { NAME_LENGTH, PERSON } from './person.ts';

/** How long a promised call stands after its time, ms. Then it is gone, and nothing says whether it was made. */
const STANDS_FOR = 36 * 3_600_000;

/** "I said I would ring them then." Made or not, it is removed, and nothing counts which it was. */
export const PROMISED_CALL = {
  type: 'promised-call',
  home: 'private',
  schema: v.object({
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME_LENGTH)),
    number: PERSON.schema.entries.number,
    /** The agreed moment, ms since 1970: two people in two zones mean the same one. */
    when: moment,
    remind: v.boolean(),
  }),
  expires: ({ when }: { readonly when: number }) => when + STANDS_FOR,
} as const satisfies RecordType<v.GenericSchema>;
export type PromisedCall = FieldsOf<typeof PROMISED_CALL> & { readonly id: string };
