import type { PlanWords } from '../en/plan.ts';

const words: PlanWords = {
  title: 'Plan',
};

export default words;
