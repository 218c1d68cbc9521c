import { describe, expect, it } from 'vitest';
import type { SignFacts, SymptomLog, Transition } from '../index.ts';
import { addDays, assess, CHANGES, signInputs } from '../index.ts';
import { marks, medicine, NOON, TODAY, ZONE } from '../medicine/test-medicine.ts';
import { NO_FACTS } from './test-facts.ts';

const back = (n: number) => addDays(TODAY, -n);
const read = (facts: Partial<SignFacts>) => signInputs({ ...NO_FACTS, ...facts }, NOON, ZONE);
const said = (facts: Partial<SignFacts>) => assess(read(facts));
const whats = (facts: Partial<SignFacts>) => said(facts).signs.map(({ rule, what }) => `${rule}.${what}`);
const told = (what: Transition['what'], day: string, of: string | null = null): Transition => ({
  id: `${what} ${day}`,
  what,
  day,
  medicine: of,
  seen: null,
});
const slip = (day: string) => ({
  id: 's',
  plan: [],
  before: [],
  change: '',
  words: '',
  at: 0,
  day,
  until: null,
});
const urge = (strength: number | null, day = TODAY, at = NOON) => ({
  id: `${day} ${at}`,
  strength,
  before: [],
  words: '',
  at,
  day,
  until: null,
});
const log = (levels: SymptomLog['levels'], day = TODAY, at = NOON): SymptomLog => ({
  id: `${day} ${at}`,
  levels,
  day,
  at,
  words: '',
});

