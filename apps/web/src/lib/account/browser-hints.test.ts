import { expect, test } from 'vitest';
import { insideApp, needsInstall } from './browser-hints.ts';

const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1';
const CHROME =
  'Mozilla/5.0 (Linux; Android 14; SM-A145R) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36';

test('browsers inside other apps are named', () => {
  expect(insideApp(`${SAFARI} Instagram 361.0.0.35.82`)).toBe('Instagram');
  expect(insideApp(`${CHROME} [FB_IAB/FB4A;FBAV/492.0.0.66.105;]`)).toBe('Facebook');
  expect(insideApp(`${CHROME} WhatsApp/2.24`)).toBe('WhatsApp');
  expect(insideApp(SAFARI)).toBeUndefined();
  expect(insideApp(CHROME)).toBeUndefined();
});

test('an iPhone or iPad outside its home screen is offered to install first', () => {
  const ipad =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.2 Safari/605.1.15';
  expect(needsInstall({ userAgent: SAFARI, maxTouchPoints: 5 }, false)).toBe(true);
  expect(needsInstall({ userAgent: SAFARI, maxTouchPoints: 5 }, true)).toBe(false);
  expect(needsInstall({ userAgent: ipad, maxTouchPoints: 5 }, false)).toBe(true);
  expect(needsInstall({ userAgent: ipad, maxTouchPoints: 0 }, false)).toBe(false);
  expect(needsInstall({ userAgent: CHROME, maxTouchPoints: 5 }, false)).toBe(false);
});
