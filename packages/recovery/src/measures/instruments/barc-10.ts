import type { Instrument } from '../instrument.ts';

/** The Brief Assessment of Recovery Capital. */
export const instrument: Instrument = {
  id: 'barc-10',
  version: 'BARC-10, 2017',
  owner:
    'Vilsaint CL, Kelly JF, Bergman BG, Groshkova T, Best D, White W; items from the Assessment of Recovery Capital',
  permission: 'PhenX Toolkit, protocol 590502: freely available; permission not required for use.',
  citation:
    'Vilsaint CL, Kelly JF, Bergman BG, Groshkova T, Best D, White W. Development and validation of a Brief Assessment of Recovery Capital (BARC-10) for alcohol and drug use disorder. Drug Alcohol Depend 2017;177:71–76.',
  checkedAgainst: {
    en: [
      'https://ophelia.com/glossary/barc-10 (all ten items; its 0 to 6 scale is an error)',
      'A public peer-support application, lib/barc10.ts (all ten items; its subscales are not validated)',
      'PhenX Toolkit, protocol 590502 (scale from 1, strongly disagree, to 6, strongly agree; total 10 to 60)',
    ],
  },
  window: 'now',
  everyDays: 28,
  items: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map((id) => ({ id, scale: 'agree' })),
  scales: { agree: { values: [1, 2, 3, 4, 5, 6] } },
  texts: {
    en: {
      title: 'BARC-10',
      stem: '',
      items: {
        1: 'There are more important things to me in life than using substances.',
        2: 'In general I am happy with my life.',
        3: 'I have enough energy to complete the tasks I set myself.',
        4: 'I am proud of the community I live in and feel part of it.',
        5: 'I get lots of support from friends.',
        6: 'I regard my life as challenging and fulfilling without the need for using drugs or alcohol.',
        7: 'My living space has helped to drive my recovery journey.',
        8: 'I take full responsibility for my actions.',
        9: 'I am happy dealing with a range of professional people.',
        10: 'I am making good progress on my recovery journey.',
      },
      scales: { agree: ['1 · Strongly disagree', '2', '3', '4', '5', '6 · Strongly agree'] },
    },
  },
};
