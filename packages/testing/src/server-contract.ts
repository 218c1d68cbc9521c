import { seededRandom } from '@holdfast/base';
import { afterAll, beforeAll, describe } from 'vitest';
import { accountRules } from './server-contract/accounts.ts';
import { blobRules } from './server-contract/blobs.ts';
import type { Context, ContractServer } from './server-contract/context.ts';
import { inviteRules } from './server-contract/invites.ts';
import { Supply } from './server-contract/kit.ts';
import { liveRules } from './server-contract/live.ts';
import { mailboxRules } from './server-contract/mailboxes.ts';
import { recoveryRules } from './server-contract/recovery.ts';
import { relayRules } from './server-contract/relay.ts';
import { sessionRules } from './server-contract/sessions.ts';
import { timerRules } from './server-contract/timers.ts';

export type { ContractServer } from './server-contract/context.ts';

/**
 * What every server must do, said through Transport alone, so that the real one over HTTP and the fake one in
 * memory keep the same rules. Rule numbers are those of apps/server/SPEC.md and packages/protocol/SPEC.md.
 */
export function serverContract(name: string, makeServer: () => Promise<ContractServer>): void {
  describe(`server contract: ${name}`, () => {
    let server: ContractServer;
    const context: Context = {
      get server() {
        return server;
      },
      supply: new Supply(seededRandom(2026)),
    };
    beforeAll(async () => {
      server = await makeServer();
    });
    afterAll(() => server.stop());

    sessionRules(context);
    accountRules(context);
    relayRules(context);
    blobRules(context);
    inviteRules(context);
    mailboxRules(context);
    recoveryRules(context);
    timerRules(context);
    liveRules(context);
  });
}
