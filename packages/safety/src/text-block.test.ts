import { expect, test } from 'vitest';
import { blockIn, line, strong, withNumber } from './text-block.ts';

test('[CARD-3] a block is given in one language, with the words to read first marked', () => {
  const block = {
    title: { en: 'Now', es: 'Ya' },
    lines: [strong('Call.', 'Llama.'), line('Stay.', 'Quédate.')],
  };
  expect(blockIn(block, 'es')).toEqual({
    title: 'Ya',
    lines: [
      { text: 'Llama.', strong: true },
      { text: 'Quédate.', strong: false },
    ],
  });
});

test('[CARD-4] a text gets the number wherever it has a place for it', () => {
  expect(withNumber('Call {number}. If {number} asks.', '124')).toBe('Call 124. If 124 asks.');
});
