import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IfThen } from '../index.ts';
import {
  CATEGORIES,
  checkFields,
  dayPart,
  dueIfThen,
  feelingsNamed,
  IF_THEN,
  linesByKind,
  REASON,
  SAFETY_LINE,
  EARLY_SIGN,
  TRIGGER,
  thoughtsOn,
} from '../index.ts';

const plan = (over: Partial<IfThen>): IfThen => ({
  id: 'a',
  cue: 'I walk past the corner shop',
  action: 'I cross the road',
  obstacle: '',
  part: null,
  days: 'all',
  feeling: null,
  again: false,
  at: 1,
  ...over,
});

it('triggers and early signs are in a category that needs more than a link to be shared', () => {
  for (const type of [TRIGGER, EARLY_SIGN]) expect(CATEGORIES[type.home].sensitive).toBe(true);
});

it('triggers and early signs that were written as single lines are still read', () => {
  expect(checkFields(TRIGGER, { kind: 'place', words: ' The station ', at: 1 })).toEqual({
    ok: true,
    value: { kind: 'place', words: 'The station', way: 'cope', helps: '', at: 1 },
  });
  expect(checkFields(EARLY_SIGN, { kind: 'helps', words: 'An early night', at: 1 })).toEqual({
    ok: true,
    value: { kind: 'helps', words: 'An early night', others: '', action: '', rank: 0, at: 1 },
  });
  expect(checkFields(EARLY_SIGN, { kind: 'place', words: 'x', at: 1 })).toMatchObject({
    error: { field: 'kind' },
  });
});

describe('lines of a plan', () => {
  it('keeps words trimmed, and refuses an empty line by name', () => {
    expect(checkFields(REASON, { kind: 'vision', words: ' A garden ', at: 1 })).toEqual({
      ok: true,
      value: { kind: 'vision', words: 'A garden', at: 1, media: [] },
    });
    expect(checkFields(SAFETY_LINE, { kind: 'alone', words: ' ', at: 1 })).toMatchObject({
      error: { field: 'words' },
    });
  });

  it('stand by kind, then as first written; a kind without any stays', () => {
    const lines = [
      { kind: 'b', at: 2 },
      { kind: 'b', at: 1 },
    ] as const;
    expect(linesByKind(['a', 'b'] as const, lines)).toEqual([
      { kind: 'a', lines: [] },
      { kind: 'b', lines: [lines[1], lines[0]] },
    ]);
  });
});

