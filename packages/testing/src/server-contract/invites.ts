import { LIMITS } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import type { TestKey } from './kit.ts';
import { fail, succeed, Visitor } from './kit.ts';

const HOUR = 3_600_000;

export function inviteRules(context: Context): void {
  const { supply } = context;
  const visit = (...keys: readonly TestKey[]) => Visitor.open(context.server.transport, ...keys);

  /** An open invite, with both sides in session. */
  async function invite(hours = 48) {
    const [ownerKey, guestKey] = [supply.key(), supply.key()];
    const [owner, guest] = [await visit(ownerKey), await visit(guestKey)];
    const create = {
      inviteId: supply.id<'invite'>(),
      ownerKey: ownerKey.publicKey,
      guestKey: guestKey.publicKey,
      offer: supply.bytes(400),
      expiresAt: context.server.now() + hours * HOUR,
    };
    succeed(await owner.call('invite.create', create));
    const { inviteId } = create;
    const named = { inviteId };
    const answer = { inviteId, answer: supply.bytes(300) };
    const completion = { inviteId, completion: supply.bytes(200) };
    return { ownerKey, guestKey, owner, guest, create, named, answer, completion };
  }

  describe('invites', () => {
    it('[INV-1] are created by their owner; a repeat is harmless, another under the same id is refused', async () => {
      const { owner, guest, create, ownerKey } = await invite();
      succeed(await owner.call('invite.create', create));
      fail(await owner.call('invite.create', { ...create, offer: supply.bytes(3) }), 'conflict');
      fail(await guest.call('invite.create', create), 'forbidden');
      fail(await guest.call('invite.create', { ...create, ownerKey: create.guestKey }), 'forbidden');
      const late = { ...create, inviteId: supply.id<'invite'>(), expiresAt: context.server.now() - HOUR };
      fail(await (await visit(ownerKey)).call('invite.create', late), 'expired');
    });

    it('[INV-2] show the offer to whoever holds the link, as often as they look', async () => {
      const { owner, guest, named, create } = await invite();
      expect(succeed(await guest.call('invite.open', named)).offer).toEqual(create.offer);
      expect(succeed(await guest.call('invite.open', named)).offer).toEqual(create.offer);
      fail(await owner.call('invite.open', named), 'forbidden');
      expect(succeed(await guest.call('invite.read', named))).toEqual({ state: 'open' });
    });

    it('[INV-3] are spent by the first answer; only the same one may come again', async () => {
      const { guest, owner, named, answer } = await invite();
      succeed(await guest.call('invite.answer', answer));
      succeed(await guest.call('invite.answer', answer));
      fail(await guest.call('invite.answer', { ...answer, answer: supply.bytes(9) }), 'used');
      fail(await guest.call('invite.open', named), 'used');
      expect(succeed(await owner.call('invite.read', named))).toEqual({
        state: 'answered',
        answer: answer.answer,
      });
      expect(succeed(await guest.call('invite.read', named))).toEqual({ state: 'answered' });
    });

    it('[INV-3] let one of several simultaneous answers win', async () => {
      const { guest, answer } = await invite();
      const results = await Promise.all(
        [1, 2, 3, 4].map((size) => guest.call('invite.answer', { ...answer, answer: supply.bytes(size) })),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    });

    it('[INV-5] carry the completion to the guest, and drop the answer', async () => {
      const { guest, owner, named, answer, completion } = await invite();
      fail(await owner.call('invite.complete', completion), 'conflict');
      succeed(await guest.call('invite.answer', answer));
      fail(await guest.call('invite.complete', completion), 'forbidden');
      succeed(await owner.call('invite.complete', completion));
      succeed(await owner.call('invite.complete', completion));
      fail(await owner.call('invite.complete', { ...completion, completion: supply.bytes(5) }), 'used');
      const read = succeed(await guest.call('invite.read', named));
      expect(read).toEqual({ state: 'completed', completion: completion.completion });
      expect(succeed(await owner.call('invite.read', named))).toEqual({ state: 'completed' });
      succeed(await guest.call('invite.answer', answer));
      fail(await guest.call('invite.open', named), 'used');
    });

    it('[INV-6] can be cancelled until they are completed', async () => {
      for (const answered of [false, true]) {
        const { guest, owner, named, answer, completion } = await invite();
        if (answered) succeed(await guest.call('invite.answer', answer));
        fail(await guest.call('invite.cancel', named), 'forbidden');
        succeed(await owner.call('invite.cancel', named));
        succeed(await owner.call('invite.cancel', named));
        fail(await guest.call('invite.open', named), 'cancelled');
        fail(await guest.call('invite.answer', answer), 'cancelled');
        fail(await owner.call('invite.complete', completion), 'cancelled');
        expect(succeed(await owner.call('invite.read', named))).toEqual({ state: 'cancelled' });
      }
      const { guest, owner, named, answer, completion } = await invite();
      succeed(await guest.call('invite.answer', answer));
      succeed(await owner.call('invite.complete', completion));
      fail(await owner.call('invite.cancel', named), 'used');
    });

    it('[INV-2] expire, at the latest after the limit', async () => {
      const { guestKey, ownerKey, named, answer } = await invite(10_000);
      const answered = await invite();
      succeed(await answered.guest.call('invite.answer', answered.answer));
      context.server.advance(LIMITS.inviteHours * HOUR);
      const [guest, owner] = [await visit(guestKey), await visit(ownerKey)];
      fail(await guest.call('invite.open', named), 'expired');
      fail(await guest.call('invite.answer', answer), 'expired');
      expect(succeed(await owner.call('invite.read', named))).toEqual({ state: 'expired' });
      // One that was answered in time waits for its inviter.
      const inviter = await visit(answered.ownerKey);
      succeed(await inviter.call('invite.complete', answered.completion));
    });

    it('[INV-4] look the same to a stranger whether they exist or not', async () => {
      const { named, answer, completion } = await invite();
      const stranger = await visit(supply.key());
      const unknown = { inviteId: supply.id<'invite'>() };
      for (const { inviteId } of [named, unknown]) {
        for (const refused of [
          await stranger.call('invite.open', { inviteId }),
          await stranger.call('invite.read', { inviteId }),
          await stranger.call('invite.answer', { ...answer, inviteId }),
          await stranger.call('invite.complete', { ...completion, inviteId }),
          await stranger.call('invite.cancel', { inviteId }),
        ]) {
          expect(fail(refused, 'forbidden')).toEqual({ error: 'forbidden' });
        }
      }
    });
  });
}
