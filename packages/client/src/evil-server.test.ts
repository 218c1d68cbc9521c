import type { Result } from '@holdfast/base';
import { concat, fromBase64Url, ok, seededRandom, toHex, unwrap } from '@holdfast/base';
import { parseEnvelope } from '@holdfast/protocol';
import type { EvilHousehold } from '@holdfast/testing/evil-household';
import { evilHousehold, lineSeenBy, todaySpace } from '@holdfast/testing/evil-household';
import type { EvilServer } from '@holdfast/testing/evil-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { findCanaries } from '@holdfast/testing/canary';
import type { Phone } from '@holdfast/testing/household';
import { provesAuthor } from '@holdfast/vault';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './client.ts';

const DAY = '2026-11-21';
const p = await sodiumPrimitives(seededRandom(41));
const CHECK_IN = { urge: 6, mood: 'low', sleep: 'badly', contact: null, words: 'Tired.', day: DAY } as const;

/** `npm run fuzz:long` asks for a million. */
const FRAMES = Number(process.env['HOLDFAST_FUZZ'] ?? 600);
/** Altered answers that one household has to bear. */
const HOUSEHOLD_FRAMES = 600;

let evil: EvilServer;
let home: EvilHousehold;
const accountOf = (one: Phone) => accountBehind(one.api)!;

beforeEach(async () => {
  home = await evilHousehold(p);
  evil = home.evil;
  expect(await lineSeenBy(home.ana)).toBe('A first line.');
});

