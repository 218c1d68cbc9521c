import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import { findCanaries } from '@holdfast/testing/canary';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { FakeServer } from '@holdfast/testing/fake-server';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DraftName } from './api.ts';
import { DRAFT_BYTES, DRAFT_STAYS, DRAFTS } from './drafts.ts';

const ENTRY = 'journal-entry new' as const;
const SAID = 'Zaunkönigstunde';
const primitives = fakePrimitives(seededRandom(61));

let clock: TestClock;
let server: FakeServer;
let sam: Phone;
const buy = () => phone({ primitives, transport: server.transportFor(), clock });
beforeEach(async () => {
  clock = new TestClock(Date.parse('2026-11-26T09:00:00Z'));
  const random = seededRandom(62);
  server = new FakeServer({ random, clock, sha256: primitives.sha256, verify: primitives.verify });
  sam = buy();
  unwrap(await sam.api.start('own', '2026-11-26'));
});
const textOf = async (name: DraftName = ENTRY, of = sam) => unwrap(await of.api.draft(name))?.text;
/** The app was closed and opened again: nothing is in memory any more. */
const reopen = async () => {
  sam = sam.reopen();
  unwrap(await sam.api.unlock());
};
const boxes = async () => unwrap(await sam.storage.scan('d/'));

describe('what was typed and not saved', () => {
  it('is there after the app was closed, with the moment it was begun', async () => {
    expect(unwrap(await sam.api.draft(ENTRY))).toBeUndefined();
    const since = clock.now();
    unwrap(await sam.api.keepDraft(ENTRY, SAID));
    clock.advance(90_000);
    unwrap(await sam.api.keepDraft(ENTRY, `${SAID}, early`));
    await reopen();
    expect(unwrap(await sam.api.draft(ENTRY))).toEqual({ text: `${SAID}, early`, since });
    expect(await textOf('journal-entry new-good')).toBeUndefined();
  });

  it('lies sealed on this phone, under keys that say nothing, and is never sent', async () => {
    unwrap(await sam.api.keepDraft('slip new', SAID));
    unwrap(await sam.api.sync());
    const all = unwrap(await sam.storage.scan(''));
    expect((await boxes()).map(([key]) => key)).toEqual([expect.stringMatching(/^d\/[0-9a-f]{32}$/)]);
    for (const [, bytes] of all) expect(findCanaries([SAID, 'slip new'], bytes)).toEqual([]);
    expect((await sam.api.status()).onlyHere).toBe(0);
    const card = unwrap(await sam.api.makeCard());
    const other = buy();
    unwrap(await other.api.recover(card.groups.join('')));
    expect(await textOf('slip new', other)).toBeUndefined();
  });

  it('is bound to its place: boxes that were exchanged open nothing', async () => {
    unwrap(await sam.api.keepDraft(ENTRY, 'one'));
    unwrap(await sam.api.keepDraft('letter ', 'two'));
    const [[a, first], [b, second]] = (await boxes()) as [[string, Uint8Array], [string, Uint8Array]];
    unwrap(
      await sam.storage.commit([
        { key: a, value: second },
        { key: b, value: first },
      ]),
    );
    await reopen();
    expect(await textOf()).toBeUndefined();
    expect(await textOf('letter ')).toBeUndefined();
    // What cannot be opened does not stay either.
    expect(await boxes()).toEqual([]);
  });

  it('is neither read nor kept nor forgotten while the page is locked', async () => {
    unwrap(await sam.api.keepDraft(ENTRY, SAID));
    await sam.api.lock();
    const locked = { ok: false, error: { code: 'not-open' } };
    expect(await sam.api.draft(ENTRY)).toEqual(locked);
    expect(await sam.api.keepDraft(ENTRY, 'other')).toEqual(locked);
    expect(await sam.api.forgetDraft(ENTRY)).toEqual(locked);
    unwrap(await sam.api.unlock());
    expect(await textOf()).toBe(SAID);
  });

  it('goes when it was saved or put away, and with everything else of this phone', async () => {
    unwrap(await sam.api.keepDraft(ENTRY, SAID));
    unwrap(await sam.api.keepDraft('goal ', 'Walk'));
    unwrap(await sam.api.forgetDraft(ENTRY));
    unwrap(await sam.api.forgetDraft(ENTRY));
    await reopen();
    expect(await textOf()).toBeUndefined();
    expect(await boxes()).toHaveLength(1);
    unwrap(await sam.api.deleteAccount());
    expect(unwrap(await sam.storage.scan(''))).toEqual([]);
    unwrap(await sam.api.start('own', '2026-11-26'));
    expect(await textOf('goal ')).toBeUndefined();
  });

  it('goes with the heading it was meant for, and with no other', async () => {
    const names = ['journal-entry new', 'day-note x', 'goal ', 'slip new', 'person new'] as const;
    for (const name of names) unwrap(await sam.api.keepDraft(name, name));
    unwrap(await sam.api.removeHome('journal'));
    unwrap(await sam.api.removeHome('private'));
    await reopen();
    const left = await Promise.all(names.map((name) => textOf(name)));
    expect(left).toEqual([undefined, undefined, 'goal ', undefined, 'person new']);
  });

  it('goes when nobody touched it for 30 days, also where its form is never opened again', async () => {
    unwrap(await sam.api.keepDraft(ENTRY, SAID));
    unwrap(await sam.api.keepDraft('goal ', 'Walk'));
    clock.advance(DRAFT_STAYS - 1);
    await reopen();
    unwrap(await sam.api.keepDraft('goal ', 'Walk more'));
    expect(await textOf()).toBe(SAID);
    clock.advance(1);
    expect(await textOf()).toBeUndefined();
    await reopen();
    expect(await textOf('goal ')).toBe('Walk more');
    expect(await boxes()).toHaveLength(1);
  });

  it('is begun anew when one is written in place of one whose time is over', async () => {
    unwrap(await sam.api.keepDraft(ENTRY, SAID));
    clock.advance(DRAFT_STAYS);
    unwrap(await sam.api.keepDraft(ENTRY, 'Anew'));
    expect(unwrap(await sam.api.draft(ENTRY))).toEqual({ text: 'Anew', since: clock.now() });
  });

  it('is bounded: what is too long leaves what was kept, and one too many takes the place of the oldest', async () => {
    unwrap(await sam.api.keepDraft(ENTRY, 'ñ'.repeat(DRAFT_BYTES / 2)));
    expect(await sam.api.keepDraft(ENTRY, 'ñ'.repeat(DRAFT_BYTES / 2) + '.')).toEqual({
      ok: false,
      error: { code: 'too-large' },
    });
    await reopen();
    expect((await textOf())?.length).toBe(DRAFT_BYTES / 2);
    for (let n = 0; n < DRAFTS - 1; n++) {
      clock.advance(1000);
      unwrap(await sam.api.keepDraft(`goal ${n}`, 'Walk'));
    }
    expect(await boxes()).toHaveLength(DRAFTS);
    unwrap(await sam.api.keepDraft('goal 0', 'Walk on'));
    expect((await textOf())?.length).toBe(DRAFT_BYTES / 2);
    unwrap(await sam.api.keepDraft('goal new', 'Walk'));
    expect(await textOf()).toBeUndefined();
    expect(await boxes()).toHaveLength(DRAFTS);
  });

  it('does without a full phone: what was kept stays, and the status line says nothing of it', async () => {
    unwrap(await sam.api.keepDraft(ENTRY, SAID));
    sam.storage.failNext('full');
    expect(await sam.api.keepDraft(ENTRY, 'more')).toEqual({ ok: false, error: { code: 'full' } });
    expect((await sam.api.status()).storage).toBe('ok');
    expect(await textOf()).toBe(SAID);
    unwrap(await sam.api.keepDraft(ENTRY, 'more'));
    await reopen();
    expect(await textOf()).toBe('more');
  });

  it('comes to the same as calls made one after the other, however they overlap', async () => {
    const name = fc.constantFrom<DraftName>('goal 1', 'goal 2', 'goal 3');
    const step = fc.record({ name, text: fc.option(fc.string({ maxLength: 5 })) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const want = new Map<string, string>();
        await Promise.all(
          steps.map(({ name: form, text }) => {
            if (text === null) want.delete(form);
            else want.set(form, text);
            return text === null ? sam.api.forgetDraft(form) : sam.api.keepDraft(form, text);
          }),
        );
        await reopen();
        for (const form of ['goal 1', 'goal 2', 'goal 3'] as const) {
          expect(await textOf(form)).toBe(want.get(form));
          unwrap(await sam.api.forgetDraft(form));
        }
      }),
      { numRuns: 40 },
    );
  });
});
