import { NOW_PAGE_IDS } from '@holdfast/safety';

/** The pages for the hard hour, in English. */
const HOURS = NOW_PAGE_IDS.map((id) => `/now/${id}`);
/** The pages to read; of the articles, which are all alike, two. */
const READ = ['/learn', '/learn/tolerance', '/learn/craft-ideas', '/learn/words', '/families', '/start-here'];
/** Every page that needs no account, in English. */
export const IN_ENGLISH = ['/', '/now', '/now/overdose', '/now/lines', ...HOURS, '/about', ...READ];

/** The same in both languages. */
export const PUBLIC = [...IN_ENGLISH, ...IN_ENGLISH.map((path) => (path === '/' ? '/es' : `/es${path}`))];

/** Every page of one's own that can be opened by its address. */
export const OWN = [
  '/today',
  '/check-in',
  '/history',
  '/line',
  '/people',
  '/people/add',
  '/people/add#number',
  '/people/invite',
  '/people/ledger',
  '/tools',
  '/tools/ride',
  '/tools/breathe',
  '/tools/ground',
  '/tools/relax',
  '/tools/halt',
  '/tools/tape',
  '/tools/free',
  '/tools/thought',
  '/tools/thought#new',
  '/tools/chain#new',
  '/tools/activity',
  '/tools/activity#new',
  '/tools/letter',
  '/tools/letter#new',
  '/urge',
  '/slip',
  '/slip#learn',
  '/notes',
  '/journal',
  '/journal/write',
  '/journal/write#good',
  '/journal/write#ask',
  '/journal/read',
  '/card',
  '/more',
  '/shared',
  '/i',
  '/start',
  '/recover',
  '/phones',
  '/join',
  '/alarm',
  '/progress',
  '/progress/measures',
  '/progress/measures/take#of=phq-9',
  '/progress/care',
  '/progress/trends',
  '/progress/milestones',
  '/progress/milestones/edit',
  '/progress/back',
  '/progress/counts',
  '/progress/signs',
];
