import { err, ok } from '@holdfast/base';
import type { BlobRef } from '@holdfast/recovery';
import { PREVIEW_BYTES } from '@holdfast/recovery';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Broken } from '#lib/account/rpc.ts';
import type { NewMedia } from './drafts.ts';
import { draftOf, saveWithMedia, sealAdded } from './drafts.ts';
import { PHOTO, PREVIEW_TRIES, sizeWithin } from './picture-size.ts';
import { Hush, QUIET_MS, Stopwatch, clockOf, loudness } from './voice-rules.ts';

describe('the size of a picture', () => {
  it('fits, keeps its shape, and is never made larger', () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(PHOTO.edge, 192, 96), (width, height, edge) => {
        const fitted = sizeWithin(width, height, edge);
        expect(Math.max(fitted.width, fitted.height)).toBe(Math.min(edge, Math.max(width, height)));
        expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(1);
        const scale = Math.min(1, edge / Math.max(width, height));
        expect(Math.abs(fitted.width - width * scale)).toBeLessThanOrEqual(1);
        expect(Math.abs(fitted.height - height * scale)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('ends at one that a record may carry', () => {
    expect(PREVIEW_TRIES.at(-1)!.most).toBe(PREVIEW_BYTES);
    expect(PREVIEW_TRIES.map(({ edge }) => edge)).toEqual([192, 160, 96]);
  });
});

describe('the clock of a voice note', () => {
  it('counts what ran and no pause', () => {
    const watch = new Stopwatch();
    expect(watch.elapsed(5)).toBe(0);
    watch.run(100);
    watch.run(150);
    expect(watch.elapsed(400)).toBe(300);
    watch.pause(400);
    watch.pause(500);
    expect(watch.elapsed(9000)).toBe(300);
    watch.run(9000);
    expect(watch.elapsed(9050)).toBe(350);
    expect(watch.elapsed(8000)).toBe(300);
  });

  it('is the sum of its runs, however often it was stopped', () => {
    const steps = fc.array(fc.record({ run: fc.nat(10_000), rest: fc.nat(10_000) }));
    fc.assert(
      fc.property(steps, (all) => {
        const watch = new Stopwatch();
        let now = 0;
        for (const { run, rest } of all) {
          watch.run(now);
          watch.pause((now += run));
          now += rest;
        }
        expect(watch.elapsed(now)).toBe(all.reduce((sum, { run }) => sum + run, 0));
      }),
    );
  });

  it('reads as minutes and seconds', () => {
    expect([0, 9, 65, 300].map(clockOf)).toEqual(['0:00', '0:09', '1:05', '5:00']);
  });
});

describe('silence', () => {
  it('is said after a while, and not where nobody can tell', () => {
    const hush = new Hush();
    expect(hush.isQuiet(0, 1000)).toBe(false);
    expect(hush.isQuiet(0.01, 1000 + QUIET_MS - 1)).toBe(false);
    expect(hush.isQuiet(0, 1000 + QUIET_MS)).toBe(true);
    expect(hush.isQuiet(0.4, 6000)).toBe(false);
    expect(hush.isQuiet(undefined, 90_000)).toBe(false);
  });

  it('is how far the loudest sample is from rest', () => {
    expect(loudness(new Uint8Array([128, 128]))).toBe(0);
    expect(loudness(new Uint8Array([128, 64, 150]))).toBe(0.5);
    expect(loudness(new Uint8Array([0]))).toBe(1);
  });
});

describe('what a record carries', () => {
  const ref = (id: string): BlobRef => ({
    id: id.padEnd(22, '.'),
    space: 's'.repeat(22),
    key: new Uint8Array(32),
    type: 'image/webp',
    size: 9,
  });
  const fresh = (says = ' A garden '): NewMedia => ({
    bytes: new Uint8Array(9),
    type: 'image/webp',
    preview: new Uint8Array(3),
    says,
  });
  /** Seals in order; fails at the nth. */
  function account(failAt = Infinity) {
    const held = new Set<string>();
    let n = 0;
    return {
      held,
      saveBlob: async (...[, , about]: [unknown, Uint8Array, { type: string; preview?: Uint8Array }]) => {
        if (n === failAt) return err({ code: 'full' } as const);
        const made = { ...ref(String(n++)), ...about };
        held.add(made.id);
        return ok({ ref: made });
      },
      removeBlob: async ({ id }: BlobRef) => {
        held.delete(id);
        return ok(undefined);
      },
    };
  }

  it('is sealed before the record is written, with its words; what was there stays as it was', async () => {
    const api = account();
    const kept = { blob: ref('old'), says: 'Then' };
    const voice = { bytes: new Uint8Array(5), type: 'audio/webm', seconds: 3, says: '' };
    const saved = await saveWithMedia(api, 'plan', [kept, fresh(), voice], async (media) => ok(media));
    expect(saved).toMatchObject({
      value: [
        { blob: { id: ref('old').id }, says: 'Then' },
        { blob: { type: 'image/webp', preview: new Uint8Array(3) }, says: 'A garden' },
        { blob: { type: 'audio/webm' }, says: '', seconds: 3 },
      ],
    });
    // A record with a field that is not there cannot be written.
    expect(saved.ok && saved.value.every((item) => !Object.values(item).includes(undefined))).toBe(true);
    expect(saved.ok && Object.keys(saved.value[0]!)).toEqual(['blob', 'says']);
    expect(api.held.size).toBe(2);
  });

  it('leaves nothing behind where the phone is full, or the record is refused', async () => {
    const full = account(1);
    const draft = [fresh(), fresh()];
    expect(await saveWithMedia(full, 'plan', draft, async () => ok(0))).toEqual(err({ code: 'full' }));
    expect(full.held.size).toBe(0);
    const refused = account();
    const answer = await saveWithMedia(refused, 'plan', draft, async () =>
      err({ code: 'too-large' as const }),
    );
    expect(answer).toEqual(err({ code: 'too-large' }));
    expect(refused.held.size).toBe(0);
  });

  it('outlives the page: it is sealed as begun when it is added, and named as it is when the form is saved', async () => {
    const api = account();
    const item = fresh();
    const about: object[] = [];
    const saveBlob: typeof api.saveBlob = (...args) => {
      about.push(args[2]);
      return api.saveBlob(...args);
    };
    await sealAdded({ saveBlob }, 'plan', item);
    expect(about).toEqual([{ type: 'image/webp', preview: new Uint8Array(3), begun: true }]);
    expect(item).toMatchObject({ blob: { id: ref('0').id }, added: true });
    const saved = await saveWithMedia(api, 'plan', [item], async (media) => ok(media));
    expect(saved.ok && saved.value.map((one) => Object.keys(one))).toEqual([['blob', 'says']]);
    expect(api.held.size).toBe(1);
  });

  it('stays in the page where the phone is full or was locked meanwhile', async () => {
    const item = fresh();
    await sealAdded(account(0), 'plan', item);
    await sealAdded({ saveBlob: () => Promise.reject(new Broken('closed')) }, 'plan', item);
    expect(item).toEqual(fresh());
    const bug = { saveBlob: () => Promise.reject(new TypeError('bug')) };
    await expect(sealAdded(bug, 'plan', item)).rejects.toThrow('bug');
  });

  it('can be changed without changing what is saved', () => {
    const saved = [{ blob: ref('a'), says: '' }];
    const draft = draftOf(saved);
    draft[0]!.says = 'y';
    expect(saved[0]!.says).toBe('');
  });
});
