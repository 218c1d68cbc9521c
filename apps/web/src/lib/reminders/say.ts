import type { Medicine, Occurrence, Reminder, ReminderWorld } from '@holdfast/recovery';
import { addDays, wallClock } from '@holdfast/recovery';
import { fullDay } from '#lib/account/dates.ts';
import { nameOf } from '#lib/medicine/say.ts';
import type { MedicineWords } from '#locales/en/medicine.ts';
import type { RemindersWords } from '#locales/en/reminders.ts';

interface Words {
  readonly w: RemindersWords;
  /** Needed where there is a medicine. */
  readonly medicine: MedicineWords | undefined;
}

const medicineName = (medicine: Medicine | undefined, { w, medicine: words }: Words): string =>
  medicine && words ? nameOf(medicine, words) : w.about.dose;

/** What a reminder is called on the person's own pages. */
export function titleOf(
  reminder: Pick<Reminder, 'about' | 'of' | 'words'>,
  world: Pick<ReminderWorld, 'medicines' | 'plans'>,
  words: Words,
): string {
  if (reminder.words !== '') return reminder.words;
  switch (reminder.about) {
    case 'dose':
      return medicineName(
        world.medicines.find(({ id }) => id === reminder.of),
        words,
      );
    case 'plan':
      return world.plans.find(({ id }) => id === reminder.of)?.cue ?? words.w.planWhole;
    case 'check-in':
    case 'own':
      return words.w.about[reminder.about];
  }
}

/** What came: its words, and where it leads. */
export function sayDue(
  { of }: Occurrence,
  words: Words,
): { readonly title: string; readonly href: string; readonly go: string } {
  const { w } = words;
  switch (of.what) {
    case 'dose':
      return { title: medicineName(of.medicine, words), href: '/medicine', go: w.due.dose };
    case 'visit':
      return { title: w.visit(of.visit.with), href: '/medicine/visits', go: w.due.visit };
    case 'call':
      return { title: w.call(of.call.name), href: '', go: w.due.ring(of.call.name) };
    case 'plan':
      return { title: of.words || of.plan?.cue || w.planWhole, href: '/plan', go: w.due.look };
    case 'check-in':
      return { title: of.words || w.about['check-in'], href: '/check-in', go: w.due.checkIn };
    case 'own':
      return { title: of.words || w.due.own, href: '', go: '' };
  }
}

/** A moment of these days: its time alone when it is today, else with its day. */
export function whenOf(at: number, now: number, zone: string, locale: string): string {
  const [local, today] = [wallClock(at, zone), wallClock(now, zone).slice(0, 10)];
  const [day, time] = [local.slice(0, 10), local.slice(11)];
  if (day === today) return time;
  const near = day === addDays(today, 1) ? 1 : day === addDays(today, -1) ? -1 : undefined;
  const named =
    near === undefined
      ? fullDay(day, locale)
      : new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(near, 'day');
  return `${named}, ${time}`;
}
