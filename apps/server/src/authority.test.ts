import { seededRandom } from '@holdfast/base';
import type { Request, Verb } from '@holdfast/protocol';
import { accountIdOf, AUTHORITY, VERBS } from '@holdfast/protocol';
import type { TestKey } from '@holdfast/testing/server-contract-kit';
import { epochRequest, nodeSha256, succeed, Supply, Visitor } from '@holdfast/testing/server-contract-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from './test-support/server.ts';
import { startTestServer } from './test-support/server.ts';
import type { Stage } from './test-support/stage.ts';
import { setStage } from './test-support/stage.ts';
import { READING } from './verbs.ts';

/** Who asks, by the keys their session has proved. */
const ACTORS = {
  nobody: () => [],
  'expired token': everyKey,
  'session without keys': () => [],
  'wrong secret': () => [],
  'other account': (stage) => [stage.supply.key(), stage.supply.key(), stage.supply.key()],
  'removed member': (stage) => [stage.staleReader, stage.removedWriter.key],
  'revoked device': (stage) => [stage.revokedDevice],
  'revoked device with root': (stage) => [stage.revokedDevice, stage.root],
  device: (stage) => [stage.device],
  method: (stage) => [stage.method],
  root: (stage) => [stage.root, stage.freshRoot],
  'root and device': (stage) => [stage.root, stage.freshRoot, stage.device],
  reader: (stage) => [stage.space.reader],
  writer: (stage) => [stage.space.chain.key],
  admin: (stage) => [stage.space.admin],
  'admin and writer': (stage) => [stage.space.admin, stage.space.chain.key],
  'invite owner': (stage) => [stage.inviteOwner],
  'invite guest': (stage) => [stage.inviteGuest],
  'mailbox owner': (stage) => [stage.mailboxOwner],
  'mailbox poster': (stage) => [stage.poster],
  'cancel key': (stage) => [stage.canceller],
  'poster with cancel key': (stage) => [stage.poster, stage.canceller],
  requester: (stage) => [stage.requester],
  'requester on the phone': (stage) => [stage.requester, stage.askingPhone],
  approver: (stage) => [stage.approver],
  everyone: everyKey,
} as const satisfies Record<string, (stage: Stage) => TestKey[]>;
type Actor = keyof typeof ACTORS;

function everyKey(stage: Stage): TestKey[] {
  const { root, freshRoot, device, method, space, inviteOwner, inviteGuest } = stage;
  const { mailboxOwner, poster, canceller, requester, askingPhone, approver } = stage;
  return [
    root,
    freshRoot,
    device,
    method,
    space.reader,
    space.chain.key,
    space.admin,
    inviteOwner,
    inviteGuest,
    mailboxOwner,
    poster,
    canceller,
    requester,
    askingPhone,
    approver,
  ];
}

/** What a cell of the table says. 'no news' and 'no space' are answers of 200 that tell nothing. */
type Cell = 'yes' | 'forbidden' | 'unauthorised' | 'unlisted' | 'no news' | 'no space';
type Row = Record<Actor, Cell>;

const WITHOUT_SESSION = { nobody: 'unauthorised', 'expired token': 'unauthorised' } as const;
/** A row: these actors may, all others get `rest`. */
function row(may: readonly Actor[], rest: Cell = 'forbidden', exceptions: Partial<Row> = {}): Row {
  const cells = (Object.keys(ACTORS) as Actor[]).map(
    (actor) => [actor, may.includes(actor) ? 'yes' : rest] as const,
  );
  return { ...(Object.fromEntries(cells) as Row), ...WITHOUT_SESSION, ...exceptions };
}

