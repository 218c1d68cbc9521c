import { seededRandom, unwrap } from '@holdfast/base';
import { evilHousehold, lineSeenBy, todaySpace } from '@holdfast/testing/evil-household';
import type { EvilHousehold } from '@holdfast/testing/evil-household';
import type { Phone } from '@holdfast/testing/household';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './inspect.ts';

const DAY = '2026-11-21';
const CHECK_IN = { urge: 6, mood: 'low', sleep: 'badly', contact: null, words: 'Tired.', day: DAY } as const;
const p = await sodiumPrimitives(seededRandom(43));

let home: EvilHousehold;
const logOf = (one: Phone) => home.evil.server.state.spaces.get(todaySpace(one).spaceId)!.log;
/** What a new phone finds at the server, with a card alone. */
async function foundByCard(card: string): Promise<Phone> {
  const next = home.buy();
  unwrap(await next.api.recover(card));
  unwrap(await next.api.sync());
  return next;
}
async function written(): Promise<{ sam: Phone; ana: Phone; card: string }> {
  const { sam, ana } = home;
  const card = unwrap(await sam.api.makeCard()).groups.join('');
  unwrap(await sam.api.sync());
  return { sam, ana, card };
}

beforeEach(async () => {
  home = await evilHousehold(p);
});

