import { concat, idBytes, utf8 } from '@holdfast/base';
import type { MailboxId } from '@holdfast/protocol';
import { decodeCbor, encodeCbor, LIMITS } from '@holdfast/protocol';
import * as v from 'valibot';
import { openBox, sealBox } from './keys.ts';
import { pad, unpad } from './padding.ts';
import type { Primitives } from './primitives.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const noticeSchema = v.strictObject({
  /** Counts the timers that one person armed with another: what was settled up to a number is settled for all before. */
  counter: count,
  /** When it was armed for, ms since 1970. */
  at: count,
});
/** [NOT-1] All that a timer ever says: somebody had not checked in by then. Who, is said by where it arrives. */
export type Notice = v.InferOutput<typeof noticeSchema>;

const noticeAd = (mailboxId: MailboxId): Uint8Array => concat(utf8('hf1/notice\0'), idBytes(mailboxId));

/** Bytes of a nonce and a tag around what is sealed. */
const AROUND = 40;

/** [NOT-2] A notice for one mailbox, in exactly as many bytes as everything there has. `key` is that mailbox's own. */
export function sealNotice(p: Primitives, key: Uint8Array, mailboxId: MailboxId, notice: Notice): Uint8Array {
  const padded = pad(encodeCbor(notice)).subarray(0, LIMITS.dueSealedBytes - AROUND);
  return sealBox(p, key, noticeAd(mailboxId), padded);
}

/** The notice, or undefined for any defect and for what is something else. */
export function openNotice(
  p: Primitives,
  key: Uint8Array,
  mailboxId: MailboxId,
  sealed: Uint8Array,
): Notice | undefined {
  const padded = openBox(p, key, noticeAd(mailboxId), sealed);
  const bytes = padded && unpad(concat(padded, new Uint8Array(AROUND)));
  const value = bytes && decodeCbor(bytes);
  const parsed = value?.ok ? v.safeParse(noticeSchema, value.value) : undefined;
  return parsed?.success ? parsed.output : undefined;
}
