import { describe, expect, it } from 'vitest';
import { checkFields } from '../record-type.ts';
import { SLIP } from './slip.ts';
import { NOTE_LENGTH, URGE } from './urge.ts';

const kept = { before: ['feeling.angry'], words: 'After work.', at: 5, day: '2026-11-21', until: null };
const urge = { ...kept, strength: 7 };
const slip = { ...kept, plan: ['rest'], change: 'Another way home.' };

describe.each([
  { kind: 'an urge', type: URGE, fields: urge, check: (given: unknown) => checkFields(URGE, given) },
  { kind: 'a slip', type: SLIP, fields: slip, check: (given: unknown) => checkFields(SLIP, given) },
])('what is kept of $kind', ({ type, fields, check }) => {
  it('can be given to nobody', () => {
    expect(type.home).toBe('private');
  });

  it('goes by itself at its time, and never where it is kept', () => {
    expect(type.expires({ until: 99 })).toBe(99);
    expect(type.expires({ until: null })).toBeUndefined();
  });

  it('may have every part left open but its day, and names what does not fit', () => {
    const bare = { ...fields, strength: null, before: [], plan: [], change: '', words: '' };
    expect(check(bare).ok).toBe(true);
    for (const [field, bad] of [
      ['words', 'x'.repeat(NOTE_LENGTH + 1)],
      ['before', [7]],
      ['day', 'yesterday'],
      ['until', 'soon'],
    ] as const)
      expect(check({ ...fields, [field]: bad })).toMatchObject({ error: { field } });
  });
});
