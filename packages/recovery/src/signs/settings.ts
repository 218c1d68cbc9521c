import * as v from 'valibot';
import type { FieldsOf, RecordType } from '../record-type.ts';

/** Times that are hard for many: the tolerance facts belong to the first of them. */
export const HARD_TIME_KINDS = ['release', 'treatment', 'loss', 'home', 'court', 'break-up', 'own'] as const;

/** A date the person marked as one to take care on. */
export const HARD_TIME = {
  type: 'hard-time',
  home: 'private',
  schema: v.object({
    kind: v.picklist(HARD_TIME_KINDS),
    title: v.pipe(v.string(), v.trim(), v.maxLength(120)),
    /** YYYY-MM-DD */
    day: v.pipe(v.string(), v.isoDate()),
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type HardTime = FieldsOf<typeof HARD_TIME> & { readonly id: string };

/**
 * Early signs, on or off, and what the person said of them. There is one, under SIGN_SETTINGS_ID. What the rules come
 * to is never stored anywhere, so there is no history of it to share, export or demand.
 */
export const SIGN_SETTINGS = {
  type: 'sign-settings',
  home: 'private',
  schema: v.object({
    on: v.boolean(),
    /** How often "this isn't right" was said of a rule: 1 asks more of it, 2 turns it off. */
    ease: v.record(v.pipe(v.string(), v.maxLength(24)), v.picklist([0, 1, 2])),
    /** The last local day on which Today showed them; empty for never. */
    shownOn: v.pipe(v.string(), v.maxLength(10)),
  }),
} as const satisfies RecordType<v.GenericSchema>;
export const SIGN_SETTINGS_ID = 'mine';
export type SignSettings = FieldsOf<typeof SIGN_SETTINGS>;

/** Whether Today may show early signs now: they are on, it is day, and no other day's card was shown today. */
export const mayNudge = (settings: SignSettings | undefined, today: string, hour: number): boolean =>
  settings !== undefined && settings.on && settings.shownOn !== today && hour >= 8 && hour < 22;
