import type { HoldfastApi } from '@holdfast/client';
import type { RecordTypeName } from '@holdfast/recovery';
import type { KeepWords } from '#locales/en/keep.ts';

type Home = Parameters<HoldfastApi['removeHome']>[0];
export type Heading = keyof KeepWords['delete']['homes'] & Home;

/** Under which heading each kind of record is deleted, by kinds that show whether there is anything. */
export const HEADINGS: Readonly<Record<Heading, readonly RecordTypeName[]>> = {
  'check-ins': ['check-in'],
  today: ['today'],
  journal: ['journal-entry'],
  plan: ['reason', 'if-then'],
  goals: ['goal'],
  'safety-plan': ['safety-line'],
  triggers: ['trigger', 'early-sign'],
  measures: ['measure-result'],
  medicine: ['medicine', 'dose', 'care-person', 'question'],
  milestones: ['milestone'],
  routine: ['appointment', 'routine-item'],
  private: [
    'urge',
    'slip',
    'tool-use',
    'worksheet',
    'activity',
    'letter',
    'symptom-log',
    'counter',
    'item-nine',
  ],
};
