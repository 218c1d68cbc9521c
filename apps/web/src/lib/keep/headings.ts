import type { HoldfastApi } from '@holdfast/client';
import type { RecordTypeName } from '@holdfast/recovery';
import type { KeepWords } from '#locales/en/keep.ts';

type Home = Parameters<HoldfastApi['removeHome']>[0];
export type Heading = keyof KeepWords['delete']['homes'] & Home;

/** Kinds of record that show whether there is anything under a heading. All that goes with it is deleted. */
export const HEADINGS: Readonly<Record<Heading, readonly RecordTypeName[]>> = {
  'check-ins': ['check-in'],
  today: ['today'],
  journal: ['journal-entry', 'day-note'],
  plan: ['reason', 'if-then', 'path-mark', 'plan-version'],
  goals: ['goal'],
  'safety-plan': ['safety-line'],
  triggers: ['trigger', 'early-sign', 'hard-time'],
  measures: ['measure-result', 'item-nine'],
  medicine: ['medicine', 'dose', 'care-person', 'question', 'transition', 'symptom-log', 'pregnancy'],
  milestones: ['milestone', 'milestone-words', 'kelp-mark'],
  routine: ['appointment', 'routine-item'],
  private: [
    'urge',
    'slip',
    'tool-use',
    'worksheet',
    'activity',
    'letter',
    'counter',
    'counted-day',
    'symptom-log',
    'item-nine',
    'hard-time',
    'transition',
    'pregnancy',
    'plan-version',
    'milestone-words',
  ],
};
