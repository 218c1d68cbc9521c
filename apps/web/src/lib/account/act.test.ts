import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok } from '@holdfast/base';
import { describe, expect, it, vi } from 'vitest';

// Without a screen that follows it, a rune is the value it is given.
const plain = (value: unknown) => value;
vi.stubGlobal('$state', Object.assign(plain, { raw: plain }));
const { Act } = await import('./act.svelte.ts');

/** A tap comes between two tasks of the page, never within one. */
const moment = () => new Promise((resolve) => setTimeout(resolve));

const SRC = fileURLToPath(new URL('../../', import.meta.url));

describe('something the person asked for', () => {
  it('is done once, however often it is tapped while the next page is fetched', async () => {
    const act = new Act();
    const kept: string[] = [];
    let come = (): void => {};
    const page = new Promise<void>((resolve) => (come = resolve));
    const keep = async () => {
      await moment();
      return ok(kept.push('words'));
    };
    const save = async (): Promise<void> => {
      if (await act.run(keep)) await act.hold(page);
    };
    const first = save();
    // Once while it is kept, and once when that is done.
    void save();
    await vi.waitFor(() => expect(kept).toEqual(['words']));
    await moment();
    void save();
    await moment();
    await moment();
    expect(kept).toEqual(['words']);
    expect(act.running).toBe(true);
    come();
    await first;
    expect(act.running).toBe(false);
  });

  it('can be done again where it stays on its page, where it failed, and where the next page did not come', async () => {
    const act = new Act();
    const done = () => act.run(async () => ok('done'));
    expect(await done()).toEqual({ value: 'done' });
    expect(await act.run(async () => err({ code: 'offline' as const }))).toBeUndefined();
    expect(act.failure).toEqual({ code: 'offline' });
    expect(await done()).toEqual({ value: 'done' });
    expect(act.failure).toBeUndefined();
    await expect(act.hold(Promise.reject(new Error('no page')))).rejects.toThrow('no page');
    await act.hold();
    expect(await done()).toEqual({ value: 'done' });
  });

  it('leads to another page only while nothing else can be asked for', () => {
    const screens = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.svelte'))
      .map((name) => ({ name, text: readFileSync(join(SRC, name), 'utf8') }))
      .filter(({ text }) => text.includes('new Act()'));
    expect(screens.length).toBeGreaterThan(50);
    expect(screens.filter(({ text }) => text.includes('await goto(')).map(({ name }) => name)).toEqual([]);
  });
});
