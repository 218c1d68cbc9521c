import type {
  Coding,
  Observation,
  Questionnaire,
  QuestionnaireItem,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  Reference,
} from 'fhir/r4.js';
import type { Instrument, InstrumentId, InstrumentText, Item } from '../../measures/instrument.ts';
import type { MeasureResult } from '../../measures/results.ts';
import { shownTotals } from '../../measures/results.ts';
import { answerCode, itemCode, MEANS, OWN, SURVEY, totalCode } from './codes.ts';
import type { Entry, FhirContext } from './context.ts';
import { instant } from './context.ts';

/*
 * Of a PHQ-9 the items 1 to 8 go along, and their sum: what the record holds that others can be given. The ninth
 * answer and any sum it went into do not, whatever is chosen (docs/decisions/0021 and 0026).
 */

/** Results since the chosen day, oldest first. */
const chosen = ({ records, since }: FhirContext): MeasureResult[] =>
  (records['measure-result'] ?? []).filter(({ day }) => day >= since).toSorted((a, b) => a.at - b.at);

const urlOf = (id: string, language: string): string => `urn:holdfast:questionnaire:${id}:${language}`;
const asked = (instrument: Instrument): Item[] => instrument.items.filter(({ apart }) => apart === undefined);

/** Its words in a language, or in English where it has none in that. */
const textOf = (instrument: Instrument, language: 'en' | 'es'): InstrumentText =>
  instrument.texts[language] ?? instrument.texts.en;

/** An answer with its words; with its number where it is none of `values`, as one from another edition can be. */
function codingOf(
  { id }: Instrument,
  { scale }: Item,
  text: InstrumentText,
  values: readonly number[],
  value: number,
): Coding {
  const label = text.scales[scale]?.[values.indexOf(value)];
  return answerCode(id, scale, value, label ?? String(value));
}

/** http://hl7.org/fhir/R4/extension-ordinalvalue.html: the number an answer counts as. */
const ordinal = (value: number) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: value }],
});

function itemOf(instrument: Instrument, item: Item, language: 'en' | 'es'): QuestionnaireItem {
  const text = textOf(instrument, language);
  const scale = instrument.scales[item.scale]!;
  const code = itemCode(instrument.id, item.id);
  return {
    linkId: item.id,
    ...(code ? { code: [code] } : {}),
    text: text.items[item.id]!,
    ...('values' in scale
      ? {
          type: 'choice',
          answerOption: scale.values.map((value) => ({
            ...ordinal(value),
            valueCoding: codingOf(instrument, item, text, scale.values, value),
          })),
        }
      : { type: 'integer' }),
  };
}

/** The questions as they were asked, so that a file says what its answers are to. */
function questionnaireOf(instrument: Instrument, language: 'en' | 'es'): Questionnaire {
  const text = textOf(instrument, language);
  const apart = instrument.items.length > asked(instrument).length;
  return {
    resourceType: 'Questionnaire',
    url: urlOf(instrument.id, language),
    version: instrument.version,
    title: apart ? `${text.title}, 1–${asked(instrument).length}` : text.title,
    status: 'active',
    language,
    subjectType: ['Patient'],
    ...(text.stem ? { description: text.stem } : {}),
    copyright: `${instrument.owner}. ${instrument.permission} ${instrument.citation}`,
    item: asked(instrument).map((item) => itemOf(instrument, item, language)),
  };
}

function answerOf(
  instrument: Instrument,
  item: Item,
  result: MeasureResult,
): QuestionnaireResponseItem | undefined {
  const value = result.answers[item.id];
  if (value == null) return undefined;
  const text = textOf(instrument, result.language);
  const scale = instrument.scales[item.scale]!;
  return {
    linkId: item.id,
    text: text.items[item.id]!,
    answer: [
      'values' in scale
        ? { valueCoding: codingOf(instrument, item, text, scale.values, value) }
        : { valueInteger: value },
    ],
  };
}

