import * as v from 'valibot';
import { moment } from '../fields.ts';
import type { FieldsOf, RecordType } from '../record-type.ts';
import { maybe } from './line.ts';

/** The parts of a plan that are kept as they were, with the kinds of record each is made of. */
export const PLAN_PARTS = {
  reasons: ['reason'],
  'if-then': ['if-then'],
  goals: ['goal', 'goal-step'],
  routine: ['routine-item'],
  triggers: ['trigger'],
  signs: ['early-sign'],
  safety: ['safety-line'],
} as const;
export type PlanPart = keyof typeof PLAN_PARTS;
export const PLAN_PART_NAMES = Object.keys(PLAN_PARTS) as PlanPart[];
export type PlanRecordType = (typeof PLAN_PARTS)[PlanPart][number];

/**
 * One part of the plan as it was at a moment; the parts of one version share that moment. Each part of a plan can be
 * shared by itself, so a copy of all of them can be given to nobody.
 */
export const PLAN_VERSION = {
  type: 'plan-version',
  home: 'private',
  schema: v.object({
    at: moment,
    /** Why it was kept, if the person said. */
    why: maybe,
    part: v.picklist(PLAN_PART_NAMES),
    kept: v.array(v.object({ type: v.string(), id: v.string(), fields: v.record(v.string(), v.unknown()) })),
  }),
} as const satisfies RecordType<v.GenericSchema>;
export type KeptPart = FieldsOf<typeof PLAN_VERSION> & { readonly id: string };
export type Kept = KeptPart['kept'][number];
