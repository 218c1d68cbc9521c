import type { Bundle, FhirResource } from 'fhir/r4.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOODS, SLEEPS } from '../../check-in/check-in.ts';
import { INSTRUMENTS } from '../../measures/instrument.ts';
import { loadInstrument } from '../../measures/instruments/index.ts';
import { MEDICINE_KINDS } from '../../medicine/medicine.ts';
import { medicine } from '../../medicine/test-medicine.ts';
import { SAFETY_STEPS } from '../../plan/plan-lines.ts';
import { TRIGGER_KINDS } from '../../plan/trigger.ts';
import { NOON, planted, RECORDS } from '../test-records.ts';
import { answerCode, itemCode, medicineCode, totalCode } from './codes.ts';
import type { FhirInput, FhirSection } from './index.ts';
import { FHIR_SECTIONS, fhirBundle, neededInstruments } from './index.ts';
import { faultsOf } from './official.ts';

const instruments = new Map(
  await Promise.all(INSTRUMENTS.map(async (id) => [id as string, await loadInstrument(id)] as const)),
);

/** Words for each of a few keys, which say what they are for. */
const wordsFor = <K extends string, W>(keys: readonly K[], words: (key: K) => W): Record<K, W> =>
  Object.fromEntries(keys.map((key) => [key, words(key)])) as Record<K, W>;

function input(sections: readonly FhirSection[], over: Partial<FhirInput> = {}): FhirInput {
  let n = 0;
  return {
    records: RECORDS,
    sections: new Set(sections),
    since: '',
    name: '',
    language: 'es',
    words: {
      kinds: wordsFor(MEDICINE_KINDS, (kind) => `kind ${kind}`),
      totals: { phq8: 'Ánimo, 8 preguntas' },
      sections: { plan: 'Plan', triggers: 'Triggers', signs: 'Signs', 'safety-plan': 'Safety plan' },
      triggers: wordsFor(TRIGGER_KINDS, (kind) => `trigger ${kind}`),
      safetySteps: wordsFor(SAFETY_STEPS, (step) => ({ title: `step ${step}` })),
      checkIn: {
        title: 'Check-in',
        urge: 'Urge',
        mood: 'Mood',
        sleep: 'Sleep',
        slept: 'Hours',
        confidence: 'Sure',
      },
      moods: wordsFor(MOODS, (mood) => `mood ${mood}`),
      sleeps: wordsFor(SLEEPS, (sleep) => `slept ${sleep}`),
      ifThen: (cue, action) => `Si ${cue}, ${action}`,
    },
    instruments,
    today: '2026-11-25',
    now: NOON,
    uuid: () => `00000000-0000-4000-8000-${String(++n).padStart(12, '0')}`,
    ...over,
  };
}

const resources = (bundle: Bundle): FhirResource[] =>
  (bundle.entry ?? []).map(({ resource }) => resource as FhirResource);
const named = <T extends FhirResource['resourceType']>(bundle: Bundle, type: T) =>
  resources(bundle).filter(
    (one): one is Extract<FhirResource, { resourceType: T }> => one.resourceType === type,
  );
const faults = faultsOf;

const everything = fhirBundle(input(FHIR_SECTIONS, { name: 'Sam Peña' }));

test('everything together is right by the official definitions of R4', () => {
  expect(faults(everything)).toEqual([]);
  const count = Object.groupBy(resources(everything), ({ resourceType }) => resourceType);
  expect(Object.fromEntries(Object.entries(count).map(([type, list]) => [type, list.length]))).toEqual({
    Patient: 1,
    MedicationStatement: 7,
    Appointment: 3,
    Questionnaire: 4,
    QuestionnaireResponse: 6,
    Observation: 7,
    Goal: 5,
    CarePlan: 4,
  });
});

test.each(FHIR_SECTIONS)('%s alone is right too', (section) => {
  const bundle = fhirBundle(input([section]));
  expect(faults(bundle)).toEqual([]);
  expect(resources(bundle).length).toBeGreaterThan(1);
});

test('nothing chosen is a person without a name, and no records are none', () => {
  expect(resources(fhirBundle(input([])))).toEqual([{ resourceType: 'Patient', active: true }]);
  const none = fhirBundle(input(FHIR_SECTIONS, { records: {} }));
  expect(resources(none)).toHaveLength(1);
  expect(faults(none)).toEqual([]);
});

