import { fromHex, toHex, toId, utf8 } from '@holdfast/base';

import type { SpaceId } from '@holdfast/protocol';
import { encodeCbor, envelopeIdOf, writerIdOf } from '@holdfast/protocol';
import type { AccountVault } from './account-vault.ts';
import { sealJournalKey, sealVault } from './account-vault.ts';
import { sealBlob } from './blob.ts';
import { sealCarried } from './carried.ts';
import type { AccountView, StatementBody } from './chain.ts';
import { chainHead, deviceIdOf, readChain, signStatement } from './chain.ts';
import { sealCopy } from './copy.ts';
import { sealEnvelope } from './envelope.ts';
import { openOffer, sealAnswer, sealCompletion, sealOffer, sixWords, writeTicket } from './invite.ts';
import { deriveKey, epochKeys, readSeed, sealBox, sealTo, writerSeed } from './keys.ts';
import { KDF } from './labels.ts';
import type { NewPhone } from './link.ts';
import { createLink, openLinkOffer, sealLinkAnswer, sealLinkOffer, writeLink } from './link.ts';
import { createLock, sealLocal } from './local-lock.ts';
import { sealNotice } from './notice.ts';
import type { Primitives, SignKeys } from './primitives.ts';
import { writeCallCode, writeRecoveryCode } from './recovery-code.ts';
import { safetyNumber, squareHash, writeSquare } from './safety-number.ts';
import { createGenesis, keyCommitment, rosterCommitment, wrapFor } from './space.ts';
import { requestTranscript, sealApproval, sealShare, shareCommitment, trustedSecret } from './trusted.ts';
import { createDeviceMethod, createMethod, loginOf, methodRecord } from './unlock.ts';
import { WORD_LISTS } from './words.ts';

/**
 * One of everything the vault writes, from fixed inputs, for the frozen files in `vectors/`. What is sealed to a
 * public key draws chance inside libsodium, so that part is frozen to be opened, not to be made again.
 */

/** Bytes that are easy to write down: start, start + 7, start + 14 and so on, modulo 256. */
export const fill = (start: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => start + 7 * i);

/** The primitives with numbered bytes in place of chance: the first drawn bytes start at 0, the next at 1. */
export function counted(p: Primitives): Primitives {
  let draws = 0;
  return { ...p, random: (length) => fill(draws++, length) };
}

export const SECRET = fill(40, 16);
export const GUEST_SEED = fill(60, 32);
export const MASTER = { version: 2, key: fill(50, 32) };
export const LOCAL_KEY = fill(70, 32);
export const PIN = '482910';
export const GIFT_KEYS = [fill(80, 32), fill(81, 32)] as const;
export const JOURNAL_KEYS = [fill(95, 32), fill(96, 32)];
export const EPOCH_KEY = fill(2, 32);
export const CALL_CODES = [new Uint8Array(7), new Uint8Array(7).fill(255).fill(3, 0, 1), fill(0, 7)];
/** `fill(97, 32)` spread over three, any two of which give it back. */
const WHOLE = fill(97, 32);
export const HALF = fill(98, 32);
export const REQUEST_SEED = fill(99, 32);
export const REQUEST_ID = toId<'recovery'>(fill(100, 16));
export const CONFIG_ID = fill(101, 16);
export const SHARES = [
  '2b93299814ae2fa17d7e9fea433a5ce644e4a64abb2d9631606b50219179b03549',
  '5ab5bbaa2c866c7e50ed752cac1a8b328ca60842bf6806ee5891e81d440312a846',
  '6974b83f932ecab2edb895275934c182ee56f7c4fc21a922e766efe1a24c289479',
].map(fromHex);

export const COMPLETION = {
  epoch: 1,
  key: fill(90, 32),
  control: fill(91, 32),
  seq: 1,
  adminSeed: fill(92, 32),
};

export const LINK_SECRET = fill(103, 32);
export const NOTICE = {
  key: fill(104, 32),
  mailboxId: toId<'mailbox'>(fill(105, 16)),
  counter: 3,
  at: 1_800_000_000_000,
};
export const DEVICE_SECRET = fill(106, 32);
/** A phone that waits to be let in, from draws of its own. */
export const newPhone = (p: Primitives): NewPhone => createLink(counted(p));

