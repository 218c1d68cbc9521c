import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import type { CborValue } from '@holdfast/protocol';
import { encodeCbor } from '@holdfast/protocol';
import { FakeServer } from '@holdfast/testing/fake-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { sealCopy, writeRecoveryCode } from '@holdfast/vault';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { beforeEach, describe, expect, it } from 'vitest';
import { entriesOf } from './copy.ts';
import { accountBehind } from './inspect.ts';

const TODAY = '2026-11-21';
const CHECK_IN = { urge: 6, mood: 'low', sleep: null, contact: null, words: 'Tired.', day: TODAY } as const;
const primitives = fakePrimitives(seededRandom(27));
const vectors = new URL('../vectors/', import.meta.url);

let clock: TestClock;
let server: FakeServer;
beforeEach(() => {
  clock = new TestClock();
  server = new FakeServer({
    random: seededRandom(28),
    clock,
    sha256: primitives.sha256,
    verify: primitives.verify,
  });
});
const buy = (day = TODAY): Promise<Phone> =>
  begin(phone({ primitives, transport: server.transportFor(), clock }), day);
async function begin(device: Phone, day: string): Promise<Phone> {
  unwrap(await device.api.start('own', day));
  return device;
}

/** A hash of everything a page shows, wherever its photos lie. */
function historyHash(of: Phone): string {
  const withoutPlaces = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || value instanceof Uint8Array
      ? value
      : Array.isArray(value)
        ? value.map(withoutPlaces)
        : 'space' in value && 'key' in value
          ? { ...value, id: '', space: '', key: '' }
          : Object.fromEntries(
              Object.entries(value)
                .toSorted(([a], [b]) => (a < b ? -1 : 1))
                .map(([name, inner]) => [name, withoutPlaces(inner)]),
            );
  const entries = entriesOf(accountBehind(of.api)!).map((entry) => withoutPlaces(entry));
  return createHash('sha256')
    .update(encodeCbor(entries as CborValue))
    .digest('hex');
}

async function write(sam: Phone): Promise<void> {
  const { api } = sam;
  unwrap(await api.setName('Sam'));
  for (let n = 0; n < 60; n++)
    unwrap(await api.checkIn({ ...CHECK_IN, words: `Day ${n}` }, n % 9 ? undefined : `Line ${n}`));
  unwrap(await api.save('person', { name: 'Maria', number: '086 123 4567' }));
  const entry = { words: 'Walked by the sea. '.repeat(200), at: clock.now(), day: TODAY, until: null };
  unwrap(await api.save('journal-entry', entry));
  unwrap(await api.save('keeping', { days: 365 }, 'journal'));
  const gone = unwrap(await api.checkIn(CHECK_IN)).id;
  unwrap(await api.remove('check-in', gone));
  // A photo, in a kind of record that a later version may have.
  const account = accountBehind(api)!;
  const { ref } = unwrap(await api.saveBlob('plan', new Uint8Array(5000).fill(7), { type: 'image/jpeg' }));
  const replica = unwrap(await account.categorySpace('plan'));
  unwrap(
    await account.write([
      { replica, ops: [{ op: 'put', type: 'later', id: 'x', fields: { pictures: [ref], words: 'Sea' } }] },
    ]),
  );
}

