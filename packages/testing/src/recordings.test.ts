import { readdirSync, readFileSync } from 'node:fs';
import { systemRandom, unwrap } from '@holdfast/base';
import { accountBehind } from '@holdfast/client/inspect';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { describe, expect, it } from 'vitest';
import { CHECK_IN, LINE, playBack, readRecording, record, WORDS, writeRecording } from './recording.ts';

const p = await sodiumPrimitives(systemRandom);
const folder = new URL('../recordings/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const open = (file: string) => playBack(readRecording(readFileSync(new URL(file, folder), 'utf8')), p);

describe.each(files)('what a version left behind: %s', (file) => {
  it('opens on the phone it was written on, with every word, and with its PIN', async () => {
    const { sam } = open(file);
    expect(await sam.api.unlock('000000')).toMatchObject({ ok: false, error: { code: 'wrong-pin' } });
    unwrap(await sam.api.unlock('482910'));
    const words = (await sam.api.records('check-in')).map((checkIn) => checkIn.words);
    expect(words.toSorted()).toEqual(WORDS);
    expect(await sam.api.todayLine()).toBe(LINE);
    expect(await sam.api.circle()).toMatchObject([{ name: 'Ana', shares: [{ category: 'today' }] }]);
    expect(await sam.api.status()).toMatchObject({ alarm: 'none', copyAtServer: true, onlyHere: 1 });
  });

  it('syncs with its server and goes on: what waited goes out, and a new line is read on the other phone', async () => {
    const { sam, ana } = open(file);
    unwrap(await sam.api.unlock('482910'));
    unwrap(await ana.api.unlock());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ name: 'Sam', line: LINE }]);
    unwrap(await sam.api.checkIn({ ...CHECK_IN, words: 'By the code of today.' }, 'Newer.'));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    expect(await sam.api.status()).toMatchObject({ onlyHere: 0, alarm: 'none', heldBack: false });
    expect(await ana.api.sharedWithMe()).toMatchObject([{ line: 'Newer.' }]);
    expect(await ana.api.status()).toMatchObject({ alarm: 'none' });
  });

  it('is brought to a new phone by its card', async () => {
    const { fresh } = open(file);
    const { card } = readRecording(readFileSync(new URL(file, folder), 'utf8'));
    const next = fresh();
    unwrap(await next.api.recover(card));
    const words = (await next.api.records('check-in')).map((checkIn) => checkIn.words);
    // The last one never left its phone.
    expect(words.toSorted()).toEqual(WORDS.slice(0, -1));
    expect(await next.api.records('journal-entry')).toHaveLength(2);
  });

  it('takes a new card in place of the old one, which opens nothing more, and counts on from there', async () => {
    const { sam, ana, fresh } = open(file);
    const { card } = readRecording(readFileSync(new URL(file, folder), 'utf8'));
    unwrap(await sam.api.unlock('482910'));
    unwrap(await ana.api.unlock());
    const { edition } = accountBehind(sam.api)!.vault;
    const { qr } = unwrap(await sam.api.makeCard());
    expect(accountBehind(sam.api)!.vault.edition).toBe(edition + 1);
    for (const { api } of [sam, ana, sam]) unwrap(await api.sync());
    unwrap(await sam.api.setTodayLine('Under new keys.'));
    for (const { api } of [sam, ana]) unwrap(await api.sync());
    expect(await ana.api.sharedWithMe()).toMatchObject([{ line: 'Under new keys.' }]);
    expect(await fresh().api.recover(card)).toMatchObject({ error: { code: 'no-account' } });
    const next = fresh();
    unwrap(await next.api.recover(qr));
    expect(await next.api.records('check-in')).toHaveLength(WORDS.length);
    for (const { api } of [sam, ana, next]) expect(await api.status()).toMatchObject({ alarm: 'none' });
  });

  it('goes on after its server was put back to that day', async () => {
    const { sam, server } = open(file);
    const then = server.snapshot();
    unwrap(await sam.api.unlock('482910'));
    unwrap(await sam.api.sync());
    server.restore(then);
    unwrap(await sam.api.sync());
    expect(await sam.api.status()).toMatchObject({ onlyHere: 0, alarm: 'none' });
  });
});

describe('recordings', () => {
  it('are read as they were written, and there is one of each format', async () => {
    const recording = await record('now', p);
    expect(readRecording(writeRecording(recording))).toEqual(recording);
    expect(files).toEqual(expect.arrayContaining(['format-1.json', 'format-2.json']));
  });
});
