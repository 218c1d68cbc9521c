import type { Instrument } from '../instrument.ts';
import {
  BAM_CHECKED,
  BAM_CITATION,
  BAM_ITEMS,
  BAM_LABELS,
  BAM_OWNER,
  BAM_PERMISSION,
  bamItems,
  bamScale,
} from './bam-text.ts';

const five = { values: [0, 1, 2, 3, 4] };

/** The Brief Addiction Monitor, answered by categories of days. */
export const instrument: Instrument = {
  id: 'bam',
  version: 'BAM, 30 days, categories',
  owner: BAM_OWNER,
  permission: BAM_PERMISSION,
  citation: BAM_CITATION,
  checkedAgainst: BAM_CHECKED,
  window: 'thirty-days',
  everyDays: 30,
  items: bamItems(bamScale),
  scales: { health: five, amount: five, days: five, yesNo: { values: [0, 4] } },
  texts: {
    en: {
      title: 'BAM',
      stem: '',
      items: BAM_ITEMS,
      scales: { ...BAM_LABELS, days: ['0', '1-3', '4-8', '9-15', '16-30'] },
    },
  },
};
