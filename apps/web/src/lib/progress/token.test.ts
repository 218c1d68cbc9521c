import { expect, test } from 'vitest';
import { isDrawing } from '#lib/platform/trusted-types.ts';
import { token } from './token.ts';

test('a token is the same for its seed, and another for another', () => {
  expect(token('a', '')).toBe(token('a', ''));
  expect(token('a', '')).not.toBe(token('b', ''));
});

test('a token is a small drawing without words or numbers to read, and its label cannot break out of it', () => {
  const drawn = token('a', 'One "year" <script>');
  expect(isDrawing(drawn)).toBe(true);
  expect(drawn).toContain('aria-label="One &quot;year&quot; &lt;script&gt;"');
  expect(drawn).not.toContain('<text');
  expect(drawn.length).toBeLessThan(8000);
  expect(token('a', '')).toContain('aria-hidden="true"');
});
