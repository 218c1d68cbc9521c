import { concat, seededRandom, unwrap } from '@holdfast/base';
import { LIMITS } from '@holdfast/protocol';
import type { StoredEnvelope } from '@holdfast/protocol';
import { evilHousehold, lineSeenBy, todaySpace } from '@holdfast/testing/evil-household';
import type { EvilHousehold } from '@holdfast/testing/evil-household';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import type { Phone } from '@holdfast/testing/household';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './inspect.ts';

const MiB = 1024 * 1024;
const random = seededRandom(51);

let home: EvilHousehold;
beforeEach(async () => {
  home = await evilHousehold(fakePrimitives(seededRandom(50)));
});

const storedBytes = async (of: Phone): Promise<number> =>
  unwrap(await of.storage.scan('')).reduce((sum, [, value]) => sum + value.length, 0);
const refusedOnes = async (of: Phone): Promise<number> =>
  unwrap(await of.storage.scan('s/')).filter(([key]) => key.includes('/q/')).length;
const reading = (of: Phone, spaceId: string) => accountBehind(of.api)!.spaces.get(spaceId as never)!.replica;

/** A well-formed envelope of a writer nobody knows, which names another before it. */
function forged(like: Uint8Array, size: number): Uint8Array {
  const header = like.slice(0, 132);
  header.set(random.bytes(16), 24);
  new DataView(header.buffer).setBigUint64(40, 9n);
  new DataView(header.buffer).setUint32(128, size);
  return concat(header, new Uint8Array(size).fill(7));
}

describe('a server, or somebody in a pair, that sends a flood', () => {
  it('[REP-1] takes no more than 8 MiB of a phone, and the next line arrives', async () => {
    home = await evilHousehold(await sodiumPrimitives(seededRandom(52)));
    const { sam, ana } = home;
    const { spaceId } = todaySpace(sam);
    const like = home.evil.server.state.spaces.get(spaceId)!.log.at(-1)!;
    const before = await storedBytes(ana);
    let sent = 0;
    const end = home.pulling(spaceId, () =>
      Array.from({ length: 40 }, (_, i): StoredEnvelope => {
        const junk = concat(random.bytes(16), new Uint8Array(LIMITS.envelopeBytes - 16));
        const bytes = i % 2 ? junk : forged(like, LIMITS.envelopeBytes - 132);
        sent += bytes.length;
        return { seq: 1, bytes };
      }),
    );
    for (let round = 0; round < 2; round++) unwrap(await ana.api.sync());
    end();
    expect(sent).toBeGreaterThan(19 * MiB);
    expect((await storedBytes(ana)) - before).toBeLessThan(8 * MiB + 64 * 1024);
    expect(await refusedOnes(ana)).toBe(0);
    expect(reading(ana, spaceId).refused).toBeGreaterThan(35);
    unwrap(await sam.api.setTodayLine('After the flood.'));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    expect(await lineSeenBy(ana)).toBe('After the flood.');
    // Opened and closed as often as one likes, it does not grow.
    let again = ana;
    const full = await storedBytes(ana);
    for (let n = 0; n < 2; n++) {
      again = again.reopen();
      unwrap(await again.api.unlock());
      unwrap(await again.api.sync());
    }
    expect(await storedBytes(again)).toBeLessThan(full + 1024);
    expect(await lineSeenBy(again)).toBe('After the flood.');
  });

  /** Sam writes so many lines, and the server gives the first of them last. */
  async function firstComesLast(lines: number, junk: readonly StoredEnvelope[] = []): Promise<void> {
    const { sam, ana } = home;
    const { spaceId, cursor } = todaySpace(sam);
    for (let n = 1; n <= lines; n++) {
      unwrap(await sam.api.setTodayLine(`Line ${n}.`));
      unwrap(await sam.api.sync());
    }
    let late: StoredEnvelope | undefined;
    const end = home.pulling(spaceId, (list) => {
      const first = list.find(({ seq }) => seq === cursor + 1);
      if (first) late = first;
      if (list.length > 0 || !late) return [...junk, ...list.filter((one) => one !== first)];
      const now = [late];
      late = undefined;
      return now;
    });
    unwrap(await ana.api.sync());
    end();
  }

  it('[REP-1] what had no room to wait is pulled again when there is some: nothing honest is lost', async () => {
    const { sam, ana } = home;
    await firstComesLast(1_100);
    expect(reading(ana, todaySpace(sam).spaceId).heldCount).toBe(0);
    expect(await lineSeenBy(ana)).toBe('Line 1100.');
    const again = ana.reopen();
    unwrap(await again.api.unlock());
    expect(await lineSeenBy(again)).toBe('Line 1100.');
  }, 120_000);

  it('[REP-1] and at the next opening, where others have taken the room for good', async () => {
    const { sam, ana } = home;
    const { spaceId } = todaySpace(sam);
    const like = home.evil.server.state.spaces.get(spaceId)!.log.at(-1)!;
    const junk = Array.from({ length: 1_000 }, () => ({ seq: 1, bytes: forged(like, 400) }));
    await firstComesLast(3, junk);
    expect(reading(ana, spaceId).heldCount).toBe(1_000);
    expect(await lineSeenBy(ana)).toBe('Line 1.');
    const again = ana.reopen();
    unwrap(await again.api.unlock());
    unwrap(await again.api.sync());
    expect(await lineSeenBy(again)).toBe('Line 3.');
  });

  it('[REP-1] of what contradicts, it keeps 16 as proof, each once', async () => {
    const { sam, ana } = home;
    const replica = todaySpace(sam);
    const put = (line: string) => ({ op: 'put', type: 'today', id: 'current', fields: { line } });
    const two = Array.from({ length: 20 }, (_, n) => replica.seal('data', [put(`No ${n}.`)] as never)!);
    let seq = replica.cursor;
    const end = home.pulling(replica.spaceId, () => two.map((bytes) => ({ seq: ++seq, bytes })));
    for (let round = 0; round < 3; round++) unwrap(await ana.api.sync());
    end();
    expect(await ana.api.status()).toMatchObject({ alarm: 'chain' });
    expect(await refusedOnes(ana)).toBe(16);
    expect(unwrap(await ana.api.evidence())).toHaveLength(16);
  });
});
