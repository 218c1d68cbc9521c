import type { FieldsOf } from '../record-type.ts';
import { checkFields } from '../record-type.ts';
import type { RECORD_TYPES, StoredRecord } from '../record-types.ts';
import { recordType } from '../record-types.ts';
import type { Kept, KeptPart, PlanPart, PlanRecordType } from './version.ts';
import { PLAN_PARTS, PLAN_PART_NAMES } from './version.ts';

/** The records of a plan, by kind. */
export type PlanRecords = Readonly<Partial<Record<PlanRecordType, readonly { readonly id: string }[]>>>;
export type PlanContent = ReadonlyMap<PlanPart, readonly Kept[]>;

/** A plan as it was: when it was kept, why, its parts, and the records that hold them. */
export interface PlanVersion {
  readonly at: number;
  readonly why: string;
  readonly content: PlanContent;
  readonly ids: readonly string[];
}

/** A plan as it stands now. Parts with nothing in them are left out. */
export function contentOf(records: PlanRecords): PlanContent {
  const parts = PLAN_PART_NAMES.map((part) => {
    const kept = PLAN_PARTS[part].flatMap((type) =>
      (records[type] ?? []).map(({ id, ...fields }): Kept => ({ type, id, fields })),
    );
    return [part, kept] as const;
  });
  return new Map(parts.filter(([, kept]) => kept.length > 0));
}

/** The records of a kept plan, as this app reads them; kinds and fields that it does not know are left out. */
export function planRecords(content: PlanContent): {
  readonly [N in PlanRecordType]?: readonly StoredRecord<N>[];
} {
  const records: Partial<Record<PlanRecordType, object[]>> = {};
  for (const [part, kept] of content)
    for (const { type, id, fields } of kept) {
      const known = (PLAN_PARTS[part] as readonly PlanRecordType[]).find((one) => one === type);
      if (!known) continue;
      const checked = checkFields(recordType(known), fields);
      if (checked.ok) (records[known] ??= []).push({ ...(checked.value as object), id });
    }
  return records as ReturnType<typeof planRecords>;
}

/** The records that keep a plan as it stands. */
export const keepPlan = (content: PlanContent, at: number, why: string): Omit<KeptPart, 'id'>[] =>
  [...content].map(([part, kept]) => ({ at, why, part, kept: [...kept] }));

/** The kept versions, the latest first. */
export function versionsOf(parts: readonly KeptPart[]): PlanVersion[] {
  const byMoment = new Map<number, KeptPart[]>();
  for (const one of parts) byMoment.set(one.at, [...(byMoment.get(one.at) ?? []), one]);
  return [...byMoment.values()]
    .map((same) => ({
      at: same[0]!.at,
      why: same[0]!.why,
      content: new Map(same.map(({ part, kept }) => [part, kept])),
      ids: same.map(({ id }) => id),
    }))
    .toSorted((a, b) => b.at - a.at);
}

/** One line that differs between two plans. */
export interface PlanChange {
  readonly part: PlanPart;
  readonly what: 'new' | 'changed' | 'gone';
  /** The line as it is afterwards; where it is gone, as it was. */
  readonly words: string;
  /** What it said before, where that is another. */
  readonly before: string | undefined;
}

/** A kept record in one line. */
export function lineOf({ fields }: Kept): string {
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  return text('words') || [text('cue'), text('action')].filter(Boolean).join(' → ');
}

/** What the person wrote of a record, in a form that can be compared: not when, nor its place in a list. */
const said = ({ fields }: Kept): string =>
  JSON.stringify(
    Object.entries(fields)
      .filter(([name]) => name !== 'at' && name !== 'rank')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** What differs from one plan to a later one, part by part. Kinds and days that changed count; order does not. */
export function changesBetween(before: PlanContent, after: PlanContent): PlanChange[] {
  return PLAN_PART_NAMES.flatMap((part) => {
    const was = new Map((before.get(part) ?? []).map((one) => [one.id, one]));
    const is = new Map((after.get(part) ?? []).map((one) => [one.id, one]));
    const now = [...is.values()].flatMap((one): PlanChange[] => {
      const old = was.get(one.id);
      const words = lineOf(one);
      if (!old) return [{ part, what: 'new', words, before: undefined }];
      if (said(old) === said(one)) return [];
      const past = lineOf(old);
      return [{ part, what: 'changed', words, before: past === words ? undefined : past }];
    });
    const gone = [...was.values()]
      .filter(({ id }) => !is.has(id))
      .map((one): PlanChange => ({ part, what: 'gone', words: lineOf(one), before: undefined }));
    return [...now, ...gone];
  });
}

type PlanPut = {
  readonly [N in PlanRecordType]: {
    readonly type: N;
    readonly id: string;
    readonly fields: FieldsOf<(typeof RECORD_TYPES)[N]>;
  };
}[PlanRecordType];
export type PlanRestore =
  PlanPut | { readonly type: PlanRecordType; readonly id: string; readonly remove: true };

/**
 * The changes that make a part of the plan what it was. A record that was removed comes back under a new id, since a
 * removed one stays removed; steps follow their goal. A goal that has been done since stays done.
 * @param freshId a new id each time
 */
export function restorePart(
  part: PlanPart,
  kept: readonly Kept[],
  now: readonly Kept[],
  freshId: () => string,
): PlanRestore[] {
  const present = new Map(now.map((one) => [one.id, one]));
  const ids = new Map(kept.map(({ id }) => [id, present.has(id) ? id : freshId()]));
  const types: readonly string[] = PLAN_PARTS[part];
  const back = kept.flatMap(({ type, id, fields }): PlanRestore[] => {
    const known = types.includes(type) ? (type as PlanRecordType) : undefined;
    const done = present.get(id)?.fields;
    const moved = {
      ...fields,
      ...(typeof fields['goal'] === 'string' && { goal: ids.get(fields['goal']) ?? fields['goal'] }),
      ...(done?.['state'] === 'done' && { state: 'done', done: done['done'] }),
    };
    const checked = known && checkFields(recordType(known), moved);
    return checked?.ok ? [{ type: known, id: ids.get(id)!, fields: checked.value } as PlanPut] : [];
  });
  const stay = new Set(ids.values());
  const away = now
    .filter(({ id }) => !stay.has(id))
    .map(({ type, id }): PlanRestore => ({ type: type as PlanRecordType, id, remove: true }));
  return [...back, ...away];
}
