import { LINE_KINDS, RIGHT_NOW } from '@holdfast/safety';
import type { Line, LineKind } from '@holdfast/safety';
import { channelWords, lineTitle } from '#lib/now/lines.ts';
import type { Words } from '#lib/words.ts';
import { stateOf, type Heard } from './heard.ts';

/** Kinds in the order of a hard night: who sends help, who talks, who knows, then the rest. */
const ORDER: readonly LineKind[] = [
  'emergency',
  'suicide',
  'spotting',
  'drug',
  'family',
  'dv',
  'child',
  'legal',
  'poison',
  'medical',
];

/** Lines by what they are for, without empty groups; lines for the whole country before those for a part of it. */
export function byKind(lines: readonly Line[]): { kind: LineKind; lines: Line[] }[] {
  return [...LINE_KINDS]
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map((kind) => ({
      kind,
      lines: lines
        .filter((line) => line.kind === kind)
        .sort((a, b) => Number(Boolean(a.region)) - Number(Boolean(b.region))),
    }))
    .filter((group) => group.lines.length > 0);
}

/**
 * What to know before ringing, under the number: where, what it costs, when, and whether somebody answers now.
 * @param instant now, or undefined while prerendering
 */
export function beforeRinging(
  line: Line,
  words: Words,
  instant: Date | undefined,
  heard: Heard | undefined,
): string {
  const { locale, public: w } = words;
  const state = stateOf(line, instant, heard);
  const isSaid = heard || state === 'unknown' || line.hours.when === 'always';
  const now = isSaid ? undefined : state === 'open' ? w.openNow : w.closedNow;
  const parts = [line.region?.[locale], line.cost[locale], line.hours.text[locale], now];
  return parts.filter(Boolean).join(' · ');
}

/** A channel by its name and number, kept from breaking inside the number. */
export function channelTitle(line: Line, index: number, { locale, public: w }: Words): string {
  const channel = line.channels[index];
  if (!channel) return '';
  const text = index === 0 ? lineTitle(line, locale, w) : channelWords(channel, w);
  const whole = text.replace(
    channel.display,
    channel.display.replaceAll(' ', '\u00A0').replaceAll('-', '\u2011'),
  );
  return channel.type === 'text' ? whole.charAt(0).toUpperCase() + whole.slice(1) : whole;
}

/** The rest, in sentences: for whom, who answers and in which languages, what they may do, how it was checked. */
export function aboutLine(line: Line, words: Words): string {
  const { locale, public: w } = words;
  const origin = line.verification === 'transcribed' ? RIGHT_NOW.transcribed : RIGHT_NOW.checked;
  return [
    line.ages && `${line.ages[locale]}.`,
    w.answeredBy[line.runBy],
    w.spoken(line.languages.map((tag) => languageName(tag, locale)).join(', ')),
    line.mayDispatchEmergency && line.kind !== 'emergency' && RIGHT_NOW.mayDispatch[locale],
    origin[locale].replace('{date}', words.date(line.verifiedOn)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** A language in the reader's own: "Irish", "irlandés". Its tag when the browser does not know it. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
