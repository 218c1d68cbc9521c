import type { Instrument } from '../instrument.ts';
import { GAD_CHECKED, GAD_TEXTS } from './gad-family.ts';
import { PHQ_OWNER, PHQ_PERMISSION, frequency, picked } from './phq-family.ts';

/** The first two items of the GAD-7. */
export const instrument: Instrument = {
  id: 'gad-2',
  version: 'GAD-2, items of the phqscreeners.com edition',
  owner: PHQ_OWNER,
  permission: PHQ_PERMISSION,
  citation:
    'Kroenke K, Spitzer RL, Williams JBW, Monahan PO, Löwe B. Anxiety disorders in primary care: prevalence, impairment, comorbidity, and detection. Ann Intern Med 2007;146:317–325.',
  checkedAgainst: GAD_CHECKED,
  window: 'two-weeks',
  everyDays: 14,
  items: ['1', '2'].map((id) => ({ id, scale: 'frequency' })),
  scales: { frequency },
  texts: picked('GAD-2', ['1', '2'], GAD_TEXTS),
};
