import { expect, test } from 'vitest';
import { packForCountry, packs } from '@holdfast/safety';
import { ASKED_KEY, PACKS_KEY, keptPacks, newPacks, type PackPorts } from './kept-packs.ts';

const ie = packForCountry('IE')!;
const newer = { ...ie, updatedOn: '2026-12-20' };
const file = (...served: unknown[]) => JSON.stringify({ packs: served, local: null });

function phone(answer: string | undefined, kept: Record<string, string> = {}, refuses = false) {
  const store = new Map(Object.entries(kept));
  let asked = 0;
  const ports: PackPorts = {
    read: (key) => (refuses ? null : (store.get(key) ?? null)),
    write: (key, value) => !refuses && Boolean(store.set(key, value)),
    today: '2026-12-24',
    ask: () => {
      asked++;
      return Promise.resolve(answer);
    },
  };
  return { ports, store, asked: () => asked };
}

test('[PACK-12] a newer pack of the host is used, kept, and there the next time without signal', async () => {
  const { ports, store } = phone(file(newer));
  expect(keptPacks(ports).packs).toBe(packs);
  expect((await newPacks(ports))?.packs).toContainEqual(newer);
  expect(store.get(PACKS_KEY)).toBe(file(newer));
  expect(keptPacks(ports).packs).toContainEqual(newer);
});

test('the host is asked once a day, and again when the day before gave no answer', async () => {
  const { ports, asked } = phone(file(newer));
  await newPacks(ports);
  await newPacks(ports);
  expect(asked()).toBe(1);
  await newPacks({ ...ports, today: '2026-12-25' });
  expect(asked()).toBe(2);
  const silent = phone(undefined);
  await newPacks(silent.ports);
  await newPacks(silent.ports);
  expect(silent.asked()).toBe(2);
});

test.each([undefined, '', '<!doctype html>Not found', '{}', 'null'])(
  'an answer that is no packs file changes nothing: %j',
  async (answer) => {
    const { ports, store } = phone(answer, { [PACKS_KEY]: file(newer) });
    expect(await newPacks(ports)).toBe(undefined);
    expect(store.get(PACKS_KEY)).toBe(file(newer));
    expect(store.has(ASKED_KEY)).toBe(false);
  },
);

test('[PACK-13] [PACK-6] what was kept is checked again, and the bundled numbers are always there', () => {
  const [first, ...rest] = ie.lines;
  const moved = { ...first!, channels: [{ type: 'call', value: '911', display: '911' }] };
  for (const kept of ['', '{', file(1, null), file({ ...newer, lines: [moved, ...rest] })])
    expect(keptPacks(phone(undefined, { [PACKS_KEY]: kept }).ports).packs).toEqual(packs);
});

test('[PACK-12] a host that took its pack back is followed', async () => {
  const { ports } = phone(file(), { [PACKS_KEY]: file(newer) });
  expect((await newPacks(ports))?.packs).toBe(packs);
  expect(keptPacks(ports).packs).toBe(packs);
});

test('where storage is refused the answer still counts for this visit', async () => {
  const { ports } = phone(file(newer), {}, true);
  expect(keptPacks(ports).packs).toBe(packs);
  expect((await newPacks(ports))?.packs).toContainEqual(newer);
});
