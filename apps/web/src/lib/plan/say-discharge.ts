import type { DischargeItem } from '@holdfast/recovery';
import { dayInWords } from '#lib/account/dates.ts';
import { nameOf } from '#lib/medicine/say.ts';
import type { MedicineWords } from '#locales/en/medicine.ts';
import type { PathWords } from '#locales/en/path.ts';

/** One part of what a clinic handed over, as a title and a note. What is said here is all that would be added. */
export function sayItem(
  item: DischargeItem,
  w: PathWords['bring'],
  medicine: MedicineWords,
  locale: string,
): { readonly title: string; readonly note: string } {
  const title = w.kinds[item.kind];
  const joined = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ');
  switch (item.kind) {
    case 'medicine': {
      const { fields } = item.change;
      const times = fields.times.length ? w.at(fields.times.join(', ')) : undefined;
      return { title, note: joined(nameOf(fields, medicine), times, fields.place, fields.number) };
    }
    case 'clinic':
      return { title, note: joined(item.change.fields.name, item.change.fields.number) };
    case 'visit': {
      const { with: name, where, starts } = item.change.fields;
      const day = dayInWords(starts.slice(0, 10), locale, 'year');
      return { title, note: joined(name, `${day}, ${starts.slice(11, 16)}`, where) };
    }
    case 'naloxone':
      return { title, note: w.naloxoneNote };
    case 'left':
      return { title, note: w.leftNote(dayInWords(item.change.fields.day, locale, 'year')) };
    case 'card':
      return { title, note: w.cardNote };
  }
}
