import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import type { Request, Response, Verb } from '@holdfast/protocol';
import { LIMITS } from '@holdfast/protocol';
import type { BlobRef } from '@holdfast/recovery';
import type { CallError, Transport } from '@holdfast/sync';
import { FakeServer } from '@holdfast/testing/fake-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './client.ts';
import { put } from './records.ts';

const DAY = '2026-11-21';
const PHOTO = { type: 'image/jpeg' };
const chance = seededRandom(31);
const CHUNK = LIMITS.blobChunkBytes;

/** What a test does to a call on its way: answers in place of the server, or nothing to let it through. */
type Meddle = <V extends Verb>(verb: V, request: Request<V>) => CallError | undefined;

function world() {
  const primitives = fakePrimitives(seededRandom(5));
  const clock = new TestClock();
  const { sha256, verify } = primitives;
  const server = new FakeServer({ random: seededRandom(99), clock, sha256, verify });
  const line: {
    meddle: Meddle;
    alter: (chunks: Uint8Array[]) => Uint8Array[];
    calls: Verb[];
  } = { meddle: () => undefined, alter: (chunks) => chunks, calls: [] };
  const real = server.transportFor();
  const transport: Transport = {
    ...real,
    async call(verb, request, token) {
      line.calls.push(verb);
      const error = line.meddle(verb, request);
      if (error) return { ok: false, error };
      const answer = await real.call(verb, request, token);
      if (verb !== 'space.chunks' || !answer.ok) return answer;
      const value = answer.value as Response<'space.chunks'>;
      const chunks = line.alter(value.chunks);
      // A server that cuts off also says that this is all.
      const count =
        chunks.length === value.chunks.length ? {} : { stored: chunks.length, total: chunks.length };
      return { ok: true, value: { ...value, ...count, chunks } as typeof answer.value };
    },
  };
  const buy = () => phone({ primitives, transport, clock });
  return { server, line, buy };
}

