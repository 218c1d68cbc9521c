/** Why the bundled PostgreSQL could not start. Each message says what the host can do about it. */
export type StartErrorCode =
  'already-running' | 'port' | 'disk' | 'permission' | 'platform' | 'version' | 'failed';

export interface StartError {
  readonly code: StartErrorCode;
  readonly message: string;
}

export const startError = (code: StartErrorCode, message: string): StartError => ({ code, message });

const EXTERNAL = 'or point DATABASE_URL at a PostgreSQL 18 you run yourself';

/** The signs PostgreSQL and the system give, with what they mean to a host. The first match decides. */
const SIGNS: readonly { sign: RegExp; code: StartErrorCode; advice: (folder: string) => string }[] = [
  {
    sign: /No space left on device|ENOSPC|EDQUOT|Disk quota exceeded/i,
    code: 'disk',
    advice: (folder) => `The disk that holds ${folder} is full. Free some space there and start again.`,
  },
  {
    sign: /EROFS|Read-only file system/i,
    code: 'disk',
    advice: (folder) => `${folder} is on a read-only disk. Name a writable folder in HOLDFAST_DATA.`,
  },
  {
    sign: /could not create shared memory|could not map anonymous shared memory|Cannot allocate memory|ENOMEM/i,
    code: 'failed',
    advice: () => 'This machine has too little free memory for PostgreSQL. It needs about 200 MB.',
  },
  {
    sign: /Address already in use|EADDRINUSE|could not create any TCP\/IP sockets/i,
    code: 'port',
    advice: () => `The port PostgreSQL was to listen on was taken meanwhile. Start again, ${EXTERNAL}.`,
  },
  {
    sign: /initialized by PostgreSQL version|is not compatible with this version/i,
    code: 'version',
    advice: (folder) =>
      `The data in ${folder} was written by another major version of PostgreSQL. Run the Holdfast release that wrote it, make a backup there, and restore it here.`,
  },
  {
    sign: /lock file "postmaster\.pid" already exists|pre-existing shared memory block/i,
    code: 'already-running',
    advice: (folder) =>
      `PostgreSQL is already running on ${folder}. Stop the other Holdfast first, or name another folder in HOLDFAST_DATA.`,
  },
  {
    sign: /EACCES|EPERM|Permission denied|has wrong ownership|invalid permissions/i,
    code: 'permission',
    advice: (folder) =>
      `PostgreSQL may not read or write in ${folder}. Give the folder to the user that runs Holdfast, or name another one in HOLDFAST_DATA.`,
  },
  {
    sign: /error while loading shared libraries|GLIBC_|ENOEXEC|Exec format error/i,
    code: 'platform',
    advice: () => `The bundled PostgreSQL does not run on this system. Use one with glibc, ${EXTERNAL}.`,
  },
];

/**
 * Turns what PostgreSQL or the system said into an error a host can act on.
 * `said` is PostgreSQL's own log or a system error's text: it holds no content of people's records.
 */
export function classify(said: string, dataDir: string): StartError {
  for (const { sign, code, advice } of SIGNS) {
    if (sign.test(said)) return startError(code, advice(dataDir));
  }
  const lastLine = said.trim().split('\n').at(-1)?.trim() ?? '';
  const detail = lastLine === '' ? '' : ` It said: ${lastLine}`;
  return startError(
    'failed',
    `PostgreSQL did not start.${detail} Its log is ${dataDir}/postgres.log. Read it, ${EXTERNAL}.`,
  );
}
