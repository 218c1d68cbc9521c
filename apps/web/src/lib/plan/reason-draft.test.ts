import { expect, test } from 'vitest';
import { isNothing, reasonDraft } from './reason-draft.ts';

const blob = {
  id: 'b'.repeat(22),
  space: 's'.repeat(22),
  key: new Uint8Array(32),
  type: 'image/webp',
  size: 9,
};

test('a reason begins with what was saved, which stays as it is', () => {
  const saved = { words: 'My sister', media: [{ blob, says: 'Her' }] };
  const draft = reasonDraft(saved);
  expect(draft).toEqual(saved);
  draft.media[0]!.says = 'Her garden';
  expect(saved.media[0]!.says).toBe('Her');
});

test('a photo alone is a reason, spaces are none', () => {
  const draft = reasonDraft();
  draft.words = '  ';
  expect(isNothing(draft)).toBe(true);
  draft.media.push({ blob, says: '' });
  expect(isNothing(draft)).toBe(false);
});
