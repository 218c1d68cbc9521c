import type { Result } from '@holdfast/base';
import { err, fromBase64Url, fromUtf8, ok, toBase64Url, utf8 } from '@holdfast/base';
import * as v from 'valibot';
import { clock, day } from '../fields.ts';
import { dialable } from '../circle/person.ts';
import { MEDICINE_KINDS } from '../medicine/medicine.ts';

/** Marks what a clinic hands over, and its version. docs/discharge-link.md describes the format. */
export const DISCHARGE_MARK = 'd1.';
/** Longest part after the `#`, letters: with an address before it, a QR code of 97 modules or fewer. */
export const DISCHARGE_LETTERS = 600;
export const DISCHARGE_VISITS = 3;
export const DISCHARGE_DOSES = 4;

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const few = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(most));
const yes = v.optional(v.literal(1));
/** A zone this browser knows. */
const zone = v.pipe(
  text(64),
  v.check((name) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  }, 'zone'),
);

/**
 * What a clinic gives somebody who leaves. The keys are short because every letter makes the picture finer. Nothing
 * is signed: it can only propose, and the person takes each part or leaves it.
 */
const WIRE = v.strictObject({
  /** Name of the clinic. */
  c: text(60),
  /** Its number. */
  n: v.optional(
    v.pipe(
      text(24),
      v.check((number) => dialable(number) !== '', 'number'),
    ),
  ),
  /** Kind of medicine. */
  m: v.optional(v.picklist(MEDICINE_KINDS)),
  /** Times of day it is taken at. */
  d: v.optional(few(clock, DISCHARGE_DOSES)),
  /** The day of leaving. */
  l: v.optional(day),
  /** IANA zone of the clinic's clock. */
  z: zone,
  /** Appointments: with whom, where (or empty), when by the clock there. */
  a: v.optional(
    few(
      v.strictTuple([
        text(40),
        v.pipe(v.string(), v.trim(), v.maxLength(60)),
        v.pipe(v.string(), v.isoDateTime()),
      ]),
      DISCHARGE_VISITS,
    ),
  ),
  /** The clinic went through the tolerance card. */
  t: yes,
  /** The clinic gave a naloxone kit. */
  x: yes,
});
export type Discharge = v.InferOutput<typeof WIRE>;

/** Whether what stood after a `#` is meant to be one of these. */
export const isDischarge = (ticket: string): boolean => ticket.startsWith(DISCHARGE_MARK);

/** Reads what stands after the `#`. Anything that is not exactly this format is refused whole. */
export function readDischarge(ticket: string): Result<Discharge, 'damaged'> {
  if (!isDischarge(ticket) || ticket.length > DISCHARGE_LETTERS) return err('damaged');
  const bytes = fromBase64Url(ticket.slice(DISCHARGE_MARK.length));
  if (!bytes) return err('damaged');
  try {
    const parsed = v.safeParse(WIRE, JSON.parse(fromUtf8(bytes)));
    return parsed.success ? ok(parsed.output) : err('damaged');
  } catch {
    // Not UTF-8 or not JSON.
    return err('damaged');
  }
}

/** Writes what stands after the `#`. The field that does not fit is named; `long` when it is too much for a code. */
export function writeDischarge(
  discharge: Discharge,
): Result<string, { code: 'long' } | { code: 'invalid'; field: string }> {
  const parsed = v.safeParse(WIRE, discharge);
  if (!parsed.success) {
    const field = parsed.issues[0].path?.[0]?.key;
    return err({ code: 'invalid', field: typeof field === 'string' ? field : '' });
  }
  const ticket = DISCHARGE_MARK + toBase64Url(utf8(JSON.stringify(parsed.output)));
  return ticket.length > DISCHARGE_LETTERS ? err({ code: 'long' }) : ok(ticket);
}

/** The ticket in what a person pasted or a camera read: the link, or the part after its `#`. */
export const dischargeIn = (pasted: string): string | undefined =>
  /(?:^|#|\s)(d1\.[\w-]+)/.exec(pasted.trim())?.[1];