const EXPECTED: Record<Verb, Row> = {
  'session.open': row([], 'yes', { nobody: 'yes', 'expired token': 'yes' }),
  'session.prove': row([], 'yes'),
  'account.create': row(['root', 'root and device', 'everyone']),
  'account.read': row(['device', 'root and device', 'method', 'everyone']),
  'account.find': row(['method', 'everyone']),
  'account.write': row(['root and device', 'everyone']),
  'account.alert': row(['device', 'root and device', 'everyone']),
  'account.remove': row(['root and device', 'everyone']),
  'space.create': row(['admin', 'admin and writer', 'everyone']),
  'space.addWriter': row(['admin', 'admin and writer', 'everyone']),
  'space.drop': row(['admin', 'admin and writer', 'everyone']),
  'space.remove': row(['admin', 'admin and writer', 'everyone']),
  'space.epoch': row(['admin', 'admin and writer', 'everyone']),
  'space.append': row(['writer', 'admin', 'admin and writer', 'everyone'], 'forbidden', {
    'removed member': 'unlisted',
  }),
  'space.pull': row(['reader', 'everyone'], 'no news'),
  'space.writer': row(['writer', 'admin', 'admin and writer', 'everyone'], 'forbidden', {
    'removed member': 'no space',
  }),
  'space.putChunk': row(['writer', 'admin and writer', 'everyone'], 'forbidden', {
    'removed member': 'unlisted',
  }),
  'space.chunks': row(['reader', 'everyone'], 'no news'),
  'space.removeBlob': row(['writer', 'admin and writer', 'everyone'], 'forbidden', {
    'removed member': 'unlisted',
  }),
  'invite.create': row(['invite owner', 'everyone']),
  'invite.open': row(['invite guest', 'everyone']),
  'invite.answer': row(['invite guest', 'everyone']),
  'invite.read': row(['invite owner', 'invite guest', 'everyone']),
  'invite.complete': row(['invite owner', 'everyone']),
  'invite.cancel': row(['invite owner', 'everyone']),
  'mailbox.open': row(['mailbox owner', 'everyone']),
  'mailbox.read': row(['mailbox owner', 'everyone']),
  'mailbox.take': row(['mailbox owner', 'everyone']),
  'mailbox.close': row(['mailbox owner', 'everyone']),
  'due.set': row(['poster with cancel key', 'everyone']),
  'due.cancel': row(['cancel key', 'poster with cancel key', 'everyone']),
  'push.key': row([], 'yes'),
  'push.set': row(['mailbox owner', 'everyone']),
  'push.remove': row(['mailbox owner', 'everyone']),
  'recovery.arm': row(['root and device', 'everyone']),
  'recovery.disarm': row(['root and device', 'everyone']),
  'recovery.status': row(['device', 'root and device', 'method', 'everyone']),
  'recovery.present': row(['device', 'root and device', 'method', 'everyone']),
  'recovery.veto': row(['device', 'root and device', 'method', 'everyone']),
  'recovery.request': row(['requester on the phone', 'everyone']),
  'recovery.cancel': row(['requester on the phone', 'everyone']),
  'recovery.look': row(['approver', 'everyone']),
  'recovery.approve': row(['approver', 'everyone']),
  'recovery.read': row(['requester on the phone', 'everyone']),
  'recovery.release': row(['requester on the phone', 'everyone']),
};

/** A lawful request of each verb about things of the stage, as this actor would make it. */
function requestOf(stage: Stage, verb: Verb, actor: Actor, visitor: Visitor | undefined): Request<Verb> {
  const { supply, account, freshRoot, space, invite, removedWriter, methodKey } = stage;
  const chain = actor === 'removed member' ? removedWriter : space.chain;
  const reader = actor === 'removed member' ? stage.staleReader : space.reader;
  const { spaceId } = space;
  const { requestId } = stage.request;
  const approverKey = stage.approver.publicKey;
  const chunk = supply.bytes(50);
  const blobOf = (key: TestKey) => ({ spaceId, writerKey: key.publicKey, blobId: stage.blobId });
  const requests: { [V in Verb]: () => Request<V> } = {
    'session.open': () => ({}),
    'session.prove': () => ({ proofs: visitor === undefined ? [] : [visitor.proofOf(supply.key())] }),
    'account.create': () => ({
      accountId: accountIdOf(nodeSha256, freshRoot.publicKey),
      rootKey: freshRoot.publicKey,
      vault: supply.bytes(10),
      keys: [{ publicKey: supply.key().publicKey, kind: 'device', record: supply.bytes(10) }],
    }),
    'account.read': () => ({ accountId: account.accountId }),
    'account.find': () => ({ locator: methodKey.locator! }),
    'account.write': () => account,
    'account.alert': () => ({ accountId: account.accountId }),
    'account.remove': () => ({ accountId: account.accountId, rootKey: account.rootKey }),
    'space.drop': () => ({ spaceId, before: space.seq - 1 }),
    'space.remove': () => ({ spaceId, adminKey: space.admin.publicKey, lastSeq: space.seq }),
    'space.create': () => ({ spaceId: supply.id(), adminKey: space.admin.publicKey }),
    'space.addWriter': () => ({ spaceId: space.spaceId, writerKey: supply.key().publicKey }),
    'space.epoch': () => epochRequest(space, supply.key()),
    'space.append': () => ({ spaceId: space.spaceId, envelopes: [chain.next(space.epoch)] }),
    'space.pull': () => ({ spaces: [{ spaceId: space.spaceId, readKey: reader.publicKey, after: 0 }] }),
    'space.writer': () => ({ spaceId: space.spaceId, writerKey: chain.key.publicKey }),
    'space.putChunk': () => ({ ...blobOf(chain.key), blobId: supply.id(), index: 0, total: 1, chunk }),
    'space.chunks': () => ({ spaceId: space.spaceId, key: reader.publicKey, blobId: stage.blobId, from: 0 }),
    'space.removeBlob': () => ({ ...blobOf(chain.key) }),
    'invite.create': () => ({ ...invite, inviteId: supply.id<'invite'>() }),
    'invite.open': () => ({ inviteId: invite.inviteId }),
    'invite.answer': () => ({ inviteId: invite.inviteId, answer: supply.bytes(10) }),
    'invite.read': () => ({ inviteId: invite.inviteId }),
    'invite.complete': () => ({ inviteId: invite.inviteId, completion: supply.bytes(10) }),
    'invite.cancel': () => ({ inviteId: invite.inviteId }),
    'mailbox.open': () => ({ ...stage.mailbox, mailboxId: supply.id<'mailbox'>() }),
    'mailbox.read': () => ({ mailboxId: stage.mailbox.mailboxId }),
    'mailbox.take': () => ({ mailboxId: stage.mailbox.mailboxId, itemIds: [] }),
    'mailbox.close': () => ({ mailboxId: stage.mailbox.mailboxId, ownerKey: stage.mailbox.ownerKey }),
    'due.set': () => stage.due,
    'due.cancel': () => ({ groupId: stage.due.groupId }),
    'push.key': () => ({}),
    'push.set': () => stage.slot,
    'push.remove': () => ({ mailboxId: stage.mailbox.mailboxId, slotId: stage.slot.slotId }),
    'recovery.arm': () => stage.recovery,
    'recovery.disarm': () => ({ accountId: account.accountId, rootKey: account.rootKey }),
    'recovery.status': () => ({ accountId: account.accountId }),
    'recovery.present': () => ({ accountId: account.accountId, requestId, mine: false }),
    'recovery.veto': () => ({ accountId: account.accountId }),
    'recovery.request': () => ({ ...stage.request, requestId: supply.id<'recovery'>() }),
    'recovery.cancel': () => ({ requestId }),
    'recovery.look': () => ({ locator: stage.recovery.locator, approverKey }),
    'recovery.approve': () => ({ requestId, approverKey, sealed: supply.bytes(90) }),
    'recovery.read': () => ({ requestId }),
    'recovery.release': () => ({ requestId }),
  };
  return requests[verb]();
}

