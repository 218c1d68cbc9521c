import type { OxlintConfig } from 'oxlint';

/** The outside world, which pure logic gets as arguments so that a test can hold it still. */

const CLOCK = 'Take a Clock or Timers as an argument (packages/base).';
const CHANCE = 'Take Random as an argument (packages/base).';
const NETWORK = 'Take a transport as an argument.';
const STORAGE = 'Take a storage port as an argument; in the web app use lib/platform.';

const GLOBALS: Readonly<Record<string, string>> = {
  setTimeout: CLOCK,
  setInterval: CLOCK,
  setImmediate: CLOCK,
  requestIdleCallback: CLOCK,
  fetch: NETWORK,
  WebSocket: NETWORK,
  XMLHttpRequest: NETWORK,
  EventSource: NETWORK,
  indexedDB: STORAGE,
  localStorage: STORAGE,
  sessionStorage: STORAGE,
  caches: STORAGE,
};

interface Restricted {
  object?: string;
  property: string;
  message: string;
}

/** Bans that hold in adapters too. */
const NEVER: Restricted[] = [
  { object: 'Math', property: 'random', message: 'Math.random can be guessed. Take Random as an argument.' },
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment'].map(
    (property) => ({ property, message: 'Markup is never made from text. Use textContent or a component.' }),
  ),
  { object: 'document', property: 'write', message: 'Markup is never made from text.' },
  // A verifier that accepts what libsodium refuses would let two devices disagree on who is a member.
  { object: 'crypto', property: 'subtle', message: 'Cryptography goes through packages/vault.' },
];

const AMBIENT: Restricted[] = [
  { object: 'crypto', property: 'getRandomValues', message: CHANCE },
  { object: 'crypto', property: 'randomUUID', message: CHANCE },
  { object: 'performance', property: 'now', message: CLOCK },
  ...['globalThis', 'window', 'self'].flatMap((object) =>
    Object.entries(GLOBALS).map(([property, message]) => ({ object, property, message })),
  ),
];

type Rules = NonNullable<OxlintConfig['rules']>;

/** For pure code: everything is banned. */
export const pureRules: Rules = {
  'no-restricted-globals': [
    'error',
    ...Object.entries(GLOBALS).map(([name, message]) => ({ name, message })),
  ],
  'no-restricted-properties': ['error', ...NEVER, ...AMBIENT],
  'holdfast/no-ambient-clock': 'error',
};

/** For adapters, whose task is to be the outside world. */
export const adapterRules: Rules = {
  'no-restricted-globals': 'off',
  'no-restricted-properties': ['error', ...NEVER],
  'holdfast/no-ambient-clock': 'off',
};

/** For tests: only what could make them pass by luck. */
export const testRules: Rules = {
  'no-restricted-globals': 'off',
  'no-restricted-properties': ['error', ...NEVER.filter(({ object }) => object !== 'crypto')],
  'holdfast/no-ambient-clock': 'off',
};