function account(
  p: Primitives,
  start: number,
): { root: ReturnType<Primitives['signKeys']>; view: AccountView } {
  const root = p.signKeys(fill(start, 32));
  const encryptionKey = p.kemPublicKey(fill(start + 1, 32));
  const device = p.signKeys(fill(start + 2, 32)).publicKey;
  const bodies: StatementBody[] = [
    { type: 'genesis', rootKey: root.publicKey, encryptionKey },
    { type: 'addDevice', deviceKey: device },
    { type: 'addDevice', deviceKey: p.signKeys(fill(start + 3, 32)).publicKey },
    { type: 'revokeDevice', deviceKey: device },
    { type: 'rotateEncryptionKey', version: 2, encryptionKey: p.kemPublicKey(fill(start + 4, 32)) },
    { type: 'recovered' },
  ];
  let view: AccountView | undefined;
  for (const body of bodies) {
    const next = readChain(p, [...(view?.statements ?? []), signStatement(p, root, view, body)]);
    if (!next.ok) throw new Error(next.error);
    view = next.value;
  }
  return { root, view: view! };
}

/** What comes out the same every time. Each group is one file. */
export function deterministic(real: Primitives): Record<string, Record<string, unknown>> {
  const p = counted(real);
  const space = fill(1, 16);
  const epoch = epochKeys(p, space, 3, EPOCH_KEY);
  const ana = account(p, 10);
  const device = p.signKeys(fill(13, 32));
  const writerId = writerIdOf(p.sha256, p.signKeys(fill(3, 32)).publicKey);
  const { spaceId, genesis } = createGenesis(p, 'pair', ana.view.accountId, 'pair');
  const seal = (kind: 'data' | 'control') =>
    sealEnvelope(p, epoch, device, {
      kind,
      spaceId: toId<'space'>(space),
      writerId,
      wseq: 2,
      prev: fill(4, 32),
      lamport: 9,
      accountId: ana.view.accountId,
      deviceId: deviceIdOf(p, device.publicKey),
      controlHead: fill(5, 32),
      wallMs: 1_790_000_000_000,
      seen: [{ writerId: toId<'writer'>(fill(6, 16)), wseq: 7, envelopeId: fill(7, 32) }],
      ops: encodeCbor([{ op: 'put', type: 'check-in', id: 'x', fields: { urge: 3 } }]),
    });
  const envelopes = [seal('data'), seal('control')];
  const ticket = { inviteId: toId<'invite'>(fill(8, 16)), secret: fill(9, 32) };
  const chain = [...ana.view.statements];
  const offer = { chain, name: 'Ana', categories: ['plan'], spaceId, genesis, language: 'es' as const };
  const sealedOffer = sealOffer(p, ticket, offer);
  const opened = openOffer(p, ticket, sealedOffer);
  if (!opened.ok) throw new Error(opened.error);
  const ben = account(p, 30);
  const guest = { root: ben.root, chain: ben.view.statements, name: 'Ben', writerKey: fill(15, 32) };
  const answer = sealAnswer(p, ticket, opened.value, guest);
  const { locator, login } = loginOf(p, SECRET);
  const request = { requestId: REQUEST_ID, sealKey: p.kemPublicKey(REQUEST_SEED) };
  return {
    keys: {
      derived: Object.fromEntries(
        Object.values(KDF).map((label) => [label, toHex(deriveKey(p, fill(0, 32), label, space, 64))]),
      ),
      epoch: { data: toHex(epoch.data), control: toHex(epoch.control), commitment: toHex(epoch.commitment) },
      readSeed: toHex(readSeed(p, space, EPOCH_KEY)),
      writerSeed: toHex(writerSeed(p, fill(13, 32), space, 1)),
      keyCommitment: toHex(keyCommitment(p, EPOCH_KEY)),
      rosterCommitment: toHex(rosterCommitment(p, fill(14, 16), [ana.view.accountId, ben.view.accountId])),
      writerId,
      genesis: toHex(genesis),
      spaceId,
      locator,
      login: toHex(login.publicKey),
      box: toHex(sealBox(p, fill(0, 32), utf8('ad'), utf8('text'))),
      local: toHex(sealLocal(p, LOCAL_KEY, 'entry', utf8('text'))),
    },
    chain: {
      accountId: ana.view.accountId,
      statements: ana.view.statements.map(toHex),
      head: toHex(chainHead(ana.view)),
      devices: [...ana.view.devices].map(([id, { addedAt, revokedAt }]) => ({
        id,
        addedAt,
        revokedAt: revokedAt ?? null,
      })),
    },
    envelope: {
      bytes: envelopes.map(({ bytes }) => toHex(bytes)),
      ids: envelopes.map((envelope) => toHex(envelopeIdOf(p.sha256, envelope))),
    },
    invite: {
      ticket: writeTicket(ticket),
      offer: toHex(sealedOffer),
      answer: toHex(answer.sealed),
      transcript: toHex(answer.transcript),
      words: {
        en: sixWords(answer.transcript, WORD_LISTS.en),
        es: sixWords(answer.transcript, WORD_LISTS.es),
      },
    },
    trusted: {
      transcript: toHex(requestTranscript(p, ana.view.accountId, request)),
      words: sixWords(requestTranscript(p, ana.view.accountId, request), WORD_LISTS.en),
    },
    'safety-number': {
      number: safetyNumber(p, ana.view, ben.view),
      square: writeSquare(squareHash(p, ana.view, ben.view)),
    },
    blob: {
      chunks: sealBlob(
        p,
        { spaceId: toId<'space'>(space), blobId: toId<'blob'>(fill(93, 16)) },
        fill(94, 32),
        utf8('text'),
      ).map(toHex),
    },
    'recovery-code': {
      codes: [new Uint8Array(16), new Uint8Array(16).fill(255), SECRET].map((secret) => ({
        secret: toHex(secret),
        code: writeRecoveryCode(secret),
      })),
      callCodes: CALL_CODES.map((secret) => ({ secret: toHex(secret), code: writeCallCode(secret) })),
    },
    room: {
      ...roomGenesis(p, ana.view.accountId),
      statement: toHex(encodeCbor(roomStatement(ana.view, ben.view))),
    },
    // New ones stand last, because each draw of chance moves those after it.
    copy: {
      secret: toHex(SECRET),
      file: toHex(sealCopy(p, SECRET, utf8('text'))),
      carried: toHex(sealCarried(p, toId<'space'>(space), epoch, utf8('text'))),
    },
    journal: journalKey(p, toId<'space'>(space)),
    link: {
      code: writeLink(newPhone(real).ticket),
      offer: toHex(sealLinkOffer(p, newPhone(real), 'es')),
    },
    notice: {
      sealed: toHex(sealNotice(p, NOTICE.key, NOTICE.mailboxId, { counter: NOTICE.counter, at: NOTICE.at })),
    },
    'device-method': deviceMethod(p, ana.view, device),
  };
}

