import { resolve } from 'node:path';
import { blockedAt, chooseRunAs } from './run-as.ts';

/** Where root keeps its data when the checkout is closed to every other user, as in /root. */
export const SYSTEM_DATA = '/var/lib/holdfast';

/**
 * The data folder: `HOLDFAST_DATA` if set; else `data` in the checkout; else, when Holdfast runs as root from a
 * place that PostgreSQL's user cannot reach, /var/lib/holdfast.
 */
export async function chooseDataFolder(options: {
  readonly named: string | undefined;
  readonly checkout: string;
  readonly uid: number | undefined;
}): Promise<string> {
  if (options.named !== undefined && options.named !== '') return resolve(options.named);
  const inCheckout = resolve(options.checkout, 'data');
  const runAs = await chooseRunAs(options.uid, `${inCheckout}/postgres`);
  if (runAs === null || runAs === undefined) return inCheckout;
  return (await blockedAt(options.checkout, runAs)) === undefined ? inCheckout : SYSTEM_DATA;
}
