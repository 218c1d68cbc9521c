export * from './fake-primitives.ts';
