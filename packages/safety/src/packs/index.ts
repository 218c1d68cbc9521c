import type { CountryPack } from '../country-pack.ts';
import { gb } from './gb.ts';
import { nl } from './nl.ts';
import { us } from './us.ts';

/** Every bundled pack, in the order a country list shows them before sorting by name. */
export const packs: readonly CountryPack[] = [gb, nl, us];
