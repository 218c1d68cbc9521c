// oxlint-disable-next-line import/default -- Vite makes it: the address of the built worker
import url from './account.worker.ts?worker&url';
import { scriptUrl } from './trusted-types.ts';

/** Starts the account's worker. Nothing of it is downloaded before this is called. */
export const startAccountWorker = (): Worker =>
  new Worker(scriptUrl(url), { type: 'module', name: 'account' });
