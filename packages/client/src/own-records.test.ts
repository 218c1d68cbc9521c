import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import { NOTE_DAYS, untilAfter } from '@holdfast/recovery';
import { FakeServer } from '@holdfast/testing/fake-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { phone } from '@holdfast/testing/household';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './client.ts';

const DAY = '2026-11-21';
const HOUR = 3_600_000;

const primitives = fakePrimitives(seededRandom(5));
const world = () => {
  const clock = new TestClock();
  const { sha256, verify } = primitives;
  const server = new FakeServer({ random: seededRandom(99), clock, sha256, verify });
  const buy = () => phone({ primitives, transport: server.transportFor(), clock });
  return { clock, buy };
};

describe('records of a person’s own page', () => {
  let { clock, buy } = world();
  let sam = buy();
  beforeEach(async () => {
    ({ clock, buy } = world());
    sam = buy();
    unwrap(await sam.api.start('own', DAY));
  });
  const entry = (words: string, until: number | null = null) => ({
    words,
    at: clock.now(),
    day: DAY,
    until,
    prompt: '',
    gratitude: false,
  });

  it('keep the fields that a change does not name, and refuse one that does not fit', async () => {
    const { id } = unwrap(await sam.api.save('person', { name: 'Maria', number: '087 123' }));
    unwrap(await sam.api.save('person', { number: '087 999' }, id));
    expect(await sam.api.records('person')).toEqual([{ id, name: 'Maria', number: '087 999' }]);
    expect(await sam.api.save('person', { number: 'none' }, id)).toMatchObject({
      error: { field: 'number' },
    });
    expect(await sam.api.save('person', { name: 'Only a name' })).toMatchObject({
      error: { field: 'number' },
    });
    expect(await sam.api.records('person')).toEqual([{ id, name: 'Maria', number: '087 999' }]);
  });

  it('change together or not at all, across spaces', async () => {
    const good = { type: 'journal-entry', fields: entry('A quiet hour.') } as const;
    const bad = { type: 'person', fields: { name: 'Maria', number: 'none' } } as const;
    expect(await sam.api.saveAll([good, bad])).toMatchObject({ ok: false, error: { field: 'number' } });
    expect(await sam.api.records('journal-entry')).toEqual([]);
    const { ids } = unwrap(
      await sam.api.saveAll([good, { type: 'person', fields: { name: 'Maria', number: '087 123' } }]),
    );
    expect(await sam.api.records('journal-entry')).toMatchObject([{ id: ids[0], words: 'A quiet hour.' }]);
    unwrap(await sam.api.remove('journal-entry', ids[0]!));
    unwrap(await sam.api.remove('journal-entry', ids[0]!));
    expect(await sam.api.records('journal-entry')).toEqual([]);
    expect(await sam.api.records('person')).toHaveLength(1);
  });

  it('are gone when their time is over, and do not come back on another opening', async () => {
    unwrap(await sam.api.save('journal-entry', entry('For an hour.', clock.now() + HOUR)));
    const { id } = unwrap(await sam.api.save('journal-entry', entry('To stay.')));
    expect(await sam.api.records('journal-entry')).toHaveLength(2);
    clock.advance(HOUR);
    expect(await sam.api.records('journal-entry')).toMatchObject([{ id }]);
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    const journal = accountBehind(again.api)!.ownSpaces('journal');
    expect(journal.flatMap(({ store }) => store.list('journal-entry').map((view) => view.id))).toEqual([id]);
  });

  it('of urges and slips are gone after their time, unless they are kept', async () => {
    const note = (until: number | null) => ({ before: [], words: 'x', at: clock.now(), day: DAY, until });
    const until = untilAfter(clock.now(), NOTE_DAYS);
    unwrap(await sam.api.save('urge', { strength: 6, ...note(until) }));
    unwrap(await sam.api.save('slip', { plan: [], change: '', ...note(until) }));
    const kept = [
      unwrap(await sam.api.save('urge', { strength: null, ...note(null) })).id,
      unwrap(await sam.api.save('slip', { plan: ['water'], change: '', ...note(null) })).id,
    ];
    clock.advance(NOTE_DAYS * 24 * HOUR - 1);
    expect(await sam.api.records('urge')).toHaveLength(2);
    expect(await sam.api.records('slip')).toHaveLength(2);
    clock.advance(1);
    const left = async (api: typeof sam.api) =>
      [...(await api.records('urge')), ...(await api.records('slip'))].map(({ id }) => id);
    expect(await left(sam.api)).toEqual(kept);
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    const { store } = accountBehind(again.api)!.home;
    expect([...store.list('urge'), ...store.list('slip')].map(({ id }) => id)).toEqual(kept);
  });

  it('of the journal are in a space of their own, which nobody else is let into', async () => {
    unwrap(await sam.api.save('journal-entry', entry('Only mine.')));
    unwrap(await sam.api.sync());
    const account = accountBehind(sam.api)!;
    const [journal] = account.ownSpaces('journal');
    expect(journal!.spaceId).not.toBe(account.home.spaceId);
    expect(account.home.store.list('journal-entry')).toEqual([]);
    expect(account.keyRecords(journal!.spaceId).map(({ roster }) => roster)).toEqual([[]]);
  });

  it('written by a newer version are read by what this one knows of them', async () => {
    const account = accountBehind(sam.api)!;
    const op = {
      op: 'put',
      type: 'person',
      id: 'p',
      fields: { name: 'Maria', number: '087 123', hours: 'all' },
    };
    unwrap(await account.writeHome(op));
    unwrap(await sam.api.save('person', { name: 'Mary' }, 'p'));
    expect(await sam.api.records('person')).toEqual([{ id: 'p', name: 'Mary', number: '087 123' }]);
    expect(account.home.store.get('person', 'p')!.fields['hours']).toBe('all');
  });
});
