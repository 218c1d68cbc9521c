import type { Result } from '@holdfast/base';
import { err, ok, toHex, Turns, utf8 } from '@holdfast/base';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import type { StorageFailure, Write } from '@holdfast/sync';
import { openLocal, sealLocal } from '@holdfast/vault';
import * as v from 'valibot';
import type { Account } from './account.ts';
import type { Draft, DraftName } from './api.ts';

/** A draft that nobody touched for so long goes, ms: as long as notes of a hard hour stay. */
export const DRAFT_STAYS = 30 * 86_400_000;
/**
 * What one draft holds at most, bytes of UTF-8: an entry of the journal of the greatest length fits in any alphabet, with
 * the small pictures of its photos.
 */
export const DRAFT_BYTES = 128 * 1024;
/** How many are kept. One more takes the place of the one that was not touched for longest. */
export const DRAFTS = 50;

const PREFIX = 'd/';
const entrySchema = v.object({ name: v.string(), text: v.string(), since: v.number(), at: v.number() });
type Entry = v.InferOutput<typeof entrySchema> & { readonly key: string };

/**
 * What was typed into forms and not saved. It stays on this phone, sealed under the local key: a browser may throw a page
 * away whenever something else is opened. The key of an entry says nothing, since the name of a form would. Calls take
 * effect in the order they were made in.
 */
export class Drafts {
  readonly #account: Account;
  #entries: Map<string, Entry> | undefined;
  readonly #turns = new Turns();

  constructor(account: Account) {
    this.#account = account;
  }

  /** The draft of a form, if there is one. */
  read(name: DraftName): Promise<Result<Draft | undefined, StorageFailure>> {
    return this.#inTurn(async (entries) => {
      const entry = entries.get(name);
      return ok(entry && !this.#isOver(entry) ? { text: entry.text, since: entry.since } : undefined);
    });
  }

  /** Keeps it in place of what was kept. Durable when it answers. */
  keep(name: DraftName, text: string): Promise<Result<void, StorageFailure | 'too-large'>> {
    if (utf8(text).length > DRAFT_BYTES) return Promise.resolve(err('too-large'));
    return this.#inTurn((entries) => {
      const at = this.#account.now();
      const had = entries.get(name);
      const entry = {
        name,
        text,
        since: had && !this.#isOver(had) ? had.since : at,
        at,
        key: had?.key ?? `${PREFIX}${toHex(this.#account.env.primitives.random(16))}`,
      };
      const others = [...entries.values()].filter((each) => each.name !== name);
      const oldest = others.toSorted((a, b) => a.at - b.at);
      return this.#commit(oldest.slice(0, Math.max(0, others.length + 1 - DRAFTS)), entry);
    });
  }

  /** What all of them say. */
  texts(): Promise<Result<readonly string[], StorageFailure>> {
    return this.#inTurn(async (entries) => ok([...entries.values()].map(({ text }) => text)));
  }

  /** Forgets it. Harmless when there is none. */
  forget(name: DraftName): Promise<Result<void, StorageFailure>> {
    return this.#forgetWhere((entry) => entry.name === name);
  }

  /** Forgets those of some types of record. */
  forgetTypes(isMeant: (type: string) => boolean): Promise<Result<void, StorageFailure>> {
    return this.#forgetWhere(({ name }) => isMeant(name.split(' ')[0]!));
  }

  /** Forgets those that nobody touched for too long. */
  sweep(): Promise<Result<void, StorageFailure>> {
    return this.#forgetWhere((entry) => this.#isOver(entry));
  }

  // ---- inside

  #isOver({ at }: Entry): boolean {
    return this.#account.earliestNow() - at >= DRAFT_STAYS;
  }

  #forgetWhere(isMeant: (entry: Entry) => boolean): Promise<Result<void, StorageFailure>> {
    return this.#inTurn((entries) => this.#commit([...entries.values()].filter(isMeant)));
  }

  async #commit(gone: readonly Entry[], entry?: Entry): Promise<Result<void, StorageFailure>> {
    if (gone.length === 0 && !entry) return ok(undefined);
    const { env, localKey } = this.#account;
    const writes: Write[] = gone.map(({ key }) => ({ key, value: undefined }));
    if (entry) {
      const { key, ...fields } = entry;
      writes.push({ key, value: sealLocal(env.primitives, localKey, key, encodeCbor(fields)) });
    }
    const stored = await env.storage.commit(writes);
    if (!stored.ok) return stored;
    for (const { name } of gone) this.#entries?.delete(name);
    if (entry) this.#entries?.set(entry.name, entry);
    return stored;
  }

  #inTurn<T, E>(
    work: (entries: Map<string, Entry>) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | StorageFailure>> {
    return this.#turns.take(async () => {
      const loaded = await this.#load();
      return loaded.ok ? work(loaded.value) : loaded;
    });
  }

  /** All of them. What cannot be opened was another account's, and is taken out. */
  async #load(): Promise<Result<Map<string, Entry>, StorageFailure>> {
    if (this.#entries) return ok(this.#entries);
    const { env, localKey } = this.#account;
    const found = await env.storage.scan(PREFIX);
    if (!found.ok) return found;
    const entries = new Map<string, Entry>();
    const foreign: Write[] = [];
    for (const [key, box] of found.value) {
      const bytes = openLocal(env.primitives, localKey, key, box);
      const value = bytes && decodeCbor(bytes);
      const parsed = value?.ok ? v.safeParse(entrySchema, value.value) : undefined;
      if (parsed?.success) entries.set(parsed.output.name, { ...parsed.output, key });
      else foreign.push({ key, value: undefined });
    }
    if (foreign.length > 0) await env.storage.commit(foreign);
    this.#entries = entries;
    return ok(entries);
  }
}