describe('a copy', () => {
  it('gives a new page the same history, photos included, and a second time changes nothing', async () => {
    const sam = await buy();
    await write(sam);
    const copy = unwrap(await sam.api.saveCopy());
    expect(copy).toMatchObject({ left: 0, entries: 66 });
    unwrap(await sam.api.forgetDevice());
    const next = await buy('2026-12-01');
    const code = copy.groups.join(' ').toLowerCase();
    expect(unwrap(await next.api.lookAtCopy(copy.file, code))).toEqual({
      made: clock.now(),
      entries: 66,
      missing: 66,
    });
    expect(unwrap(await next.api.bringBack(copy.file, code))).toEqual({ added: 66 });
    const again = await begin(phone({ primitives, transport: server.transportFor(), clock }), TODAY);
    await write(again);
    expect(await next.api.profile()).toMatchObject({ name: 'Sam', begun: TODAY });
    expect(await next.api.records('check-in')).toHaveLength(60);
    expect(await next.api.todayLine()).toBe('Line 54');
    const later = accountBehind(next.api)!.ownSpaces('plan')[0]!.store.get('later', 'x')!;
    const [picture] = later.fields['pictures'] as never[];
    expect(unwrap(await next.api.readBlob(picture!))).toEqual(new Uint8Array(5000).fill(7));
    const hash = historyHash(next);
    expect(unwrap(await next.api.bringBack(copy.file, code))).toEqual({ added: 0 });
    expect(historyHash(next)).toBe(hash);
    unwrap(await next.api.sync());
    const third = next.reopen();
    unwrap(await third.api.unlock());
    expect(historyHash(third)).toBe(hash);
  });

  it('has the same hash of state before and after, in the same account and in another', async () => {
    const sam = await buy();
    await write(sam);
    const hash = historyHash(sam);
    const { file, groups } = unwrap(await sam.api.saveCopy());
    const other = await buy('2026-12-24');
    unwrap(await other.api.bringBack(file, groups.join('')));
    expect(historyHash(other)).toBe(hash);
    // In the same account it brings back what was deleted since, and leaves what was changed.
    const [first, second] = await sam.api.records('check-in');
    unwrap(await sam.api.remove('check-in', first!.id));
    unwrap(await sam.api.save('check-in', { words: 'Seen with other eyes' }, second!.id));
    unwrap(await sam.api.removeHome('journal'));
    expect(unwrap(await sam.api.bringBack(file, groups.join('')))).toEqual({ added: 2 });
    expect((await sam.api.records('check-in')).find(({ id }) => id === second!.id)?.words).toBe(
      'Seen with other eyes',
    );
    unwrap(await sam.api.save('check-in', { words: second!.words }, second!.id));
    expect(historyHash(sam)).toBe(hash);
  });

  it('says what stands in the way, and changes nothing then', async () => {
    const sam = await buy();
    unwrap(await sam.api.checkIn(CHECK_IN));
    const { file, groups } = unwrap(await sam.api.saveCopy());
    const code = groups.join('');
    const look = async (bytes: Uint8Array, typed = code) => {
      const looked = await sam.api.lookAtCopy(bytes, typed);
      const taken = await sam.api.bringBack(bytes, typed);
      expect(taken.ok).toBe(false);
      return looked.ok ? undefined : looked.error;
    };
    expect(await look(file, writeRecoveryCode(primitives.random(16)))).toEqual({ code: 'copy-code' });
    expect(await look(file, code.slice(1))).toMatchObject({
      code: 'code',
      defect: { code: 'length', have: 27 },
    });
    expect(await look(file.subarray(0, file.length - 1))).toEqual({ code: 'copy-damaged' });
    expect(await look(new TextEncoder().encode('{"a":1}'))).toEqual({ code: 'copy-foreign' });
    const newer = Uint8Array.from(file);
    newer[8] = 9;
    expect(await look(newer)).toEqual({ code: 'copy-newer' });
    const secret = new Uint8Array(16).fill(3);
    const made = (content: object) => sealCopy(primitives, secret, encodeCbor(content as CborValue));
    expect(await look(made({ version: 2, entries: 'other' }), writeRecoveryCode(secret))).toEqual({
      code: 'copy-newer',
    });
    expect(await look(made({ version: 1 }), writeRecoveryCode(secret))).toEqual({ code: 'copy-damaged' });
  });

  it('cannot bring in anything that the account goes by: keys, people of the app, shares', async () => {
    const sam = await buy();
    const secret = new Uint8Array(16).fill(3);
    const entries = [
      ['private', 'grant', 'x', { contact: 'a', category: 'plan', from: 0, until: 9e15 }],
      ['private', 'space-key', 'x', { space: 'a', epoch: 1, key: new Uint8Array(32) }],
      ['private', 'contact', 'x', { name: 'Eve' }],
      ['private', 'check-in', 'x', CHECK_IN],
      ['check-ins', 'profile', 'own', { name: 'Eve' }],
      ['nowhere', 'check-in', 'x', CHECK_IN],
      ['check-ins', 'check-in', 'y', { $deleted: true }],
      ['check-ins', 'check-in', 'z', { ...CHECK_IN, at: 1 }],
    ];
    const file = sealCopy(
      primitives,
      secret,
      encodeCbor({ version: 1, made: 0, entries, blobs: [] } as CborValue),
    );
    expect(unwrap(await sam.api.bringBack(file, writeRecoveryCode(secret)))).toEqual({ added: 1 });
    for (const type of ['grant', 'space-key', 'contact'])
      expect(accountBehind(sam.api)!.home.store.get(type, 'x')).toBeUndefined();
  });
});

describe('copies of earlier versions', () => {
  const files = readdirSync(vectors).filter((name) => name.startsWith('copy-'));

  it.each(files)('%s is read as it was written', async (name) => {
    const frozen = JSON.parse(readFileSync(new URL(name, vectors), 'utf8')) as {
      code: string;
      file: string;
      checkIns: string[];
      name: string;
    };
    const real = await sodiumPrimitives(seededRandom(3));
    const next = await begin(
      phone({ primitives: real, transport: server.transportFor(), clock }),
      '2027-01-01',
    );
    const file = Uint8Array.from(Buffer.from(frozen.file, 'base64'));
    unwrap(await next.api.bringBack(file, frozen.code));
    expect((await next.api.records('check-in')).map(({ words }) => words).toSorted()).toEqual(
      frozen.checkIns,
    );
    expect(await next.api.profile()).toMatchObject({ name: frozen.name, begun: TODAY });
  });

  it('are there, one for each version of the file', () => {
    expect(files).toEqual(['copy-1.json']);
  });
});
