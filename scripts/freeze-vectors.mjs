// Writes what is missing in packages/vault/vectors: `node scripts/freeze-vectors.mjs`. A file that is there is left as it
// is, always. From the first release on a file is never made again: another form is another suite, with files of its own.
import { writeFileSync } from 'node:fs';
import { systemRandom } from '@holdfast/base';
import { deterministic, sealed } from '@holdfast/vault/golden';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { say } from './lib/say.mjs';

const primitives = await sodiumPrimitives(systemRandom);
const groups = { ...deterministic(primitives), ...(await sealed(primitives)) };
for (const [name, content] of Object.entries(groups)) {
  const file = new URL(`../packages/vault/vectors/${name}.json`, import.meta.url);
  try {
    // Refused by the system where the file exists: no look beforehand that could be out of date.
    writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`, { flag: 'wx' });
    say(`wrote  ${name}.json`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    say(`left   ${name}.json`);
  }
}
