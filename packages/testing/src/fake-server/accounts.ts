import { compareBytes, equalBytes, ok, toId } from '@holdfast/base';
import type { AccountId, AccountKey, CborValue, MailboxId } from '@holdfast/protocol';
import { accountIdOf, encodeCbor, REMINDER_GRID } from '@holdfast/protocol';
import type { Handlers, Holder, World } from './state.ts';
import { refuse } from './state.ts';

type AccountVerb =
  'account.create' | 'account.read' | 'account.find' | 'account.write' | 'account.alert' | 'account.remove';

const sorted = (keys: readonly AccountKey[]): AccountKey[] =>
  keys.toSorted((a, b) => compareBytes(a.publicKey, b.publicKey));

/** Whether an account already says what a repeated write wants it to say. */
const says = (account: { vault: Uint8Array; keys: readonly AccountKey[] }, wanted: typeof account): boolean =>
  equalBytes(account.vault, wanted.vault) &&
  equalBytes(encodeCbor(sorted(account.keys) as CborValue), encodeCbor(sorted(wanted.keys) as CborValue));

const hasTwins = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;

const areSound = (keys: readonly AccountKey[]): boolean =>
  keys.length > 0 &&
  !hasTwins(keys.map((key) => key.publicKey.join())) &&
  !hasTwins(keys.flatMap((key) => key.locator ?? [])) &&
  keys.every((key) => (key.kind === 'method') === (key.locator !== undefined));

type Account = { version: number; vault: Uint8Array; keys: readonly AccountKey[] };
const stateOf = (accountId: AccountId, { version, vault, keys }: Account) => {
  return { accountId, version, vault, keys: [...keys] };
};

export const accountVerbs = ({
  state,
  sha256,
  now,
  random,
  publish,
  endHolding,
}: World): Handlers<AccountVerb> => {
  const { accounts, mailboxes, groups } = state;
  /** [ACC-8] A reminder that is due now. */
  const ring = (mailboxId: MailboxId): void => {
    if (!mailboxes.has(mailboxId)) return;
    const at = Math.floor(now() / REMINDER_GRID) * REMINDER_GRID;
    const item = { itemId: toId<'due-item'>(random(16)), mailboxId, at, releaseAt: at, sealed: undefined };
    groups.set(toId<'due-group'>(random(16)), {
      cancelKey: random(32),
      cancelled: false,
      items: [{ ...item, kind: 'reminder' }],
    });
  };
  const isNewDevice = (before: readonly AccountKey[], { kind, publicKey }: AccountKey): boolean =>
    kind === 'device' && !before.some((old) => old.kind === 'device' && equalBytes(old.publicKey, publicKey));
  const isRoot = (session: Holder, accountId: AccountId, rootKey: Uint8Array): boolean =>
    session.holds(rootKey) && accountIdOf(sha256, rootKey) === accountId;
  const holdsAny = (session: Holder, keys: readonly AccountKey[]): boolean =>
    keys.some((key) => session.holds(key.publicKey));
  const isTaken = (accountId: AccountId, keys: readonly AccountKey[]): boolean =>
    [...accounts].some(
      ([other, account]) =>
        other !== accountId &&
        account.keys.some(
          (key) => key.locator !== undefined && keys.some((own) => own.locator === key.locator),
        ),
    );

  return {
    'account.create': (session, { accountId, rootKey, vault, keys }) => {
      if (!isRoot(session, accountId, rootKey)) return refuse('forbidden');
      if (!areSound(keys)) return refuse('invalid');
      const stored = accounts.get(accountId);
      if (stored !== undefined) {
        const isRepeat = stored.version === 1 && says(stored, { vault, keys });
        return isRepeat ? ok({ version: 1 }) : refuse('conflict', { version: stored.version });
      }
      if (isTaken(accountId, keys)) return refuse('conflict');
      accounts.set(accountId, { version: 1, vault, keys: sorted(keys) });
      return ok({ version: 1 });
    },

    'account.read': (session, { accountId }) => {
      const account = accounts.get(accountId);
      if (account === undefined || !holdsAny(session, account.keys)) return refuse('forbidden');
      return ok(stateOf(accountId, account));
    },

    'account.find': (session, { locator }) => {
      for (const [accountId, account] of accounts) {
        const key = account.keys.find((candidate) => candidate.locator === locator);
        if (key !== undefined && session.holds(key.publicKey)) {
          return ok(stateOf(accountId, account));
        }
      }
      return refuse('forbidden');
    },

    'account.write': (session, { accountId, rootKey, ifVersion, vault, keys }) => {
      if (!isRoot(session, accountId, rootKey)) return refuse('forbidden');
      if (!areSound(keys)) return refuse('invalid');
      const stored = accounts.get(accountId);
      if (stored === undefined || !holdsAny(session, stored.keys)) return refuse('forbidden');
      let gone: readonly AccountKey[] = [];
      if (stored.version === ifVersion) {
        if (isTaken(accountId, keys)) return refuse('conflict');
        gone = stored.keys.filter((old) => !keys.some((key) => equalBytes(key.publicKey, old.publicKey)));
        accounts.set(accountId, { ...stored, version: ifVersion + 1, vault, keys: sorted(keys) });
        if (stored.alert && keys.some((key) => isNewDevice(stored.keys, key))) ring(stored.alert);
      } else if (stored.version !== ifVersion + 1 || !says(stored, { vault, keys })) {
        return refuse('conflict', { version: stored.version });
      }
      for (const { publicKey } of gone) endHolding(publicKey, session);
      publish({ type: 'account', accountId, keys: keys.map((key) => key.publicKey) });
      return ok({ version: ifVersion + 1 });
    },

    'account.alert': (session, { accountId, alert }) => {
      const stored = accounts.get(accountId);
      const devices = stored?.keys.filter(({ kind }) => kind === 'device') ?? [];
      if (!stored || !holdsAny(session, devices)) return refuse('forbidden');
      const mailbox = alert && mailboxes.get(alert.mailboxId);
      if (alert && (!mailbox || !session.holds(mailbox.postKey))) return refuse('forbidden');
      const { version, vault, keys } = stored;
      accounts.set(accountId, { version, vault, keys, ...(alert ? { alert: alert.mailboxId } : {}) });
      return ok({});
    },

    'account.remove': (session, { accountId, rootKey }) => {
      if (!isRoot(session, accountId, rootKey)) return refuse('forbidden');
      const stored = accounts.get(accountId);
      if (stored === undefined) return ok({});
      if (!holdsAny(session, stored.keys)) return refuse('forbidden');
      accounts.delete(accountId);
      for (const { publicKey } of stored.keys) endHolding(publicKey, session);
      return ok({});
    },
  };
};
