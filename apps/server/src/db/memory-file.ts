import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MemoryStore } from './instance.ts';
import { formatMemory, parseMemory } from './instance.ts';

/** The file `generation` in the data folder, replaced as a whole so that power loss leaves the old one. */
export function memoryFile(dataDir: string): MemoryStore {
  const path = join(dataDir, 'generation');
  return {
    load: async () => parseMemory(await readFile(path, 'utf8').catch(() => '')),
    async save(memory) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(`${path}.new`, 'w', 0o600);
      try {
        await file.writeFile(formatMemory(memory));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
    },
  };
}
