import type { Clock, Random } from '@holdfast/base';
import { equalBytes, err, ok } from '@holdfast/base';
import type { AccountId, AccountKey } from '@holdfast/protocol';
import { accountIdOf } from '@holdfast/protocol';
import type { Kysely } from 'kysely';
import { brokenConstraint } from '../db/failures.ts';
import {
  findLocator,
  insertAccount,
  readAccount,
  removeAccount,
  replaceKeys,
  updateAccount,
  writeAlert,
} from '../db/queries/accounts.ts';
import { readMailbox } from '../db/queries/mailboxes.ts';
import type { Database } from '../db/schema.ts';
import type { Bus } from '../live/bus.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import { sha256 } from '../sha256.ts';
import { dayOf } from '../time.ts';
import type { Handlers } from '../verbs.ts';
import { refuse } from '../verbs.ts';
import { areEqual, areSound } from './account-keys.ts';
import { hasNewDevice, ringDevices, sealAlert } from './alert.ts';

export interface AccountParts {
  readonly db: Kysely<Database>;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly random: Random;
  readonly pushKey: Uint8Array;
  readonly ahead: () => number;
  readonly sessions: Sessions;
}

type AccountVerb =
  'account.create' | 'account.read' | 'account.find' | 'account.write' | 'account.alert' | 'account.remove';

/** [ACC-1] The root key speaks for the account whose id is its hash, and for no other. */
const isRoot = (session: Session, accountId: AccountId, rootKey: Uint8Array): boolean =>
  session.holds(rootKey) && accountIdOf(sha256, rootKey) === accountId;

const holdsAny = (session: Session, keys: readonly AccountKey[]): boolean =>
  keys.some((key) => session.holds(key.publicKey));

export function accountVerbs(parts: AccountParts): Handlers<AccountVerb> {
  const { db, bus, clock, sessions } = parts;
  return {
    'account.create': async ({ session }, { accountId, rootKey, vault, keys }) => {
      if (!isRoot(session, accountId, rootKey)) return refuse('forbidden');
      if (!areSound(keys)) return refuse('invalid');
      return orTakenLocator(
        db.transaction().execute(async (tx) => {
          if (await insertAccount(tx, { accountId, vault, day: dayOf(clock) })) {
            await replaceKeys(tx, accountId, keys);
            return ok({ version: 1 });
          }
          const stored = await readAccount(tx, accountId);
          const isRepeat =
            stored?.version === 1 && equalBytes(stored.vault, vault) && areEqual(stored.keys, keys);
          return isRepeat ? ok({ version: 1 }) : refuse('conflict', { version: stored?.version ?? 0 });
        }),
      );
    },

    'account.read': async ({ session }, { accountId }) => {
      const account = await readAccount(db, accountId);
      return account !== undefined && holdsAny(session, account.keys) ? ok(account) : refuse('forbidden');
    },

    /** [ACC-4] One query whether the locator is known or not. */
    'account.find': async ({ session }, { locator }) => {
      const found = await findLocator(db, locator);
      if (found === undefined || !session.holds(found.public_key)) return refuse('forbidden');
      const account = await readAccount(db, found.account_id);
      return account === undefined ? refuse('forbidden') : ok(account);
    },

    /** [ACC-3] */
    'account.write': async ({ session }, { accountId, rootKey, ifVersion, vault, keys }) => {
      if (!isRoot(session, accountId, rootKey)) return refuse('forbidden');
      if (!areSound(keys)) return refuse('invalid');
      const written = await orTakenLocator(
        db.transaction().execute(async (tx) => {
          const stored = await readAccount(tx, accountId, true);
          if (stored === undefined || !holdsAny(session, stored.keys)) return refuse('forbidden');
          if (stored.version !== ifVersion) {
            const isRepeat =
              stored.version === ifVersion + 1 &&
              equalBytes(stored.vault, vault) &&
              areEqual(stored.keys, keys);
            return isRepeat
              ? ok({ version: stored.version, gone: [] })
              : refuse('conflict', { version: stored.version });
          }
          const version = ifVersion + 1;
          await updateAccount(tx, { accountId, version, vault });
          await replaceKeys(tx, accountId, keys);
          if (hasNewDevice(stored.keys, keys)) await ringDevices(tx, parts, accountId, dayOf(clock));
          const gone = stored.keys.filter(
            (old) => !keys.some((key) => equalBytes(key.publicKey, old.publicKey)),
          );
          return ok({ version, gone });
        }),
      );
      if (!written.ok) return err(written.error);
      const { version, gone } = written.value;
      // [ACC-5] A device that was shut out is out now, not when its session grows old.
      for (const { publicKey } of gone) sessions.endHolding(publicKey, session);
      bus.publish({ type: 'account', accountId, keys: keys.map((key) => key.publicKey) });
      return ok({ version });
    },

    /** [ACC-8] A device's, and not a method's: what rings at the next device must not be turned off on the way in. */
    'account.alert': async ({ session }, { accountId, alert }) =>
      db.transaction().execute(async (tx) => {
        const account = await readAccount(tx, accountId, true);
        const devices = account?.keys.filter(({ kind }) => kind === 'device') ?? [];
        if (!holdsAny(session, devices)) return refuse('forbidden');
        const mailbox = alert && (await readMailbox(tx, alert.mailboxId));
        if (alert && (!mailbox || !session.holds(mailbox.post_key))) return refuse('forbidden');
        const { random, pushKey } = parts;
        const sealed = alert ? sealAlert(random, pushKey, accountId, alert.mailboxId) : null;
        await writeAlert(tx, accountId, sealed);
        return ok({});
      }),

    /** [ACC-7] */
    'account.remove': async ({ session }, { accountId, rootKey }) => {
      if (!isRoot(session, accountId, rootKey)) return refuse('forbidden');
      const removed = await db.transaction().execute(async (tx) => {
        const stored = await readAccount(tx, accountId, true);
        if (stored === undefined) return ok({ keys: [] });
        if (!holdsAny(session, stored.keys)) return refuse('forbidden');
        await removeAccount(tx, accountId);
        return ok({ keys: stored.keys });
      });
      if (!removed.ok) return err(removed.error);
      for (const { publicKey } of removed.value.keys) sessions.endHolding(publicKey, session);
      return ok({});
    },
  };
}

/** A locator is a hash of a secret, so one that is taken was copied: the write is refused, nothing else is told. */
const orTakenLocator = <T>(work: Promise<T>) =>
  work.catch((error: unknown) => {
    if (brokenConstraint(error) === 'account_key_locator') return refuse('conflict');
    throw error;
  });
