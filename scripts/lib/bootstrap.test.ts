import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain, matches } from './install.mjs';
import { checkNode, checkNpm, isAtLeast } from './versions.mjs';
import { readReport } from './vitest-report.mjs';

describe('versions', () => {
  it.each([
    ['v20.19.0', '20.19', true],
    ['20.18.9', '20.19', false],
    ['v24.0.0', '24', true],
    ['v23.11.1', '24', false],
    ['v100.0.0', '24', true],
    ['11.2.0', '10', true],
    ['9.8.1', '10', false],
  ])('%s is at least %s: %s', (version, least, is) => {
    expect(isAtLeast(version, least)).toBe(is);
  });

  it('stop with what to install', () => {
    expect(() => checkNode('v18.20.0')).toThrow('Holdfast needs Node 20.19 or newer. This is Node 18.20.0.');
    expect(() => checkNpm('npm/9.8.1 node/v20.19.0 linux x64')).toThrow('npm install --global npm@11');
  });

  it('pass when new enough, or when npm did not start us', () => {
    expect(() => checkNode('v20.19.0')).not.toThrow();
    expect(() => checkNpm('npm/10.0.0 node/v20.19.0 linux x64')).not.toThrow();
    expect(() => checkNpm('pnpm/9.0.0 node/v20.19.0')).not.toThrow();
  });
});

describe('what is installed', () => {
  const lock = JSON.stringify({
    packages: {
      '': { name: 'holdfast' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/b-darwin': { version: '1.0.0', integrity: 'sha512-b', optional: true },
    },
  });
  const installed = (a: object): string => JSON.stringify({ packages: { 'node_modules/a': a } });

  it('is right with every package of the lock file, but those for other machines', () => {
    expect(matches(lock, installed({ version: '1.0.0', integrity: 'sha512-a' }))).toBe(true);
  });

  it('is stale with another version, another content or nothing', () => {
    expect(matches(lock, installed({ version: '1.0.1', integrity: 'sha512-a' }))).toBe(false);
    expect(matches(lock, installed({ version: '1.0.0', integrity: 'sha512-x' }))).toBe(false);
    expect(matches(lock, undefined)).toBe(false);
  });

  it.each([
    ['npm error code EAI_AGAIN', 'The npm registry cannot be reached'],
    ['npm error code ENOSPC', 'The disk is full'],
    ['npm error code EACCES', 'npm may not write'],
    ['npm error code EINTEGRITY', 'npm could not install the dependencies'],
  ])('is explained when npm says: %s', (said, advice) => {
    expect(explain(said, undefined)).toContain(advice);
    expect(explain(said, undefined)).toContain(said);
  });

  it('is explained when there is no npm', () => {
    expect(explain('', new Error('spawn npm ENOENT'))).toContain('Install npm 10');
  });
});

describe('the count of a test run', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hf-report-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const report = (counts: object, testResults: object[] = []): string => {
    const path = join(folder, 'report.json');
    const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
    writeFileSync(path, JSON.stringify({ ...none, ...counts, testResults }));
    return path;
  };
  const green = { code: 0, output: '' };
  const red = { code: 1, output: 'what went wrong' };

  it('is what ran', () => {
    expect(readReport(report({ numPassedTests: 3 }), green)).toEqual({ passed: 3, failed: 0, output: '' });
    const failing = report({ numPassedTests: 3, numFailedTests: 2 });
    expect(readReport(failing, red)).toEqual({ passed: 3, failed: 2, output: 'what went wrong' });
  });

  it('counts skipped and planned tests as failures', () => {
    const outcome = readReport(report({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 }), green);
    expect(outcome.failed).toBe(2);
    expect(outcome.output).toContain('2 tests are skipped or only planned');
  });

  it('counts a file that could not be loaded', () => {
    const files = [{ status: 'failed', assertionResults: [] }];
    expect(readReport(report({ numPassedTests: 3 }, files), red).failed).toBe(1);
  });

  it('never calls an empty, a broken or a missing run a success', () => {
    expect(readReport(report({}), green).failed).toBe(1);
    expect(readReport(report({ numPassedTests: 3 }), red).failed).toBe(1);
    expect(readReport(join(folder, 'none.json'), red).failed).toBe(1);
  });
});
