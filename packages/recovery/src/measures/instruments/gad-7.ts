import type { Instrument } from '../instrument.ts';
import { GAD_CHECKED, GAD_TEXTS } from './gad-family.ts';
import { PHQ_OWNER, PHQ_PERMISSION, frequency, picked } from './phq-family.ts';

const ITEMS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The GAD-7. */
export const instrument: Instrument = {
  id: 'gad-7',
  version: 'GAD-7, phqscreeners.com edition',
  owner: PHQ_OWNER,
  permission: PHQ_PERMISSION,
  citation:
    'Spitzer RL, Kroenke K, Williams JBW, Löwe B. A brief measure for assessing generalized anxiety disorder: the GAD-7. Arch Intern Med 2006;166:1092–1097.',
  checkedAgainst: GAD_CHECKED,
  window: 'two-weeks',
  everyDays: 14,
  items: ITEMS.map((id) => ({ id, scale: 'frequency' })),
  scales: { frequency },
  texts: picked('GAD-7', ITEMS, GAD_TEXTS),
};
