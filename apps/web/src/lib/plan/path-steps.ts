import type { PathStep, PathStretch } from '@holdfast/recovery';
import { CARD_STEP } from '@holdfast/recovery';
import type { PathWords } from '#locales/en/path.ts';

/** Our steps of the first 90 days, in order: when they fit, and the page that helps with them. Never renamed. */
export const PATH_STEPS = [
  { id: CARD_STEP, stretch: 'days', href: '/medicine/card' },
  { id: 'naloxone', stretch: 'days', href: '/medicine/edit#kind=naloxone' },
  { id: 'dose', stretch: 'days', href: '/medicine' },
  { id: 'ring', stretch: 'days', href: '/people/add' },
  { id: 'lines', stretch: 'days', href: '/now/lines' },
  { id: 'visit', stretch: 'week', href: '/medicine/visits/edit' },
  { id: 'numbers', stretch: 'week', href: undefined },
  { id: 'home', stretch: 'week', href: '/plan/safety#add=safer' },
  { id: 'sleep', stretch: 'week', href: '/plan/routine#add' },
  { id: 'meeting', stretch: 'week', href: undefined },
  { id: 'reason', stretch: 'week', href: '/plan/reasons#add=reason' },
  { id: 'if-then', stretch: 'month', href: '/plan/if-then#add' },
  { id: 'evenings', stretch: 'month', href: '/plan/routine' },
  { id: 'triggers', stretch: 'month', href: '/plan/triggers#add' },
  { id: 'body', stretch: 'month', href: '/medicine/visits/edit' },
  { id: 'goal', stretch: 'month-2', href: '/plan/goals/edit' },
  { id: 'signs', stretch: 'month-2', href: '/plan/signs#add' },
  { id: 'people', stretch: 'month-2', href: undefined },
  { id: 'papers', stretch: 'month-2', href: undefined },
  { id: 'look', stretch: 'month-3', href: '/plan/versions' },
  { id: 'joy', stretch: 'month-3', href: '/tools/free' },
  { id: 'after', stretch: 'month-3', href: '/medicine/questions' },
  { id: 'learn', stretch: 'month-3', href: undefined },
] as const satisfies readonly { id: string; stretch: PathStretch; href: string | undefined }[];

export type PathStepId = (typeof PATH_STEPS)[number]['id'];
/** One of our steps by its id; undefined for one of the person's own. */
export const ourStep = (id: string) => PATH_STEPS.find((one) => one.id === id);
/** What a step says: the person's own words, or ours. */
export const stepName = ({ id, mark }: PathStep, { steps }: PathWords): string =>
  mark?.words ? mark.words : steps[id as PathStepId];
