import type { Instrument } from '../instrument.ts';
import { PHQ_CHECKED, PHQ_OWNER, PHQ_PERMISSION, PHQ_TEXTS, frequency, picked } from './phq-family.ts';

const ITEMS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

/** The PHQ-9 without its ninth item. */
export const instrument: Instrument = {
  id: 'phq-8',
  version: 'PHQ-8, items of the phqscreeners.com edition',
  owner: PHQ_OWNER,
  permission: PHQ_PERMISSION,
  citation:
    'Kroenke K, Strine TW, Spitzer RL, Williams JBW, Berry JT, Mokdad AH. The PHQ-8 as a measure of current depression in the general population. J Affect Disord 2009;114:163–173.',
  checkedAgainst: PHQ_CHECKED,
  window: 'two-weeks',
  everyDays: 14,
  items: ITEMS.map((id) => ({ id, scale: 'frequency' })),
  scales: { frequency },
  texts: picked('PHQ-8', ITEMS, PHQ_TEXTS),
};
