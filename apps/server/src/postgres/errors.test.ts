import { describe, expect, it } from 'vitest';
import { classify } from './errors.ts';

describe('why PostgreSQL did not start', () => {
  it.each([
    ['initdb: error: could not write file "x": No space left on device', 'disk'],
    ["EROFS: read-only file system, mkdir '/srv/data'", 'disk'],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port'],
    [
      'FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 17, which is not compatible with this version 18.4',
      'version',
    ],
    ['FATAL:  lock file "postmaster.pid" already exists', 'already-running'],
    ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'already-running'],
    ['FATAL:  data directory "/srv/data" has wrong ownership', 'permission'],
    ["EACCES: permission denied, open '/srv/data/holdfast.lock'", 'permission'],
    ['postgres: error while loading shared libraries: libxml2.so.2', 'platform'],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'failed'],
  ])('%s', (said, code) => {
    const error = classify(said, '/srv/data');
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/[A-Z].+\.$/s);
  });

  it('passes on the last line of anything else, and says where the log is', () => {
    const { code, message } = classify('LOG:  starting\nFATAL:  the moon is full\n', '/srv/data');
    expect(code).toBe('failed');
    expect(message).toContain('the moon is full');
    expect(message).toContain('/srv/data/postgres.log');
  });
});
