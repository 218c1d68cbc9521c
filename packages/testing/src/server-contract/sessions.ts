import { LIMITS } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import type { TestKey } from './kit.ts';
import { fail, openSpace, succeed, Visitor } from './kit.ts';

const HOUR = 3_600_000;

export function sessionRules(context: Context): void {
  const { supply } = context;
  const visit = (...keys: readonly TestKey[]) => Visitor.open(context.server.transport, ...keys);
  /** Something that only a session which holds `key` may do. */
  const canUse = async (visitor: Visitor, key: TestKey): Promise<boolean> =>
    (await visitor.call('space.create', { spaceId: supply.id(), adminKey: key.publicKey })).ok;

  describe('sessions', () => {
    it('[AUT-2] open with a fresh token and nonce and the same server and generation', async () => {
      const [a, b] = [await visit(), await visit()];
      expect(a.opened.token).not.toEqual(b.opened.token);
      expect(a.opened.nonce).not.toEqual(b.opened.nonce);
      expect(a.opened.serverId).toBe(b.opened.serverId);
      expect(a.opened.generation).toBe(b.opened.generation);
      expect(Math.abs(a.opened.now - context.server.now())).toBeLessThan(5_000);
    });

    it('[AUT-2] hold the keys that were proved, and no others', async () => {
      const [held, other] = [supply.key(), supply.key()];
      const visitor = await visit(held);
      expect(await canUse(visitor, held)).toBe(true);
      expect(await canUse(visitor, other)).toBe(false);
      expect(await canUse(await visit(), held)).toBe(false);
    });

    it('[AUT-1] refuse a proof for another origin, session or key', async () => {
      const key = supply.key();
      const [visitor, other] = [await visit(), await visit()];
      const elsewhere = visitor.proofOf(key, 'https://elsewhere.example');
      const replayed = other.proofOf(key);
      const foreign = { ...visitor.proofOf(key), publicKey: supply.key().publicKey };
      for (const proof of [elsewhere, replayed, foreign]) {
        fail(await visitor.call('session.prove', { proofs: [proof] }), 'forbidden');
      }
      expect(await canUse(visitor, key)).toBe(false);
    });

    it('[AUT-2] count all proofs of a call or none', async () => {
      const [good, bad] = [supply.key(), supply.key()];
      const visitor = await visit();
      const proofs = [visitor.proofOf(good), { ...visitor.proofOf(bad), signature: supply.bytes(64) }];
      fail(await visitor.call('session.prove', { proofs }), 'forbidden');
      expect(await canUse(visitor, good)).toBe(false);
    });

    it('[AUT-2] take no more proofs at once than the limit', async () => {
      const visitor = await visit();
      const proof = visitor.proofOf(supply.key());
      const proofs = Array.from({ length: LIMITS.proofs + 1 }, () => proof);
      fail(await visitor.call('session.prove', { proofs }), 'invalid');
    });

    it('[AUT-3] are unknown without their token', async () => {
      const key = supply.key();
      const { transport } = context.server;
      const request = { spaceId: supply.id<'space'>(), adminKey: key.publicKey };
      fail(await transport.call('space.create', request), 'unauthorised');
      fail(await transport.call('space.create', request, supply.bytes(32)), 'unauthorised');
    });

    it('[AUT-3] end after an hour without use, and after twelve in any case', async () => {
      const key = supply.key();
      const [idle, busy] = [await visit(key), await visit(key)];
      for (let i = 0; i < 23; i++) {
        context.server.advance(HOUR / 2);
        expect(await canUse(busy, key)).toBe(true);
      }
      fail(await idle.call('space.pull', { spaces: [] }), 'unauthorised');
      context.server.advance(HOUR / 2);
      fail(await busy.call('space.pull', { spaces: [] }), 'unauthorised');
    });

    it('[AUT-2] keep what is stored when they end', async () => {
      const space = await openSpace(context.server.transport, supply);
      context.server.advance(2 * HOUR);
      const back = await visit(space.admin, space.chain.key);
      const request = { spaceId: space.spaceId, writerKey: space.chain.key.publicKey };
      expect(succeed(await back.call('space.writer', request))).toMatchObject({ space: true, epoch: 1 });
    });
  });
}
