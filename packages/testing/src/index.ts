export * from './fake-primitives.ts';
export * from './fake-server.ts';
export * from './household.ts';