/** A device's own way in, as the vault keeps it, and the device that signed for it. */
function deviceMethod(p: Primitives, { accountId, rootKey }: AccountView, device: SignKeys) {
  const method = createDeviceMethod(p, { accountId, rootKey }, DEVICE_SECRET, device, 20_000);
  return { device: deviceIdOf(p, device.publicKey), method: toHex(encodeCbor({ ...method } as never)) };
}

function journalKey(p: Primitives, spaceId: SpaceId) {
  const { version, box } = sealJournalKey(p, { journalKeys: JOURNAL_KEYS }, { spaceId, epoch: 3 }, EPOCH_KEY);
  return { version, box: toHex(box) };
}

function roomGenesis(p: Primitives, owner: AccountView['accountId']) {
  const { spaceId, genesis } = createGenesis(p, 'room', owner, 'room');
  return { spaceId, genesis: toHex(genesis) };
}

/** The op of a room's second epoch: as any other's, with its roster. */
const roomStatement = (ana: AccountView, ben: AccountView) => ({
  op: 'epoch',
  epoch: 2,
  prevControl: fill(95, 32),
  genesis: fill(96, 80),
  keyCommitment: fill(97, 32),
  rosterCommitment: fill(98, 32),
  heads: [],
  removed: [],
  signerChainHead: chainHead(ana),
  roster: [
    { account: ana.accountId, version: ana.encryptionVersion, position: 5, role: 'admin' },
    { account: ben.accountId, version: ben.encryptionVersion, position: 3, role: 'member' },
  ],
});

