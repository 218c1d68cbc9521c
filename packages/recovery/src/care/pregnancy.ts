import * as v from 'valibot';
import { words } from '../medicine/calendar.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { NOTES_LENGTH } from './appointment.ts';

/**
 * Whether the person is pregnant, for themselves alone: in some places such a note beside drug use has started
 * proceedings, so it can be given to nobody. One record, under `PREGNANCY_ID`; it is removed, not set to "no".
 */
export const PREGNANCY = {
  type: 'pregnancy',
  home: 'private',
  schema: v.object({ state: v.nullable(v.picklist(['yes', 'maybe'])), words: words(NOTES_LENGTH) }),
} as const satisfies RecordType<v.GenericSchema>;

export type Pregnancy = FieldsOf<typeof PREGNANCY> & { readonly id: string };
export const PREGNANCY_ID = 'current';
