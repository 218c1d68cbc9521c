/**
 * The secret part of an invite link. It stands after the `#`, so the browser never sends it; it is taken out of the
 * address before anything else runs, so that history, a screenshot or a shared tab does not keep it.
 */
let taken = '';

/** What a clinic's code begins with (docs/discharge-link.md). */
const CLINIC = 'd1.';
/** Addresses that a code leads to. On a page that also says after the # what it shows, only a code is taken. */
const LED_TO = new Map([
  ['/i', ''],
  ['/phones', ''],
  ['/plan/path', CLINIC],
]);

/** Takes the ticket out of the address bar. Called once, before the router starts. */
export function takeTicket(
  at: Pick<Location, 'pathname' | 'hash' | 'search'> = location,
  replace: (url: string) => void = (url) => history.replaceState(history.state, '', url),
): void {
  const mark = LED_TO.get(at.pathname);
  if (mark === undefined || at.hash.length < 2 || !at.hash.startsWith(mark, 1)) return;
  taken = at.hash.slice(1);
  replace(at.pathname + at.search);
}

/** The ticket this page was opened with; empty when there was none. */
export const heldTicket = (): string => taken;
/** Where a page that was just begun opens: on what a clinic handed over, if that brought the person here. */
export const firstPage = (): '/plan/path' | '/today' => (taken.startsWith(CLINIC) ? '/plan/path' : '/today');
/** Keeps a ticket that was pasted. */
export const holdTicket = (ticket: string): void => {
  taken = ticket;
};
export const dropTicket = (): void => {
  taken = '';
};

/**
 * The ticket in whatever a person pasted: a link with or without its scheme, words around it, or the part after the
 * `#` alone. Undefined when nothing in it can be one. Whether it is whole is for the account to say.
 */
export function ticketIn(pasted: string): string | undefined {
  const link = /\/i#([\w.-]+)/.exec(pasted);
  if (link) return link[1];
  const alone = pasted.trim();
  return /^\d{1,2}\.[\w.-]+$/.test(alone) ? alone : undefined;
}

/** The link of a new phone's code, which a camera that is not the app's can follow too. */
export const phoneLink = (origin: string, ticket: string): string => `${origin}/phones#${ticket}`;

/** The link of a ticket, for a message or a QR code. */
export const inviteLink = (origin: string, ticket: string): string => `${origin}/i#${ticket}`;