describe('a server that goes back to an earlier state and keeps quiet', () => {
  it('ATK-13 [REP-2] is noticed by one round though nobody writes, and gets back what it lost', async () => {
    const { sam, ana, card } = await written();
    const yesterday = home.evil.server.snapshot();
    unwrap(await sam.api.setTodayLine('Written after the copy.'));
    unwrap(await sam.api.checkIn(CHECK_IN));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    const before = logOf(sam).length;
    home.evil.rollBack(yesterday);
    expect(logOf(sam)).toHaveLength(before - 1);
    unwrap(await sam.api.sync());
    expect(await sam.api.status()).toMatchObject({ setBack: true, alarm: 'none', onlyHere: 0 });
    expect(logOf(sam)).toHaveLength(before);
    // Another phone, which has nothing but the card and the server.
    const next = await foundByCard(card);
    expect(await next.api.todayLine()).toBe('Written after the copy.');
    expect(await next.api.records('check-in')).toHaveLength(1);
    // The reader sees no alarm of her own: a space that is quiet and one she was let go from look the same.
    unwrap(await ana.api.sync());
    expect(await lineSeenBy(ana)).toBe('Written after the copy.');
    expect(await ana.api.status()).toMatchObject({ setBack: false, heldBack: false, alarm: 'none' });
  });

  it('ATK-13 [REP-2] is noticed after a restart, said for seven days and after another restart, and once', async () => {
    const { sam, card } = await written();
    const yesterday = home.evil.server.snapshot();
    unwrap(await sam.api.setTodayLine('Written after the copy.'));
    unwrap(await sam.api.sync());
    home.evil.rollBack(yesterday);
    const later = sam.reopen();
    unwrap(await later.api.unlock());
    unwrap(await later.api.sync());
    expect(await later.api.status()).toMatchObject({ setBack: true, onlyHere: 0 });
    const log = logOf(later).length;
    const again = later.reopen();
    unwrap(await again.api.unlock());
    home.clock.advance(3_600_000);
    unwrap(await again.api.sync());
    expect(logOf(again)).toHaveLength(log);
    expect(await again.api.status()).toMatchObject({ setBack: true });
    expect(accountBehind(again.api)!.device.setBack.times).toBe(1);
    home.clock.advance(7 * 86_400_000);
    unwrap(await again.api.sync());
    expect(await again.api.status()).toMatchObject({ setBack: false });
    expect(await (await foundByCard(card)).api.todayLine()).toBe('Written after the copy.');
  });

  it('ATK-13 [REP-2] is noticed when something is written, which goes out after what was lost', async () => {
    const { sam, ana, card } = await written();
    const yesterday = home.evil.server.snapshot();
    unwrap(await sam.api.setTodayLine('Written after the copy.'));
    unwrap(await sam.api.checkIn(CHECK_IN));
    unwrap(await sam.api.sync());
    home.evil.rollBack(yesterday);
    unwrap(await sam.api.setTodayLine('Written after the fall.'));
    unwrap(await sam.api.sync());
    expect(await sam.api.status()).toMatchObject({ setBack: true, onlyHere: 0 });
    unwrap(await ana.api.sync());
    expect(await lineSeenBy(ana)).toBe('Written after the fall.');
    const next = await foundByCard(card);
    expect(await next.api.todayLine()).toBe('Written after the fall.');
    expect(await next.api.records('check-in')).toHaveLength(1);
  });

  it('ATK-13 [REP-2] goes back before a space, and before the card: both are there again', async () => {
    const { sam } = home;
    const yesterday = home.evil.server.snapshot();
    unwrap(await sam.api.checkIn(CHECK_IN));
    const card = unwrap(await sam.api.makeCard()).groups.join('');
    unwrap(await sam.api.sync());
    home.evil.rollBack(yesterday);
    unwrap(await sam.api.sync());
    expect(await sam.api.status()).toMatchObject({ setBack: true, onlyHere: 0 });
    expect(await (await foundByCard(card)).api.records('check-in')).toHaveLength(1);
  });

  it('[REP-2] goes back once more before what was sent again was read: that is noticed too', async () => {
    const { sam, card } = await written();
    const yesterday = home.evil.server.snapshot();
    unwrap(await sam.api.setTodayLine('Written after the copy.'));
    unwrap(await sam.api.sync());
    home.evil.rollBack(yesterday);
    const { device } = accountBehind(sam.api)!;
    let sentAgain = false;
    const end = home.evil.twist(({ verb }) => {
      const { setBack, generation } = accountBehind(sam.api)!.device;
      sentAgain ||= setBack.times > device.setBack.times && generation !== device.generation;
      return sentAgain && verb === 'space.pull' ? { ok: false, error: { error: 'offline' } } : undefined;
    });
    expect((await sam.api.sync()).ok).toBe(false);
    end();
    expect(sentAgain).toBe(true);
    home.evil.rollBack(yesterday);
    for (let n = 0; n < 2; n++) unwrap(await sam.api.sync());
    expect(accountBehind(sam.api)!.device.setBack.times).toBe(2);
    expect(await (await foundByCard(card)).api.todayLine()).toBe('Written after the copy.');
  });

  it.each(['in the same round', 'in the same round, where the answer to it was lost before'])(
    '[REP-2] goes back once more right after something was sent again, %s: that is noticed too',
    async (how) => {
      const { sam, card } = await written();
      const yesterday = home.evil.server.snapshot();
      unwrap(await sam.api.save('person', { name: 'Maria', number: '087 123' }));
      unwrap(await sam.api.sync());
      home.evil.rollBack(yesterday);
      const isHome = (request: object) =>
        'spaceId' in request && request.spaceId === accountBehind(sam.api)!.home.spaceId;
      if (how !== 'in the same round') {
        let lost = false;
        const end = home.evil.twist(({ verb, request }) => {
          if (lost || verb !== 'space.append' || !isHome(request)) return undefined;
          lost = true;
          return { ok: false, error: { error: 'offline' } };
        });
        expect((await sam.api.sync()).ok).toBe(false);
        end();
      }
      let back = false;
      const end = home.evil.twist(({ verb, request, answer }) => {
        const has =
          verb === 'space.writer' && answer.ok && answer.value.wseq > 0 && how !== 'in the same round';
        if (back || !isHome(request) || !(has || verb === 'space.append')) return undefined;
        back = true;
        home.evil.rollBack(yesterday);
        return undefined;
      });
      for (let n = 0; n < 3; n++) await sam.api.sync();
      end();
      expect(back).toBe(true);
      expect(await sam.api.status()).toMatchObject({ setBack: true, onlyHere: 0, alarm: 'none' });
      expect(await (await foundByCard(card)).api.records('person')).toHaveLength(1);
    },
  );

  it('ATK-13 [REP-2] puts something else at a place it gave before: a reader reads the space again', async () => {
    const { sam, ana, card } = await written();
    const yesterday = home.evil.server.snapshot();
    unwrap(await sam.api.setTodayLine('Written after the copy.'));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());
    // Another phone of Sam's writes where the lost line stood, before Sam's own phone has sent it again.
    home.evil.rollBack(yesterday);
    const second = await foundByCard(card);
    // After another one, so that it is the later of the two and not one of two at once.
    unwrap(await second.api.setTodayLine('First from the second phone.'));
    unwrap(await second.api.sync());
    unwrap(await second.api.setTodayLine('From the second phone.'));
    unwrap(await second.api.sync());
    unwrap(await ana.api.sync());
    expect(await ana.api.status()).toMatchObject({ alarm: 'none', setBack: false });
    expect(await lineSeenBy(ana)).toBe('From the second phone.');
  });

  it('[REP-2] an honest server that was restored, stopped or quiet for a year raises no alarm', async () => {
    const { sam, ana } = await written();
    const yesterday = home.evil.server.snapshot();
    unwrap(await sam.api.setTodayLine('Written after the copy.'));
    for (const one of [sam, ana]) unwrap(await one.api.sync());
    home.evil.server.restart();
    for (const one of [sam, ana]) unwrap(await one.api.sync());
    home.clock.advance(365 * 86_400_000);
    for (const one of [sam, ana]) unwrap(await one.api.sync());
    home.evil.server.restore(yesterday);
    for (const one of [ana, sam, ana, sam]) unwrap(await one.api.sync());
    for (const one of [sam, ana])
      expect(await one.api.status()).toMatchObject({ setBack: false, alarm: 'none' });
    expect(await lineSeenBy(ana)).toBe('Written after the copy.');
  });

  it('[REP-2] a round in which nothing changed asks for the top of each space and stores nothing', async () => {
    const { sam } = await written();
    unwrap(await sam.api.sync());
    const calls = home.evil.heard.length;
    const stored = await sam.storage.scan('s/');
    unwrap(await sam.api.sync());
    const heard = home.evil.heard.slice(calls).map(({ verb }) => verb);
    expect(heard).toEqual(['account.read', ...heard.slice(1).map(() => 'space.pull')]);
    expect(await sam.storage.scan('s/')).toEqual(stored);
  });
});
