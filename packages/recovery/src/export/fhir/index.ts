export * from './bundle.ts';
export { FHIR_SECTIONS, type FhirInput, type FhirSection, type FhirWords } from './context.ts';
export { neededInstruments } from './measures.ts';
