export { launch, type LaunchOptions } from './browser.ts';
