import type { RecordView } from '@holdfast/sync';
import { byteString, bytesSchema, idSchema, RECOVERY_WAITS } from '@holdfast/protocol';
import { CATEGORIES, CHECKED, LINE_LENGTH } from '@holdfast/recovery';
import * as v from 'valibot';

/**
 * Records the account keeps about itself in the private space: its spaces and their keys, its contacts, the ledger
 * of grants, invites made and accepted. They are what a lost phone gets back.
 */
const time = v.pipe(v.number(), v.safeInteger());
const accountId = idSchema<'account'>();
const spaceId = idSchema<'space'>();
const category = v.picklist(
  Object.keys(CATEGORIES) as [keyof typeof CATEGORIES, ...(keyof typeof CATEGORIES)[]],
);

export const RECORDS = {
  /** Id: the space's. `contact` is the other account: in a pair space, where this account only reads, of who let it into a room. */
  space: v.object({
    role: v.picklist(['owner', 'reader', 'peer', 'room']),
    category: v.string(),
    genesis: byteString,
    contact: v.optional(accountId),
    /** Of a room: whether this person said that they are in. */
    joined: v.optional(v.boolean()),
    /** Of a room: two histories were seen, and nothing is written in it any more. */
    frozen: v.optional(v.boolean()),
  }),
  /** One epoch key. Id: space, epoch and the first letters of the key's commitment. */
  'space-key': v.object({
    space: spaceId,
    epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    key: v.optional(bytesSchema(32)),
    /** In place of it for a journal: the key under the account's journal key (vault SPEC [VAU-4]). */
    journal: v.optional(v.object({ version: v.number(), box: byteString })),
    /** Admin key of the server's copy from this epoch on; readers have none. */
    adminSeed: v.optional(bytesSchema(32)),
    /** Id and position of the control envelope, once known. */
    control: v.optional(bytesSchema(32)),
    seq: v.optional(time),
    /** The space begins anew at this epoch. The day that was decided, since 1970. */
    begins: v.optional(time),
    /** Version of this account's own encryption key when the epoch was opened: it changes with each shut-out. */
    own: v.optional(v.number()),
    /** Who was given this epoch: account and version of the encryption key it was sealed to. */
    roster: v.optional(
      v.array(
        v.object({
          account: accountId,
          version: v.number(),
          /** In a room. */
          role: v.optional(v.picklist(['admin', 'member'])),
          position: v.optional(v.number()),
        }),
      ),
    ),
  }),
  /** What an admin has decided of a room and the room does not show yet. Id: room and account. */
  'room-change': v.object({
    space: spaceId,
    account: accountId,
    want: v.nullable(v.picklist(['admin', 'member', 'out'])),
  }),
  /** Somebody known only from the roster of a room. Id: the account's. */
  'room-member': v.object({ chain: v.array(byteString) }),
  /** Id: the account's. */
  contact: v.object({
    name: v.string(),
    chain: v.array(byteString),
    pair: spaceId,
    assurance: v.picklist(['link', 'in-person', 'six-words']),
    transcript: bytesSchema(32),
    language: v.picklist(['en', 'es']),
    /** Whether they invited this account, or were invited by it. */
    invitedBy: v.picklist(['me', 'them']),
    /** Each invited the other. */
    both: v.optional(v.boolean()),
    /** Nothing goes to them until they are made sure of. key: another root key came in their name · differs: the person saw so */
    held: v.optional(v.nullable(v.picklist(['key', 'differs']))),
    /** The account that the same person goes on with. */
    replacedBy: v.optional(v.nullable(accountId)),
  }),
  /** That this person made sure of a contact, and of which root key; no `how` once it was taken back. Id: the contact's. */
  verified: v.object({ root: bytesSchema(32), how: v.nullable(v.picklist(CHECKED)), at: time }),
  /** The one line that a contact is left with, and nothing else. Id: the contact's account. */
  quiet: v.object({ line: v.nullable(v.pipe(v.string(), v.maxLength(LINE_LENGTH))) }),
  /** Id: contact and category. */
  grant: v.object({
    contact: accountId,
    category,
    from: time,
    until: time,
    ended: v.optional(v.nullable(time)),
  }),
  /** An invite this account made. Id: the invite's. */
  invite: v.object({
    secret: bytesSchema(32),
    ownerSeed: bytesSchema(32),
    offer: byteString,
    space: spaceId,
    genesis: byteString,
    name: v.string(),
    how: v.picklist(['qr', 'link']),
    language: v.picklist(['en', 'es']),
    state: v.picklist(['open', 'answered', 'confirming', 'done', 'cancelled', 'expired']),
    expiresAt: time,
    answer: v.optional(byteString),
    answeredAs: v.optional(v.string()),
    contact: v.optional(accountId),
  }),
  /** An invite this account answered. Id: the invite's. */
  invitation: v.object({
    secret: bytesSchema(32),
    name: v.string(),
    chain: v.array(byteString),
    contact: accountId,
    space: spaceId,
    genesis: byteString,
    transcript: bytesSchema(32),
    language: v.picklist(['en', 'es']),
    state: v.picklist(['waiting', 'joined', 'cancelled', 'expired']),
    /** The sealed answer as first sent, to be sent again while nobody knows whether it arrived. */
    answer: byteString,
    /** When it was answered, ms since 1970. */
    at: time,
  }),
  /** What the person calls one of their phones. Id: the device's. */
  device: v.object({ name: v.pipe(v.string(), v.maxLength(80)) }),
  /** Where this account's own phones are told. Id: 'own'. In one field, so that two phones never mix two mailboxes. */
  mailbox: v.object({
    keys: v.object({
      /** Version of this account's own encryption key when it was made: it changes with each shut-out. */
      version: v.number(),
      id: idSchema<'mailbox'>(),
      owner: bytesSchema(32),
      post: bytesSchema(32),
      group: idSchema<'due-group'>(),
      cancel: bytesSchema(32),
      /** Mailboxes before this one that are still to be closed. */
      old: v.array(v.object({ id: idSchema<'mailbox'>(), owner: bytesSchema(32) })),
    }),
  }),
  /**
   * What was arranged with trusted people. Id: 'own'. In one field, so that two phones never mix two arrangements; null
   * for none.
   */
  trusted: v.object({
    set: v.nullable(
      v.object({
        configId: bytesSchema(16),
        /** The unlock method in the vault. Without it there the arrangement is over. */
        methodId: bytesSchema(16),
        /** The server's half, to give it again to a server that lost it. */
        half: bytesSchema(32),
        callCode: bytesSchema(7),
        needed: v.number(),
        waitHours: v.picklist(RECOVERY_WAITS),
        /** Each with the key that speaks for their share at the server, and the version of the key it was sealed to. */
        people: v.array(
          v.object({ contact: accountId, approver: bytesSchema(32), version: v.optional(v.number()) }),
        ),
      }),
    ),
    /** Requests that were stopped: a server that went back to a backup may have forgotten it. */
    stopped: v.optional(v.array(idSchema<'recovery'>()), []),
  }),
  /** A share that this account keeps for a contact, or said no to. Id: the arrangement's, as hexadecimal text. */
  'held-share': v.object({
    owner: accountId,
    yes: v.boolean(),
    /** When it was answered, ms since 1970: a contact who chose anew has the latest. */
    at: time,
    share: bytesSchema(33),
    commitment: bytesSchema(32),
    approverSeed: bytesSchema(32),
    callCode: bytesSchema(7),
  }),
  /** In a pair space: a share for the other side. Id: the arrangement's. */
  'trusted-share': v.object({ owner: accountId, sealed: byteString }),
  /** In a pair space: whether the other side keeps it. Id: the arrangement's. */
  'trusted-answer': v.object({ yes: v.boolean() }),
  /** In a pair space: the day on which its writer was let back in by trusted people, days since 1970. Id: the account's. */
  'came-back': v.object({ day: time }),
  /** A safety timer that this account armed. Id: its group at the server. */
  timer: v.object({
    contact: accountId,
    at: time,
    counter: time,
    cancel: bytesSchema(32),
    over: v.boolean(),
    /** As last sent, to which generation of the server, and to which mailbox. */
    sealed: v.optional(byteString),
    generation: v.optional(v.string()),
    mailbox: v.optional(idSchema<'mailbox'>()),
  }),
  /**
   * Where somebody's notices come in. Id: the mailbox's. Two phones may open one each while apart: what comes into either
   * is read.
   */
  door: v.object({
    contact: accountId,
    keys: v.object({
      id: idSchema<'mailbox'>(),
      owner: bytesSchema(32),
      post: bytesSchema(32),
      seal: bytesSchema(32),
    }),
  }),
  /** A notice that came in. Id: the item's at the server. */
  notice: v.object({ contact: accountId, at: time, counter: time, away: v.boolean() }),
  /** Whether a recovery card was test-read. Id: the method's, as hexadecimal text. */
  card: v.object({ checked: v.boolean() }),
} as const;

