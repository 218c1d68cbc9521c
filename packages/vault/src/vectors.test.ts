import { readdirSync, readFileSync } from 'node:fs';
import { concat, fromHex, seededRandom, toId, utf8 } from '@holdfast/base';
import type { AccountId } from '@holdfast/protocol';
import { decodeCbor, parseEnvelope } from '@holdfast/protocol';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { openJournalKey, openVault } from './account-vault.ts';
import { openBlob } from './blob.ts';
import { openCarried } from './carried.ts';
import { readChain } from './chain.ts';
import { openCopy } from './copy.ts';
import { openEnvelope } from './envelope.ts';
import {
  COMPLETION,
  CONFIG_ID,
  DEVICE_SECRET,
  deterministic,
  EPOCH_KEY,
  fill,
  GIFT_KEYS,
  GUEST_SEED,
  HALF,
  JOURNAL_KEYS,
  LINK_SECRET,
  LOCAL_KEY,
  MASTER,
  newPhone,
  NOTICE,
  PIN,
  REQUEST_ID,
  REQUEST_SEED,
  SECRET,
  SHARES,
} from './golden.ts';
import { openCompletion, readTicket } from './invite.ts';
import { epochKeys, openSealed } from './keys.ts';
import { openLinkAnswer, openLinkOffer, readLink } from './link.ts';
import { openLock } from './local-lock.ts';
import { openNotice } from './notice.ts';
import { readCallCode, readRecoveryCode } from './recovery-code.ts';
import { sodiumPrimitives } from './sodium.ts';
import { openWrap, readEpochStatement } from './space.ts';
import { combineApprovals, openShare } from './trusted.ts';
import { deviceOfMethod, loginOf, methodSchema, openMethod } from './unlock.ts';

