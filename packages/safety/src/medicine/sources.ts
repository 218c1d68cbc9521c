import type { CalendarDate } from '../calendar-date.ts';

/** Where a statement of these texts comes from. */
export type MedicineSource = {
  readonly title: string;
  readonly publisher: string;
  readonly edition: string;
  readonly url?: string;
  /** When a published copy was read for these texts. Absent: known by name only, and waiting to be compared. */
  readonly readOn?: CalendarDate;
};

const NOTES = '2026-11-21';
const WRITING = '2026-11-25';

export const MEDICINE_SOURCES = {
  'missed-methadone': {
    title: 'Methadone maintenance: missed doses (section 3.5)',
    publisher: 'Australian Government Department of Health',
    edition: 'undated',
    url: 'https://www1.health.gov.au/internet/publications/publishing.nsf/Content/drugtreat-pubs-meth-toc~drugtreat-pubs-meth-s3~drugtreat-pubs-meth-s3-3.5',
    readOn: WRITING,
  },
  'missed-buprenorphine': {
    title: 'Buprenorphine/naloxone maintenance: changes to policy guide PPP-66, missed doses',
    publisher: 'College of Pharmacists of British Columbia',
    edition: '2024',
    url: 'https://bcpharmacists.org/node/2997',
    readOn: WRITING,
  },
  'orange-book': {
    title: 'Drug misuse and dependence: UK guidelines on clinical management',
    publisher: 'Department of Health and Social Care (UK)',
    edition: '2017',
  },
  'brixadi-label': {
    title: 'Brixadi: prescribing information, sections 2.1 and 5',
    publisher: 'Maker’s label, United States',
    edition: '12/2023',
    url: 'https://dailymed.nlm.nih.gov/dailymed/fda/fdaDrugXsl.cfm?setid=5d8a8fd0-8619-422a-a664-d1d2e8970f48',
    readOn: WRITING,
  },
  'sublocade-label': {
    title: 'Sublocade: at least 26 days between injections',
    publisher: 'Maker’s pages, United States',
    edition: 'undated',
    url: 'https://sublocade.com/starting-treatment',
    readOn: WRITING,
  },
  'vivitrol-label': {
    title: 'Vivitrol: prescribing information, sections 2 and 5.1',
    publisher: 'Maker’s label, United States',
    edition: '12/2025',
    url: 'https://prescriberpoint.com/therapies/vivitrol-cd11c43',
    readOn: WRITING,
  },
  'detox-deaths': {
    title: 'Loss of tolerance and overdose mortality after inpatient opiate detoxification, BMJ 326',
    publisher: 'Strang and others',
    edition: '2003',
    url: 'https://www.bmj.com/content/326/7396/959',
    readOn: NOTES,
  },
  'agonist-mortality': {
    title: 'Opioid agonist treatment and mortality: a review of 36 cohorts',
    publisher: 'Santo and others, JAMA Psychiatry',
    edition: '2021',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8173472/',
    readOn: NOTES,
  },
  'after-prison': {
    title: 'Opioid substitution therapy and mortality after release from prison, New South Wales',
    publisher: 'Degenhardt and others, Addiction',
    edition: '2014',
    readOn: NOTES,
  },
  'withdrawal-deaths': {
    title: 'Yes, people can die from opiate withdrawal',
    publisher: 'Darke, Larney and Farrell, Addiction',
    edition: '2016',
    readOn: NOTES,
  },
  'benzo-warning': {
    title: 'Opioids with benzodiazepines or other sedatives: boxed warning and treatment advice',
    publisher: 'FDA',
    edition: '2016, 2017',
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
  'expired-naloxone': {
    title: 'Naloxone still stable months after expiration date, research says',
    publisher: 'American Pharmacists Association',
    edition: 'undated',
    url: 'https://pharmacist.com/article/naloxone-still-stable-months-after-expiration-date-research-says',
    readOn: WRITING,
  },
  toolkit: {
    title: 'Overdose Prevention and Response Toolkit (PEP23-03-00-001)',
    publisher: 'SAMHSA',
    edition: '2025',
    url: 'https://library.samhsa.gov/product/overdose-prevention-response-toolkit/pep23-03-00-001',
    readOn: NOTES,
  },
  'tip-63': { title: 'TIP 63: Medications for opioid use disorder', publisher: 'SAMHSA', edition: '2021' },
} as const satisfies Readonly<Record<string, MedicineSource>>;

export type MedicineSourceId = keyof typeof MEDICINE_SOURCES;