/** Answers (http://hl7.org/fhir/R4/questionnaireresponse.html). One that was left out is not there. */
function responseOf(
  context: FhirContext,
  instrument: Instrument,
  result: MeasureResult,
): QuestionnaireResponse {
  const item = asked(instrument).flatMap((one) => answerOf(instrument, one, result) ?? []);
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: urlOf(instrument.id, result.language),
    status: 'completed',
    language: result.language,
    subject: context.patient,
    author: context.patient,
    source: context.patient,
    authored: instant(result.at),
    ...(item.length ? { item } : {}),
  };
}

const sumOf = (
  context: FhirContext,
  result: MeasureResult,
  name: string,
  value: number,
  from: Reference | undefined,
): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  category: [SURVEY],
  code: totalCode(name, context.words.totals[name] ?? name),
  subject: context.patient,
  performer: [context.patient],
  effectiveDateTime: instant(result.at),
  // A mean has a decimal, which an integer has not.
  ...(MEANS.includes(name) ? { valueQuantity: { value } } : { valueInteger: value }),
  ...(from ? { derivedFrom: [from] } : {}),
});

/** Questionnaires, answers and sums, as chosen. A result whose questionnaire is not known has its sums alone. */
export function measureEntries(context: FhirContext): Entry[] {
  const { sections, instruments } = context;
  const questions = new Map<string, Entry>();
  const rest = chosen(context).flatMap((result): Entry[] => {
    const instrument = instruments.get(result.instrument);
    const response =
      instrument && sections.has('answers')
        ? context.entry(responseOf(context, instrument, result))
        : undefined;
    if (response && instrument) {
      const url = urlOf(instrument.id, result.language);
      if (!questions.has(url))
        questions.set(url, context.entry(questionnaireOf(instrument, result.language)));
    }
    // As they are shown, with no ninth answer at hand: of our own craving check the mean.
    const sums = sections.has('sums') ? Object.entries(shownTotals(result, [])) : [];
    return [
      ...(response ? [response] : []),
      ...sums.flatMap(([name, value]) =>
        value === null
          ? []
          : [context.entry(sumOf(context, result, name, value, response && { reference: response.fullUrl }))],
      ),
    ];
  });
  return [...questions.values(), ...rest];
}

/** The questionnaires whose answers would go along: what has to be loaded before. */
export const neededInstruments = (
  results: readonly Pick<MeasureResult, 'instrument'>[],
  known: readonly InstrumentId[],
): InstrumentId[] => known.filter((id) => results.some(({ instrument }) => instrument === id));

/** The unit of http://unitsofmeasure.org that hours have. */
const HOURS = { unit: 'h', system: 'http://unitsofmeasure.org', code: 'h' } as const;

/** Check-ins as observations. Words stay on the phone: they were written for the person alone. */
export function checkInEntries(context: FhirContext): Entry[] {
  const { records, sections, since, words } = context;
  if (!sections.has('check-ins')) return [];
  const code = (name: 'urge' | 'mood' | 'sleep' | 'slept' | 'confidence') => ({
    coding: [{ system: OWN, code: name }],
    text: words.checkIn[name],
  });
  return (records['check-in'] ?? [])
    .filter(({ day }) => day >= since)
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ urge, mood, sleep, slept, confidence, at }) => {
      const component = [
        ...(urge === null ? [] : [{ code: code('urge'), valueInteger: urge }]),
        ...(mood === null ? [] : [{ code: code('mood'), valueString: words.moods[mood] }]),
        ...(sleep === null ? [] : [{ code: code('sleep'), valueString: words.sleeps[sleep] }]),
        ...(slept == null ? [] : [{ code: code('slept'), valueQuantity: { value: slept, ...HOURS } }]),
        ...(confidence == null ? [] : [{ code: code('confidence'), valueInteger: confidence }]),
      ];
      if (component.length === 0) return [];
      const observation: Observation = {
        resourceType: 'Observation',
        status: 'final',
        category: [SURVEY],
        code: { coding: [{ system: OWN, code: 'check-in' }], text: words.checkIn.title },
        subject: context.patient,
        performer: [context.patient],
        effectiveDateTime: instant(at),
        component,
      };
      return [context.entry(observation)];
    });
}
