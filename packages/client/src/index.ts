export type * from './api.ts';
export { createClient } from './client.ts';
export type { ClientEnv } from './env.ts';
