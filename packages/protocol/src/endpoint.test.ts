import { describe, expect, it } from 'vitest';
import { isPublicEndpoint } from './endpoint.ts';

describe('push endpoints', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
    'https://web.push.apple.com/QGu',
    'https://wns2-by3p.notify.windows.com/w/?token=BQ%3d',
  ])('[PSH-3] %s is one', (url) => expect(isPublicEndpoint(url)).toBe(true));

  it.each([
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://user@fcm.googleapis.com/x',
    'https://fcm.googleapis.com/x#y',
    'https://localhost/x',
    'https://db.internal/x',
    'https://printer.local/x',
    'https://router.lan/x',
    'https://postgres/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::1]/x',
    'https://169.254.169.254/latest',
    'ftp://fcm.googleapis.com/x',
    'file:///etc/passwd',
    'https://fcm.googleapis.com./x',
    'HTTPS://FCM.googleapis.com/x',
    `https://fcm.googleapis.com/${'x'.repeat(1024)}`,
    'nothing',
    '',
  ])('[PSH-3] %s is none', (url) => expect(isPublicEndpoint(url)).toBe(false));
});
