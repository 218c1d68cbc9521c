import * as v from 'valibot';
import type { RecordType } from '../record-type.ts';

export const NAME_LENGTH = 80;

/** Someone to ring: a name and a number. Needs no app on their side and is shared with nobody. */
export const PERSON = {
  type: 'person',
  home: 'private',
  schema: v.object({
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME_LENGTH)),
    number: v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(40),
      v.check((text) => dialable(text) !== '', 'number'),
    ),
  }),
} as const satisfies RecordType<v.GenericSchema>;

/** The form for a tel: link: digits, and a leading plus. Empty when there are fewer than 3 digits. */
export function dialable(number: string): string {
  const digits = number.replace(/[^\d+*#]/g, '').replace(/(?!^)\+/g, '');
  return (digits.match(/\d/g)?.length ?? 0) >= 3 ? digits : '';
}