export type RecordName = keyof typeof RECORDS;
export type RecordOf<N extends RecordName> = v.InferOutput<(typeof RECORDS)[N]>;

/** What each view was read as. A view never changes, and a round asks for the same ones hundreds of times. */
const readings = new WeakMap<RecordView, { readonly name: RecordName; readonly fields: unknown }>();

/** The fields of a record, or undefined when another version wrote what this one cannot read. Not to be altered. */
export function readRecord<N extends RecordName>(
  name: N,
  view: RecordView | undefined,
): RecordOf<N> | undefined {
  if (view === undefined) return undefined;
  const known = readings.get(view);
  if (known?.name === name) return known.fields as RecordOf<N> | undefined;
  const parsed = v.safeParse(RECORDS[name], view.fields);
  const fields = parsed.success ? parsed.output : undefined;
  readings.set(view, { name, fields });
  return fields;
}

/** Every readable record of a kind, with its id and sets. */
export function readRecords<N extends RecordName>(
  name: N,
  views: readonly RecordView[],
): (RecordOf<N> & { readonly id: string; readonly sets: RecordView['sets'] })[] {
  return views.flatMap((view) => {
    const fields = readRecord(name, view);
    return fields ? [{ ...fields, id: view.id, sets: view.sets }] : [];
  });
}

/** An op that sets fields; those left undefined are left out. */
export function put(type: string, id: string, fields: { readonly [field: string]: unknown }): Put {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { op: 'put', type, id, fields: given } as Put;
}
export type Put = {
  readonly op: 'put';
  readonly type: string;
  readonly id: string;
  readonly fields: Record<string, never>;
};
