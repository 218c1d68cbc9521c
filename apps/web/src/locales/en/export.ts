import type { ExportPart } from '@holdfast/recovery/export';
import type { Widen } from '../locale.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const parts = {
  'check-ins': 'Check-ins',
  plan: 'Plan and reasons',
  goals: 'Goals',
  routine: 'Appointments and routine',
  medicine: 'Medicine and care',
  measures: 'Questionnaires',
  triggers: 'Triggers and signs',
  'safety-plan': 'Safety plan',
  milestones: 'Milestones and counts',
  help: 'Practical help',
  tools: 'Tools and letters',
  urges: 'Notes of hard hours',
  journal: 'Journal',
  people: 'People to ring',
  page: 'Settings of the page',
  'item-nine': 'The ninth answer of the PHQ-9',
  pregnancy: 'Pregnancy',
} as const satisfies Record<ExportPart, string>;

/** Words of taking one's own data along. */
const words = {
  title: 'Take your data with you',
  lead: 'These files are made on this phone. They are sent to nobody.',
  hub: {
    summary: 'A summary for a clinician',
    summaryNote: 'A PDF to read or print. You choose each part.',
    health: 'A file for a health system',
    healthNote: 'Health record format FHIR R4. You choose each part.',
    copy: 'A copy of what you wrote',
    copyNote: 'JSON, for another program or to keep',
    kelp: 'Your kelp as a picture',
    kelpNote: 'The drawing alone, with no date, name or number',
  },
  what: 'What goes into it',
  whatHelp: 'Nothing is in it until you choose it. Parts without entries are not listed.',
  all: 'Choose all',
  none: 'Choose none',
  apart: 'Only if you choose it by itself',
  apartHelp: 'In some places this can be used against people. “Choose all” leaves it out.',
  empty: 'Nothing to take along yet. What you write on your page will be here.',
  since: 'How many days back',
  sinceHelp: 'For doses, visits, questionnaires and check-ins.',
  spans: { '30': '30', '90': '90', '365': '365', all: 'All' },
  name: 'Your name, if it should be in it',
  nameHelp: 'It is not kept. Without it the file does not say who you are.',
  warning: {
    title: 'This file is not locked',
    text: 'Whoever has it can read it. Save it where only you get at it, and delete it when you are done.',
    seen: 'Other apps and clouds on this phone may copy what is saved.',
  },
  nine: 'Of the PHQ-9, the first 8 answers and their sum can go along. The ninth answer stays here.',
  save: 'Save the file',
  savePdf: 'Save the PDF',
  print: 'Print',
  choose: 'Choose at least one part.',
  failed: 'The file could not be made. Nothing was lost. Try again, or choose fewer parts.',
  saved: (name: string) => `Handed to your browser as ${name}. Look under downloads.`,
  letters: 'Some letters you wrote cannot stand in the PDF. Use Print: that writes them all.',
  healthAbout:
    'A clinic’s computer can read it where it knows FHIR R4. The words of check-ins, your journal and hard hours are never in it.',
  copyAbout: 'Photos go along as small previews, without the keys that open them.',
  schema: 'Open the description of the format',

  parts,
  sections: {
    medicines: 'Medicines',
    doses: 'Doses noted',
    appointments: 'Appointments',
    questions: 'Questions to ask',
    measures: 'Questionnaires',
    sums: 'Sums of questionnaires',
    answers: 'Answers to questionnaires',
    'check-ins': 'Check-ins',
    goals: 'What I want',
    plan: 'If-then plans',
    triggers: 'Triggers',
    signs: 'Early signs',
    'safety-plan': 'Safety plan',
  },

  paper: {
    title: 'Summary in my own words',
    about:
      'Written by the person themselves. Not a medical record. Doses are as the person noted them; a dose without a note says nothing.',
    foot: 'Written by the person. Not a medical record.',
    made: (day: string) => `Made on ${day}`,
    since: (day: string) => `What is dated begins on ${day}.`,
    page: (n: number, of: number) => `Page ${n} of ${of}`,
    when: (times: string) => `When: ${times}`,
    label: (text: string) => `On the label: ${text}`,
    since1: (day: string) => `Since ${day}`,
    stopped: (day: string) => `Stopped ${day}`,
    from: (place: string) => `From: ${place}`,
    given: (day: string) => `Last injection noted: ${day}`,
    expires: (day: string) => `Kit good until ${day}`,
    bring: (text: string) => `To bring or to say: ${text}`,
    notes: (text: string) => `What was said: ${text}`,
    asked: (day: string) => `Asked ${day}`,
    answer: (text: string) => `Answer: ${text}`,
    leftOut: (n: number) => `${count(n, 'answer', 'answers')} left out, so no sum`,
    eight: 'items 1 to 8',
    ifThen: (cue: string, action: string) => `If ${cue}: I ${action}`,
  },

  checkIn: {
    title: 'Check-in',
    urge: 'Urge, 0–10',
    mood: 'Mood',
    sleep: 'Sleep',
    confidence: 'How sure, 0–10',
  },

  kelp: {
    title: 'Your kelp as a picture',
    lead: 'The file holds the drawing and nothing else: no date, no name, no number.',
    guess:
      'Someone who knows the kelp could guess how long your page is there, and how many people and marks it has.',
    look: 'Background',
    looks: { light: 'Light water', dark: 'Dark water' },
    png: 'Save as a picture',
    svg: 'Save as a drawing',
    kinds: 'A picture (PNG) fits anywhere. A drawing (SVG) stays sharp at any size.',
    inWords: 'In words',
    file: 'Kelp on a rock',
  },
} as const;

export type ExportWords = Widen<typeof words>;
export default words as ExportWords;
