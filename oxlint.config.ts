import { defineConfig } from 'oxlint';
import { adapterRules, pureRules, testRules } from './scripts/lint/ambient.ts';
import { anywhere, directionOverrides } from './scripts/lint/direction.ts';

/**
 * The rules of the house. scripts/lint-rules.test.ts breaks each one on purpose.
 * Order matters: a later override replaces an earlier one.
 */
export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'promise', 'vitest'],
  jsPlugins: ['./scripts/lint/plugin.ts'],
  categories: { correctness: 'error' },
  ignorePatterns: ['**/build/**', '**/.svelte-kit/**', '.cache/**', 'data/**'],
  rules: {
    ...pureRules,
    'no-restricted-imports': anywhere,
    'import/no-cycle': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    // Ports are records of functions, made to be passed around one by one.
    'typescript/unbound-method': 'off',
    // Spreading a string by code points is what word lists and padding want.
    'typescript/no-misused-spread': 'off',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-console': 'error',
    'no-eval': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'vitest/no-focused-tests': 'error',
    'vitest/no-disabled-tests': 'error',
    // vitest.config.ts asks at run time, and also sees assertions inside helpers and contract suites.
    'vitest/expect-expect': 'off',
    'vitest/no-standalone-expect': 'off',
    // A second argument says which of many rounds failed.
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    // Matters of taste, or wrong for property tests.
    'vitest/no-conditional-expect': 'off',
    'vitest/require-to-throw-message': 'off',
    'vitest/require-mock-type-parameters': 'off',
  },
  overrides: [
    ...directionOverrides,
    {
      // Adapters: their task is to be the clock, the disk, the network, the browser.
      files: [
        'packages/base/src/system.ts', // the real clock, timers and randomness, for composition roots
        'apps/web/src/lib/platform/**', // the browser's storage, network, clock and push
        'apps/web/src/service-worker/**', // caches and fetch are what a service worker is
        'apps/web/*.ts', // build configuration runs on the builder's machine
        'apps/web/scripts/**', // so do build steps
        'apps/server/src/main.ts', // the server's composition root
        'apps/server/src/postgres/**', // starts and watches a child process
        'scripts/**', // tools at the terminal
        'packages/testing/src/demo/main.ts', // so is the demo
        'e2e/**', // drives a real browser against a real server
        'bench/**', // measures real time
        '*.config.ts', // tools' configuration
      ],
      rules: adapterRules,
    },
    {
      // Scripts stand above all packages and beside none: they reach into them by path.
      files: ['scripts/**'],
      rules: { 'no-restricted-imports': 'off' },
    },
    {
      // Build steps and long-running scripts talk to the person at the terminal.
      files: ['apps/web/scripts/**'],
      rules: { 'no-console': 'off' },
    },
    { files: ['**/*.test.ts', 'apps/server/src/test-support/**'], rules: testRules },
  ],
});
