import * as v from 'valibot';
import { isCalendarDate } from './calendar-date.ts';

/*
 * A country pack is data: the numbers a person in one country can reach, each with its source and date.
 * The rules it must obey are numbered in SPEC.md ([PACK-…]); `validate-packs.ts` proves them.
 */

/** What a line is for. */
export const LINE_KINDS = [
  'emergency',
  'suicide',
  'drug',
  'spotting',
  'family',
  'dv',
  'child',
  'legal',
  'poison',
  'medical',
] as const;

/** ISO 8601 weekday numbers: 1 is Monday, 7 is Sunday. */
const Weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));
const ClockTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time is HH:MM'));
const CalendarDate = v.pipe(v.string(), v.check(isCalendarDate, 'a date is YYYY-MM-DD'));
const Text = v.pipe(v.string(), v.nonEmpty());
const LocalTextSchema = v.strictObject({ en: Text, es: Text });
const TimeZone = v.pipe(v.string(), v.check(isTimeZone, 'a known IANA time zone'));

/** A zone that names a place. Not asked of the engine: some know only the older or only the newer of two names. */
const PlaceZone = v.pipe(
  v.string(),
  v.regex(/^(?!Etc\/)[A-Z][A-Za-z]+(?:\/[A-Za-z_-]+)+$/, 'a zone such as Europe/Dublin'),
);

/** Open from `from` until `to` on each of `days`. When `to` is not after `from` it ends the next day. */
export const WeeklyInterval = v.strictObject({
  days: v.pipe(v.array(Weekday), v.minLength(1)),
  from: ClockTime,
  to: ClockTime,
});

/** `unconfirmed`: the hours were not seen in a trusted copy, so nothing may claim "open now". */
export const Hours = v.strictObject({
  when: v.union([
    v.literal('always'),
    v.literal('unconfirmed'),
    v.pipe(v.array(WeeklyInterval), v.minLength(1)),
  ]),
  text: LocalTextSchema,
});

const note = v.optional(LocalTextSchema);
const Dialable = v.pipe(v.string(), v.regex(/^\+?\d{2,15}$/, 'digits only, as dialled in this country'));
const HttpsUrl = v.pipe(v.string(), v.url(), v.startsWith('https://'));

/**
 * One way to reach a line. `value` goes into a `tel:`, `sms:`, `mailto:` or web link as it stands;
 * `display` is how people know it. `body` is the word a text line asks for first.
 */
export const Channel = v.variant('type', [
  v.strictObject({ type: v.literal('call'), value: Dialable, display: Text, note }),
  v.strictObject({ type: v.literal('text'), value: Dialable, display: Text, body: v.optional(Text), note }),
  v.strictObject({ type: v.literal('chat'), value: HttpsUrl, display: Text, note }),
  v.strictObject({ type: v.literal('web'), value: HttpsUrl, display: Text, note }),
  v.strictObject({ type: v.literal('email'), value: v.pipe(v.string(), v.email()), display: Text, note }),
]);

export const Line = v.strictObject({
  /** Stable and unique over all packs, starting with the country: `ie-samaritans`; a host's own start with `local-`. */
  id: v.pipe(v.string(), v.regex(/^(?:[a-z]{2}|local)-[a-z0-9-]+$/)),
  /** The part of the country it serves, when not all of it. */
  region: v.optional(LocalTextSchema),
  name: LocalTextSchema,
  kind: v.picklist(LINE_KINDS),
  channels: v.pipe(v.array(Channel), v.minLength(1)),
  hours: Hours,
  /** The zone `hours` are written in. */
  tz: TimeZone,
  /** BCP 47 tags of the languages spoken on the line. */
  languages: v.pipe(v.array(Text), v.minLength(1)),
  cost: LocalTextSchema,
  ages: v.optional(LocalTextSchema),
  /** True when they may send emergency help, or when a crisis line has not ruled it out. */
  mayDispatchEmergency: v.boolean(),
  runBy: v.picklist(['charity', 'state', 'police']),
  /** The owner's own page wherever there is one: the place to check again. */
  sourceUrl: HttpsUrl,
  /** When and how it was last checked. `transcribed` means copied from published copies, not called. */
  verifiedOn: CalendarDate,
  verifiedBy: Text,
  verification: v.picklist(['transcribed', 'owner-site', 'called']),
  /** The last day the entry counts as fresh. After it the line still shows, with a warning. */
  reviewBy: CalendarDate,
  /** Lines of lower confidence are not shipped at all. */
  confidence: v.picklist(['high', 'medium-high']),
});

export const CountryPack = v.strictObject({
  /** ISO 3166-1 alpha-2. */
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  /** The day the pack was last changed. A later day replaces an earlier pack of the same country ([PACK-12]). */
  updatedOn: CalendarDate,
  name: LocalTextSchema,
  /** Zones that point to this country and no other. Some engines report the older name, so both stand. */
  timeZones: v.pipe(v.array(PlaceZone), v.minLength(1)),
  languages: v.pipe(v.array(Text), v.minLength(1)),
  lines: v.pipe(v.array(Line), v.minLength(1)),
});

/** Lines that a host adds for the people near it: `local-lines.json`. They never hold an emergency number. */
export const LocalLines = v.strictObject({
  /** Who vouches for them, as people know it: "From Harbour House". */
  host: LocalTextSchema,
  /** ISO 3166-1 alpha-2: the country whose refused numbers count. */
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  updatedOn: CalendarDate,
  lines: v.pipe(v.array(Line), v.minLength(1)),
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type LineKind = (typeof LINE_KINDS)[number];
export type WeeklyInterval = DeepReadonly<v.InferOutput<typeof WeeklyInterval>>;
export type Hours = DeepReadonly<v.InferOutput<typeof Hours>>;
export type Channel = DeepReadonly<v.InferOutput<typeof Channel>>;
export type Line = DeepReadonly<v.InferOutput<typeof Line>>;
export type CountryPack = DeepReadonly<v.InferOutput<typeof CountryPack>>;
export type LocalLines = DeepReadonly<v.InferOutput<typeof LocalLines>>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
