export * from './api.ts';
export * from './auth.ts';
export * from './codec.ts';
export * from './endpoint.ts';
export * from './envelope.ts';
export * from './ids.ts';
export * from './limits.ts';
export * from './push-message.ts';
