/**
 * A process that releases what is due and is killed in the middle: `node release-once.ts <connection> <schema> <key>`,
 * the connection as JSON, the push key in hex, and how far the database's clock is ahead. For `release.test.ts`.
 */
import { fromHex } from '@holdfast/base';
import type { ConnectionOptions } from '../db/connect.ts';
import { connect } from '../db/connect.ts';
import { releaseDue } from '../mailboxes/release.ts';
import { openPushIdentity } from '../push/identity.ts';
import { pushSender } from '../push/send.ts';

const [connection = '', schema = '', key = '', ahead = '0'] = process.argv.slice(2);
const db = connect(JSON.parse(connection) as ConnectionOptions, schema);
await releaseDue({
  db,
  pushKey: fromHex(key),
  identity: await openPushIdentity(db),
  send: pushSender({ subject: 'https://holdfast.example', loopback: true }),
  ahead: () => Number(ahead),
});
