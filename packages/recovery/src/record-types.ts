import type { FieldsOf, RecordType } from './record-type.ts';
import type * as v from 'valibot';
import { APPOINTMENT } from './care/appointment.ts';
import { CARE_PERSON } from './care/care-person.ts';
import { PREGNANCY } from './care/pregnancy.ts';
import { QUESTION } from './care/question.ts';
import { SYMPTOM_LOG } from './care/symptom-log.ts';
import { CHECK_IN, TODAY } from './check-in/check-in.ts';
import { DAY_NOTE } from './check-in/day-note.ts';
import { PERSON } from './circle/person.ts';
import { PROFILE } from './circle/profile.ts';
import { PROMISED_CALL } from './circle/promised-call.ts';
import { SLIP } from './hard-hour/slip.ts';
import { URGE } from './hard-hour/urge.ts';
import { JOURNAL_ENTRY } from './journal/journal-entry.ts';
import { JOURNAL_HABIT } from './journal/journal-habit.ts';
import { KELP_MARK } from './kelp/kelp-mark.ts';
import { KEEPING } from './keeping/keeping.ts';
import { ACTIVITY } from './tools/activity.ts';
import { LETTER } from './tools/letter.ts';
import { TOOL_USE } from './tools/tool-use.ts';
import { WORKSHEET } from './tools/worksheet.ts';
import { ITEM_NINE_ANSWER } from './measures/item-nine.ts';
import { MEASURE_RESULT } from './measures/measure-result.ts';
import { COUNTED_DAY, COUNTER } from './milestones/counter.ts';
import { MILESTONE, MILESTONE_WORDS } from './milestones/milestone.ts';
import { HARD_TIME, SIGN_SETTINGS } from './signs/settings.ts';
import { DOSE } from './medicine/dose.ts';
import { MEDICINE } from './medicine/medicine.ts';
import { TRANSITION } from './medicine/transition.ts';
import { IF_THEN, IF_THEN_SHOWN } from './plan/if-then.ts';
import { GOAL, GOAL_STEP, STEP_DONE } from './plan/goal.ts';
import { PATH_MARK } from './plan/path.ts';
import { REASON, SAFETY_LINE } from './plan/plan-lines.ts';
import { ROUTINE_ITEM } from './plan/routine.ts';
import { EARLY_SIGN, TRIGGER } from './plan/trigger.ts';
import { PLAN_VERSION } from './plan/version.ts';
import { REMINDER, REMINDER_ANSWER, REMINDER_SETTINGS } from './reminders/reminder.ts';

/** Every record type there is. Adding one here is all that storage, sync and sharing need to know of it. */
export const RECORD_TYPES = {
  'check-in': CHECK_IN,
  today: TODAY,
  person: PERSON,
  profile: PROFILE,
  'journal-entry': JOURNAL_ENTRY,
  'journal-habit': JOURNAL_HABIT,
  'tool-use': TOOL_USE,
  worksheet: WORKSHEET,
  activity: ACTIVITY,
  letter: LETTER,
  urge: URGE,
  slip: SLIP,
  'measure-result': MEASURE_RESULT,
  'item-nine': ITEM_NINE_ANSWER,
  milestone: MILESTONE,
  'milestone-words': MILESTONE_WORDS,
  'kelp-mark': KELP_MARK,
  counter: COUNTER,
  'counted-day': COUNTED_DAY,
  'hard-time': HARD_TIME,
  'sign-settings': SIGN_SETTINGS,
  medicine: MEDICINE,
  dose: DOSE,
  transition: TRANSITION,
  appointment: APPOINTMENT,
  'care-person': CARE_PERSON,
  question: QUESTION,
  'symptom-log': SYMPTOM_LOG,
  pregnancy: PREGNANCY,
  reason: REASON,
  'if-then': IF_THEN,
  'if-then-shown': IF_THEN_SHOWN,
  'safety-line': SAFETY_LINE,
  keeping: KEEPING,
  goal: GOAL,
  'goal-step': GOAL_STEP,
  'step-done': STEP_DONE,
  trigger: TRIGGER,
  'early-sign': EARLY_SIGN,
  'routine-item': ROUTINE_ITEM,
  'path-mark': PATH_MARK,
  'plan-version': PLAN_VERSION,
  reminder: REMINDER,
  'reminder-answer': REMINDER_ANSWER,
  'reminder-settings': REMINDER_SETTINGS,
  'promised-call': PROMISED_CALL,
  'day-note': DAY_NOTE,
} as const;

export type RecordTypeName = keyof typeof RECORD_TYPES;

/** A record as it is kept: its fields, and its id among those of its kind. */
export type StoredRecord<N extends RecordTypeName> = FieldsOf<(typeof RECORD_TYPES)[N]> & {
  readonly id: string;
};

/** The rules of a kind of record, whichever it is. */
export const recordType = (type: RecordTypeName): RecordType<v.GenericSchema> => RECORD_TYPES[type];
