import { equalBytes } from '@holdfast/base';
import type { Storage } from './storage.ts';

/** Opens a store. Each call after the first `reopen` stands for a restart of the same device. */
export interface StorageUnderTest {
  /** An empty store. */
  open(): Promise<Storage>;
  /** The store that `open` gave, opened again after it was closed; absent where nothing outlives closing. */
  reopen?: () => Promise<Storage>;
}

export interface StorageCheck {
  /** Starts with the rule of SPEC.md that it proves. */
  readonly title: string;
  /** Rejects when the rule does not hold. */
  readonly run: (subject: StorageUnderTest) => Promise<void>;
}

/** The contract as plain functions, so that a page in a real browser can run it too. */
export const STORAGE_CHECKS: readonly StorageCheck[] = [
  {
    title: '[STO-1] a key never written or removed has no value, and any text is a key',
    run: withStore(async (store) => {
      expectBytes(await read(store, 'missing'), undefined);
      for (const key of ['', 'a', 'a/b', '\u0000', 'ñ', '😀', '\ud800', 'x'.repeat(500)]) {
        await write(store, [key, [1]]);
        expectBytes(await read(store, key), [1]);
        await write(store, [key, undefined]);
        expectBytes(await read(store, key), undefined);
        await write(store, [key, undefined]);
      }
      await write(store);
      expectKeys(await keys(store, ''), []);
    }),
  },
  {
    title: '[STO-2] bytes come back as handed in: none, many, a view into a larger buffer',
    run: withStore(async (store) => {
      const large = Uint8Array.from({ length: 1_500_000 }, (_, i) => (i * 7) % 251);
      const view = Uint8Array.from([9, 9, 1, 2, 3, 9]).subarray(2, 5);
      check(
        await store.commit([
          { key: 'none', value: new Uint8Array(0) },
          { key: 'large', value: large },
          { key: 'view', value: view },
        ]),
      );
      expectBytes(await read(store, 'none'), []);
      expectBytes(await read(store, 'large'), large);
      const back = await read(store, 'view');
      expectBytes(back, [1, 2, 3]);
      if (back?.buffer.byteLength !== 3) throw new Error('The buffer around a view was stored with it');
    }),
  },
  {
    title: '[STO-3] bytes are copied on their way in and out',
    run: withStore(async (store) => {
      const value = new SharingBytes([1, 2, 3]);
      const committed = store.commit([{ key: 'k', value }]);
      value.fill(0);
      check(await committed);
      const first = await read(store, 'k');
      expectBytes(first, [1, 2, 3]);
      first?.fill(0);
      for (const [, scanned] of check(await store.scan(''))) scanned.fill(0);
      expectBytes(await read(store, 'k'), [1, 2, 3]);
    }),
  },
  {
    title: '[STO-4] the last write of a commit to name a key decides',
    run: withStore(async (store) => {
      await write(store, ['k', [1]], ['k', undefined], ['k', [2]], ['gone', [1]], ['gone', undefined]);
      expectBytes(await read(store, 'k'), [2]);
      expectBytes(await read(store, 'gone'), undefined);
    }),
  },
  {
    title: '[STO-5] calls apply in the order in which they were made',
    run: withStore(async (store) => {
      const [, , read1, , , read2] = await Promise.all([
        write(store, ['k', [1]]),
        write(store, ['k', [2]]),
        read(store, 'k'),
        store.clear(),
        write(store, ['k', [3]]),
        keys(store, ''),
      ]);
      expectBytes(read1, [2]);
      expectKeys(read2, ['k']);
      await Promise.all(Array.from({ length: 50 }, (_, i) => write(store, ['last', [i]])));
      expectBytes(await read(store, 'last'), [49]);
    }),
  },
  {
    title: '[STO-6] a scan gives the keys under a prefix in order of UTF-16 code unit',
    run: withStore(async (store) => {
      const all = [
        '',
        'a',
        'a/',
        'a/1',
        'a/10',
        'a/2',
        'a/\uffff',
        'a/\uffff\uffffz',
        'a0',
        'b/1',
        '😀',
        '\uffff',
      ];
      await write(store, ...all.toReversed().map((key, i) => [key, [i]] as const));
      expectKeys(await keys(store, ''), all);
      expectKeys(await keys(store, 'a/'), ['a/', 'a/1', 'a/10', 'a/2', 'a/\uffff', 'a/\uffff\uffffz']);
      expectKeys(await keys(store, 'a/\uffff'), ['a/\uffff', 'a/\uffff\uffffz']);
      expectKeys(await keys(store, 'a/1'), ['a/1', 'a/10']);
      expectKeys(await keys(store, '\uffff'), ['\uffff']);
      expectKeys(await keys(store, 'c'), []);
      const entries = check(await store.scan('b/'));
      expectBytes(entries[0]?.[1], [all.length - 1 - all.indexOf('b/1')]);
    }),
  },
  {
    title: '[STO-7] clearing removes everything and leaves a store that works',
    run: withStore(async (store) => {
      await write(store, ['a', [1]], ['b', [2]]);
      check(await store.clear());
      expectKeys(await keys(store, ''), []);
      await write(store, ['a', [3]]);
      expectBytes(await read(store, 'a'), [3]);
    }),
  },
  {
    title: '[STO-8] what was committed is there after closing and opening again',
    async run({ open, reopen }) {
      const store = await open();
      await write(store, ['kept', [1]], ['changed', [1]], ['removed', [1]]);
      await write(store, ['changed', [2]], ['removed', undefined]);
      store.close();
      if (reopen === undefined) return;
      const again = await reopen();
      expectKeys(await keys(again, ''), ['changed', 'kept']);
      expectBytes(await read(again, 'changed'), [2]);
      again.close();
    },
  },
  {
    title: "[STO-9] a closed store answers 'gone' to every call, and closing twice is harmless",
    async run({ open }) {
      const store = await open();
      await write(store, ['k', [1]]);
      store.close();
      store.close();
      const answers = await Promise.all([
        store.get('k'),
        store.scan(''),
        store.commit([{ key: 'k', value: undefined }]),
        store.commit([]),
        store.clear(),
      ]);
      for (const answer of answers) {
        if (answer.ok || answer.error !== 'gone') throw new Error(`Closed store: ${JSON.stringify(answer)}`);
      }
    },
  },
];

