import { systemRandom } from '@holdfast/base';
import { primitivesContract } from './primitives-contract.ts';
import { sodiumPrimitives } from './sodium.ts';

primitivesContract('libsodium', () => sodiumPrimitives(systemRandom));
