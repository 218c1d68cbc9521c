import type { HoldfastApi } from '@holdfast/client';
import { ok } from '@holdfast/base';
import { afterEach, expect, test, vi } from 'vitest';
import { Broken, connect, serve } from './rpc.ts';

const channels: MessageChannel[] = [];
function pair(api: Partial<HoldfastApi>, onChanged = () => {}) {
  const channel = new MessageChannel();
  channels.push(channel);
  channel.port1.start();
  channel.port2.start();
  const changed = serve(Promise.resolve(api as HoldfastApi), channel.port1);
  return { changed, ...connect(channel.port2, onChanged) };
}
afterEach(() => {
  for (const channel of channels.splice(0)) channel.port1.close();
});

test('a call crosses with its arguments and brings its answer back', async () => {
  const save = vi.fn(async () => ok({ id: 'p1' }));
  const { api } = pair({ save });
  expect(await api.save('person', { name: 'Maria', number: '087 123' })).toEqual(ok({ id: 'p1' }));
  expect(save).toHaveBeenCalledWith('person', { name: 'Maria', number: '087 123' });
});

test('answers find their own call, whatever their order', async () => {
  const resolvers: ((value: string[]) => void)[] = [];
  const { api } = pair({ sixWords: () => new Promise((resolve) => resolvers.push(resolve)) });
  const first = api.sixWords('a');
  const second = api.sixWords('b');
  await vi.waitFor(() => expect(resolvers).toHaveLength(2));
  resolvers[1]!(['second']);
  resolvers[0]!(['first']);
  expect([await first, await second]).toEqual([['first'], ['second']]);
});

test('a bug on the other side throws here, without the words it broke on', async () => {
  const { api } = pair({
    records: async () => {
      throw new TypeError('Maria 087 123');
    },
  });
  const failure = await api.records('person').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Broken);
  expect(String(failure)).not.toContain('Maria');
});

test('many changes at once are told once', async () => {
  const onChanged = vi.fn();
  const { changed, api } = pair({ records: async () => [] }, onChanged);
  for (let i = 0; i < 100; i++) changed();
  await api.records('person');
  await vi.waitFor(() => expect(onChanged).toHaveBeenCalled());
  expect(onChanged).toHaveBeenCalledTimes(1);
});

test('when the worker is ended, open and later calls fail instead of waiting for ever', async () => {
  const { api, end } = pair({ records: () => new Promise(() => {}) });
  const open = api.records('person');
  end();
  await expect(open).rejects.toBeInstanceOf(Broken);
  await expect(api.records('person')).rejects.toBeInstanceOf(Broken);
});
