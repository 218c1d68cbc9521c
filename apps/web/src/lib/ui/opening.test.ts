import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';

// Without a screen that follows it, a rune is the value it is given.
const plain = (value: unknown) => value;
vi.stubGlobal('$state', Object.assign(plain, { raw: plain }));
const { Opening } = await import('./opening.svelte.ts');

it('is another opening each time, also for the same thing after it was changed', () => {
  const sheet = new Opening<{ id: string; from: string }>();
  sheet.for({ id: 'c', from: '2026-01-01' });
  const before = sheet.nth;
  sheet.open = false;
  sheet.for({ id: 'c', from: '2026-02-01' });
  expect(sheet.nth).not.toBe(before);
  expect(sheet).toMatchObject({ open: true, of: { from: '2026-02-01' } });
  sheet.for(undefined);
  expect(sheet.of).toBeUndefined();
});

it('is what the sheet of a count is keyed on: its id is the same before and after it was saved', () => {
  const page = new URL('../../routes/(private)/progress/counts/+page.svelte', import.meta.url);
  expect(readFileSync(page, 'utf8')).toContain('{#key sheet.nth}<CounterSheet');
});
