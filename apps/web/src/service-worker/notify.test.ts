import { encodePushMessage } from '@holdfast/protocol/push-message';
import { describe, expect, it } from 'vitest';
import { noticeFor, openPage } from './notify.ts';

const item = Uint8Array.from({ length: 16 }, (_, i) => i);

describe('a push that arrives', () => {
  it('[PSH-1] ATK-30 shows one of two fixed texts in the chosen language, and nothing below it', () => {
    const say = (kind: 'reminder' | 'ask', language?: string) =>
      noticeFor(encodePushMessage(kind, item), language);
    expect(say('reminder').title).toBe('Reminder');
    expect(say('ask', 'en').title).toBe('Someone would like to reach you');
    expect(say('reminder', 'es').title).toBe('Recordatorio');
    expect(say('ask', 'es').options.lang).toBe('es');
    for (const kind of ['reminder', 'ask'] as const) expect(say(kind).options.body).toBeUndefined();
  });

  it('[PSH-1] has the name of what it is for, so that a repeat takes its place', () => {
    const [first, again] = [1, 2].map(() => noticeFor(encodePushMessage('ask', item), 'en'));
    const other = noticeFor(encodePushMessage('ask', item.toReversed()), 'en');
    expect(first).toEqual(again);
    expect(other.options.tag).not.toBe(first!.options.tag);
  });

  it('[PSH-1] that cannot be read still shows a text that says nothing', () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(18), new TextEncoder().encode('{"title":"x"}')])
      expect(noticeFor(bytes, undefined)).toMatchObject({ title: 'Reminder' });
  });

  it('leads to the page: the one that is open, as it is, or a new one', async () => {
    const did: string[] = [];
    const clients = (open: object[]) =>
      ({
        matchAll: async () => open,
        openWindow: async (path: string) => void did.push(path),
      }) as unknown as Clients;
    await openPage(clients([{ focus: async () => did.push('focus') }]));
    await openPage(clients([]));
    expect(did).toEqual(['focus', '/today']);
  });
});
