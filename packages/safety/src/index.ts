export * from './calendar-date.ts';
export * from './country-pack.ts';
export * from './find-pack.ts';
export * from './lines.ts';
export * from './local-text.ts';
export { packs } from './packs/index.ts';