const p = await sodiumPrimitives(seededRandom(121));
const folder = new URL('../vectors/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

describe('frozen vectors', () => {
  const made = deterministic(p);

  it.each(Object.keys(made))('[PRI-1] %s comes out as it was frozen', (name) => {
    expect(made[name]).toEqual(read(name));
  });

  it('[PRI-1] every frozen file is replayed here', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    expect(files.toSorted()).toEqual(
      [...Object.keys(made), 'openings', 'link-answer'].map((name) => `${name}.json`).toSorted(),
    );
  });

  it('[ENV-4] frozen envelopes open', () => {
    const { bytes } = read('envelope') as { bytes: string[] };
    const keys = epochKeys(p, fill(1, 16), 3, EPOCH_KEY);
    for (const text of bytes) {
      const parsed = parseEnvelope(fromHex(text));
      const opened = parsed.ok && openEnvelope(p, keys, parsed.value);
      if (!opened || !opened.ok) throw new Error('a frozen envelope is refused');
      expect(opened.value).toMatchObject({ wallMs: 1_790_000_000_000, seen: [{ wseq: 7 }] });
      expect(opened.value.verifyWith(p.signKeys(fill(13, 32)).publicKey)).toBe(true);
    }
  });

  it('[ROM-1] a frozen roster reads', () => {
    const { statement } = read('room') as { statement: string };
    const ops = concat(new Uint8Array([0x81]), fromHex(statement));
    expect(readEpochStatement(ops)?.roster?.map(({ role, position }) => [role, position])).toEqual([
      ['admin', 5],
      ['member', 3],
    ]);
  });

  it('[BLB-2] a frozen blob opens', () => {
    const { chunks } = read('blob') as { chunks: string[] };
    const place = { spaceId: toId<'space'>(fill(1, 16)), blobId: toId<'blob'>(fill(93, 16)) };
    expect(openBlob(p, place, fill(94, 32), chunks.map(fromHex))).toEqual(utf8('text'));
  });

  it('[CPY-1] [SPA-6] a frozen copy, and what was carried over, open', () => {
    const { file, carried } = read('copy') as { file: string; carried: string };
    expect(openCopy(p, SECRET, fromHex(file))).toEqual({ ok: true, value: utf8('text') });
    const keys = epochKeys(p, fill(1, 16), 3, EPOCH_KEY);
    expect(openCarried(p, toId<'space'>(fill(1, 16)), keys, fromHex(carried))).toEqual(utf8('text'));
  });

  it('[VAU-4] a frozen key of the journal opens', () => {
    const { version, box } = read('journal') as { version: number; box: string };
    const place = { spaceId: toId<'space'>(fill(1, 16)), epoch: 3 };
    const sealed = { version, box: fromHex(box) };
    expect(openJournalKey(p, { journalKeys: JOURNAL_KEYS }, place, sealed)).toEqual(EPOCH_KEY);
  });

  it('[LNK-1] [LNK-2] a frozen code of a new phone reads, and what it offers opens', () => {
    const { code, offer } = read('link') as { code: string; offer: string };
    const { ticket, deviceSeed, sealSeed } = newPhone(p);
    expect(readLink(code)).toEqual({ ok: true, value: ticket });
    const deviceKey = p.signKeys(deviceSeed).publicKey;
    const value = { deviceKey, sealKey: p.kemPublicKey(sealSeed), language: 'es' };
    expect(openLinkOffer(p, ticket, fromHex(offer))).toEqual({ ok: true, value });
  });

  it('[LNK-3] [LNK-4] a frozen answer to a new phone opens, and makes the same words', () => {
    const frozen = read('link-answer') as { accountId: string; sealed: string; transcript: string };
    const { accountId, transcript } = frozen;
    const value = { accountId, secret: LINK_SECRET, transcript: fromHex(transcript) };
    expect(openLinkAnswer(p, newPhone(p), fromHex(frozen.sealed))).toEqual({ ok: true, value });
  });

  it('[NOT-1] [NOT-2] a frozen notice opens', () => {
    const { sealed } = read('notice') as { sealed: string };
    const { key, mailboxId, counter, at } = NOTICE;
    expect(openNotice(p, key, mailboxId, fromHex(sealed))).toEqual({ counter, at });
  });

  it('[UNL-5] a frozen method of a device is that of the device that signed for it', () => {
    const frozen = read('device-method') as { device: string; method: string };
    const { statements } = read('chain') as { statements: string[] };
    const chain = readChain(p, statements.map(fromHex));
    const bytes = decodeCbor(fromHex(frozen.method));
    if (!chain.ok || !bytes.ok) throw new Error('a frozen chain or method is refused');
    const method = v.parse(methodSchema, bytes.value);
    expect(deviceOfMethod(p, chain.value, method)).toBe(frozen.device);
    expect(method).toMatchObject({ type: 'device', loginKey: loginOf(p, DEVICE_SECRET).login.publicKey });
  });

  it('[COD-1] [COD-2] frozen codes read back', () => {
    type Codes = { secret: string; code: string }[];
    const { codes, callCodes } = read('recovery-code') as { codes: Codes; callCodes: Codes };
    for (const { secret, code } of callCodes)
      expect(readCallCode(code)).toEqual({ ok: true, value: fromHex(secret) });
    for (const { secret, code } of codes)
      expect(readRecoveryCode(code)).toEqual({ ok: true, value: fromHex(secret) });
  });

  describe('openings', () => {
    const frozen = read('openings') as Record<string, string> & {
      wrap: { encryptionVersion: number; list: string; sealed: string };
    };
    const accountId = frozen['accountId'] as AccountId;
    const bytes = (name: string) => fromHex(frozen[name]!);

    it('[UNL-4] [VAU-2] a frozen record and vault open', () => {
      const journalKey = JOURNAL_KEYS[1]!;
      const unlocked = { accountId, rootKey: bytes('rootKey'), master: MASTER, journalKey };
      expect(openMethod(p, accountId, SECRET, bytes('record'))).toEqual({ ok: true, value: unlocked });
      const vault = openVault(p, unlocked, bytes('vault'));
      expect(vault).toMatchObject({ ok: true, value: { rootSeed: fill(10, 32), journalKeys: JOURNAL_KEYS } });
    });

    it('[KEY-4] [SPA-3] a frozen seal and wrap open', () => {
      expect(openSealed(p, GUEST_SEED, utf8('info'), bytes('sealed'))).toEqual(utf8('text'));
      const { encryptionVersion, list, sealed } = frozen.wrap;
      const op = { op: 'wrap', encryptionVersion, list: fromHex(list), sealed: fromHex(sealed) };
      const opened = openWrap(p, frozen['member'] as AccountId, () => GUEST_SEED, op);
      expect(opened.ok && opened.value.map((gift) => gift.key)).toEqual([...GIFT_KEYS]);
    });

    it('[INV-5] a frozen completion opens', () => {
      const ticket = readTicket(frozen['ticket']!);
      if (!ticket.ok) throw new Error('a frozen link is refused');
      const guest = { encryptionSeed: GUEST_SEED, transcript: bytes('transcript') };
      expect(openCompletion(p, ticket.value, guest, bytes('completion'))).toEqual({
        ok: true,
        value: COMPLETION,
      });
    });

    it('[TRU-3] [TRU-7] a frozen share opens, and any two frozen approvals come to the secret', async () => {
      const share = openShare(p, GUEST_SEED, { owner: accountId, configId: CONFIG_ID }, bytes('share'));
      expect(share?.share).toEqual(SHARES[0]);
      const approvals = (frozen['approvals'] as unknown as string[]).map(fromHex);
      const phone = { accountId, requestId: REQUEST_ID, sealSeed: REQUEST_SEED };
      for (const pair of [approvals.slice(0, 2), approvals.slice(1), [approvals[2]!, approvals[0]!]])
        expect(await combineApprovals(p, phone, pair, HALF)).toEqual({
          ok: true,
          value: bytes('trustedSecret'),
        });
    });

    it('[LOC-2] a frozen lock opens', async () => {
      const plain = { wrap: async (data: Uint8Array) => data, unwrap: async (data: Uint8Array) => data };
      expect(await openLock(p, plain, bytes('lock'), PIN)).toEqual({ ok: true, value: LOCAL_KEY });
    });
  });
});
