import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill, lacksMedia, textOf } from './draft-form.ts';

const first = () => ({
  words: '',
  picked: [] as (string | number)[],
  parts: { a: '', b: '' } as Record<string, string>,
  level: undefined as number | undefined,
  once: false,
});
const back = <T extends object>(began: T, text: string): T => {
  const form = structuredClone(began);
  fill(form, began, text);
  return form;
};

describe('a form as text', () => {
  test('comes back as it was', () => {
    const form = fc.record({
      words: fc.string(),
      picked: fc.array(fc.oneof(fc.string(), fc.integer())),
      parts: fc.record({ a: fc.string(), b: fc.string() }),
      level: fc.option(fc.integer(), { nil: undefined }),
      once: fc.boolean(),
    });
    fc.assert(
      fc.property(form, (typed) => {
        expect(textOf(back(first(), textOf(typed)))).toBe(textOf(typed));
      }),
    );
  });

  test('comes back over whatever stands there, and shares nothing with what it began with', () => {
    const began = { ...first(), picked: ['x'], level: 3 };
    const form = { ...first(), words: 'typed', picked: ['y'], level: 5, once: true };
    fill(form, began, textOf(began));
    expect(form).toEqual(began);
    form.picked.push('z');
    form.parts['a'] = 'z';
    expect([began.picked, began.parts]).toEqual([['x'], { a: '', b: '' }]);
  });

  test('that an older version kept gives what still fits, and no more', () => {
    const old = { words: ['no'], picked: 'no', parts: { a: 'yes', gone: 'x' }, level: {}, once: 1, more: 2 };
    expect(back(first(), JSON.stringify(old))).toEqual({
      ...first(),
      parts: { a: 'yes', b: '', gone: 'x' },
    });
    expect(back(first(), JSON.stringify({ ...first(), picked: [{}] }))).toEqual(first());
    expect(back(first(), '[]')).toEqual(first());
  });

  test('about a day takes on another day the words alone', () => {
    const began = {
      words: '',
      mood: undefined as string | undefined,
      picked: [] as string[],
      today: '2026-11-26',
    };
    const typed = { words: 'Slept badly', mood: 'low', picked: ['tired'], today: '2026-11-26' };
    expect(back(began, textOf(typed))).toEqual(typed);
    const next = { ...began, today: '2026-11-27' };
    expect(back(next, textOf(typed))).toEqual({ ...next, words: 'Slept badly' });
  });

  test('has the captions of saved pictures, and says when a new one was with it', () => {
    const item = (id: string, says: string) => ({ blob: { id, key: new Uint8Array(32) }, says });
    const fresh = { bytes: new Uint8Array(5_000_000), says: 'The garden' };
    const began = { words: '', media: [item('a', 'Her'), item('b', 'Him')] };
    const typed = { words: 'Both', media: [item('b', 'My brother'), fresh] };
    const text = textOf(typed);
    expect(text.length).toBeLessThan(200);
    expect(back(began, text)).toEqual({ words: 'Both', media: [item('a', 'Her'), item('b', 'My brother')] });
    expect(lacksMedia(text)).toBe(true);
    expect(lacksMedia(textOf(began))).toBe(false);
    expect(lacksMedia(textOf(first()))).toBe(false);
    expect(back(began, '{"words":"x"}')).toEqual({ ...began, words: 'x' });
  });

  test('has pictures and voice notes that were added, with how to open them; clearing it takes them off', () => {
    const blob = { id: 'new', key: new Uint8Array(32).fill(7), preview: new Uint8Array([1, 2]) };
    const saved = { blob: { id: 'a' }, says: 'Her' };
    const began = { words: '', media: [saved] };
    const added = { blob, added: true, seconds: 12, says: 'Me' };
    const typed = { words: '', media: [saved, { ...added, bytes: new Uint8Array(5_000_000) }] };
    const text = textOf(typed);
    expect(text.length).toBeLessThan(300);
    expect(lacksMedia(text)).toBe(false);
    const form = back(began, text);
    expect(form).toEqual({ words: '', media: [saved, added] });
    expect(textOf(form)).toBe(text);
    fill(form, began, textOf(began));
    expect(form).toEqual(began);
    fill(form, began, text);
    expect(form).toEqual({ words: '', media: [saved, added] });
  });
});
