/** `npm run backup -- <folder>` and `npm run restore -- <folder>`. */
import { resolve } from 'node:path';
import { backup, restore } from './backup.ts';

const [what, folder] = process.argv.slice(2);
const dataDir = resolve(process.env['HOLDFAST_DATA'] ?? 'data');

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (!folder) giveUp(`Name a folder: npm run ${what} -- /path/to/backup`);
if (process.env['DATABASE_URL']) giveUp('This database is your own: use its tools, such as pg_dump.');
if (what === 'backup') {
  const done = await backup(dataDir, folder);
  if (!done.ok) giveUp(done.error);
  process.stdout.write(`The backup is in ${resolve(folder)}. It is as private as the data itself.\n`);
} else {
  const done = await restore(folder, dataDir);
  if (!done.ok) giveUp(done.error);
  if (done.value) process.stdout.write(`What was there is now in ${done.value}.\n`);
  process.stdout.write('Start Holdfast. Phones will send again what they still hold.\n');
}
