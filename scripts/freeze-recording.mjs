// Writes what this version leaves behind to packages/testing/recordings: `node scripts/freeze-recording.mjs <name>`. It
// refuses to overwrite a file. Each release adds one; from the first release on none is ever made again.
import { mkdirSync, writeFileSync } from 'node:fs';
import { systemRandom } from '@holdfast/base';
import { record, writeRecording } from '@holdfast/testing/recording';
import { sodiumPrimitives } from '@holdfast/vault/sodium';

const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9.-]+$/.test(name)) throw new Error('Name the recording: letters, digits, dots.');
const recording = await record(name, await sodiumPrimitives(systemRandom));
const folder = new URL('../packages/testing/recordings/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL(`${name}.json`, folder), writeRecording(recording), { flag: 'wx' });
