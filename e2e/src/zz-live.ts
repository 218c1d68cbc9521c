import { systemRandom, systemTimers, systemClock, unwrap } from '@holdfast/base';
import { httpTransport, MemoryStorage } from '@holdfast/sync';
import { MemoryDeviceKey } from '@holdfast/testing/household';
import { createClient } from '@holdfast/client';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { startHost } from './host.ts';
const host = await startHost();
const primitives = await sodiumPrimitives(systemRandom);
const mk = (n: string) => {
  const transport = httpTransport({
    origin: host.origin,
    fetch: async (i, init) => {
      const r = await fetch(i as any, init as any);
      console.log(n, String(i).split('/v1/')[1], r.status);
      return r;
    },
    openSocket: (u) => {
      console.log(n, 'socket');
      const w = new WebSocket(u);
      w.addEventListener('close', (e) => console.log(n, 'closed', e.code));
      return w;
    },
    timers: systemTimers,
  });
  return createClient({
    primitives,
    storage: new MemoryStorage(),
    transport,
    deviceKey: new MemoryDeviceKey(primitives),
    clock: systemClock,
    timers: systemTimers,
  });
};
const sam = mk('sam'),
  ana = mk('ana');
unwrap(await sam.start('own', '2026-11-21'));
await sam.goOnline();
await new Promise((r) => setTimeout(r, 1500));
const { ticket } = unwrap(await sam.invite({ name: 'Ana', how: 'link', language: 'en' }));
await new Promise((r) => setTimeout(r, 1000));
console.log('--- ana');
unwrap(await ana.start('supporter', '2026-11-21'));
await ana.goOnline();
unwrap(await ana.acceptInvite(ticket, 'Ana'));
for (let i = 0; i < 10; i++) {
  await new Promise((r) => setTimeout(r, 500));
  console.log((await sam.invites()).map((x) => x.state));
}
await host.remove();
process.exit(0);
