import type { Instrument } from '../instrument.ts';
import { PHQ_CHECKED, PHQ_OWNER, PHQ_PERMISSION, PHQ_TEXTS, frequency, picked } from './phq-family.ts';

/** The first two items of the PHQ-9. */
export const instrument: Instrument = {
  id: 'phq-2',
  version: 'PHQ-2, items of the phqscreeners.com edition',
  owner: PHQ_OWNER,
  permission: PHQ_PERMISSION,
  citation:
    'Kroenke K, Spitzer RL, Williams JBW. The Patient Health Questionnaire-2: validity of a two-item depression screener. Med Care 2003;41:1284–1292.',
  checkedAgainst: PHQ_CHECKED,
  window: 'two-weeks',
  everyDays: 14,
  items: ['1', '2'].map((id) => ({ id, scale: 'frequency' })),
  scales: { frequency },
  texts: picked('PHQ-2', ['1', '2'], PHQ_TEXTS),
};
