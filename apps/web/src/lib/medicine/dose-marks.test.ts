import { ok } from '@holdfast/base';
import type { Slot } from '@holdfast/recovery';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Dose records by id, as the account would hold them. */
const held = vi.hoisted(() => new Map<string, object>());
vi.mock('#lib/account/session.svelte.ts', () => ({
  session: {
    now: () => 1,
    api: {
      save: (_type: string, fields: object, id: string) => Promise.resolve(ok(held.set(id, fields))),
      remove: (_type: string, id: string) => Promise.resolve(ok(held.delete(id))),
    },
  },
}));
vi.mock('#lib/account/act.svelte.ts', () => ({
  Act: class {
    run = (work: () => Promise<unknown>): Promise<unknown> => work();
  },
}));
const { DoseMarks } = await import('./dose-marks.svelte.ts');

const slot: Slot = { day: '2026-11-25', time: '08:00', dose: undefined };
const ID = 'm.2026-11-25.08:00';
/** The slot as the page shows it once its dose is marked. */
const marked: Slot = {
  ...slot,
  dose: { id: ID, medicine: 'm', day: slot.day, time: slot.time, mark: 'taken', at: 1 },
};

beforeEach(() => {
  vi.useFakeTimers();
  held.clear();
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test('a double tap on "Taken" neither takes the mark back nor marks the next medicine', async () => {
  const marks = new DoseMarks();
  expect(await marks.take('m', slot)).toBe(true);
  vi.advanceTimersByTime(900);
  expect(await marks.undo(marked)).toBe(false);
  expect(await marks.take('next', slot)).toBe(false);
  // A list in another place, where the next thing has moved up.
  expect(await new DoseMarks().take('next', slot)).toBe(false);
  expect([...held.keys()]).toEqual([ID]);
  vi.advanceTimersByTime(100);
  expect(await marks.undo(marked)).toBe(true);
  // The second tap on "Undo" does not mark it again.
  expect(await marks.take('m', slot)).toBe(false);
  expect(held.size).toBe(0);
});

test('each change begins the time anew, and none is lost in the sheet of a dose', async () => {
  const marks = new DoseMarks();
  expect(await marks.mark('m', slot, 'not')).toBe(true);
  vi.advanceTimersByTime(900);
  expect(await marks.mark('m', marked, 'late')).toBe(true);
  vi.advanceTimersByTime(900);
  expect(await marks.undo(marked)).toBe(false);
  expect(await marks.clear(marked)).toBe(true);
  expect(await marks.clear(slot)).toBe(false);
  expect(held.size).toBe(0);
});

test('one dose is one record, however often it is marked; one of before keeps its id', async () => {
  const marks = new DoseMarks();
  await Promise.all([marks.mark('m', slot, 'taken'), marks.mark('m', slot, 'late')]);
  expect([...held.keys()]).toEqual([ID]);
  await marks.mark('m', { ...slot, dose: { ...marked.dose!, id: 'by chance' } }, 'not');
  expect([...held.keys()]).toEqual([ID, 'by chance']);
});
