import type { SignFacts } from './facts.ts';

/** For tests: a page on which nothing was written yet. */
export const NO_FACTS: SignFacts = {
  checkIns: [],
  notes: [],
  urges: [],
  slips: [],
  results: [],
  nines: [],
  hardTimes: [],
  transitions: [],
  medicines: [],
  doses: [],
  symptoms: [],
};
