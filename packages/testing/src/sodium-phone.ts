import { systemRandom } from '@holdfast/base';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import type { Phone } from './household.ts';
import { phone } from './household.ts';

/** A person's phone with the cryptography of the app, for tests against the real server. */
export const sodiumPhone = async (parts: Omit<Parameters<typeof phone>[0], 'primitives'>): Promise<Phone> =>
  phone({ ...parts, primitives: await sodiumPrimitives(systemRandom) });
