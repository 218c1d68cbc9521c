import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '@holdfast/base';

/**
 * [PSH-4] The key that subscriptions are encrypted under: the file `push.key` in the data folder, made when it is not
 * there. It must not be part of the database's backups. When it is lost, phones subscribe again.
 */
export async function pushKeyFile(dataDir: string, random: Random): Promise<Uint8Array> {
  const path = join(dataDir, 'push.key');
  const stored = await readFile(path).catch(() => undefined);
  if (stored?.length === 32) return new Uint8Array(stored);
  const key = random.bytes(32);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(key);
    await file.sync();
  } finally {
    await file.close();
  }
  return key;
}