describe('early signs read what was written', () => {
  it('of a slip, today and yesterday', () => {
    expect(said({ slips: [slip(TODAY)], urges: [urge(9)] }).state).toBe('used');
    expect(said({ slips: [slip(back(1))] }).state).toBe('used');
    expect(said({ slips: [slip(back(2))] }).state).toBe('steady');
    expect(said({ slips: [slip(addDays(TODAY, 1))] }).state).toBe('steady');
  });

  it('of an answer that help is pinned for, before anything else', () => {
    const nine = { id: 'n', value: 1, said: null, askAgain: false, at: NOON };
    expect(said({ nines: [nine], slips: [slip(TODAY)] }).state).toBe('nine');
  });

  it('of an urge that was noted by itself, with the night a morning told of', () => {
    expect(whats({ urges: [urge(9)] })).toEqual(['urge.high']);
    expect(whats({ urges: [urge(null)] })).toEqual([]);
    expect(whats({ urges: [urge(7, back(2)), urge(7, back(1))] })).toEqual(['urge.days']);
    const notes = [0, 1, 2].map((n) => ({
      id: `n${n}`,
      part: 'morning' as const,
      sleep: 'badly' as const,
      how: null,
      one: '',
      ahead: '',
      at: NOON,
      day: back(n),
    }));
    expect(whats({ notes })).toEqual(['sleep.nights']);
  });

  it('of doses not taken', () => {
    const daily = medicine();
    expect(whats({ medicines: [daily], doses: marks({ 1: 'not' }) })).toEqual(['medicine.day']);
    const three = { medicines: [daily], doses: marks({ 0: 'not', 1: 'not', 2: 'not', 3: 'taken' }) };
    expect(said(three)).toMatchObject({ state: 'reach', tolerance: true, prescriber: true });
    expect(said(three).signs).toMatchObject([{ rule: 'medicine', what: 'days', n: 3 }]);
    expect(whats({ medicines: [daily], doses: marks({ 0: 'taken', 1: 'not' }) })).toEqual([]);
    // Nothing marked is nothing said; another kind of medicine says nothing of opioids.
    expect(whats({ medicines: [daily] })).toEqual([]);
    for (const kind of ['other', 'naloxone'] as const)
      expect(whats({ medicines: [medicine({ kind })], doses: marks({ 0: 'not', 1: 'not' }) })).toEqual([]);
  });

  it('of an injection whose day has passed', () => {
    const injection = (given: string | null) => ({
      medicines: [medicine({ kind: 'naltrexone-injection', given })],
    });
    expect(whats(injection(back(28)))).toEqual([]);
    expect(whats(injection(back(29)))).toEqual(['medicine.late']);
    expect(whats(injection(back(56)))).toEqual(['medicine.late']);
    expect(whats(injection(back(57)))).toEqual([]);
    expect(whats(injection(null))).toEqual([]);
    expect(whats({ ...injection(back(29)), doses: marks({ 1: 'taken' }) })).toEqual([]);
  });

  it('of a medicine that stopped, for four weeks, unless another goes on', () => {
    const stopped = medicine({ stopped: back(5) });
    expect(whats({ medicines: [stopped] })).toEqual(['medicine.stopped']);
    expect(whats({ medicines: [medicine({ stopped: back(28) })] })).toEqual([]);
    expect(whats({ medicines: [medicine({ stopped: addDays(TODAY, 3) })] })).toEqual([]);
    expect(whats({ medicines: [stopped, medicine({ id: 'b', kind: 'buprenorphine' })] })).toEqual([]);
    expect(whats({ medicines: [stopped, medicine({ id: 'b', kind: 'other' })] })).toEqual([
      'medicine.stopped',
    ]);
  });

  it('of a stop that was told by itself, until one is known to go on', () => {
    const transitions = [told('stopped', back(3))];
    expect(whats({ transitions })).toEqual(['medicine.stopped']);
    expect(whats({ transitions: [told('stopped', back(28))] })).toEqual([]);
    // Kept with a medicine, it is that medicine which says whether it stands.
    expect(whats({ transitions: [told('stopped', back(3), 'm')], medicines: [medicine()] })).toEqual([]);
    const on = (over: Parameters<typeof medicine>[0], doses = marks({})) =>
      whats({ transitions, medicines: [medicine(over)], doses });
    expect(on({})).toEqual(['medicine.stopped']);
    expect(on({ started: back(4) })).toEqual(['medicine.stopped']);
    expect(on({ started: back(2) })).toEqual([]);
    expect(on({ kind: 'buprenorphine-monthly', given: back(3) })).toEqual([]);
    expect(on({}, marks({ 2: 'taken' }))).toEqual([]);
    expect(on({}, marks({ 4: 'taken' }))).toEqual(['medicine.stopped']);
    expect(on({}, marks({ 2: 'taken' }, { medicine: 'x' }))).toEqual(['medicine.stopped']);
  });

  it('of the body: strong signs, and what is new or worse than in the two weeks before', () => {
    expect(said({ symptoms: [log({ vomiting: 3 })] })).toMatchObject({ state: 'reach', medical: true });
    expect(whats({ symptoms: [log({ drowsy: 3 }, back(1))] })).toEqual(['body.red-flag']);
    expect(whats({ symptoms: [log({ drowsy: 3 }, back(2))] })).toEqual([]);
    // The latest answer to each, in whatever order they are stored; one that was not asked again stays.
    const morning = log({ vomiting: 3, sweats: 1 }, TODAY, NOON - 1);
    expect(whats({ symptoms: [log({ vomiting: 0 }), morning] })).toEqual([]);
    expect(whats({ symptoms: [log({ sweats: 0 }), morning] })).toEqual(['body.red-flag']);
    expect(whats({ symptoms: [log({ aches: 2 })] })).toEqual(['body.worse']);
    expect(whats({ symptoms: [log({ aches: 1 })] })).toEqual([]);
    expect(whats({ symptoms: [log({ aches: 2 }), log({ aches: 1 }, back(3))] })).toEqual(['body.worse']);
    expect(whats({ symptoms: [log({ aches: 2 }), log({ aches: 2 }, back(3))] })).toEqual([]);
    expect(whats({ symptoms: [log({ aches: 2 }), log({ aches: 2 }, back(15))] })).toEqual(['body.worse']);
  });

  it('of changes told of under Medicine', () => {
    expect(whats({ transitions: [told('release', back(1))] })).toEqual(['time.release']);
    for (const what of ['detox', 'rehab', 'hospital'] as const)
      expect(whats({ transitions: [told(what, back(8))] })).toEqual(['time.treatment']);
    const rest = CHANGES.filter((what) => !/detox|rehab|hospital|release|stopped/.test(what));
    expect(whats({ transitions: rest.map((what) => told(what, TODAY)) })).toEqual([]);
    expect(whats({ transitions: [told('release', addDays(TODAY, 1))] })).toEqual([]);
    const hardTimes = [{ id: 'h', kind: 'court' as const, title: '', day: back(9) }];
    expect(read({ hardTimes, transitions: [told('release', back(3))] }).hardTimes).toEqual([
      { kind: 'court', ago: 9 },
      { kind: 'release', ago: 3 },
    ]);
  });

  it('of a bad week, all of it, and the slip alone decides', () => {
    const week: Partial<SignFacts> = {
      medicines: [medicine()],
      doses: marks({ 0: 'not', 1: 'not', 2: 'not' }),
      urges: [urge(9)],
      symptoms: [log({ vomiting: 3, drowsy: 3 })],
      transitions: [told('release', back(1))],
    };
    expect(whats(week)).toEqual(['urge.high', 'medicine.days', 'body.red-flag', 'time.release']);
    expect(said({ ...week, slips: [slip(TODAY)] })).toMatchObject({ state: 'used', tolerance: true });
  });

  const result = (
    instrument: string,
    ago: number,
    totals: Record<string, number | null>,
    at = 0,
    answers: Record<string, number | null> = {},
  ) => ({
    id: `${instrument} ${ago}`,
    instrument,
    version: '1',
    language: 'en' as const,
    scoring: 1,
    answers,
    totals,
    at,
    day: back(ago),
  });
  const answered = (instrument: string, ago: number, answers: Record<string, number | null>) =>
    result(instrument, ago, {}, -ago, answers);

  it('of low mood and worry, also where a longer form asked the same two questions', () => {
    const low = { 1: 2, 2: 1 };
    for (const form of ['phq-2', 'phq-8', 'phq-9'])
      expect(whats({ results: [answered(form, 1, low)] })).toEqual(['mood.phq2']);
    for (const form of ['gad-2', 'gad-7'])
      expect(whats({ results: [answered(form, 1, low)] })).toEqual(['mood.gad2']);
    // High sums of the other questions say nothing here, and one of the two left out is no 0.
    expect(whats({ results: [answered('phq-9', 1, { 1: 1, 2: 1, 3: 3, 4: 3, 5: 3 })] })).toEqual([]);
    expect(whats({ results: [answered('phq-9', 1, { 1: null, 2: 3 })] })).toEqual([]);
    expect(whats({ results: [answered('barc-10', 1, { 1: 3, 2: 3 })] })).toEqual([]);
    // The latest that was answered counts, whichever form it was.
    const eased = [answered('phq-9', 2, low), answered('phq-2', 1, { 1: 0, 2: 1 })];
    expect(read({ results: eased }).phq2).toBe(1);
    expect(read({ results: [...eased, answered('phq-8', 0, { 1: 3, 2: null })] }).phq2).toBe(1);
    expect(read({ results: [answered('phq-9', 15, low)] }).phq2).toBeNull();
  });

  it('takes recent measures only, and the BAM before the last', () => {
    const results = [
      answered('phq-2', 11, { 1: 2, 2: 2 }),
      answered('phq-2', 12, { 1: 1, 2: 0 }),
      answered('gad-2', 20, { 1: 3, 2: 3 }),
      result('bam', 32, { use: 0, risk: 5, protective: null }, 1),
      result('bam', 2, { use: 0, risk: 9, protective: 14 }, 2),
    ];
    expect(read({ results })).toMatchObject({
      phq2: 4,
      gad2: null,
      bam: { risk: 9, protective: 14 },
      bamBefore: { risk: 5, protective: null },
    });
    expect(read({ results: [result('bam', 2, {}, 2)] })).toMatchObject({
      bam: { risk: null, protective: null },
      bamBefore: null,
    });
    expect(
      read({ results: [result('bam', 36, { risk: 20 }), answered('phq-2', -1, { 1: 3, 2: 3 })] }),
    ).toMatchObject({ phq2: null, bam: null, bamBefore: null });
  });
});