describe('if-then plans', () => {
  // 2026-11-25 is a Wednesday, 2026-11-28 a Saturday.
  const wednesday = { day: '2026-11-25', hour: 9 };
  const saturday = { day: '2026-11-28', hour: 9 };

  it('keeps a plan only with a cue and an action', () => {
    const { id: _, ...fields } = plan({});
    expect(checkFields(IF_THEN, fields)).toEqual({ ok: true, value: fields });
    expect(checkFields(IF_THEN, { ...fields, cue: '' })).toMatchObject({ error: { field: 'cue' } });
    expect(checkFields(IF_THEN, { ...fields, action: ' ' })).toMatchObject({ error: { field: 'action' } });
  });

  it('come up in their part of the day, on their days', () => {
    const one = plan({ part: 'morning', days: 'week' });
    expect(dueIfThen([one], [], wednesday, [])).toBe(one);
    expect(dueIfThen([one], [], { ...wednesday, hour: 13 }, [])).toBeUndefined();
    expect(dueIfThen([one], [], saturday, [])).toBeUndefined();
    const free = plan({ part: 'morning', days: 'weekend' });
    expect(dueIfThen([free], [], wednesday, [])).toBeUndefined();
    expect(dueIfThen([free], [], saturday, [])).toBe(free);
    expect(dueIfThen([free], [], { ...saturday, day: '2026-11-29' }, [])).toBe(free);
  });

  it('come up for a feeling first, then the oldest', () => {
    const morning = plan({ id: 'm', part: 'morning', at: 1 });
    const later = plan({ id: 'l', feeling: 'urge', at: 3 });
    const older = plan({ id: 'o', feeling: 'urge', at: 2 });
    const all = [morning, later, older];
    expect(dueIfThen(all, [], wednesday, [{ feeling: 'urge', at: 9 }])).toBe(older);
    expect(dueIfThen(all, [], wednesday, [{ feeling: 'low', at: 9 }])).toBe(morning);
  });

  it('come up in a hard hour for the feelings it is for, the nearest first, also by the words of their cue', () => {
    const here = [
      { feeling: 'urge', at: 9 },
      { feeling: 'low', at: 0 },
    ] as const;
    const [low, urge] = [plan({ id: 'l', feeling: 'low', at: 1 }), plan({ id: 'u', feeling: 'urge', at: 2 })];
    const away = (id: string) => ({ id, day: wednesday.day, at: 5 });
    const due = (plans: IfThen[], ...put: string[]) =>
      dueIfThen(plans, put.map(away), wednesday, [], here)?.id;
    expect(due([low, urge])).toBe('u');
    expect(due([low, urge], 'u')).toBe('l');
    expect(due([low, urge], 'u', 'l')).toBeUndefined();
    // Each time: the page says an urge anew, and no low mood.
    expect(
      due(
        [
          { ...low, again: true },
          { ...urge, again: true },
        ],
        'u',
        'l',
      ),
    ).toBe('u');
    expect(due([{ ...low, again: true }], 'l')).toBeUndefined();
    for (const cue of [
      'I feel an urge coming',
      'siento que llegan las ganas',
      'I feel lonely in the evening',
      'siento soledad por la noche',
    ]) {
      expect(due([plan({ cue })])).toBe('a');
      expect(due([plan({ cue })], 'a')).toBeUndefined();
      // A moment that was chosen for it is when it comes; and elsewhere nothing is read out of its words.
      expect(due([plan({ cue, part: 'evening' })])).toBeUndefined();
      expect(dueIfThen([plan({ cue })], [], wednesday, here)).toBeUndefined();
    }
    expect(due([plan({ cue: 'someone offers me something' })])).toBeUndefined();
    expect(due([plan({ cue: 'the surgeon calls' })])).toBeUndefined();
    expect(due([plan({ part: 'morning' })])).toBe('a');
    // What was named elsewhere comes after what the page is for.
    expect(dueIfThen([low, urge], [], wednesday, [{ feeling: 'low', at: 3 }], here.slice(0, 1))?.id).toBe(
      'u',
    );
  });

  it('never come up twice on a day, and come up again on the next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom('2026-03-29', '2026-10-25', '2028-02-29'),
        (first, second, day) => {
          const one = plan({ feeling: 'urge', part: dayPart(first) });
          const shown = [{ id: 'a', day, at: 5 }];
          const named = [{ feeling: 'urge' as const, at: 9 }];
          expect(dueIfThen([one], [], { day, hour: first }, [])).toBe(one);
          expect(dueIfThen([one], shown, { day, hour: second }, named)).toBeUndefined();
          expect(dueIfThen([one], shown, { day: '2028-03-01', hour: second }, named)).toBe(one);
        },
      ),
    );
  });

  it('come up each time a feeling is named where the person wants that, and for the time of day still once', () => {
    const one = plan({ feeling: 'urge', part: 'morning', again: true });
    const shown = [{ id: 'a', day: wednesday.day, at: 5 }];
    expect(dueIfThen([one], shown, wednesday, [{ feeling: 'urge', at: 5 }])).toBeUndefined();
    expect(dueIfThen([one], shown, wednesday, [{ feeling: 'urge', at: 6 }])).toBe(one);
    expect(dueIfThen([one], shown, wednesday, [{ feeling: 'low', at: 6 }])).toBeUndefined();
    expect(dueIfThen([one], shown, wednesday, [])).toBeUndefined();
  });

  it('know the parts of the day; night belongs to the evening', () => {
    expect([0, 4, 5, 11, 12, 17, 18, 23].map(dayPart)).toEqual([
      'evening',
      'evening',
      'morning',
      'morning',
      'afternoon',
      'afternoon',
      'evening',
      'evening',
    ]);
  });

  it('read the last that was said of an urge, and the mood of a check-in; an unanswered part says nothing', () => {
    const said = (urge: number | null, mood: string | null) =>
      feelingsNamed({ urge, mood, at: 5 }, []).map(({ feeling }) => feeling);
    expect(feelingsNamed(undefined, [])).toEqual([]);
    expect(said(null, null)).toEqual([]);
    expect(said(4, 'good')).toEqual([]);
    expect(said(5, 'low')).toEqual(['urge', 'low']);
    expect(said(0, 'very-low')).toEqual(['low']);
    const calm = { urge: 1, mood: null, at: 5 };
    expect(feelingsNamed(calm, [{ strength: 8, at: 6 }])).toEqual([{ feeling: 'urge', at: 6 }]);
    expect(feelingsNamed(calm, [{ strength: 8, at: 4 }])).toEqual([]);
    expect(feelingsNamed(undefined, [{ strength: null, at: 6 }])).toEqual([{ feeling: 'urge', at: 6 }]);
    expect(feelingsNamed(undefined, [{ strength: 2, at: 6 }])).toEqual([]);
  });

  it('offer a thought on a wide cue and on several actions', () => {
    expect(thoughtsOn({ cue: '', action: '' })).toEqual([]);
    expect(thoughtsOn(plan({}))).toEqual([]);
    expect(thoughtsOn({ cue: 'feeling sad', action: 'I walk and I call Ana' })).toEqual([
      'wide-cue',
      'many-actions',
    ]);
    expect(thoughtsOn({ cue: 'paso por la esquina', action: 'Camino y llamo' })).toEqual(['many-actions']);
  });
});