test.each([
  ['MedicationStatement', 'subject', undefined],
  ['MedicationStatement', 'status', 'taken'],
  ['MedicationStatement', 'dose', 40],
  ['MedicationStatement', 'subject.reference', 'Appointment/1'],
  ['Appointment', 'end', undefined],
  ['Appointment', 'start', 'on Tuesday'],
  ['Appointment', 'participant.0.status', 'maybe'],
  ['Observation', 'valueInteger', 'ten'],
  ['Observation', 'code', undefined],
  ['Questionnaire', 'item.0.type', 'question'],
  ['QuestionnaireResponse', 'item.0.answer', []],
  ['QuestionnaireResponse', 'item.0.linkId', undefined],
  ['Goal', 'description', undefined],
  ['CarePlan', 'intent', 'hope'],
  ['CarePlan', 'activity.0.detail', {}],
  ['Patient', 'name', 'Sam'],
] as const)('a planted fault is refused: %s.%s is %j', (type, path, value) => {
  const index = (everything.entry ?? []).findIndex(({ resource }) => resource?.resourceType === type);
  expect(faults(planted(everything, `entry.${index}.resource.${path}`, value))).not.toEqual([]);
});

test('a fault of the bundle itself is refused', () => {
  expect(faults(planted(everything, 'type', 'heap'))).not.toEqual([]);
  expect(faults(planted(everything, 'timestamp', 'yesterday'))).not.toEqual([]);
});

test('every reference leads to an entry of the file, and no id comes twice', () => {
  const urls = (everything.entry ?? []).map(({ fullUrl }) => fullUrl!);
  expect(new Set(urls).size).toBe(urls.length);
  const references = JSON.stringify(everything).match(/"reference":"[^"]*"/g) ?? [];
  expect(references.length).toBeGreaterThan(30);
  for (const reference of references) expect(urls).toContain(JSON.parse(`{${reference}}`).reference);
  const questions = new Set(named(everything, 'Questionnaire').map(({ url }) => url));
  for (const { questionnaire } of named(everything, 'QuestionnaireResponse'))
    expect(questions).toContain(questionnaire);
});

