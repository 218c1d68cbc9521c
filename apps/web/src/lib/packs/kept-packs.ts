import { mergePacks, packs as bundled, readServed } from '@holdfast/safety';
import type { CalendarDate, MergedPacks } from '@holdfast/safety';

/** Where the host's file is kept as it came: it is checked anew each time, so that a new app may be stricter. */
export const PACKS_KEY = 'hf.packs';
/** The day the host was last asked. */
export const ASKED_KEY = 'hf.packs-day';

/** What the phone offers: its storage, its calendar, and a way to ask the host. */
export interface PackPorts {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => boolean;
  readonly today: CalendarDate;
  /** The text of `/packs.json`, or undefined without signal. */
  readonly ask: () => Promise<string | undefined>;
}

const NOTHING: MergedPacks = { packs: bundled, local: undefined, refused: [] };

const merged = (text: string | null | undefined, today: CalendarDate): MergedPacks | undefined => {
  const served = typeof text === 'string' ? readServed(text) : undefined;
  return served && mergePacks(bundled, served, today);
};

/** The bundled packs with what this phone kept of the host's. Whatever was kept, the bundled ones are there. */
export const keptPacks = ({ read, today }: PackPorts): MergedPacks =>
  merged(read(PACKS_KEY), today) ?? NOTHING;

/**
 * Asks the host for its packs, at most once a day, and keeps the answer. Undefined when nothing new came: already
 * asked today, no signal, or not a file of packs.
 */
export async function newPacks(ports: PackPorts): Promise<MergedPacks | undefined> {
  const { read, write, today, ask } = ports;
  if (read(ASKED_KEY) === today) return undefined;
  const text = await ask();
  const next = merged(text, today);
  if (text === undefined || !next) return undefined;
  write(ASKED_KEY, today);
  if (text === read(PACKS_KEY)) return undefined;
  write(PACKS_KEY, text);
  return next;
}
