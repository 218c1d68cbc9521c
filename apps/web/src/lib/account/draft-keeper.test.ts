import type { Draft, DraftName, Failure } from '@holdfast/client';
import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import { beforeEach, describe, expect, test } from 'vitest';
import { DraftKeeper, QUIET } from './draft-keeper.ts';

const NAME = 'journal-entry new';
const SINCE = 1_790_000_000_000;
const first = () => ({ words: '', picked: [] as string[] });

/** The phone, as the account keeps it. */
class Shelf {
  readonly kept = new Map<string, Draft>();
  calls: string[] = [];
  failure: 'full' | 'not-open' | undefined;

  async draft(name: DraftName): Promise<Result<Draft | undefined, Failure>> {
    this.calls.push(`draft ${name}`);
    return this.failure ? err({ code: this.failure }) : ok(this.kept.get(name));
  }
  async keepDraft(name: DraftName, text: string): Promise<Result<void, Failure>> {
    this.calls.push(`keep ${name}`);
    if (this.failure) return err({ code: this.failure });
    this.kept.set(name, { text, since: this.kept.get(name)?.since ?? SINCE });
    return ok(undefined);
  }
  async forgetDraft(name: DraftName): Promise<Result<void, Failure>> {
    this.calls.push(`forget ${name}`);
    this.kept.delete(name);
    return ok(undefined);
  }
}

let shelf: Shelf;
let open: Shelf | undefined;
let watched: Set<() => void>;
let timers: Map<() => void, number>;
let keeper: DraftKeeper;
const page = () => {
  watched = new Set();
  timers = new Map();
  keeper = new DraftKeeper({
    store: () => {
      if (!open) throw new Error('not open in this tab');
      return open;
    },
    later: (ms, task) => {
      timers.set(task, ms);
      return () => void timers.delete(task);
    },
    watch: (_, changed) => {
      watched.add(changed);
      return () => void watched.delete(changed);
    },
    live: (value) => value,
  });
};
beforeEach(() => {
  open = shelf = new Shelf();
  page();
});
/** What is under way is done. */
const settle = () => new Promise((resolve) => setImmediate(resolve));
/** Nothing is typed for a while. */
const quiet = async () => {
  for (const changed of watched) changed();
  expect([...timers.values()].every((ms) => ms === QUIET)).toBe(true);
  const due = [...timers.keys()];
  timers.clear();
  for (const task of due) task();
  await settle();
};
const begun = async (name: DraftName = NAME) => {
  const form = keeper.of(name, first);
  await settle();
  return form;
};
const type = async (words: string) => {
  const form = await begun();
  form.words = words;
  await quiet();
  return form;
};
const reload = () => page();
const words = () => JSON.parse(shelf.kept.get(NAME)?.text ?? 'null')?.words as string | undefined;

