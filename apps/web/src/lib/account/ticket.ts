/**
 * The secret part of an invite link. It stands after the `#`, so the browser never sends it; it is taken out of the
 * address before anything else runs, so that history, a screenshot or a shared tab does not keep it.
 */
let taken = '';

/** Addresses that a code leads to. */
const LED_TO = new Set(['/i', '/phones']);

/** Takes the ticket out of the address bar. Called once, before the router starts. */
export function takeTicket(
  at: Pick<Location, 'pathname' | 'hash' | 'search'> = location,
  replace: (url: string) => void = (url) => history.replaceState(history.state, '', url),
): void {
  if (!LED_TO.has(at.pathname) || at.hash.length < 2) return;
  taken = at.hash.slice(1);
  replace(at.pathname + at.search);
}

/** The ticket this page was opened with; empty when there was none. */
export const heldTicket = (): string => taken;
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
