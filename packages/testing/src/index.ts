export * from './fake-primitives.ts';
export * from './fake-server.ts';
