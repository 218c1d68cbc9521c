import type { Clock } from '@holdfast/base';

const HOUR = 3_600_000;

/** Whole hours since 1970: as fine as any time the server stores. */
export const hourOf = (clock: Clock): number => Math.floor(clock.now() / HOUR);
/** Whole days since 1970. */
export const dayOf = (clock: Clock): number => Math.floor(clock.now() / (24 * HOUR));
/** The first whole hour not before a time in ms. */
export const hourAfter = (ms: number): number => Math.ceil(ms / HOUR);
