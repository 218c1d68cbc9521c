import { CHECK_IN, TODAY } from './check-in/check-in.ts';
import { PERSON } from './circle/person.ts';
import { PROFILE } from './circle/profile.ts';

/** Every record type there is. Adding one here is all that storage, sync and sharing need to know of it. */
export const RECORD_TYPES = {
  'check-in': CHECK_IN,
  today: TODAY,
  person: PERSON,
  profile: PROFILE,
} as const;

export type RecordTypeName = keyof typeof RECORD_TYPES;
