import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';

const BLOCK = 512;

/**
 * Unpacks the regular files of a tar archive (POSIX ustar: 512-byte headers, sizes in octal) into `folder`.
 * For archives that come with our dependencies. Links and special files are left out.
 */
export async function untar(archive: Buffer, folder: string): Promise<void> {
  const text = (from: number, length: number): string => {
    const field = archive.subarray(from, from + length);
    const end = field.indexOf(0);
    return field.subarray(0, end === -1 ? length : end).toString('utf8');
  };
  for (let at = 0; at + BLOCK <= archive.length;) {
    const name = text(at, 100);
    if (name === '') return;
    const mode = Number.parseInt(text(at + 100, 8), 8);
    const size = Number.parseInt(text(at + 124, 12), 8);
    const kind = text(at + 156, 1);
    const path = normalize(name);
    if (path.startsWith('..')) throw new Error(`The archive wants to write outside its folder: ${name}`);
    if (kind === '0' || kind === '') {
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, archive.subarray(at + BLOCK, at + BLOCK + size), { mode: mode & 0o777 });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
