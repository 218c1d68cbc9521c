import type { NotificationWords } from '../en/notifications.ts';

export const notificationWords: NotificationWords = {
  reminder: 'Recordatorio',
  ask: 'Alguien quiere hablar contigo',
};
