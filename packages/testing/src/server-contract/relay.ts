import { LIMITS, parseEnvelope } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import type { TestKey } from './kit.ts';
import {
  addWriter,
  Chain,
  epochRequest,
  fail,
  nextEpoch,
  openSpace,
  pull,
  succeed,
  Visitor,
  write,
} from './kit.ts';

const QUIET = { envelopes: [], more: false };

export function relayRules(context: Context): void {
  const { supply } = context;
  const visit = (...keys: readonly TestKey[]) => Visitor.open(context.server.transport, ...keys);
  const open = () => openSpace(context.server.transport, supply);

  describe('spaces', () => {
    it('[REL-1] are created by the admin key; a repeat is harmless, another admin is refused', async () => {
      const [admin, other] = [supply.key(), supply.key()];
      const visitor = await visit(admin, other);
      const request = { spaceId: supply.id<'space'>(), adminKey: admin.publicKey };
      succeed(await visitor.call('space.create', request));
      succeed(await visitor.call('space.create', request));
      const stranger = await visit(other);
      fail(await stranger.call('space.create', request), 'forbidden');
      fail(await stranger.call('space.create', { ...request, adminKey: other.publicKey }), 'forbidden');
    });

    it('[REL-2] list writers for the admin only; a repeat is harmless', async () => {
      const space = await open();
      const writerKey = supply.key().publicKey;
      const request = { spaceId: space.spaceId, writerKey };
      succeed(await space.owner.call('space.addWriter', request));
      succeed(await space.owner.call('space.addWriter', request));
      fail(await (await visit(space.chain.key)).call('space.addWriter', request), 'forbidden');
      fail(await space.owner.call('space.addWriter', { ...request, spaceId: supply.id() }), 'forbidden');
    });

    it('[REL-2] never list a removed writer again', async () => {
      const space = await open();
      const removed = await addWriter(space, supply);
      await nextEpoch(space, supply.key(), [removed.writerId]);
      const request = { spaceId: space.spaceId, writerKey: removed.key.publicKey };
      fail(await space.owner.call('space.addWriter', request), 'unlisted');
    });

    it('[REL-3] tell a writer and the admin where a writer stands, and others nothing', async () => {
      const space = await open();
      await write(space, 2);
      const other = await addWriter(space, supply);
      const ask = (visitor: Visitor, key: TestKey) =>
        visitor.call('space.writer', { spaceId: space.spaceId, writerKey: key.publicKey });
      const here = { space: true, epoch: 1, seq: 3 };
      const own = await visit(space.chain.key);
      expect(succeed(await ask(own, space.chain.key))).toEqual({ ...here, listed: true, wseq: 3 });
      expect(succeed(await ask(space.owner, other.key))).toEqual({ ...here, listed: true, wseq: 0 });
      expect(succeed(await ask(space.owner, supply.key()))).toEqual({ ...here, listed: false, wseq: 0 });
      fail(await ask(own, other.key), 'forbidden');
    });

    it('[REL-3] do not exist for keys they do not list', async () => {
      const space = await open();
      const removed = await addWriter(space, supply);
      await nextEpoch(space, supply.key(), [removed.writerId]);
      const nothing = { space: false, listed: false, epoch: 0, wseq: 0, seq: 0 };
      for (const [key, spaceId] of [
        [removed.key, space.spaceId],
        [supply.key(), space.spaceId],
        [supply.key(), supply.id<'space'>()],
      ] as const) {
        const visitor = await visit(key);
        const request = { spaceId, writerKey: key.publicKey };
        expect(succeed(await visitor.call('space.writer', request))).toEqual(nothing);
      }
    });
  });

  describe('deleting', () => {
    it('[REL-13] drops what stands before a control envelope, and goes on where it was', async () => {
      const space = await open();
      const { spaceId, owner } = space;
      const old = await write(space, 3);
      await nextEpoch(space, supply.key());
      await write(space, 2);
      const before = 5;
      succeed(await owner.call('space.drop', { spaceId, before }));
      succeed(await owner.call('space.drop', { spaceId, before }));
      const left = await pull(owner, space, space.reader);
      expect(left.envelopes.map(({ seq }) => seq)).toEqual([5, 6, 7]);
      expect(left.more).toBe(false);
      const here = { spaceId, writerKey: space.chain.key.publicKey };
      expect(succeed(await owner.call('space.writer', here))).toMatchObject({ epoch: 2, wseq: 7, seq: 7 });
      // A late repeat of what was dropped does not bring it back.
      const repeat = await owner.call('space.append', { spaceId, envelopes: old });
      expect(repeat.ok).toBe(false);
      await write(space, 1);
      expect((await pull(owner, space, space.reader)).envelopes.map(({ seq }) => seq)).toEqual([5, 6, 7, 8]);
    });

    it('[REL-13] drops nothing before data, before what is not there, and for nobody but the admin', async () => {
      const space = await open();
      const { spaceId, owner, chain, reader } = space;
      await write(space, 2);
      for (const before of [0, 2, 3, 4, 99])
        fail(await owner.call('space.drop', { spaceId, before }), 'conflict');
      const stranger = await visit(chain.key, reader);
      fail(await stranger.call('space.drop', { spaceId, before: 1 }), 'forbidden');
      fail(await owner.call('space.drop', { spaceId: supply.id(), before: 1 }), 'forbidden');
      expect((await pull(owner, space, reader)).envelopes).toHaveLength(3);
    });

    it('[REL-14] removes a space as it was seen, and says the same of one that is not there', async () => {
      const space = await open();
      const { spaceId, owner, admin, reader, chain } = space;
      await write(space, 2);
      const request = { spaceId, adminKey: admin.publicKey, lastSeq: 3 };
      const other = supply.key();
      const stranger = await visit(other, chain.key);
      fail(await stranger.call('space.remove', request), 'forbidden');
      succeed(await stranger.call('space.remove', { ...request, adminKey: other.publicKey }));
      fail(await owner.call('space.remove', { ...request, lastSeq: 2 }), 'conflict');
      expect((await pull(owner, space, reader)).envelopes).toHaveLength(3);
      succeed(await owner.call('space.remove', request));
      succeed(await owner.call('space.remove', request));
      expect(await pull(owner, space, reader)).toMatchObject(QUIET);
      const here = { spaceId, writerKey: chain.key.publicKey };
      expect(succeed(await stranger.call('space.writer', here))).toMatchObject({ space: false });
    });

    it('[REL-1] [REL-2] a space that begins anew goes on from a later epoch, and its writers from where they were', async () => {
      const space = await open();
      const { spaceId, owner, admin, chain } = space;
      await write(space, 2);
      succeed(await owner.call('space.remove', { spaceId, adminKey: admin.publicKey, lastSeq: 3 }));
      succeed(await owner.call('space.create', { spaceId, adminKey: admin.publicKey, epoch: 1 }));
      const after = { wseq: chain.wseq, envelopeId: chain.head };
      succeed(await owner.call('space.addWriter', { spaceId, writerKey: chain.key.publicKey, after }));
      space.seq = 0;
      await nextEpoch(space, supply.key());
      await write(space, 1);
      expect(space).toMatchObject({ epoch: 2, seq: 2 });
    });
  });

  describe('appending', () => {
    it('[REL-5] gives positions from 1, one after the other, across writers', async () => {
      const space = await open();
      const other = await addWriter(space, supply);
      const guest = await visit(other.key);
      await write(space, 2);
      const envelopes = [other.push(1), other.push(1)];
      const { seqs } = succeed(await guest.call('space.append', { spaceId: space.spaceId, envelopes }));
      expect(seqs).toEqual([4, 5]);
      const { envelopes: all } = await pull(space.owner, space, space.reader);
      expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
      expect(all.slice(3).map(({ bytes }) => bytes)).toEqual(envelopes);
    });

    it('[REL-6] counts what is stored already as done', async () => {
      const space = await open();
      const { spaceId, owner } = space;
      const first = await write(space, 3);
      const again = [...first.slice(1), space.chain.push(1)];
      expect(succeed(await owner.call('space.append', { spaceId, envelopes: again })).seqs).toEqual([
        3, 4, 5,
      ]);
      expect(succeed(await owner.call('space.append', { spaceId, envelopes: first })).seqs).toEqual([
        2, 3, 4,
      ]);
      expect((await pull(owner, space, space.reader)).envelopes).toHaveLength(5);
    });

    it('[REL-6] answers different bytes at a stored position with what is stored', async () => {
      const space = await open();
      const { spaceId, owner, chain } = space;
      const statement = chain.head;
      const [stored] = await write(space, 1);
      await write(space, 1);
      const other = chain.next(1, { wseq: 2, prev: statement });
      const refusal = fail(await owner.call('space.append', { spaceId, envelopes: [other] }), 'conflict');
      expect(refusal).toMatchObject({ wseq: 2, stored });
    });

    it('[REL-6] answers a gap with the last position', async () => {
      const space = await open();
      await write(space, 1);
      const envelopes = [space.chain.next(1, { wseq: 4 })];
      const refusal = fail(
        await space.owner.call('space.append', { spaceId: space.spaceId, envelopes }),
        'conflict',
      );
      expect(refusal).toEqual({ error: 'conflict', wseq: 2 });
    });

    it('[REL-6] answers a wrong predecessor with the envelope that stands there', async () => {
      const space = await open();
      const [stored] = await write(space, 1);
      const envelopes = [space.chain.next(1, { prev: supply.bytes(32) })];
      const refusal = fail(
        await space.owner.call('space.append', { spaceId: space.spaceId, envelopes }),
        'conflict',
      );
      expect(refusal).toEqual({ error: 'conflict', wseq: 2, stored });
    });

    it('[REL-7] stores a batch as a whole or not at all', async () => {
      const space = await open();
      const { spaceId, owner, chain } = space;
      const good = chain.next(1);
      const gap = chain.next(1, { wseq: chain.wseq + 3 });
      fail(await owner.call('space.append', { spaceId, envelopes: [good, gap] }), 'conflict');
      const request = { spaceId, writerKey: chain.key.publicKey };
      expect(succeed(await owner.call('space.writer', request))).toMatchObject({ wseq: 1, seq: 1 });
    });

    it('[REL-8] refuses data of an epoch that is over, but not what it stored in time', async () => {
      const space = await open();
      const { spaceId, owner, chain } = space;
      const stored = await write(space, 1);
      await nextEpoch(space, supply.key());
      expect(succeed(await owner.call('space.append', { spaceId, envelopes: stored })).seqs).toEqual([2]);
      const refusal = fail(
        await owner.call('space.append', { spaceId, envelopes: [chain.next(1)] }),
        'stale-epoch',
      );
      expect(refusal).toEqual({ error: 'stale-epoch', epoch: 2 });
    });

    it('[REL-8] refuses data of an epoch that was not opened', async () => {
      const space = await open();
      const request = { spaceId: space.spaceId, envelopes: [space.chain.next(2)] };
      expect(fail(await space.owner.call('space.append', request), 'conflict')).toEqual({
        error: 'conflict',
        epoch: 1,
      });
      const [admin, key] = [supply.key(), supply.key()];
      const early = await visit(admin, key);
      const chain = new Chain(supply, supply.id(), key);
      const { spaceId } = chain;
      succeed(await early.call('space.create', { spaceId, adminKey: admin.publicKey }));
      succeed(await early.call('space.addWriter', { spaceId, writerKey: key.publicKey }));
      expect(
        fail(await early.call('space.append', { spaceId, envelopes: [chain.next(1)] }), 'conflict'),
      ).toMatchObject({
        epoch: 0,
      });
    });

    it('[REL-11] needs the writer key, and answers alike for a removed writer and for no space', async () => {
      const space = await open();
      const removed = await addWriter(space, supply);
      const guest = await visit(removed.key);
      await nextEpoch(space, supply.key(), [removed.writerId]);
      const { spaceId } = space;
      const refused = fail(
        await guest.call('space.append', { spaceId, envelopes: [removed.next(2)] }),
        'unlisted',
      );
      const nowhere = new Chain(supply, supply.id(), removed.key);
      const request = { spaceId: nowhere.spaceId, envelopes: [nowhere.next(1)] };
      expect(fail(await guest.call('space.append', request), 'unlisted')).toEqual(refused);
      fail(await guest.call('space.append', { spaceId, envelopes: [space.chain.next(2)] }), 'forbidden');
    });

    it('[REL-11] lets the admin put back what another wrote, where it fits into the chain of a listed writer', async () => {
      const space = await open();
      const chain = await addWriter(space, supply);
      const removed = await addWriter(space, supply);
      const admin = await visit(space.admin);
      const { spaceId } = space;
      const envelopes = [chain.push(1), chain.push(1)];
      const { seqs } = succeed(await admin.call('space.append', { spaceId, envelopes }));
      expect(succeed(await admin.call('space.append', { spaceId, envelopes })).seqs).toEqual(seqs);
      expect(
        succeed(await (await visit(chain.key)).call('space.append', { spaceId, envelopes })).seqs,
      ).toEqual(seqs);
      const bent = chain.next(1, { wseq: 9 });
      fail(await admin.call('space.append', { spaceId, envelopes: [bent] }), 'conflict');
      space.seq = seqs.at(-1)!;
      await nextEpoch(space, supply.key(), [removed.writerId]);
      fail(await admin.call('space.append', { spaceId, envelopes: [removed.next(2)] }), 'unlisted');
      const elsewhere = new Chain(supply, supply.id(), chain.key);
      const request = { spaceId: elsewhere.spaceId, envelopes: [elsewhere.next(1)] };
      fail(await admin.call('space.append', request), 'forbidden');
    });

    it('[REL-12] takes data envelopes of one writer and this space, of a lawful size', async () => {
      const space = await open();
      const { spaceId, owner, chain } = space;
      const second = await addWriter(space, supply);
      succeed(await owner.prove(second.key));
      const batches = [
        [],
        [chain.next(1, { kind: 'control' })],
        [chain.next(1, { kind: 'snapshot' })],
        [chain.next(1, { spaceId: supply.id() })],
        [chain.next(1), second.next(1)],
        [chain.next(1).subarray(0, 140)],
        [supply.bytes(200)],
      ];
      for (const envelopes of batches) {
        fail(await owner.call('space.append', { spaceId, envelopes }), 'invalid');
      }
      const huge = chain.next(1, { size: LIMITS.envelopeBytes });
      expect(await owner.call('space.append', { spaceId, envelopes: [huge] })).toMatchObject({ ok: false });
      const largest = chain.push(1, { size: LIMITS.envelopeBytes - 132 });
      succeed(await owner.call('space.append', { spaceId, envelopes: [largest] }));
    });

    it('[REL-5] leaves no gap for readers beside eight writers at once', async () => {
      const space = await open();
      const chains = await Promise.all(Array.from({ length: 8 }, () => addWriter(space, supply)));
      let writing = true;
      const writers = chains.map(async (chain) => {
        const visitor = await visit(chain.key);
        for (let i = 0; i < 12; i++) {
          const envelopes = [chain.push(1), chain.push(1)];
          succeed(await visitor.call('space.append', { spaceId: space.spaceId, envelopes }));
        }
      });
      const seen: number[] = [];
      const reading = (async () => {
        for (let last = false; !last;) {
          last = !writing;
          const { envelopes } = await pull(space.owner, space, space.reader, seen.at(-1) ?? 0);
          seen.push(...envelopes.map(({ seq }) => seq));
        }
      })();
      await Promise.all(writers);
      writing = false;
      await reading;
      expect(seen).toEqual(Array.from({ length: 1 + 8 * 24 }, (_, i) => i + 1));
    });
  });

  describe('epochs', () => {
    it('[REL-9] replace the read key and remove writers in one step', async () => {
      const space = await open();
      const before = space.reader;
      const removed = await addWriter(space, supply);
      const guest = await visit(removed.key, before);
      await nextEpoch(space, supply.key(), [removed.writerId]);
      await write(space, 1);
      expect(await pull(guest, space, before)).toMatchObject(QUIET);
      fail(
        await guest.call('space.append', { spaceId: space.spaceId, envelopes: [removed.next(2)] }),
        'unlisted',
      );
      expect((await pull(space.owner, space, space.reader)).envelopes).toHaveLength(3);
    });

    it('[REL-9] are harmless to repeat', async () => {
      const space = await open();
      const request = epochRequest(space, supply.key());
      const { seq } = succeed(await space.owner.call('space.epoch', request));
      expect(succeed(await space.owner.call('space.epoch', request))).toEqual({ seq });
      const at = { spaceId: space.spaceId, writerKey: space.chain.key.publicKey };
      expect(succeed(await space.owner.call('space.writer', at))).toMatchObject({ epoch: 2, seq });
    });

    it('[REL-9] come one after the other, directly after what their statement knows', async () => {
      const space = await open();
      await write(space, 1);
      const { owner, chain } = space;
      const request = epochRequest(space, supply.key());
      const conflict = { error: 'conflict', epoch: 1 };
      for (const change of [
        { afterSeq: 1 },
        { afterSeq: 3 },
        { envelope: chain.next(1, { kind: 'control' }) },
        { envelope: chain.next(3, { kind: 'control' }) },
      ]) {
        expect(fail(await owner.call('space.epoch', { ...request, ...change }), 'conflict')).toEqual(
          conflict,
        );
      }
      succeed(await owner.call('space.epoch', request));
    });

    it('[REL-9] keep to the chain of their writer', async () => {
      const space = await open();
      const request = epochRequest(space, supply.key());
      const bent = { ...request, envelope: space.chain.next(2, { kind: 'control', wseq: 5 }) };
      expect(fail(await space.owner.call('space.epoch', bent), 'conflict')).toMatchObject({ wseq: 1 });
    });

    it('[REL-9] need the admin key and a listed writer', async () => {
      const space = await open();
      const request = epochRequest(space, supply.key());
      fail(await (await visit(space.chain.key)).call('space.epoch', request), 'forbidden');
      fail(await (await visit(supply.key())).call('space.epoch', request), 'forbidden');
      const unlisted = new Chain(supply, space.spaceId, supply.key());
      succeed(await space.owner.prove(unlisted.key));
      const foreign = { ...request, envelope: unlisted.next(2, { kind: 'control' }) };
      fail(await space.owner.call('space.epoch', foreign), 'unlisted');
      const data = { ...request, envelope: space.chain.next(2) };
      fail(await space.owner.call('space.epoch', data), 'invalid');
      const elsewhere = {
        ...request,
        envelope: space.chain.next(2, { kind: 'control', spaceId: supply.id() }),
      };
      fail(await space.owner.call('space.epoch', elsewhere), 'invalid');
    });

    it('[REL-9] let one of several that race win', async () => {
      const space = await open();
      const requests = [1, 2, 3, 4].map(() => epochRequest(space, supply.key()));
      const results = await Promise.all(requests.map((request) => space.owner.call('space.epoch', request)));
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      for (const result of results) if (!result.ok) fail(result, 'conflict');
    });

    it('[REL-9] [REL-8] never mix with the appends that race them', async () => {
      const space = await open();
      const { spaceId, owner } = space;
      const chains = await Promise.all([1, 2, 3].map(() => addWriter(space, supply)));
      succeed(await owner.prove(...chains.map((chain) => chain.key)));
      for (let round = 0; round < 8; round++) {
        const reader = supply.key();
        const request = epochRequest(space, reader);
        const appends = chains.map(async (chain) => {
          const envelope = chain.next(space.epoch);
          const result = await owner.call('space.append', { spaceId, envelopes: [envelope] });
          if (result.ok) chain.accept(envelope);
          else fail(result, 'stale-epoch');
        });
        // One statement, with each guess at how many appends come before it. At most one guess is right.
        const guesses = [0, 1, 2, 3].map((more) =>
          owner.call('space.epoch', { ...request, afterSeq: space.seq + more }),
        );
        const [opened] = await Promise.all([Promise.all(guesses), ...appends]);
        for (const guess of opened) if (!guess.ok) fail(guess, 'conflict');
        const at = { spaceId, writerKey: space.chain.key.publicKey };
        space.seq = succeed(await owner.call('space.writer', at)).seq;
        if (!opened.some((guess) => guess.ok)) {
          space.seq = succeed(await owner.call('space.epoch', { ...request, afterSeq: space.seq })).seq;
        }
        space.chain.accept(request.envelope);
        space.epoch += 1;
        space.reader = reader;
        succeed(await owner.prove(reader));
      }
      const { envelopes } = await pull(owner, space, space.reader);
      let epoch = 0;
      for (const { bytes } of envelopes) {
        const parsed = parseEnvelope(bytes);
        if (!parsed.ok) throw new Error(parsed.error);
        const { header } = parsed.value;
        expect(header.epoch).toBe(header.kind === 'control' ? epoch + 1 : epoch);
        epoch = header.epoch;
      }
      expect(epoch).toBe(9);
    });

    it('[REL-9] can hand the space to another admin key', async () => {
      const space = await open();
      const heir = supply.key();
      const request = { ...epochRequest(space, supply.key()), adminKey: heir.publicKey };
      succeed(await space.owner.call('space.epoch', request));
      const addition = { spaceId: space.spaceId, writerKey: supply.key().publicKey };
      fail(await space.owner.call('space.addWriter', addition), 'forbidden');
      succeed(await (await visit(heir)).call('space.addWriter', addition));
    });
  });

  describe('pulling', () => {
    it('[REL-4] is the same for a quiet, an unknown, a stale and an unproved space', async () => {
      const space = await open();
      const stale = space.reader;
      await nextEpoch(space, supply.key());
      await write(space, 2);
      const current = space.reader;
      const reader = await visit(stale);
      for (const [key, spaceId] of [
        [stale, space.spaceId],
        [current, space.spaceId],
        [stale, supply.id<'space'>()],
      ] as const) {
        expect(await pull(reader, { spaceId }, key)).toEqual({ spaceId, ...QUIET });
      }
      expect(await pull(space.owner, space, current, space.seq)).toEqual({
        spaceId: space.spaceId,
        ...QUIET,
      });
    });

    it('[REL-10] answers every space asked for, in order', async () => {
      const [a, b] = [await open(), await open()];
      const visitor = await visit(a.reader, b.reader);
      const ask = (space: typeof a) => ({
        spaceId: space.spaceId,
        readKey: space.reader.publicKey,
        after: 0,
      });
      const { spaces } = succeed(await visitor.call('space.pull', { spaces: [ask(b), ask(a), ask(b)] }));
      expect(spaces.map(({ spaceId }) => spaceId)).toEqual([b.spaceId, a.spaceId, b.spaceId]);
      expect(spaces.map(({ envelopes }) => envelopes.length)).toEqual([1, 1, 1]);
    });

    it('[REL-10] stops at the limits and says that there is more', async () => {
      const space = await open();
      for (let i = 0; i < 5; i++) await write(space, LIMITS.appendEnvelopes);
      const first = await pull(space.owner, space, space.reader);
      expect(first.envelopes).toHaveLength(LIMITS.pullEnvelopes);
      expect(first.more).toBe(true);
      const rest = await pull(space.owner, space, space.reader, first.envelopes.at(-1)!.seq);
      expect(rest.envelopes).toHaveLength(space.seq - LIMITS.pullEnvelopes);
      expect(rest.more).toBe(false);
    });

    it('[REL-10] carries at most about 4 MiB over all spaces', async () => {
      const [a, b] = [await open(), await open()];
      for (const space of [a, b]) {
        for (let i = 0; i < 3; i++) await write(space, 6, 200 * 1024);
      }
      const visitor = await visit(a.reader, b.reader);
      const ask = (space: typeof a) => ({
        spaceId: space.spaceId,
        readKey: space.reader.publicKey,
        after: 1,
      });
      const { spaces } = succeed(await visitor.call('space.pull', { spaces: [ask(a), ask(b)] }));
      const sizes = spaces.map(({ envelopes }) => envelopes.length);
      expect(sizes[0]).toBe(18);
      expect(sizes[1]).toBeLessThan(18);
      expect(spaces.map(({ more }) => more)).toEqual([false, true]);
      const rest = await pull(visitor, b, b.reader, 1 + sizes[1]!);
      expect(rest.envelopes).toHaveLength(18 - sizes[1]!);
    });
  });
}
