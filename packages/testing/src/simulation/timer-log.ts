import { toHex } from '@holdfast/base';
import type { DueGroupId, Request, Response, Verb } from '@holdfast/protocol';

const SECOND = 1000;
const HALF_HOUR = 1_800_000;
const DAY = 86_400_000;

type Event = { readonly at: number } & (
  | { readonly what: 'set'; readonly group: DueGroupId; readonly notes: ReadonlyMap<string, number> }
  | { readonly what: 'cancel'; readonly group: DueGroupId }
  | { readonly what: 'away'; readonly since: number }
  | { readonly what: 'back'; readonly to: number }
);

interface Note {
  readonly group: DueGroupId;
  readonly due: number;
}

const upToSecond = (ms: number): number => Math.ceil(ms / SECOND) * SECOND;

/**
 * What reached the server about timers, in order, and when it was away or went back. When a note may be read is worked
 * out from that alone.
 */
export class TimerLog {
  #events: Event[] = [];

  /** A call that the server carried out at this time. Answers what must not have happened. */
  note(verb: Verb, request: object, answer: object, at: number): string | undefined {
    if (verb === 'due.set') {
      const { groupId: group, posts } = request as Request<'due.set'>;
      const notes = posts.flatMap(({ items }) =>
        items.flatMap((item) => (item.kind === 'timer' ? [[toHex(item.sealed), item.at] as const] : [])),
      );
      if (notes.length > 0) this.#events.push({ at, what: 'set', group, notes: new Map(notes) });
    }
    if (verb === 'due.cancel')
      this.#events.push({ at, what: 'cancel', group: (request as Request<'due.cancel'>).groupId });
    if (verb !== 'mailbox.read') return undefined;
    const { items } = answer as Response<'mailbox.read'>;
    if (items.length === 0) return undefined;
    const notes = this.#fold(at);
    for (const { sealed } of items) {
      const note = notes.get(toHex(sealed));
      if (!note) return '[SIM-12] a note can be read that was stopped';
      if (note.due > at) return `[SIM-12] a note can be read ${(note.due - at) / SECOND} s before its time`;
    }
    return undefined;
  }

  /** The server was away until now. */
  away(since: number, at: number): void {
    this.#events.push({ at, what: 'away', since });
  }
  /** The server went back to what it held then. */
  restored(to: number, at: number): void {
    this.#events = [...this.#events.filter((event) => event.at < to), { at, what: 'back', to }];
  }

  /** Whether notes of a group went out by then: some of those it still has. */
  went(group: DueGroupId, now: number): boolean {
    return [...this.#fold(now).values()].some((note) => note.group === group && note.due <= now);
  }
  /** By when all that is armed goes out. */
  last(now: number): number {
    return Math.max(now, ...[...this.#fold(now).values()].map(({ due }) => due));
  }

  /** Notes that were not stopped, by their sealed bytes. */
  #fold(now: number): Map<string, Note> {
    let notes = new Map<string, Note>();
    const keep = (which: (note: Note) => boolean) =>
      (notes = new Map([...notes].filter(([, note]) => which(note))));
    const delay = (since: number, by: (due: number) => number) => {
      for (const [name, note] of notes) if (note.due > since) notes.set(name, { ...note, due: by(note.due) });
    };
    for (const event of this.#events) {
      if (event.at > now) break;
      if (event.what === 'cancel') keep(({ group, due }) => group !== event.group || due <= event.at);
      if (event.what === 'away')
        delay(event.since, (due) => upToSecond(Math.max(due + event.at - event.since, event.at + HALF_HOUR)));
      if (event.what === 'back') delay(event.to, (due) => Math.max(due, event.at + DAY));
      if (event.what !== 'set') continue;
      const before = new Map(notes);
      keep(({ group, due }) => group !== event.group || due <= event.at);
      for (const [name, at] of event.notes)
        notes.set(name, { group: event.group, due: before.get(name)?.due ?? at });
    }
    return notes;
  }
}
