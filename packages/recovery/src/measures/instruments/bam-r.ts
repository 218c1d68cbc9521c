import type { Instrument } from '../instrument.ts';
import {
  BAM_CITATION,
  BAM_ITEMS,
  BAM_LABELS,
  BAM_OWNER,
  BAM_PERMISSION,
  bamItems,
  bamScale,
} from './bam-text.ts';

const five = { values: [0, 1, 2, 3, 4] };

/**
 * The continuous form of the Brief Addiction Monitor, with days as numbers. Not offered: how its labels become days
 * was described in one place only, and two copies of its wording differ from the form above in items 9 and 16.
 */
export const instrument: Instrument = {
  id: 'bam-r',
  version: 'BAM-R, 30 days, number of days',
  owner: BAM_OWNER,
  permission: BAM_PERMISSION,
  citation: BAM_CITATION,
  checkedAgainst: {
    en: ['A clinic system’s public test script (items and ranges 90 and 180; items 9 and 16 in other words)'],
  },
  offByDefault: true,
  window: 'thirty-days',
  everyDays: 30,
  items: bamItems(bamScale),
  scales: { health: five, amount: five, days: { min: 0, max: 30 }, yesNo: { values: [0, 4] } },
  texts: {
    en: {
      title: 'BAM-R',
      stem: '',
      items: BAM_ITEMS,
      scales: { ...BAM_LABELS, days: ['0', '30'] },
    },
  },
};
