export * from './api.ts';
export * from './auth.ts';
export * from './codec.ts';
export * from './envelope.ts';
export * from './ids.ts';
export * from './limits.ts';
