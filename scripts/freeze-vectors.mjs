// Writes packages/vault/vectors: `node scripts/freeze-vectors.mjs`. It refuses to overwrite a file. From the first
// release on a file is never made again: another form is another suite, with files of its own.
import { writeFileSync } from 'node:fs';
import { systemRandom } from '@holdfast/base';
import { deterministic, openings } from '@holdfast/vault/golden';
import { sodiumPrimitives } from '@holdfast/vault/sodium';

const primitives = await sodiumPrimitives(systemRandom);
const groups = { ...deterministic(primitives), openings: await openings(primitives) };
for (const [name, content] of Object.entries(groups)) {
  const file = new URL(`../packages/vault/vectors/${name}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`, { flag: 'wx' });
}
