export { launch, type LaunchOptions } from './browser.ts';
export { startHost, type Host } from './host.ts';