describe('a form that is being filled in', () => {
  test('is kept once it was typed into and it is quiet, and found again after a reload', async () => {
    const form = await begun();
    await quiet();
    expect(shelf.calls).toEqual([`draft ${NAME}`]);
    form.words = 'H';
    for (const changed of watched) changed();
    form.words = 'Half';
    await quiet();
    await quiet();
    expect(shelf.calls.filter((call) => call.startsWith('keep'))).toHaveLength(1);
    reload();
    const again = await begun();
    expect(again.words).toBe('Half');
    expect(keeper.get(NAME)?.seen).toEqual({ since: SINCE, away: undefined, lacks: false });
    await quiet();
    expect(shelf.calls.filter((call) => call.startsWith('keep'))).toHaveLength(1);
  });

  test('is the same one on every screen of the page, and another under another name', async () => {
    const form = await type('Half');
    expect(keeper.of(NAME, first)).toBe(form);
    expect((await begun('letter new')).words).toBe('');
    expect(keeper.get(NAME)?.seen.since).toBeUndefined();
  });

  test('is never filled in over what was typed meanwhile: what was found can be brought back', async () => {
    await type('Before');
    reload();
    const form = keeper.of(NAME, first);
    form.words = 'Meanwhile';
    await settle();
    expect(form.words).toBe('Meanwhile');
    await quiet();
    expect(words()).toBe('Meanwhile');
    keeper.swap(NAME);
    expect(form.words).toBe('Before');
    keeper.swap(NAME);
    expect(form.words).toBe('Meanwhile');
  });

  test('can be cleared and brought back, and is gone from the phone while it is cleared', async () => {
    await type('Half');
    reload();
    const form = await begun();
    keeper.swap(NAME);
    await quiet();
    expect([form.words, words()]).toEqual(['', undefined]);
    keeper.swap(NAME);
    await quiet();
    expect([form.words, words()]).toEqual(['Half', 'Half']);
    expect(keeper.get(NAME)?.seen.away).toBeUndefined();
    keeper.swap('goal none');
  });

  test('is gone from the page and the phone when it was saved or left', async () => {
    const form = await type('Half');
    await keeper.drop(NAME);
    form.words = 'typed on while the page changes';
    await quiet();
    expect([keeper.get(NAME), words()]).toEqual([undefined, undefined]);
    expect((await begun()).words).toBe('');
    reload();
    expect((await begun()).words).toBe('');
  });

  test('is gone also when it is saved before the phone said what it keeps', async () => {
    await type('Half');
    reload();
    const form = keeper.of(NAME, first);
    void keeper.drop(NAME);
    await settle();
    expect([form.words, keeper.get(NAME), words()]).toEqual(['', undefined, undefined]);
    keeper.of(NAME, first);
    keeper.clear();
    await settle();
    expect(keeper.get(NAME)).toBeUndefined();
  });

  test('that stands again as it began is not kept, nor said to have been begun', async () => {
    const form = await type('Half');
    form.words = '';
    await quiet();
    expect(shelf.kept.size).toBe(0);
    // It was saved, and the app ended before the draft was forgotten.
    await type('Saved');
    reload();
    const saved = keeper.of(NAME, () => ({ words: 'Saved', picked: [] as string[] }));
    await settle();
    await quiet();
    expect([saved.words, shelf.kept.size]).toEqual(['Saved', 0]);
    expect(keeper.get(NAME)?.seen.since).toBeUndefined();
  });

  test('begins anew when what it is made from has changed, unless it was typed into', async () => {
    await begun();
    const other = () => ({ words: 'Saved', picked: [] as string[] });
    const form = keeper.of(NAME, other);
    await settle();
    expect(form.words).toBe('Saved');
    form.words = 'Changed';
    expect(keeper.of(NAME, first)).toBe(form);
    await quiet();
    expect(watched.size).toBe(1);
    expect(words()).toBe('Changed');
  });

  test('stays in the page while the phone is full or locked, and is kept when that is over', async () => {
    shelf.failure = 'not-open';
    const form = await begun();
    form.words = 'Half';
    await keeper.flush();
    expect(shelf.calls).toEqual([`draft ${NAME}`]);
    shelf.failure = undefined;
    await begun();
    shelf.failure = 'full';
    await quiet();
    expect([form.words, words()]).toEqual(['Half', undefined]);
    open = undefined;
    form.words = 'Half a line';
    await keeper.flush();
    open = shelf;
    shelf.failure = undefined;
    await keeper.flush();
    expect(words()).toBe('Half a line');
  });

  test('waits in the page where no account is open yet', async () => {
    open = undefined;
    const form = await begun();
    form.words = 'Half';
    await keeper.flush();
    open = shelf;
    expect(await begun()).toBe(form);
    await quiet();
    expect(words()).toBe('Half');
  });

  test('takes up what another tab made of it, when this tab has the account again', async () => {
    const form = await type('Here');
    const there = (open = new Shelf());
    there.kept.set(NAME, { text: JSON.stringify({ ...first(), words: 'There' }), since: SINCE });
    await begun();
    expect(form.words).toBe('There');
    // Saved there.
    open = new Shelf();
    await begun();
    expect(form.words).toBe('');
    expect(keeper.get(NAME)?.seen.since).toBeUndefined();
  });

  test('gives way to a later answer of the phone', async () => {
    await type('Half');
    reload();
    const form = keeper.of(NAME, first);
    open = new Shelf();
    expect(await begun()).toBe(form);
    expect(form.words).toBe('');
  });
});
