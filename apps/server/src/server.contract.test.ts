import { serverContract } from '@holdfast/testing/server-contract';
import { startTestServer } from './test-support/server.ts';

serverContract('Holdfast over HTTP on PostgreSQL', async () => {
  const server = await startTestServer();
  return {
    transport: server.transport,
    advance: (ms) => server.clock.advance(ms),
    pass: (ms) => server.pass(ms),
    away: (ms) => server.away(ms),
    goBack: () => server.goBack(),
    now: () => server.clock.now(),
    stop: () => server.stop(),
  };
});
