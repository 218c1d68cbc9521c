export { ask, timeOf, watchWorker, workerReady } from './account-worker.ts';
export { launch, type LaunchOptions } from './browser.ts';
export { startHost, type Host } from './host.ts';