describe('photos and voice notes', () => {
  let { server, line, buy } = world();
  let sam: Phone;
  beforeEach(async () => {
    ({ server, line, buy } = world());
    sam = buy();
    unwrap(await sam.api.start('own', DAY));
  });

  /** Saves a blob, and a record that names it: without one it would go at the next opening. */
  async function save(by: Phone, bytes: Uint8Array, home: 'private' | 'plan' = 'private'): Promise<BlobRef> {
    const { ref } = unwrap(await by.api.saveBlob(home, bytes, PHOTO));
    const account = accountBehind(by.api)!;
    const replica = [account.home, ...account.ownSpaces('plan')].find(
      ({ spaceId }) => spaceId === ref.space,
    )!;
    unwrap(await account.write([{ replica, ops: [put('scrapbook', ref.id, { page: ref })] }]));
    return ref;
  }
  const read = async (by: Phone, ref: BlobRef) => unwrap(await by.api.readBlob(ref));
  /** A second phone of the same account, which holds nothing yet. */
  async function another(): Promise<Phone> {
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    const next = buy();
    unwrap(await next.api.recover(card.qr));
    return next;
  }
  const storedBlob = ({ space, id }: BlobRef) =>
    server.state.spaces.get(space as never)?.blobs.get(id as never);

  it('are there at once without signal, after a restart, and on the next phone', async () => {
    const bytes = chance.bytes(3 * CHUNK);
    const ref = await save(sam, bytes);
    expect(ref).toMatchObject({ type: 'image/jpeg', size: bytes.length });
    expect(await read(sam, ref)).toEqual(bytes);
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    expect(await read(again, ref)).toEqual(bytes);
    const before = (await again.api.status()).onlyHere;
    sam = again;
    const next = await another();
    expect((await again.api.status()).onlyHere).toBe(0);
    expect(before).toBeGreaterThan(0);
    expect(await read(next, ref)).toEqual(bytes);
    line.calls.length = 0;
    expect(await read(next, ref)).toEqual(bytes);
    expect(line.calls).toEqual([]);
  });

  it('leave nothing on the phone or at the server that anyone could look at', async () => {
    const bytes = new Uint8Array(5000).fill(0x41);
    const ref = await save(sam, bytes);
    unwrap(await sam.api.sync());
    const held = unwrap(await sam.storage.scan(''));
    const chunks = storedBlob(ref)!.chunks;
    const seen = [...held.map(([, value]) => value), ...chunks].map((part) => Buffer.from(part));
    expect(seen.some((part) => part.includes('AAAA'))).toBe(false);
    expect(seen.some((part) => part.includes(Buffer.from(ref.key)))).toBe(false);
  });

  it('may be 5 MiB, and no more; other kinds of file and large previews are named', async () => {
    const largest = chance.bytes(LIMITS.blobBytes);
    const ref = await save(sam, largest);
    expect(await read(sam, ref)).toEqual(largest);
    const over = await sam.api.saveBlob('private', new Uint8Array(LIMITS.blobBytes + 1), PHOTO);
    expect(over).toEqual({ ok: false, error: { code: 'blob-too-large' } });
    const bytes = new Uint8Array(9);
    const named = async (about: { type: string; preview?: Uint8Array }) =>
      sam.api.saveBlob('private', bytes, about);
    expect(await named({ type: 'text/html' })).toMatchObject({ error: { code: 'invalid', field: 'type' } });
    const preview = new Uint8Array(8193);
    expect(await named({ ...PHOTO, preview })).toMatchObject({ error: { field: 'preview' } });
    expect(unwrap(await named({ ...PHOTO, preview: preview.subarray(1) })).ref.preview).toHaveLength(8192);
    // It goes out in turns of 1 MiB, so that a check-in never waits for all of it.
    for (let turns = 0; turns < 6; turns++) unwrap(await sam.api.sync());
    expect(storedBlob(ref)!.chunks).toHaveLength(LIMITS.blobChunks);
  });

  it.each([0, 1, 2, 3, 4])('go on where the line was cut, after %i chunks', async (after) => {
    unwrap(await sam.api.sync());
    const bytes = chance.bytes(4 * CHUNK);
    const ref = await save(sam, bytes);
    let sent = 0;
    line.meddle = (verb) => (verb === 'space.putChunk' && sent++ >= after ? { error: 'offline' } : undefined);
    await sam.api.sync();
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    line.meddle = () => undefined;
    line.calls.length = 0;
    unwrap(await again.api.sync());
    expect(line.calls.filter((verb) => verb === 'space.putChunk')).toHaveLength(5 - after);
    sam = again;
    expect(await read(await another(), ref)).toEqual(bytes);
  });

  it('are all there or not at all when the phone dies while saving, and are not lost after that', async () => {
    unwrap(await sam.api.sync());
    for (const point of ['before', 'after'] as const) {
      const bytes = chance.bytes(2 * CHUNK);
      sam.storage.crashAfter(0, point);
      expect((await sam.api.saveBlob('private', bytes, PHOTO)).ok).toBe(false);
      sam = sam.reopen();
      unwrap(await sam.api.unlock());
      const chunks = unwrap(await sam.storage.scan('bc/'));
      expect(chunks).toHaveLength(point === 'before' ? 0 : 3);
      expect((await sam.api.status()).onlyHere).toBe(point === 'before' ? 0 : 1);
      unwrap(await sam.api.sync());
      expect((await sam.api.status()).onlyHere).toBe(0);
    }
  });

  it('say so when the phone has no room, and leave no halves', async () => {
    sam.storage.setQuota(sam.storage.usedBytes + CHUNK);
    expect(await sam.api.saveBlob('private', new Uint8Array(3 * CHUNK), PHOTO)).toEqual({
      ok: false,
      error: { code: 'full' },
    });
    expect(unwrap(await sam.storage.scan('b'))).toEqual([]);
    sam.storage.setQuota(Infinity);
    const ref = await save(sam, chance.bytes(3 * CHUNK));
    const next = await another();
    next.storage.setQuota(next.storage.usedBytes);
    expect((await read(next, ref)).length).toBe(3 * CHUNK);
  });

  it('of another phone are fetched on from where the line was cut', async () => {
    const bytes = chance.bytes(20 * CHUNK);
    const ref = await save(sam, bytes);
    for (let turns = 0; turns < 2; turns++) unwrap(await sam.api.sync());
    const next = await another();
    let asked = 0;
    line.meddle = (verb) => (verb === 'space.chunks' && ++asked > 1 ? { error: 'offline' } : undefined);
    expect(await next.api.readBlob(ref)).toEqual({ ok: false, error: { code: 'offline' } });
    line.meddle = () => undefined;
    line.calls.length = 0;
    expect(await read(next, ref)).toEqual(bytes);
    expect(line.calls.filter((verb) => verb === 'space.chunks')).toHaveLength(2);
  });

  it('that are still on their way are said to be', async () => {
    unwrap(await sam.api.sync());
    const next = await another();
    const ref = await save(sam, chance.bytes(3 * CHUNK));
    let sent = 0;
    line.meddle = (verb) => (verb === 'space.putChunk' && sent++ >= 1 ? { error: 'offline' } : undefined);
    await sam.api.sync();
    expect(await next.api.readBlob(ref)).toEqual({ ok: false, error: { code: 'unfinished' } });
  });

  it('are removed here at once, at the server with signal, and stay away', async () => {
    const ref = await save(sam, chance.bytes(CHUNK));
    unwrap(await sam.api.sync());
    const next = await another();
    unwrap(await sam.api.removeBlob(ref));
    unwrap(await sam.api.removeBlob(ref));
    expect(await sam.api.readBlob(ref)).toEqual({ ok: false, error: { code: 'unknown' } });
    expect(unwrap(await sam.storage.scan('bc/'))).toEqual([]);
    expect(storedBlob(ref)!.chunks).not.toEqual([]);
    unwrap(await sam.api.sync());
    expect(storedBlob(ref)).toMatchObject({ removed: true, chunks: [] });
    expect((await sam.api.status()).onlyHere).toBe(0);
    expect(await next.api.readBlob(ref)).toEqual({ ok: false, error: { code: 'unknown' } });
  });

  it('removed by one phone while another still sends them are gone on both', async () => {
    unwrap(await sam.api.sync());
    const next = await another();
    const ref = await save(sam, chance.bytes(2 * CHUNK));
    unwrap(await next.api.removeBlob(ref));
    unwrap(await next.api.sync());
    unwrap(await sam.api.sync());
    // A record here names it still, and the server's word alone takes nothing from this phone.
    expect(await read(sam, ref)).toHaveLength(2 * CHUNK);
    const account = accountBehind(sam.api)!;
    unwrap(await account.writeHome({ op: 'delete', type: 'scrapbook', id: ref.id }));
    sam = sam.reopen();
    unwrap(await sam.api.unlock());
    unwrap(await sam.api.sync());
    expect(unwrap(await sam.storage.scan('bc/'))).toEqual([]);
    expect((await sam.api.status()).onlyHere).toBe(0);
  });

  it('go out again to a server that was restored from before them', async () => {
    unwrap(await sam.api.sync());
    const before = server.snapshot();
    const bytes = chance.bytes(2 * CHUNK);
    const ref = await save(sam, bytes);
    unwrap(await sam.api.sync());
    server.restore(before);
    unwrap(await sam.api.sync());
    unwrap(await sam.api.sync());
    expect(await read(await another(), ref)).toEqual(bytes);
  });

  it('are seen by whoever is given the record, and those of later by nobody who was left out', async () => {
    unwrap(await sam.api.setName('Sam'));
    const ana = buy();
    const { id, ticket } = unwrap(await sam.api.invite({ name: 'Ana', how: 'qr', language: 'en' }));
    unwrap(await ana.api.start('supporter', DAY));
    unwrap(await ana.api.acceptInvite(ticket, 'Ana'));
    const settle = async () => {
      for (let turns = 0; turns < 2; turns++) for (const who of [ana, sam, ana]) unwrap(await who.api.sync());
    };
    unwrap(await sam.api.sync());
    const { contactId } = unwrap(await sam.api.confirmInvite(id));
    unwrap(await sam.api.confirmNumbers(contactId));
    unwrap(await sam.api.share(contactId, 'plan', 30));
    await settle();

    async function reason(bytes: Uint8Array): Promise<BlobRef> {
      const ref = await save(sam, bytes, 'plan');
      const account = accountBehind(sam.api)!;
      const replica = account.ownSpaces('plan')[0]!;
      unwrap(await account.write([{ replica, ops: [put('reason', ref.id, { photo: ref })] }]));
      await settle();
      return ref;
    }
    const bytes = chance.bytes(CHUNK + 5);
    const first = await reason(bytes);
    const given = accountBehind(ana.api)!.spaces.get(first.space as never)!.replica.store;
    const ref = given.get('reason', first.id)!.fields['photo'] as unknown as BlobRef;
    expect(ref).toEqual(first);
    expect(await read(ana, ref)).toEqual(bytes);

    unwrap(await sam.api.stop(contactId, 'plan'));
    await settle();
    const later = await reason(chance.bytes(900));
    expect(given.get('reason', later.id)).toBeUndefined();
    // Even with the ref in hand: the server shows her nothing new, and what she saw she keeps.
    expect(await ana.api.readBlob(later)).toEqual({ ok: false, error: { code: 'unknown' } });
    expect(await read(ana, ref)).toEqual(bytes);
  });

  describe('go with their record', () => {
    const entry = { words: 'By the canal.', at: 0, day: DAY, until: null } as const;
    const isHere = async (by: Phone, ref: BlobRef) =>
      unwrap(await by.storage.scan(`bc/${ref.id}/`)).length > 0;
    const journal = async (bytes: Uint8Array) => unwrap(await sam.api.saveBlob('journal', bytes, PHOTO)).ref;
    const reopened = async (of: Phone) => {
      const again = of.reopen();
      unwrap(await again.api.unlock());
      return again;
    };

    it('when it is removed, when it names another, and not when it is only changed', async () => {
      const [first, second] = [await journal(chance.bytes(900)), await journal(chance.bytes(900))];
      const media = [first, second].map((blob) => ({ blob, says: '' }));
      const { id } = unwrap(await sam.api.save('journal-entry', { ...entry, media }));
      unwrap(await sam.api.save('journal-entry', { words: 'By the river.' }, id));
      expect([await isHere(sam, first), await isHere(sam, second)]).toEqual([true, true]);
      unwrap(await sam.api.save('journal-entry', { media: media.slice(1) }, id));
      expect([await isHere(sam, first), await isHere(sam, second)]).toEqual([false, true]);
      expect(await sam.api.readBlob(first)).toMatchObject({ error: { code: 'unknown' } });
      unwrap(await sam.api.sync());
      expect(storedBlob(second)!.chunks).toHaveLength(1);
      unwrap(await sam.api.remove('journal-entry', id));
      expect(await isHere(sam, second)).toBe(false);
      unwrap(await sam.api.sync());
      for (const ref of [first, second]) expect(storedBlob(ref)).toMatchObject({ removed: true, chunks: [] });
      expect((await sam.api.status()).onlyHere).toBe(0);
    });

    it('moved to another record in the same step, stay', async () => {
      const ref = await journal(chance.bytes(900));
      const media = [{ blob: ref, says: '' }];
      const { id } = unwrap(await sam.api.save('journal-entry', { ...entry, media }));
      const type = 'journal-entry';
      unwrap(
        await sam.api.saveAll([
          { type, id, remove: true },
          { type, fields: { ...entry, media } },
        ]),
      );
      expect(await isHere(sam, ref)).toBe(true);
    });

    it('that another record still names, stay until that one goes', async () => {
      const { ref } = unwrap(await sam.api.saveBlob('plan', chance.bytes(900), PHOTO));
      const media = [{ blob: ref, says: '' }];
      const fields = { kind: 'reason', words: '', at: 1, media } as const;
      const { id } = unwrap(await sam.api.save('reason', fields));
      const kept = [{ type: 'reason', id, fields }];
      const version = { at: 1, why: '', part: 'reasons', kept } as const;
      const held = unwrap(await sam.api.save('plan-version', version));
      unwrap(await sam.api.remove('reason', id));
      expect(await isHere(sam, ref)).toBe(true);
      unwrap(await sam.api.remove('plan-version', held.id));
      expect(await isHere(sam, ref)).toBe(false);
    });

    it('all of it or nothing when the phone dies in between', async () => {
      const ref = await journal(chance.bytes(900));
      const { id } = unwrap(
        await sam.api.save('journal-entry', { ...entry, media: [{ blob: ref, says: '' }] }),
      );
      sam.storage.crashAfter(0, 'before');
      expect((await sam.api.remove('journal-entry', id)).ok).toBe(false);
      sam = await reopened(sam);
      expect(await sam.api.records('journal-entry')).toHaveLength(1);
      expect(await isHere(sam, ref)).toBe(true);
    });

    it('when its time is over and the server says so, or 7 days later without signal; then at the server', async () => {
      const ref = await journal(chance.bytes(2 * CHUNK));
      const until = sam.clock.now() + 1000;
      unwrap(await sam.api.save('journal-entry', { ...entry, until, media: [{ blob: ref, says: '' }] }));
      unwrap(await sam.api.sync());
      sam.clock.advance(2000);
      line.meddle = () => ({ error: 'offline' });
      sam = await reopened(sam);
      expect(await sam.api.records('journal-entry')).toEqual([]);
      expect(await isHere(sam, ref)).toBe(true);
      sam.clock.advance(7 * 86_400_000);
      sam = await reopened(sam);
      expect(await isHere(sam, ref)).toBe(false);
      line.meddle = () => undefined;
      unwrap(await sam.api.sync());
      expect(storedBlob(ref)).toMatchObject({ removed: true, chunks: [] });
    });

    it('when its time is over, in the first round', async () => {
      const ref = await journal(chance.bytes(900));
      const until = sam.clock.now() + 1000;
      unwrap(await sam.api.save('journal-entry', { ...entry, until, media: [{ blob: ref, says: '' }] }));
      unwrap(await sam.api.sync());
      sam.clock.advance(2000);
      sam = await reopened(sam);
      unwrap(await sam.api.sync());
      expect(await isHere(sam, ref)).toBe(false);
      expect(storedBlob(ref)).toMatchObject({ removed: true, chunks: [] });
    });

    it('removed on a phone that never saw it: at the server, and on the phone that made it', async () => {
      const ref = await journal(chance.bytes(900));
      const media = [{ blob: ref, says: '' }];
      const { id } = unwrap(await sam.api.save('journal-entry', { ...entry, media }));
      const next = await another();
      unwrap(await sam.api.sync());
      unwrap(await next.api.sync());
      unwrap(await next.api.remove('journal-entry', id));
      unwrap(await next.api.sync());
      expect(storedBlob(ref)).toMatchObject({ removed: true, chunks: [] });
      unwrap(await sam.api.sync());
      sam = await reopened(sam);
      unwrap(await sam.api.sync());
      expect(await isHere(sam, ref)).toBe(false);
      expect((await sam.api.status()).onlyHere).toBe(0);
    });

    it('a copy of it on another phone goes too, without a word to the server', async () => {
      const ref = await journal(chance.bytes(900));
      const media = [{ blob: ref, says: '' }];
      const { id } = unwrap(await sam.api.save('journal-entry', { ...entry, media }));
      let next = await another();
      await read(next, ref);
      unwrap(await sam.api.remove('journal-entry', id));
      unwrap(await sam.api.sync());
      unwrap(await next.api.sync());
      next = await reopened(next);
      line.calls.length = 0;
      unwrap(await next.api.sync());
      expect(await isHere(next, ref)).toBe(false);
      expect(line.calls).not.toContain('space.removeBlob');
    });

    it('before the server heard of its space, without a word to it', async () => {
      unwrap(await sam.api.removeBlob(await journal(chance.bytes(900))));
      sam = await reopened(sam);
      line.calls.length = 0;
      unwrap(await sam.api.sync());
      expect(unwrap(await sam.storage.scan('b'))).toEqual([]);
      expect(line.calls.filter((verb) => verb === 'space.removeBlob')).toEqual([]);
      expect((await sam.api.status()).onlyHere).toBe(0);
    });

    it('that was never written, at the next opening; one that is about to be, stays', async () => {
      unwrap(await sam.api.save('journal-entry', entry));
      const ref = await journal(chance.bytes(900));
      unwrap(await sam.api.sync());
      expect(await isHere(sam, ref)).toBe(true);
      sam = await reopened(sam);
      unwrap(await sam.api.sync());
      expect(await isHere(sam, ref)).toBe(false);
      expect(storedBlob(ref)).toMatchObject({ removed: true });
    });

    it('that is begun waits for it: a draft keeps it over a restart, and it is sent once a record names it', async () => {
      const begin = async () =>
        unwrap(await sam.api.saveBlob('journal', chance.bytes(900), { ...PHOTO, begun: true })).ref;
      unwrap(await sam.api.save('journal-entry', entry));
      const [kept, left, dropped] = [await begin(), await begin(), await begin()];
      unwrap(await sam.api.keepDraft('journal-entry new', JSON.stringify({ media: [{ id: kept.id }] })));
      unwrap(await sam.api.removeBlob(dropped));
      unwrap(await sam.api.sync());
      expect((await sam.api.status()).onlyHere).toBe(0);
      sam = await reopened(sam);
      unwrap(await sam.api.sync());
      expect(await Promise.all([kept, left, dropped].map((ref) => isHere(sam, ref)))).toEqual([
        true,
        false,
        false,
      ]);
      for (const ref of [kept, left, dropped]) expect(storedBlob(ref)).toBeUndefined();
      const media = [{ blob: kept, says: '' }];
      unwrap(await sam.api.save('journal-entry', { ...entry, media }));
      unwrap(await sam.api.forgetDraft('journal-entry new'));
      expect((await sam.api.status()).onlyHere).toBeGreaterThan(0);
      unwrap(await sam.api.sync());
      expect(storedBlob(kept)!.chunks).toHaveLength(1);
      sam = await reopened(sam);
      unwrap(await sam.api.sync());
      expect(await isHere(sam, kept)).toBe(true);
      expect(line.calls).not.toContain('space.removeBlob');
    });

    it('and stay where a newer version of the app wrote it in a way that this one cannot read', async () => {
      const ref = await journal(chance.bytes(900));
      const account = accountBehind(sam.api)!;
      const replica = account.ownSpaces('journal')[0]!;
      unwrap(await account.write([{ replica, ops: [put('scrapbook', 'x', { pages: [{ left: ref }] })] }]));
      sam = await reopened(sam);
      unwrap(await sam.api.sync());
      expect(await isHere(sam, ref)).toBe(true);
      expect(storedBlob(ref)!.chunks).toHaveLength(1);
    });
  });

  describe('from a server that meddles', () => {
    it.each([
      ['swapped', ([a, b, c]) => [b!, a!, c!]],
      ['dropped', ([a, , c]) => [a!, c!]],
      ['cut off', ([a, b]) => [a!, b!]],
      ['repeated', ([a, b]) => [a!, b!, b!]],
      ['bent', ([a, b, c]) => [a!, b!.map((byte, i) => (i === 70 ? byte ^ 1 : byte)), c!]],
    ] as [string, (chunks: Uint8Array[]) => Uint8Array[]][])(
      '[BLB-2] ATK-11 %s chunks show nothing, and leave nothing behind',
      async (_, alter) => {
        const bytes = chance.bytes(2 * CHUNK + 900);
        const ref = await save(sam, bytes);
        unwrap(await sam.api.sync());
        const next = await another();
        line.alter = (chunks) => (chunks.length === 3 ? alter(chunks) : chunks);
        expect((await next.api.readBlob(ref)).ok).toBe(false);
        line.alter = (chunks) => chunks;
        expect(await read(next, ref)).toEqual(bytes);
      },
    );

    it('[BLB-2] ATK-9 another blob, of this space or another, shows nothing', async () => {
      const refs = [await save(sam, chance.bytes(900)), await save(sam, chance.bytes(900))];
      refs.push(await save(sam, chance.bytes(900), 'plan'));
      unwrap(await sam.api.sync());
      const next = await another();
      const [wanted, ...others] = refs as [BlobRef, ...BlobRef[]];
      for (const other of others) {
        line.alter = () => storedBlob(other)!.chunks;
        expect(await next.api.readBlob(wanted)).toEqual({ ok: false, error: { code: 'unknown' } });
      }
    });

    it('[BLB-2] ATK-13 chunks of a blob that was removed do not come back in its place', async () => {
      const old = await save(sam, chance.bytes(900));
      unwrap(await sam.api.sync());
      const replayed = [...storedBlob(old)!.chunks];
      unwrap(await sam.api.removeBlob(old));
      const ref = await save(sam, chance.bytes(900));
      unwrap(await sam.api.sync());
      const next = await another();
      line.alter = () => replayed;
      expect(await next.api.readBlob(ref)).toEqual({ ok: false, error: { code: 'unknown' } });
    });
  });
});
