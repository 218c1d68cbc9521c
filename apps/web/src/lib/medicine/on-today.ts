/** What Today shows of a medicine. It is fetched as one, where there is something to show. */
export { medicineThings } from '@holdfast/recovery';
export { DoseMarks } from './dose-marks.svelte.ts';
export { default as DoseRow } from './DoseRow.svelte';
export { default as DoseSheet } from './DoseSheet.svelte';
export { default as DueCard } from './DueCard.svelte';
export { nameOf, noteOf } from './say.ts';
