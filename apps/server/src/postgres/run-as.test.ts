import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseDataFolder, SYSTEM_DATA } from './data-folder.ts';
import { blockedAt, chooseRunAs, findUser } from './run-as.ts';

const PASSWD =
  'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65533:nobody:/:/bin/false\nholdfast:x:990:991::/:\n';

describe('the user PostgreSQL runs as', () => {
  it('takes the first candidate that exists', () => {
    expect(findUser(PASSWD, ['holdfast', 'nobody'])).toEqual({ uid: 990, gid: 991 });
    expect(findUser(PASSWD, ['postgres', 'nobody'])).toEqual({ uid: 65534, gid: 65533 });
  });

  it('never takes a user with the rights of root', () => {
    expect(findUser('holdfast:x:0:0::/:\n', ['holdfast'])).toBeUndefined();
    expect(findUser('', ['holdfast'])).toBeUndefined();
  });

  it('is the user itself when Holdfast does not run as root', async () => {
    expect(await chooseRunAs(1000, '/nowhere')).toBeUndefined();
    expect(await chooseRunAs(undefined, '/nowhere')).toBeUndefined();
  });
});

describe('the way to a folder', () => {
  let root: string;
  const stranger = { uid: 54_321, gid: 54_321 };
  beforeAll(async () => {
    root = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'hf-way-'));
    await chmod(root, 0o755);
    await mkdir(join(root, 'open', 'closed', 'inside'), { recursive: true });
    await chmod(join(root, 'open', 'closed'), 0o700);
  });
  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  it('is named where it ends for a user without rights', async () => {
    const closed = join(root, 'open', 'closed');
    expect(await blockedAt(join(closed, 'inside'), stranger)).toBe(closed);
    expect(await blockedAt(join(root, 'open', 'not-yet'), stranger)).toBeUndefined();
  });

  it('is free for the user itself', async () => {
    expect(await blockedAt(join(root, 'open', 'closed', 'inside'), undefined)).toBeUndefined();
  });

  it('decides the data folder: the named one, the checkout, or the system one for root', async () => {
    const checkout = join(root, 'open', 'closed', 'inside');
    const named = { named: join(root, 'x'), checkout, uid: 0 };
    expect(await chooseDataFolder(named)).toBe(join(root, 'x'));
    expect(await chooseDataFolder({ named: undefined, checkout, uid: 1000 })).toBe(join(checkout, 'data'));
    expect(await chooseDataFolder({ named: '', checkout, uid: 0 })).toBe(SYSTEM_DATA);
    const open = join(root, 'open');
    expect(await chooseDataFolder({ named: undefined, checkout: open, uid: 0 })).toBe(join(open, 'data'));
  });
});
