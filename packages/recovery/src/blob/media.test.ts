import { describe, expect, it } from 'vitest';
import { checkFields } from '../record-type.ts';
import { LETTER } from '../tools/letter.ts';
import type { BlobRef } from './blob-ref.ts';
import { PREVIEW_BYTES } from './blob-ref.ts';
import type { Media } from './media.ts';
import { isVoice, MEDIA_MOST, MEDIA_SAYS_LENGTH, mediaText } from './media.ts';

const photo = (over: { [field in keyof BlobRef]?: unknown } = {}) => ({
  id: 'A'.repeat(22),
  space: 'B'.repeat(22),
  key: new Uint8Array(32),
  type: 'image/jpeg',
  size: 40_000,
  preview: new Uint8Array(PREVIEW_BYTES),
  ...over,
});
const letter = (media?: unknown) =>
  checkFields(LETTER, { words: '', opens: null, at: 1, day: '2026-11-21', ...(media ? { media } : {}) });

describe('photos and voice notes of a record', () => {
  it('are kept as they were given, and a record of before there were any has none', () => {
    const voice = photo({ type: 'audio/webm', preview: undefined });
    const media = [
      { blob: photo(), says: 'The pier at low tide' },
      { blob: voice, says: '', seconds: 12 },
    ];
    expect(letter(media)).toMatchObject({ ok: true, value: { media } });
    expect(letter()).toMatchObject({ ok: true, value: { media: [] } });
  });

  it('fit only with a whole key, a picture or sound, and a preview that is small', () => {
    const no = { ok: false, error: { code: 'invalid', field: 'media' } };
    for (const over of [
      { key: new Uint8Array(31) },
      { key: new Uint8Array(33) },
      { key: 'A'.repeat(32) },
      { key: Array.from({ length: 32 }, () => 0) },
      { preview: new Uint8Array(0) },
      { preview: new Uint8Array(PREVIEW_BYTES + 1) },
      { id: 'A' },
      { space: undefined },
      { type: 'text/html' },
      { type: 'image/svg+xml; charset=utf-8' },
      { size: 0 },
    ])
      expect(letter([{ blob: photo(over), says: '' }]), JSON.stringify(over)).toEqual(no);
    expect(letter([{ blob: photo(), says: 'x'.repeat(MEDIA_SAYS_LENGTH + 1) }])).toEqual(no);
    expect(letter([{ blob: photo(), says: '', seconds: 3601 }])).toEqual(no);
    const many = Array.from({ length: MEDIA_MOST + 1 }, () => ({ blob: photo(), says: '' }));
    expect(letter(many)).toEqual(no);
    expect(letter(many.slice(1)).ok).toBe(true);
  });

  it('are told apart by their type, and found by what they show or say', () => {
    expect(isVoice({ blob: { type: 'audio/mp4' } })).toBe(true);
    expect(isVoice({ blob: { type: 'image/webp' } })).toBe(false);
    const media = [{ says: 'The pier' }, { says: 'Rain, and me laughing' }] as Media[];
    expect(mediaText(media)).toBe('The pier\nRain, and me laughing');
    expect(mediaText([])).toBe('');
  });
});
