import type { CountryPack } from '../country-pack.ts';
import { au } from './au.ts';
import { ba } from './ba.ts';
import { ca } from './ca.ts';
import { de } from './de.ts';
import { gb } from './gb.ts';
import { ie } from './ie.ts';
import { india } from './in.ts';
import { nl } from './nl.ts';
import { nz } from './nz.ts';
import { us } from './us.ts';

/** Every bundled pack, by ISO code. */
export const packs: readonly CountryPack[] = [au, ba, ca, de, gb, ie, india, nl, nz, us];
