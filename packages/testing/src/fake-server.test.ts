import { seededRandom, TestClock } from '@holdfast/base';
import { describe, expect, it } from 'vitest';
import { FakeServer } from './fake-server.ts';
import { serverContract } from './server-contract.ts';
import {
  fail,
  nodeSha256,
  nodeVerify,
  openSpace,
  pull,
  succeed,
  Supply,
  Visitor,
  write,
} from './server-contract/kit.ts';

const make = (clock = new TestClock()) =>
  new FakeServer({ random: seededRandom(7), clock, sha256: nodeSha256, verify: nodeVerify });

serverContract('fake, in memory', async () => {
  const clock = new TestClock();
  const server = make(clock);
  return {
    transport: server.transportFor(),
    advance: (ms) => clock.advance(ms),
    pass: (ms) => clock.advance(ms),
    away(ms) {
      clock.advance(ms);
      server.wasAway(ms);
    },
    goBack: () => server.restore(server.snapshot()),
    now: () => clock.now(),
    stop() {},
  };
});

describe('fake server', () => {
  it('forgets sessions in a restart, and nothing else', async () => {
    const server = make();
    const supply = new Supply(seededRandom(1));
    const space = await openSpace(server.transportFor(), supply);
    await write(space, 2);
    const listener = space.owner.live();
    await listener.heard({ type: 'ready' });
    server.restart();
    await expect.poll(() => listener.closed).toBe(true);
    fail(await space.owner.call('space.pull', { spaces: [] }), 'unauthorised');
    const back = await Visitor.open(server.transportFor(), space.reader);
    expect((await pull(back, space, space.reader)).envelopes).toHaveLength(3);
    expect(back.opened.generation).toBe(space.owner.opened.generation);
  });

  it('[OPS-3] goes back to a snapshot under a new generation', async () => {
    const server = make();
    const supply = new Supply(seededRandom(2));
    const space = await openSpace(server.transportFor(), supply);
    await write(space, 1);
    const backup = server.snapshot();
    await write(space, 5);
    server.restore(backup);
    const back = await Visitor.open(server.transportFor(), space.reader, space.chain.key);
    expect((await pull(back, space, space.reader)).envelopes).toHaveLength(2);
    expect(back.opened.serverId).toBe(space.owner.opened.serverId);
    expect(back.opened.generation).not.toBe(space.owner.opened.generation);
    const at = { spaceId: space.spaceId, writerKey: space.chain.key.publicKey };
    expect(succeed(await back.call('space.writer', at))).toMatchObject({ wseq: 2, seq: 2 });
  });

  it('goes back in silence, or on in two copies that say they are one', async () => {
    const server = make();
    const supply = new Supply(seededRandom(3));
    const space = await openSpace(server.transportFor(), supply);
    const backup = server.snapshot();
    await write(space, 2);
    server.goBack(backup);
    fail(await space.owner.call('space.pull', { spaces: [] }), 'unauthorised');
    const copy = make();
    copy.takeOver(server.snapshot());
    for (const one of [server, copy]) {
      const back = await Visitor.open(one.transportFor(), space.reader);
      expect((await pull(back, space, space.reader)).envelopes).toHaveLength(1);
      expect(back.opened).toMatchObject({
        serverId: space.owner.opened.serverId,
        generation: space.owner.opened.generation,
      });
    }
  });
});