test('the ninth answer, the sum of nine and the words of check-ins never go along', () => {
  const text = JSON.stringify(everything);
  expect(text).not.toMatch(/44261-6|44260-8|44249-1|better off dead|"nine"|phq9|Only for me/);
  const phq = named(everything, 'QuestionnaireResponse').find(({ questionnaire }) =>
    questionnaire?.includes('phq-9'),
  );
  expect(phq?.item?.map(({ linkId }) => linkId)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  expect(named(everything, 'Questionnaire').find(({ url }) => url?.includes('phq-9'))?.title).toMatch(
    /, 1–8$/,
  );
  // A sum of eight beside the answers to eight tells nothing that they do not.
  const sum = named(everything, 'Observation').find(({ code }) => code.text === 'Ánimo, 8 preguntas');
  expect(sum?.valueInteger).toBe(10);
  expect(sum?.derivedFrom).toHaveLength(1);
});

test('a check-in has a component for each answer, hours of sleep with their unit, and none for what was left out', () => {
  const checkIns = named(fhirBundle(input(['check-ins'])), 'Observation');
  expect(
    checkIns.map(({ component }) => component?.map(({ code }) => code.coding?.map((one) => one.code).join())),
  ).toEqual([['urge'], ['urge', 'mood', 'sleep', 'slept', 'confidence']]);
  expect(checkIns[1]?.component?.[3]).toMatchObject({
    code: { text: 'Hours' },
    valueQuantity: { value: 4, unit: 'h', system: 'http://unitsofmeasure.org', code: 'h' },
  });
});

test('sums and answers are chosen apart', () => {
  const sums = fhirBundle(input(['sums']));
  expect(named(sums, 'QuestionnaireResponse')).toEqual([]);
  expect(named(sums, 'Observation').map(({ derivedFrom }) => derivedFrom)).toEqual(Array(5).fill(undefined));
  // Of our own craving check it is the mean that is kept of its three numbers, with the confidence turned round.
  const craving = (over: Partial<FhirInput> = {}) =>
    named(fhirBundle(input(['sums'], over)), 'Observation').find(({ code }) =>
      code.coding?.some((one) => one.code?.endsWith('-craving3')),
    );
  expect(craving()?.code.coding).toEqual([{ system: 'urn:holdfast:code', code: 'mean-craving3' }]);
  expect(craving()).toMatchObject({ valueQuantity: { value: 5 } });
  expect(craving()).not.toHaveProperty('valueInteger');
  const [result] = RECORDS['measure-result']!;
  const third = {
    ...result!,
    instrument: 'craving-3',
    answers: { now: 4, cue: 5, sure: 6 },
    totals: { craving3: 13 },
  };
  const bundle = fhirBundle(input(['sums', 'answers'], { records: { 'measure-result': [third] } }));
  expect(faults(bundle)).toEqual([]);
  const index = (bundle.entry ?? []).findIndex(({ resource }) => resource?.resourceType === 'Observation');
  expect(faults(planted(bundle, `entry.${index}.resource.valueQuantity.value`, 'five'))).not.toEqual([]);
  expect(craving({ records: { 'measure-result': [third] } })).toMatchObject({
    valueQuantity: { value: 4.3 },
  });
  const answers = fhirBundle(input(['answers']));
  expect(named(answers, 'Observation')).toEqual([]);
  // One that was left out is not there, and is no 0.
  const bam = named(answers, 'QuestionnaireResponse').find(({ questionnaire }) =>
    questionnaire?.includes(':bam:'),
  );
  expect(bam?.item?.map(({ linkId }) => linkId)).toEqual(['1', '14']);
});

test('no name, number or place of others goes along that was not chosen', () => {
  expect(named(everything, 'Patient')[0]).toEqual({
    resourceType: 'Patient',
    active: true,
    name: [{ text: 'Sam Peña' }],
  });
  const text = JSON.stringify(everything);
  expect(text).not.toMatch(/07700|the quay|2026-10-16|"id":|telecom|identifier/);
  expect(fhirBundle(input([], { name: '   ' })).entry?.[0]?.resource).not.toHaveProperty('name');
});

test('a medicine keeps its label as it was copied, and its days and times', () => {
  const [methadone, injection, tea, ...doses] = named(everything, 'MedicationStatement');
  expect(methadone).toMatchObject({
    status: 'active',
    medicationCodeableConcept: { coding: [{ code: 'N07BC02' }], text: 'kind methadone' },
    effectivePeriod: { start: '2026-09-01' },
    dosage: [
      {
        text: 'Metadona 1 mg/ml. Señor Peña: una vez al día',
        timing: { repeat: { timeOfDay: ['08:00:00'], dayOfWeek: ['mon', 'wed', 'sun'] } },
      },
    ],
  });
  expect(injection).toMatchObject({ status: 'stopped', effectivePeriod: { end: '2026-08-01' } });
  expect(injection).not.toHaveProperty('dosage');
  expect(tea?.medicationCodeableConcept).toEqual({ text: 'Čaj od žalfije' });
  expect(doses.map(({ status, effectiveDateTime }) => `${effectiveDateTime} ${status}`)).toEqual([
    '2024-02-29 completed',
    '2026-11-22 not-taken',
    '2026-11-22 completed',
    '2026-11-25 completed',
  ]);
  expect(doses[0]?.partOf).toHaveLength(1);
  // Doses without their medicines name them, and refer to nothing.
  const alone = named(fhirBundle(input(['doses'])), 'MedicationStatement');
  expect(alone.map(({ partOf }) => partOf)).toEqual(Array(4).fill(undefined));
});

test('a dose marked twice is written once, as it was marked last', () => {
  const dose = { medicine: 'm', day: '2026-11-25', time: '08:00' };
  const records: FhirInput['records'] = {
    medicine: [medicine()],
    dose: [
      { ...dose, id: 'b', mark: 'taken', at: 2 },
      { ...dose, id: 'a', mark: 'not', at: 1 },
    ],
  };
  const doses = named(fhirBundle(input(['doses'], { records })), 'MedicationStatement');
  expect(doses.map(({ status }) => status)).toEqual(['completed']);
});

test('a medicine is stopped from the day on that it is here, whatever day it is in London', () => {
  const records = { medicine: [medicine({ stopped: '2026-11-26' })] };
  const statusOn = (today: string) =>
    named(fhirBundle(input(['medicines'], { records, today })), 'MedicationStatement')[0]?.status;
  expect(['2026-11-25', '2026-11-26'].map(statusOn)).toEqual(['active', 'stopped']);
});

test('a goal keeps its state and its steps, and a line says what is done then', () => {
  const goals = named(everything, 'Goal');
  expect(goals.map(({ description, lifecycleStatus }) => `${description.text} ${lifecycleStatus}`)).toEqual([
    'See a dentist completed',
    'A room of my own active',
    'Learn to sail on-hold',
    'A boat of my own active',
    'I take my medicine active',
  ]);
  expect(goals[0]?.statusDate).toBe('2026-11-02');
  expect(goals[1]?.note).toEqual([{ text: 'Ring the council' }]);
  const said = named(everything, 'CarePlan').flatMap(({ activity }) =>
    (activity ?? []).map(({ detail }) => detail?.description),
  );
  expect(said).toEqual([
    'Si money comes in, ring Bea',
    'The station: the other bus',
    'An early night',
    'I stop answering: I ring Bea',
    'Bea, at any hour',
  ]);
});

test('lines of the plan stand as they were first written, whatever order they came in, under their kind', () => {
  const trigger = { words: '', way: 'cope', helps: '' } as const;
  const said = (turn: <T>(list: readonly T[]) => T[]) => {
    const records = {
      trigger: turn([
        { ...trigger, id: 'a', kind: 'body', words: 'Tired', helps: 'a nap', at: 2 },
        { ...trigger, id: 'b', kind: 'time', words: 'Fridays', at: 1 },
      ] as const),
      'safety-line': turn([
        { id: 'c', kind: 'safer', words: 'Lock it away', at: 5 },
        { id: 'd', kind: 'sign', words: 'I go quiet', at: 4 },
        { id: 'e', kind: 'sign', words: 'I stay in bed', at: 6 },
      ] as const),
    };
    return named(fhirBundle(input(['triggers', 'safety-plan'], { records })), 'CarePlan').flatMap(
      ({ activity }) => (activity ?? []).map(({ detail }) => `${detail?.code?.text}: ${detail?.description}`),
    );
  };
  const wanted = [
    'trigger time: Fridays',
    'trigger body: Tired: a nap',
    'step sign: I go quiet',
    'step safer: Lock it away',
    'step sign: I stay in bed',
  ];
  expect(said((list) => [...list])).toEqual(wanted);
  expect(said((list) => list.toReversed())).toEqual(wanted);
});

test('if-then plans and appointments stand in the order of their time', () => {
  const [plan] = RECORDS['if-then']!;
  const [visit] = RECORDS.appointment!;
  const orders = [0, 1, 2].map((turn) => {
    const mix = <T>(list: readonly T[]): T[] => [...list.slice(turn), ...list.slice(0, turn)];
    const records = {
      'if-then': mix([2, 3, 1].map((at) => ({ ...plan!, id: `i${at}`, cue: `cue ${at}`, at }))),
      appointment: mix(
        ['2026-12-02T09:00', '2026-12-01T09:00', '2026-12-01T08:59'].map((starts) => ({ ...visit!, starts })),
      ),
    };
    const bundle = fhirBundle(input(['plan', 'appointments'], { records }));
    return [
      ...named(bundle, 'CarePlan').flatMap(({ activity }) =>
        (activity ?? []).map(({ detail }) => detail?.description),
      ),
      ...named(bundle, 'Appointment').map(({ start }) => start),
    ];
  });
  for (const order of orders)
    expect(order).toEqual([
      ...[1, 2, 3].map((at) => `Si cue ${at}, ring Bea`),
      ...['01T08:59', '01T09:00', '02T09:00'].map((time) => `2026-12-${time}:00.000Z`),
    ]);
});

test('answers carry the words of their language, English where there are none, and else their number', () => {
  const [result] = RECORDS['measure-result']!;
  const about = { ...result!, instrument: 'gad-2', answers: { 1: 3, 2: 9 }, totals: {} } as const;
  const gad2 = instruments.get('gad-2')!;
  const answers = (language: 'en' | 'es', instrument = gad2) => {
    const records = { 'measure-result': [{ ...about, language }] };
    const bundle = fhirBundle(input(['answers'], { records, instruments: new Map([['gad-2', instrument]]) }));
    expect(faults(bundle)).toEqual([]);
    const [question] = named(bundle, 'Questionnaire');
    expect(question?.item?.map(({ text }) => text)).toEqual(
      named(bundle, 'QuestionnaireResponse')[0]?.item?.map(({ text }) => text),
    );
    return named(bundle, 'QuestionnaireResponse')[0]?.item?.map(({ answer }) => {
      const { system, code, display } = answer![0]!.valueCoding!;
      return `${system} ${code} ${display}`;
    });
  };
  // No answer of this edition is a 9, so that its words are not known here.
  const unknown = 'urn:holdfast:code:gad-2:frequency 9 9';
  expect(answers('en')).toEqual(['http://loinc.org LA6571-9 Nearly every day', unknown]);
  expect(answers('es')).toEqual(['http://loinc.org LA6571-9 Casi todos los días', unknown]);
  const onlyEnglish = { ...gad2, texts: { en: gad2.texts.en } };
  expect(answers('es', onlyEnglish)).toEqual(answers('en'));
});

test('appointments stand in order of when they are, whatever the clock on the wall there says', () => {
  const [one] = RECORDS.appointment!;
  const at = (id: string, starts: string, zone: string) => ({ ...one!, id, starts, zone });
  const records = {
    appointment: [
      at('late', '2026-12-01T09:00', 'America/New_York'),
      at('soon', '2026-12-01T10:00', 'Europe/Dublin'),
    ],
  };
  expect(
    named(fhirBundle(input(['appointments'], { records })), 'Appointment').map(({ start }) => start),
  ).toEqual(['2026-12-01T10:00:00.000Z', '2026-12-01T14:00:00.000Z']);
});

test('what is dated begins at the chosen day', () => {
  const late = fhirBundle(input(FHIR_SECTIONS, { since: '2026-08-27' }));
  expect(named(late, 'Appointment').map(({ start }) => start)).toEqual([
    // 15:00 in New York, 09:30 in Dublin.
    '2026-11-20T20:00:00.000Z',
    '2026-12-01T09:30:00.000Z',
  ]);
  expect(named(late, 'QuestionnaireResponse')).toHaveLength(5);
  expect(named(late, 'Observation').filter(({ code }) => code.text === 'Check-in')).toHaveLength(1);
  expect(JSON.stringify(late)).not.toContain('2024-02-29');
});

test('only questionnaires that have results are needed', () => {
  expect(neededInstruments(RECORDS['measure-result']!, INSTRUMENTS)).toEqual([
    'phq-9',
    'gad-7',
    'bam',
    'craving-3',
  ]);
});

test('codes are given where they were confirmed, and our own stand for the rest', () => {
  expect(totalCode('gad7', 'Worry').coding?.map(({ code }) => code)).toEqual(['70274-6', 'total-gad7']);
  expect(totalCode('phq8', 'Mood').coding?.map(({ code }) => code)).toEqual(['total-phq8']);
  expect(totalCode('craving3', 'Urges').coding?.map(({ code }) => code)).toEqual(['mean-craving3']);
  expect(itemCode('gad-2', '2')?.code).toBe('68509-9');
  expect(itemCode('phq-9', '8')?.code).toBe('44253-3');
  expect(itemCode('phq-9', 'nine')).toBeUndefined();
  expect(itemCode('bam', '1')).toBeUndefined();
  expect(answerCode('phq-2', 'frequency', 3, 'Nearly every day').code).toBe('LA6571-9');
  expect(answerCode('bam', 'health', 3, 'Fair')).toMatchObject({
    system: 'urn:holdfast:code:bam:health',
    code: '3',
  });
  expect(medicineCode('naloxone', 'Kit').coding).toHaveLength(1);
});

test('any medicine and any words stay right', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((words) => words.trim());
  const clock = fc.constantFrom('00:00', '08:05', '23:59');
  const date = fc.constantFrom(null, '2024-02-29', '2026-11-25');
  fc.assert(
    fc.property(
      fc.record({
        kind: fc.constantFrom(...MEDICINE_KINDS),
        name: text,
        label: text,
        times: fc.array(clock, { maxLength: 3 }),
        weekdays: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
        started: date,
        stopped: date,
      }),
      text,
      (over, name) => {
        const records = { medicine: [medicine(over)] };
        expect(faults(fhirBundle(input(['medicines'], { records, name })))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