/** What is frozen to be opened. Each group is one file. */
export const sealed = async (real: Primitives): Promise<Record<string, Record<string, unknown>>> => ({
  openings: await openings(real),
  'link-answer': linkAnswer(real),
});

/** What the person's other phone sends to the one that waits. */
function linkAnswer(p: Primitives) {
  const phone = newPhone(p);
  const offer = openLinkOffer(p, phone.ticket, sealLinkOffer(p, phone, 'es'));
  if (!offer.ok) throw new Error(offer.error);
  const { accountId } = account(p, 10).view;
  const answer = sealLinkAnswer(counted(p), phone.ticket, offer.value, { accountId, secret: LINK_SECRET });
  if (!answer.ok) throw new Error(answer.error);
  return { accountId, sealed: toHex(answer.value.sealed), transcript: toHex(answer.value.transcript) };
}

async function openings(real: Primitives): Promise<Record<string, unknown>> {
  const p = counted(real);
  const ana = account(p, 10);
  const ben = account(p, 30);
  const { accountId, rootKey } = ana.view;
  const method = createMethod(p, { accountId, rootKey }, SECRET, 'code', 20_000);
  const { spaceId, genesis } = createGenesis(p, 'private', accountId, 'private');
  const vault: AccountVault = {
    rootSeed: fill(10, 32),
    master: MASTER,
    encryptionSeeds: [{ version: 2, seed: fill(14, 32) }],
    privateSpace: { spaceId, genesis, epochs: [{ epoch: 1, key: EPOCH_KEY, adminSeed: fill(3, 32) }] },
    chain: [...ana.view.statements],
    methods: [method],
    journalKeys: JOURNAL_KEYS,
    edition: 4,
  };
  const ticket = { inviteId: toId<'invite'>(fill(8, 16)), secret: fill(9, 32) };
  const member = {
    accountId: ben.view.accountId,
    encryptionVersion: 2,
    encryptionKey: p.kemPublicKey(GUEST_SEED),
  };
  const gifts = GIFT_KEYS.map((key, i) => ({ spaceId, epoch: i + 1, control: fill(i, 32), seq: i, key }));
  const wrap = wrapFor(p, member, gifts)!;
  const answer = {
    guest: { ...ben.view, encryptionKey: p.kemPublicKey(GUEST_SEED) },
    name: 'Ben',
    writerKey: fill(15, 32),
    transcript: fill(16, 32),
  };
  const commitment = shareCommitment(p, WHOLE);
  const shares = SHARES.map((share) => ({
    share,
    commitment,
    approverSeed: fill(102, 32),
    callCode: CALL_CODES[2]!,
  }));
  const request = { requestId: REQUEST_ID, sealKey: p.kemPublicKey(REQUEST_SEED) };
  const of = { owner: accountId, configId: CONFIG_ID };
  const plain = { wrap: async (bytes: Uint8Array) => bytes, unwrap: async (bytes: Uint8Array) => bytes };
  return {
    accountId,
    rootKey: toHex(rootKey),
    record: toHex(methodRecord(p, ana.root, accountId, method, MASTER, JOURNAL_KEYS[1])),
    vault: toHex(sealVault(p, accountId, vault)),
    sealed: toHex(sealTo(p, p.kemPublicKey(GUEST_SEED), utf8('info'), utf8('text'))!),
    member: member.accountId,
    wrap: { encryptionVersion: wrap.encryptionVersion, list: toHex(wrap.list), sealed: toHex(wrap.sealed) },
    ticket: writeTicket(ticket),
    transcript: toHex(answer.transcript),
    completion: toHex(sealCompletion(p, ticket, answer, COMPLETION)!),
    share: toHex(sealShare(p, member.encryptionKey, of, shares[0]!)!),
    approvals: shares.map((share) => toHex(sealApproval(p, accountId, request, share)!)),
    trustedSecret: toHex(trustedSecret(p, WHOLE, HALF, accountId)),
    lock: toHex(await createLock(p, plain, LOCAL_KEY, PIN)),
  };
}
