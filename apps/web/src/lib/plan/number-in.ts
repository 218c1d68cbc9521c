import { telHref } from '#lib/now/ring.ts';

/** Digits in groups, as numbers are written. */
const RUN = /\+?\(?\d(?:[ ().-]{0,2}\d)+/g;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[.-]\d{1,2}[.-]\d{2,4})$/;
/** Hours behind a number, "9-17". */
const HOURS = /\s\d{1,2}-\d{1,2}$/;
/** A short group that what follows makes a time: "24/7", "24 h", "5 pm", "18:30". */
const SHORT = /\s\d{1,2}$/;
const TIME_AFTER = /^(?:[/:]|\s?(?:h|hs|am|pm|a\.?\s?m|p\.?\s?m)\b)/i;

/**
 * The first number to ring in a line of one's own, as a link; undefined for none. Of two readings the shorter one
 * stands, without a time behind it: nobody may be rung by mistake.
 * @param least how many digits make a number
 */
export function numberIn(text: string, least: number): string | undefined {
  for (const { 0: found, index } of text.matchAll(RUN)) {
    const after = text.slice(index + found.length);
    const run = found.replace(TIME_AFTER.test(after) ? SHORT : HOURS, '');
    if (!DATE.test(run) && run.replace(/\D/g, '').length >= least) return telHref(run);
  }
  return undefined;
}
