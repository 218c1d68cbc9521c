import { NOW_PAGE_IDS } from '@holdfast/safety';

/** The pages for the hard hour, in English. */
const HOURS = NOW_PAGE_IDS.map((id) => `/now/${id}`);
const IN_ENGLISH = ['/', '/now', '/now/overdose', '/now/lines', ...HOURS, '/about'];

/** Every page that needs no account. */
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
  '/card',
  '/more',
  '/shared',
  '/i',
  '/start',
  '/recover',
];