describe('authority', () => {
  let server: TestServer;
  const supply = new Supply(seededRandom(31));
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('[AUT-2] every verb has its key, its row and its route', async () => {
    const verbs = Object.keys(VERBS).toSorted();
    expect(Object.keys(EXPECTED).toSorted()).toEqual(verbs);
    expect(Object.keys(AUTHORITY).toSorted()).toEqual(verbs);
    for (const verb of verbs) {
      const answer = await fetch(`${server.origin}/api/v1/${verb}`, { method: 'POST' });
      expect(answer.status, verb).not.toBe(404);
      expect(answer.status, verb).toBe(verb === 'session.open' ? 400 : 401);
    }
  });

  it('[MSG-1] nothing else is a verb', async () => {
    for (const path of [
      'toString',
      'constructor',
      '__proto__',
      'space.destroy',
      'session.open/',
      'session.open/x',
      '',
    ]) {
      const answer = await fetch(`${server.origin}/api/v1/${path}`, { method: 'POST' });
      expect(answer.status, path).toBe(404);
    }
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      expect((await fetch(`${server.origin}/api/v1/session.open`, { method })).status, method).toBe(404);
    }
  });

  for (const verb of Object.keys(VERBS) as Verb[]) {
    it(`[AUT-2] ${verb}: ${AUTHORITY[verb]}`, async () => {
      const seen: Partial<Record<Actor, string>> = {};
      // Where asking changes nothing that the next one meets, all of them meet one stage.
      const isShared = verb.startsWith('recovery.') && verb !== 'recovery.cancel';
      const shared = READING.has(verb) || isShared ? await newStage(verb) : undefined;
      for (const actor of Object.keys(ACTORS) as Actor[])
        seen[actor] = await ask(shared ?? (await newStage(verb)), verb, actor);
      expect(seen).toEqual(EXPECTED[verb]);
    });
  }

  const newStage = (verb: Verb): Promise<Stage> =>
    setStage(server.transport, supply, server.clock.now(), verb.startsWith('recovery.'));

  async function ask(stage: Stage, verb: Verb, actor: Actor): Promise<Cell> {
    const { transport, clock } = server;
    if (verb === 'invite.complete') {
      const guest = await Visitor.open(transport, stage.inviteGuest);
      succeed(
        await guest.call('invite.answer', { inviteId: stage.invite.inviteId, answer: supply.bytes(9) }),
      );
    }
    const visitor = actor === 'nobody' ? undefined : await Visitor.open(transport, ...ACTORS[actor](stage));
    if (actor === 'wrong secret') {
      for (const { publicKey } of everyKey(stage)) {
        const proof = { publicKey, signature: visitor!.proofOf(supply.key()).signature };
        await visitor!.call('session.prove', { proofs: [proof] });
      }
    }
    if (actor === 'expired token') clock.advance(3_600_000);
    const request = requestOf(stage, verb, actor, visitor);
    const result = await transport.call(verb, request, visitor?.opened.token);
    // Too early, but asked by the one who may.
    if (!result.ok && verb === 'recovery.release' && result.error.error === 'conflict') return 'yes';
    if (!result.ok) return result.error.error as Cell;
    const { value } = result;
    if ('chunks' in value) return value.chunks.length > 0 ? 'yes' : 'no news';
    if ('spaces' in value) return value.spaces[0]!.envelopes.length > 0 ? 'yes' : 'no news';
    return 'space' in value && !value.space ? 'no space' : 'yes';
  }
});
