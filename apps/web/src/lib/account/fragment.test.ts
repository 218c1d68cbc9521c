import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fragment } from './fragment.ts';

const SRC = fileURLToPath(new URL('../../', import.meta.url));

describe('what a private page is about', () => {
  it('is read from the fragment', () => {
    expect(fragment(new URL('https://a.example/people/who#with=abc&name=M%20B')).get('with')).toBe('abc');
    expect(fragment(new URL('https://a.example/people/who#with=abc&name=M%20B')).get('name')).toBe('M B');
    expect(fragment(new URL('https://a.example/people/add#number')).has('number')).toBe(true);
    expect(fragment(new URL('https://a.example/people/who?with=abc')).get('with')).toBeNull();
  });

  it('never stands in a part of an address that is sent to the server', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(svelte|ts)$/.test(name),
    );
    const private_ = files.filter((name) => name.includes('(private)') || name.includes('account'));
    const sent = private_.filter(
      (name) =>
        !name.endsWith('.test.ts') &&
        /searchParams|['"`]\/[a-z/]+\?/.test(readFileSync(join(SRC, name), 'utf8')),
    );
    expect(private_.length).toBeGreaterThan(20);
    expect(sent).toEqual([]);
  });
});