describe('a server that misbehaves', () => {
  it('ATK-2 lets a writer of its own into a space: nobody takes what that one writes', async () => {
    const { sam, ana } = home;
    const stranger = home.buy();
    unwrap(await stranger.api.start('own', DAY));
    unwrap(await stranger.api.setTodayLine('Not hers.'));
    unwrap(await stranger.api.sync());
    const from = evil.server.state.spaces.get(todaySpace(stranger).spaceId)!;
    const to = evil.server.state.spaces.get(todaySpace(sam).spaceId)!;
    for (const [id, writer] of from.writers) to.writers.set(id, writer);
    to.log.push(...from.log);
    unwrap(await ana.api.sync());
    expect(await lineSeenBy(ana)).toBe('A first line.');
    unwrap(await sam.api.setTodayLine('A second line.'));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    expect(await lineSeenBy(ana)).toBe('A second line.');
  });

  it('ATK-3 ATK-4 lists a key of its own for the account: no master key is ever sealed to it', async () => {
    const { sam } = home;
    const { accountId } = accountOf(sam);
    const planted = { ...p.signKeys(p.random(32)) };
    const account = evil.server.state.accounts.get(accountId)!;
    const [first] = account.keys;
    evil.server.state.accounts.set(accountId, {
      ...account,
      keys: [...account.keys, { ...first!, publicKey: planted.publicKey }],
    });
    unwrap(await sam.api.makeCard());
    const after = evil.server.state.accounts.get(accountId)!.keys;
    expect(after.map((key) => toHex(key.publicKey))).not.toContain(toHex(planted.publicKey));
    expect(after).toHaveLength(2);
  });

  it('ATK-4 ATK-7 alters the record or the vault behind a card: nothing opens, and nothing says where it failed', async () => {
    const { sam } = home;
    const card = unwrap(await sam.api.makeCard());
    const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
    for (const part of ['record', 'vault'] as const)
      for (const at of [3, 40, 700, 1300]) {
        const end = evil.twist(({ verb, answer }) => {
          if (verb !== 'account.find' || !answer.ok) return undefined;
          const { vault, keys } = answer.value;
          return ok({
            ...answer.value,
            vault: part === 'vault' ? flip(vault, at) : vault,
            keys: part === 'record' ? keys.map((key) => ({ ...key, record: flip(key.record, at) })) : keys,
          });
        });
        const next = home.buy();
        expect(await next.api.recover(card.groups.join(''))).toEqual({
          ok: false,
          error: { code: 'refused' },
        });
        expect(await next.api.status()).toMatchObject({ phase: 'empty' });
        end();
      }
    const next = home.buy();
    unwrap(await next.api.recover(card.groups.join('')));
  });

  it('ATK-9 answers for one space with what another holds: every one is refused, and nothing is shown', async () => {
    const { sam, ana } = home;
    unwrap(await sam.api.checkIn(CHECK_IN));
    unwrap(await sam.api.sync());
    const other = evil.server.state.spaces.get(accountOf(sam).ownSpaces('check-ins')[0]!.spaceId)!;
    const { spaceId } = todaySpace(sam);
    let answers = 0;
    const swapped = other.log.map((bytes, i) => ({ seq: 1_000 + i, bytes }));
    const end = home.pulling(spaceId, () => (answers++ === 0 ? swapped : []));
    unwrap(await ana.api.sync());
    end();
    const reading = accountOf(ana).spaces.get(spaceId as never)!.replica;
    expect(reading.refused).toBe(other.log.length);
    expect(await lineSeenBy(ana)).toBe('A first line.');
  });

  it('ATK-12 never hears the secret of an invite, in any form', async () => {
    const { ticket } = home;
    const secret = ticket.split('.')[2]!;
    const bytes = fromBase64Url(secret)!;
    const everything = evil.heard.flatMap(({ request }) =>
      Object.values(request as object).filter(
        (value) => value instanceof Uint8Array || typeof value === 'string',
      ),
    );
    expect(everything.length).toBeGreaterThan(20);
    for (const value of everything) {
      const said = typeof value === 'string' ? Buffer.from(value) : Buffer.from(value as Uint8Array);
      expect(said.includes(Buffer.from(bytes))).toBe(false);
      expect(findCanaries([secret], said)).toEqual([]);
    }
  });

  it('ATK-14 shows a reader another history: the alarm is raised, sharing stops, and the proof names no word', async () => {
    const { sam, ana } = home;
    const replica = todaySpace(sam);
    const before = replica.writer;
    const put = (line: string) => ({ op: 'put', type: 'today', id: 'current', fields: { line } });
    const [one, other] = ['One.', 'Another.'].map((line) => replica.seal('data', [put(line)] as never)!);
    const { wseq } = unwrap(parseEnvelope(one!)).header;
    let seq = evil.server.state.spaces.get(replica.spaceId)!.log.length;
    const end = home.pulling(replica.spaceId, () => [one!, other!].map((bytes) => ({ seq: ++seq, bytes })));
    unwrap(await ana.api.sync());
    end();
    expect(await lineSeenBy(ana)).toBe('One.');
    expect(await ana.api.status()).toMatchObject({ alarm: 'chain' });
    const [found, ...more] = unwrap(await ana.api.evidence());
    expect(more).toEqual([]);
    expect(found).toMatchObject({ space: replica.spaceId, place: wseq, account: accountOf(sam).accountId });
    // Anybody can check it: both sides are signed by one device for one place, and differ.
    const deviceKey = fromBase64Url(found!.deviceKey)!;
    const headers = found!.sides.map((side) => {
      const [header, innerHash, signature] = [side.header, side.innerHash, side.signature].map((text) =>
        fromBase64Url(text)!,
      );
      expect(provesAuthor(p, header!, { innerHash: innerHash!, signature: signature! }, deviceKey)).toBe(
        true,
      );
      expect(provesAuthor(p, header!, { innerHash: p.random(32), signature: signature! }, deviceKey)).toBe(
        false,
      );
      // The whole envelope is not needed; a header alone is read with an empty one of its length behind it.
      const { ciphertextLength } = unwrap(parseEnvelope(one!)).header;
      return unwrap(parseEnvelope(concat(header!, new Uint8Array(ciphertextLength)))).header;
    });
    expect(headers[0]).toMatchObject({ writerId: before.writerId, wseq });
    expect(headers[1]).toMatchObject({ writerId: before.writerId, wseq });
    expect(found!.sides[0]).not.toEqual(found!.sides[1]);
    expect(findCanaries(['One.', 'Another.', 'A first line.'], Buffer.from(JSON.stringify(found)))).toEqual(
      [],
    );
    expect(unwrap(await sam.api.evidence())).toEqual([]);
  });

  it('ATK-15 [REP-3] holds one envelope back: the reader is told within minutes, and no longer once it has come', async () => {
    const { sam, ana } = home;
    const { spaceId, cursor } = todaySpace(sam);
    const end = home.pulling(spaceId, (list) => list.filter(({ seq }) => seq !== cursor + 1));
    for (const line of ['Held back.', 'Let through.']) {
      unwrap(await sam.api.setTodayLine(line));
      unwrap(await sam.api.sync());
    }
    unwrap(await ana.api.sync());
    expect(await lineSeenBy(ana)).toBe('A first line.');
    expect(await ana.api.status()).toMatchObject({ heldBack: false });
    home.clock.advance(60_000);
    unwrap(await ana.api.sync());
    expect(await ana.api.status()).toMatchObject({ heldBack: false });
    home.clock.advance(60_000);
    unwrap(await ana.api.sync());
    expect(await ana.api.status()).toMatchObject({ heldBack: true, alarm: 'none', setBack: false });
    end();
    const again = ana.reopen();
    unwrap(await again.api.unlock());
    unwrap(await again.api.sync());
    expect(await again.api.status()).toMatchObject({ heldBack: false });
    home.clock.advance(120_000);
    unwrap(await again.api.sync());
    expect(await lineSeenBy(again)).toBe('Let through.');
    expect(await again.api.status()).toMatchObject({ heldBack: false });
  });

  it('ATK-15 [REP-3] lets 999 of 1,000 through: what waits for the one that is missing is shown as missing', async () => {
    home = await evilHousehold(fakePrimitives(seededRandom(42)));
    const { sam, ana } = home;
    const { spaceId, cursor } = todaySpace(sam);
    const end = home.pulling(spaceId, (list) => list.filter(({ seq }) => seq !== cursor + 7));
    for (let n = 1; n <= 1_000; n++) {
      unwrap(await sam.api.setTodayLine(`Line ${n}.`));
      unwrap(await sam.api.sync());
    }
    unwrap(await ana.api.sync());
    expect(await lineSeenBy(ana)).toBe('Line 6.');
    home.clock.advance(119_000);
    unwrap(await ana.api.sync());
    end();
    home.clock.advance(1_000);
    expect(await ana.api.status()).toMatchObject({ heldBack: true });
    unwrap(await ana.api.sync());
    expect(await lineSeenBy(ana)).toBe('Line 1000.');
    expect(await ana.api.status()).toMatchObject({ heldBack: false });
  }, 60_000);

  it(
    `answers with altered frames, ${FRAMES} of them: nothing forged is taken, nothing breaks, and honesty heals it`,
    { timeout: 24 * 3_600_000 },
    async () => {
      const dice = seededRandom(7);
      const below = (n: number): number => new DataView(dice.bytes(4).buffer).getUint32(0) % n;
      for (let done = 0; done < FRAMES; done += HOUSEHOLD_FRAMES) {
        if (done > 0) home = await evilHousehold(p);
        await alter(Math.min(HOUSEHOLD_FRAMES, FRAMES - done), below);
      }
    },
  );

  async function alter(frames: number, below: (n: number) => number): Promise<void> {
    const { sam, ana } = home;
    let altered = 0;
    const end = home.evil.twist(({ answer }) => {
      if (!answer.ok || below(3) > 0) return undefined;
      altered += 1;
      return mutate(answer, below);
    });
    for (let round = 0; altered < frames; round++) {
      unwrap(await sam.api.setTodayLine(`Line ${round}.`));
      await sam.api.sync();
      await ana.api.sync();
      const line = await lineSeenBy(ana);
      expect(line === undefined || /^(A first line|Line \d+)\.$/.test(line)).toBe(true);
    }
    end();
    // A phone that was lied to may have gone on as a new writer or be behind; with an honest server it catches up.
    unwrap(await sam.api.setTodayLine('At last.'));
    home.clock.advance(3_600_000 * 2);
    for (let i = 0; i < 3; i++) for (const one of [sam, ana]) await one.api.sync();
    expect(await sam.api.todayLine()).toBe('At last.');
    expect(await sam.api.status()).toMatchObject({ phase: 'open' });
  }
});

/** Flips a bit, cuts or repeats one byte string somewhere in an answer. */
function mutate(answer: Extract<Result<unknown, never>, { ok: true }>, below: (n: number) => number) {
  const copy = structuredClone(answer);
  const places: { holder: Record<string, unknown>; name: string; bytes: Uint8Array }[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
    for (const [name, inner] of Object.entries(value))
      if (inner instanceof Uint8Array && inner.length > 0)
        places.push({ holder: value as Record<string, unknown>, name, bytes: inner });
      else walk(inner);
  };
  walk(copy);
  const place = places[below(places.length || 1)];
  if (!place) return copy as Result<object, never>;
  const { holder, name, bytes } = place;
  const at = below(bytes.length);
  const how = below(3);
  if (how === 0) holder[name] = bytes.map((byte, i) => (i === at ? byte ^ (1 << below(8)) : byte));
  else holder[name] = how === 1 ? bytes.slice(0, at) : concat(bytes, bytes.slice(at));
  return copy as Result<object, never>;
}
