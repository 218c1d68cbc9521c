export * from './http-live.ts';
export * from './http-transport.ts';
export * from './memory-storage.ts';
export * from './op.ts';
export * from './record-store.ts';
export { comparePositions } from './record.ts';
export * from './storage.ts';
export * from './transport.ts';
