import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The system user PostgreSQL runs as. `undefined` means: the user that runs Holdfast. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to a user without rights. A user named `holdfast`
 * wins, so that a host can keep it apart from everything else; `nobody` exists on every Linux and macOS.
 */
const CANDIDATES = ['holdfast', 'postgres', 'nobody'];

/** Reads `name:password:uid:gid:…` lines, see passwd(5). */
export function findUser(passwd: string, names: readonly string[]): RunAs | undefined {
  const lines = passwd.split('\n').map((line) => line.split(':'));
  for (const name of names) {
    const found = lines.find((fields) => fields[0] === name);
    const uid = Number(found?.[2]);
    const gid = Number(found?.[3]);
    if (Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0) return { uid, gid };
  }
  return undefined;
}

/** Whom PostgreSQL runs as when Holdfast runs as `processUid`; `null` when root finds nobody to hand it to. */
export async function chooseRunAs(
  processUid: number | undefined,
  cluster: string,
): Promise<RunAs | undefined | null> {
  if (processUid !== 0) return undefined;
  // A cluster that exists keeps its owner: a user created later must not lock the host out of the data.
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return findUser(passwd, CANDIDATES) ?? null;
}

/** The first folder on the way to `path` that `user` may not pass through, or `undefined` if all let it by. */
export async function blockedAt(path: string, user: RunAs | undefined): Promise<string | undefined> {
  if (user === undefined) return undefined;
  const way: string[] = [];
  for (let at = resolve(path); ; at = dirname(at)) {
    way.unshift(at);
    if (at === dirname(at)) break;
  }
  for (const folder of way) {
    const found = await stat(folder).catch(() => undefined);
    if (found === undefined) return undefined;
    const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
    if (found.isDirectory() && (found.mode & bit) === 0) return folder;
  }
  return undefined;
}
