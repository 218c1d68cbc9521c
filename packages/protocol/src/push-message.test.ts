import { describe, expect, it } from 'vitest';
import { decodePushMessage, encodePushMessage, PUSH_KINDS, PUSH_MESSAGE_BYTES } from './push-message.ts';

describe('push messages', () => {
  const item = Uint8Array.from({ length: 16 }, (_, i) => i * 3);

  it('[PSH-1] ATK-30 are all of one size and say a kind and a name', () => {
    for (const kind of PUSH_KINDS) {
      const bytes = encodePushMessage(kind, item);
      expect(bytes).toHaveLength(PUSH_MESSAGE_BYTES);
      expect(decodePushMessage(bytes)).toEqual({ kind, tag: '000306090c0f1215181b1e2124272a2d' });
    }
  });

  it('[PSH-1] of another version, kind or length are none', () => {
    const bytes = encodePushMessage('ask', item);
    for (const bent of [
      bytes.with(0, 2),
      bytes.with(1, 0),
      bytes.with(1, 3),
      bytes.subarray(1),
      new Uint8Array(0),
    ])
      expect(decodePushMessage(bent)).toBeUndefined();
  });
});
