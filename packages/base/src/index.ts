export * from './bytes.ts';
export * from './id.ts';
export * from './ports.ts';
export * from './result.ts';
export * from './system.ts';
export * from './test-twins.ts';
export * from './turns.ts';
