import { expect, test } from 'vitest';
import { beginReason, emptyReason, isNothing } from './reason-draft.ts';

const blob = {
  id: 'b'.repeat(22),
  space: 's'.repeat(22),
  key: new Uint8Array(32),
  type: 'image/webp',
  size: 9,
};

test('a reason begins with what was saved, once', () => {
  const draft = emptyReason();
  const saved = { words: 'My sister', media: [{ blob, says: 'Her' }] };
  beginReason(draft, saved);
  draft.words = 'My sister, always';
  draft.media[0]!.says = 'Her garden';
  beginReason(draft, saved);
  expect(draft).toMatchObject({ words: 'My sister, always', media: [{ says: 'Her garden' }] });
  expect(saved.media[0]!.says).toBe('Her');
});

test('a photo alone is a reason, spaces are none', () => {
  const draft = emptyReason();
  draft.words = '  ';
  expect(isNothing(draft)).toBe(true);
  draft.media.push({ blob, says: '' });
  expect(isNothing(draft)).toBe(false);
});
