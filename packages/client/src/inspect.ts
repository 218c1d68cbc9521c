/**
 * For simulations and tests: the keys, logs and records behind an open client, which no screen may see. A checker
 * that plays an attacker needs every key a device holds, and one that compares devices needs their whole state.
 */
export { accountBehind } from './client.ts';
export { Account } from './account.ts';
export { Exchange } from './exchange.ts';
