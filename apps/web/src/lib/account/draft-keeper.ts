import type { Draft, DraftName, HoldfastApi } from '@holdfast/client';
import { fill, lacksMedia, textOf } from './draft-form.ts';
import { Broken } from './rpc.ts';

/** How long nothing is typed before what was typed is kept, ms. */
export const QUIET = 400;

type Store = Pick<HoldfastApi, 'draft' | 'keepDraft' | 'forgetDraft'>;

/** What a screen says of a draft. */
export interface Seen {
  /** When it was begun, ms since 1970, if it was found on the phone and not begun in this page. */
  since: number | undefined;
  /** What was put away, or found while something else was typed, and can be brought back. */
  away: string | undefined;
  /** A photo or voice note was with it that could not be kept. */
  lacks: boolean;
}
export const nothingSeen = (): Seen => ({ since: undefined, away: undefined, lacks: false });

/** A form that is being filled in. */
export interface Held<T extends object = object> {
  readonly name: DraftName;
  readonly form: T;
  readonly seen: Seen;
  /** What it begins with, and that as text. */
  readonly first: T;
  readonly begun: string;
  /** The text that the phone keeps of it; undefined for none. */
  kept: string | undefined;
  /** Who said so; undefined while that is not known. */
  store?: Store | undefined;
  known: boolean;
  unwatch?: () => void;
}

export interface KeeperPorts {
  /** The account, as it is open now. Throws where it is not. */
  readonly store: () => Store;
  readonly later: (ms: number, task: () => void) => () => void;
  /** Calls `changed` whenever what `read` answers changes. Returns how to stop that. */
  readonly watch: (read: () => unknown, changed: () => void) => () => void;
  /** A form to type into, and what is said of it, as a screen can show them. */
  readonly live: <T extends object>(value: T) => T;
}

/**
 * Forms that are being filled in, by name. Each outlives its screen and a lock in this page, and a reload on the phone,
 * where the account keeps it sealed. Nothing of this may disturb typing: what cannot be kept is tried again later.
 */
export class DraftKeeper {
  readonly #ports: KeeperPorts;
  readonly #held = new Map<DraftName, Held>();
  #cancel = (): void => {};

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
  }

  get(name: DraftName): Held | undefined {
    return this.#held.get(name);
  }

  /**
   * The form of that name, or a new one. One that was only looked at begins anew when what it was made from has changed.
   */
  of<T extends object>(name: DraftName, first: () => T): T {
    const fresh = first();
    const begun = textOf(fresh);
    let held = this.#held.get(name) as Held<T> | undefined;
    if (!held || (held.begun !== begun && textOf(held.form) === held.begun)) {
      held?.unwatch?.();
      const { live } = this.#ports;
      const seen = live(nothingSeen());
      held = { name, form: live(first()), seen, first: fresh, begun, kept: undefined, known: false };
      this.#held.set(name, held);
    }
    void this.#ask(held);
    return held.form;
  }

  /** Saved, or left by the person: it is forgotten here and on the phone. */
  async drop(name: DraftName): Promise<void> {
    const held = this.#held.get(name);
    if (held) this.#let(held);
    await this.#try((store) => store.forgetDraft(name));
  }

  /** Everything in this page is forgotten: it belonged to an account that left. */
  clear(): void {
    for (const held of this.#held.values()) this.#let(held);
  }

  /** Empties a form, or undoes that: what stood in it changes places with what was put away. */
  swap(name: DraftName): void {
    const held = this.#held.get(name);
    if (!held) return;
    const { form, seen, first, begun } = held;
    const now = textOf(form);
    fill(form, first, seen.away ?? begun);
    seen.away = now === begun ? undefined : now;
  }

  /** Keeps what changed, now. */
  async flush(): Promise<void> {
    this.#cancel();
    for (const held of this.#held.values()) {
      const { name, form, begun } = held;
      const text = textOf(form) === begun ? undefined : textOf(form);
      if (!held.known || text === held.kept) continue;
      const kept = await this.#try((store) =>
        text === undefined ? store.forgetDraft(name) : store.keepDraft(name, text),
      );
      if (kept?.ok) held.kept = text;
    }
  }

  // ---- inside

  #let(held: Held): void {
    this.#held.delete(held.name);
    held.unwatch?.();
    Object.assign(held.seen, nothingSeen());
  }

  /** Asks the phone what it keeps, once each time the account is opened: another tab may have had it meanwhile. */
  async #ask(held: Held): Promise<void> {
    const store = this.#store();
    if (!store || held.store === store) return;
    held.store = store;
    held.known = false;
    const answer = await this.#try(() => store.draft(held.name));
    if (held.store !== store || this.#held.get(held.name) !== held) return;
    if (!answer?.ok) {
      held.store = undefined;
      return;
    }
    this.#found(held, answer.value);
    held.known = true;
    held.unwatch ??= this.#ports.watch(
      () => textOf(held.form),
      () => this.#soon(),
    );
    this.#soon();
  }

  #found(held: Held, draft: Draft | undefined): void {
    const { form, seen, first, begun } = held;
    const before = held.kept ?? begun;
    const text = draft?.text ?? begun;
    held.kept = draft?.text;
    if (text === before) return;
    // Never over what was typed meanwhile.
    const untouched = textOf(form) === before;
    if (untouched) fill(form, first, text);
    const differs = draft !== undefined && textOf(form) !== begun;
    seen.since = differs ? draft.since : undefined;
    seen.lacks = differs && lacksMedia(text);
    seen.away = differs && !untouched ? text : undefined;
  }

  #soon(): void {
    this.#cancel();
    this.#cancel = this.#ports.later(QUIET, () => void this.flush());
  }

  #store(): Store | undefined {
    try {
      return this.#ports.store();
    } catch {
      return undefined;
    }
  }

  async #try<T>(ask: (store: Store) => Promise<T>): Promise<T | undefined> {
    const store = this.#store();
    if (!store) return undefined;
    try {
      return await ask(store);
    } catch (error) {
      // The account was closed meanwhile. Anything else is a bug of ours.
      if (!(error instanceof Broken)) throw error;
      return undefined;
    }
  }
}
