import type { CalendarDate } from '../calendar-date.ts';

/** Where a statement of these pages comes from. */
export type NowSource = {
  readonly title: string;
  readonly publisher: string;
  readonly edition: string;
  readonly url?: string;
  /** When a published copy was read for these pages. Absent: known by name only, and waiting to be compared. */
  readonly readOn?: CalendarDate;
};

const NOTES = '2026-11-21';
const WRITING = '2026-11-25';

export const NOW_SOURCES = {
  toolkit: {
    title: 'Overdose Prevention and Response Toolkit (PEP23-03-00-001)',
    publisher: 'SAMHSA',
    edition: '2025',
    url: 'https://library.samhsa.gov/product/overdose-prevention-response-toolkit/pep23-03-00-001',
    readOn: NOTES,
  },
  'using-alone': {
    title: 'Overdose risks and prevention: using alone',
    publisher: 'National Harm Reduction Coalition',
    edition: 'undated',
    url: 'https://harmreduction.org/issues/overdose-prevention/overview/overdose-basics/opioid-od-risks-prevention/using-alone/',
    readOn: WRITING,
  },
  'detox-deaths': {
    title: 'Loss of tolerance and overdose mortality after inpatient opiate detoxification, BMJ 326',
    publisher: 'Strang and others',
    edition: '2003',
    url: 'https://www.bmj.com/content/326/7396/959',
    readOn: NOTES,
  },
  'after-prison': {
    title: 'Opioid substitution therapy and mortality after release from prison, New South Wales',
    publisher: 'Degenhardt and others, Addiction',
    edition: '2014',
    readOn: NOTES,
  },
  'agonist-mortality': {
    title: 'Opioid agonist treatment and mortality: a review of 36 cohorts',
    publisher: 'Santo and others, JAMA Psychiatry',
    edition: '2021',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8173472/',
    readOn: NOTES,
  },
  'withdrawal-deaths': {
    title: 'Yes, people can die from opiate withdrawal',
    publisher: 'Darke, Larney and Farrell, Addiction',
    edition: '2016',
    readOn: NOTES,
  },
  medetomidine: {
    title: 'Medetomidine: questions and answers',
    publisher: 'CDC',
    edition: '2025',
    readOn: NOTES,
  },
  pregnancy: {
    title: 'Substance use disorder treatment in pregnant adults (NBK572854)',
    publisher: 'New York State Department of Health AIDS Institute',
    edition: '2021',
    url: 'https://www.ncbi.nlm.nih.gov/books/NBK572854/',
    readOn: NOTES,
  },
  'missed-methadone': {
    title: 'Methadone maintenance: missed doses (section 3.5)',
    publisher: 'Australian Government Department of Health',
    edition: 'undated',
    url: 'https://www1.health.gov.au/internet/publications/publishing.nsf/Content/drugtreat-pubs-meth-toc~drugtreat-pubs-meth-s3~drugtreat-pubs-meth-s3-3.5',
    readOn: WRITING,
  },
  'naltrexone-label': {
    title: 'Naltrexone: prescribing information, vulnerability to opioid overdose',
    publisher: 'Maker’s label, United States',
    edition: 'undated',
    url: 'https://prescriberpoint.com/therapies/naltrexone-hydrochloride-0f30f88',
    readOn: WRITING,
  },
  'orange-book': {
    title: 'Drug misuse and dependence: UK guidelines on clinical management',
    publisher: 'Department of Health and Social Care (UK)',
    edition: '2017',
  },
  'tip-63': {
    title: 'TIP 63: Medications for opioid use disorder',
    publisher: 'SAMHSA',
    edition: '2021',
  },
  'benzo-warning': {
    title: 'Opioids with benzodiazepines or other sedatives: boxed warning and treatment advice',
    publisher: 'FDA',
    edition: '2016, 2017',
    readOn: NOTES,
  },
  'safety-plan': {
    title: 'Creating a safety plan',
    publisher: 'Samaritans',
    edition: 'undated',
    url: 'https://www.samaritans.org/how-we-can-help/if-youre-worried-about-someone-else/supporting-someone-suicidal-thoughts/creating-safety-plan/',
    readOn: WRITING,
  },
  'urge-surfing': {
    title: 'Mindfulness-based relapse prevention',
    publisher: 'Bowen, Chawla and Marlatt',
    edition: '2010',
  },
} as const satisfies Readonly<Record<string, NowSource>>;

export type NowSourceId = keyof typeof NOW_SOURCES;
