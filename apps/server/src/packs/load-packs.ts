import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarDate, PackFinding } from '@holdfast/safety';
import { mergePacks, packs as bundled } from '@holdfast/safety';

/** Lines of the host's own stand in this file; every other `.json` of the folder is the pack of one country. */
const LOCAL = 'local-lines.json';

/** A pack with a hundred lines is a tenth of this. */
const MAX_BYTES = 512 * 1024;

export interface LoadedPacks {
  /** What `/packs.json` answers: `{ packs, local }`, valid and newer than what the app brings, or empty. */
  readonly json: string;
  /** For the host: one sentence for each file that is not used, saying what is wrong with it. */
  readonly sentences: readonly string[];
}

/**
 * [OPS-13] Reads country packs and the host's own lines, and checks them as phones do. A file that breaks a rule is
 * left out with a sentence; phones then keep the numbers of the app.
 * @param mustExist whether the host named this folder, so that a missing one is worth a sentence
 */
export async function loadPacks(
  folder: string,
  today: CalendarDate,
  mustExist = false,
): Promise<LoadedPacks> {
  const sentences: string[] = [];
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (mustExist || error.code !== 'ENOENT')
      sentences.push(`The folder ${folder} cannot be read (${error.code}). ${FALLBACK}`);
    return [];
  });
  const served: unknown[] = [];
  let local: unknown = null;
  for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
    const path = join(folder, name);
    const content = await readJson(path);
    if (typeof content === 'string') {
      sentences.push(`${path} is not used: ${content}. ${FALLBACK}`);
      continue;
    }
    const isLocal = name === LOCAL;
    const merged = mergePacks(
      bundled,
      isLocal ? { packs: [], local: content.value } : { packs: [...served, content.value], local: null },
      today,
    );
    if (merged.refused.length > 0) sentences.push(`${path} is not used: ${why(merged.refused)}. ${FALLBACK}`);
    else if (isLocal) local = content.value;
    else if (merged.packs.some((pack) => pack === content.value)) served.push(content.value);
    else sentences.push(`${path} is not newer than what stands already, so it is not used. ${LATER}`);
  }
  return { json: JSON.stringify({ packs: served, local }), sentences };
}

const FALLBACK = 'People see the numbers that came with the app.';
const LATER = 'Give it the day of your change as "updatedOn".';

async function readJson(path: string): Promise<{ readonly value: unknown } | string> {
  try {
    if ((await stat(path)).size > MAX_BYTES) return `it is larger than ${MAX_BYTES / 1024} KiB`;
    return { value: JSON.parse(await readFile(path, 'utf8')) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return 'it is not JSON';
    return `it cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
}

/** The first faults, in words for the person who edits the file; a broken file can have hundreds. */
function why(findings: readonly PackFinding[]): string {
  const said = findings.slice(0, 3).map(({ rule, where, message }) => `${where}: ${message} [${rule}]`);
  const more = findings.length - said.length;
  return said.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
