import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packForCountry } from '@holdfast/safety';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadPacks } from './load-packs.ts';

const TODAY = '2026-12-24';
const ie = packForCountry('IE')!;
const newer = { ...ie, updatedOn: '2026-12-20' };
const local = {
  host: { en: 'Harbour House', es: 'Harbour House' },
  country: 'IE',
  updatedOn: '2026-12-20',
  lines: [{ ...ie.lines[1]!, id: 'local-desk' }],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hf-packs-'));
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, content: unknown) =>
  writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

it('[OPS-13] serves what is valid and newer, and says nothing', async () => {
  await put('ie.json', newer);
  await put('local-lines.json', local);
  await put('notes.txt', 'who we called');
  const { json, sentences } = await loadPacks(folder, TODAY);
  expect(sentences).toEqual([]);
  expect(JSON.parse(json)).toEqual({ packs: [newer], local });
});

it('[OPS-13] serves an empty list where there is no folder, and says so only if the host named it', async () => {
  const nowhere = join(folder, 'none');
  expect(await loadPacks(nowhere, TODAY)).toEqual({ json: '{"packs":[],"local":null}', sentences: [] });
  expect((await loadPacks(nowhere, TODAY, true)).sentences).toEqual([
    `The folder ${nowhere} cannot be read (ENOENT). People see the numbers that came with the app.`,
  ]);
});

it('[OPS-13] leaves a bad file out with a sentence that says what is wrong, and uses the others', async () => {
  const [first, ...rest] = newer.lines;
  const dial = (value: string) => ({ ...first, channels: [{ type: 'call', value, display: value }] });
  await put('a.json', '{ "country": ');
  await put('b.json', { ...newer, lines: [dial('911'), ...rest] });
  await put('c.json', {
    ...newer,
    lines: [first, { ...rest[0], ...dial('1933'), id: 'ie-x', kind: 'drug' }],
  });
  await put('d.json', { ...newer, updatedOn: '2030-01-01' });
  await put('e.json', []);
  await put('f.json', `"${'x'.repeat(600_000)}"`);
  await put('local-lines.json', { ...local, lines: [{ ...local.lines[0], id: 'ie-desk' }] });
  await mkdir(join(folder, 'g.json'));
  await put('ie.json', newer);
  await put('ie-again.json', ie);
  const { json, sentences } = await loadPacks(folder, TODAY);
  expect(JSON.parse(json)).toEqual({ packs: [newer], local: null });
  expect(sentences.map((sentence) => sentence.replaceAll(`${folder}/`, ''))).toMatchInlineSnapshot(`
    [
      "a.json is not used: it is not JSON. People see the numbers that came with the app.",
      "b.json is not used: IE: the emergency number is 112; only a new version of the app changes it [PACK-13]. People see the numbers that came with the app.",
      "c.json is not used: ie-x: 1933: narcotics bureau of India: takes trafficking tips and opens cases [PACK-6]. People see the numbers that came with the app.",
      "d.json is not used: IE: updatedOn 2030-01-01 is after today [PACK-12]. People see the numbers that came with the app.",
      "e.json is not used: packs.0.country: Invalid key: Expected "country" but received undefined [PACK-1]; packs.0.updatedOn: Invalid key: Expected "updatedOn" but received undefined [PACK-1]; packs.0.name: Invalid key: Expected "name" but received undefined [PACK-1]; and 3 more. People see the numbers that came with the app.",
      "f.json is not used: it is larger than 512 KiB. People see the numbers that came with the app.",
      "g.json is not used: it cannot be read (EISDIR). People see the numbers that came with the app.",
      "ie-again.json is not newer than what stands already, so it is not used. Give it the day of your change as "updatedOn".",
      "local-lines.json is not used: ie-desk: must start with local- [PACK-4]. People see the numbers that came with the app.",
    ]
  `);
});