/** As Node's Buffer: `slice` gives a view of the same memory. */
class SharingBytes extends Uint8Array {
  override slice(start?: number, end?: number): Uint8Array<ArrayBuffer> {
    return this.subarray(start, end) as Uint8Array<ArrayBuffer>;
  }
}

function withStore(body: (store: Storage) => Promise<void>): StorageCheck['run'] {
  return async ({ open }) => {
    const store = await open();
    try {
      await body(store);
    } finally {
      store.close();
    }
  };
}

function check<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
): T {
  if (!result.ok) throw new Error(`Store answered '${result.error}'`);
  return result.value;
}

const read = async (store: Storage, key: string) => check(await store.get(key));

const keys = async (store: Storage, prefix: string) => check(await store.scan(prefix)).map(([key]) => key);

async function write(
  store: Storage,
  ...entries: readonly (readonly [string, readonly number[] | undefined])[]
): Promise<void> {
  check(
    await store.commit(
      entries.map(([key, bytes]) => ({
        key,
        value: bytes === undefined ? undefined : Uint8Array.from(bytes),
      })),
    ),
  );
}

function expectBytes(
  actual: Uint8Array | undefined,
  expected: Uint8Array | readonly number[] | undefined,
): void {
  const same =
    actual === undefined || expected === undefined
      ? actual === expected
      : actual instanceof Uint8Array && equalBytes(actual, Uint8Array.from(expected));
  if (!same) throw new Error(`Expected ${describe(expected)}, found ${describe(actual)}`);
}

function expectKeys(actual: readonly string[], expected: readonly string[]): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`Expected keys ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`);
  }
}

const describe = (bytes: Uint8Array | readonly number[] | undefined): string =>
  bytes === undefined ? 'nothing' : `${bytes.length} bytes [${bytes.slice(0, 8).join(' ')} …]`;
