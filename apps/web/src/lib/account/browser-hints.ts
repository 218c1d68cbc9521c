/**
 * Browsers inside other apps keep what they store apart from the phone's own browser, and may drop it. Keys made there
 * are soon lost. Named so that a person can be told which app they are in.
 */
const INSIDE: readonly (readonly [mark: RegExp, app: string])[] = [
  [/\bInstagram\b/, 'Instagram'],
  [/\bFB_IAB\b|\bFBAN\b|\bFBAV\b/, 'Facebook'],
  [/\bMessengerForiOS\b/, 'Messenger'],
  [/\bWhatsApp\b/, 'WhatsApp'],
  [/\bTikTok\b|\bmusical_ly\b|\bBytedanceWebview\b/, 'TikTok'],
  [/\bSnapchat\b/, 'Snapchat'],
  [/\bLine\//, 'LINE'],
  [/\bTelegram\b/, 'Telegram'],
];

/** The app a page is shown in, when it is not a browser of its own. */
export const insideApp = (userAgent: string): string | undefined =>
  INSIDE.find(([mark]) => mark.test(userAgent))?.[1];

/** An iPhone or iPad whose page was not added to the home screen: Safari clears it after 7 days unvisited. */
export function needsInstall(
  { userAgent, maxTouchPoints }: { readonly userAgent: string; readonly maxTouchPoints: number },
  standalone: boolean,
): boolean {
  // An iPad calls itself a Mac; no Mac has a touch screen.
  const apple = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  return apple && !standalone;
}
