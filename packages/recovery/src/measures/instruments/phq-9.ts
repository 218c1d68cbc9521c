import type { Instrument } from '../instrument.ts';
import { PHQ_CHECKED, PHQ_OWNER, PHQ_PERMISSION, PHQ_TEXTS, frequency, picked } from './phq-family.ts';

/** The whole PHQ-9. Its ninth item opens the safety screen on any answer above 0 and is kept apart. */
export const instrument: Instrument = {
  id: 'phq-9',
  version: 'PHQ-9, phqscreeners.com edition',
  owner: PHQ_OWNER,
  permission: PHQ_PERMISSION,
  citation:
    'Kroenke K, Spitzer RL, Williams JBW. The PHQ-9: validity of a brief depression severity measure. J Gen Intern Med 2001;16:606–613.',
  checkedAgainst: PHQ_CHECKED,
  window: 'two-weeks',
  everyDays: 14,
  items: [
    ...['1', '2', '3', '4', '5', '6', '7', '8'].map((id) => ({ id, scale: 'frequency' })),
    { id: 'nine', scale: 'frequency', apart: true },
  ],
  scales: { frequency },
  texts: picked('PHQ-9', ['1', '2', '3', '4', '5', '6', '7', '8', 'nine'], PHQ_TEXTS),
};
