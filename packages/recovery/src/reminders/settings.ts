import type { ReminderSettings } from './reminder.ts';

export const REMINDER_SETTINGS_ID = 'mine';

/** What holds until the person says otherwise. Night is quiet: nobody asked to be woken. */
export const USUAL_SETTINGS: ReminderSettings = {
  quietFrom: '22:00',
  quietTo: '07:00',
  nudge: true,
  offers: true,
};

export const settingsOf = (
  records: readonly (ReminderSettings & { readonly id: string })[],
): ReminderSettings => records.find(({ id }) => id === REMINDER_SETTINGS_ID) ?? USUAL_SETTINGS;
